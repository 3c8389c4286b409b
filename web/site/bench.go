//go:build !js

package main

import "relu-three-ways/web/bench"

// measure builds the page and measures it beside its peers.
func (j *job) measure(args []string) error {
	if err := j.installTools(); err != nil {
		return err
	}
	if err := j.build(); err != nil {
		return err
	}
	return bench.Run(args)
}
