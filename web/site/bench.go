//go:build !js

package main

import "relu-three-ways/web/bench"

// measure builds the page and measures it beside its peers.
func measure(args []string) error {
	if err := installTools(); err != nil {
		return err
	}
	if err := build(); err != nil {
		return err
	}
	return bench.Run(args)
}
