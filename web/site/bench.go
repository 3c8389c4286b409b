//go:build !js

package main

// measures builds the page and lets something measure it beside its peers.
func measures(with func(args []string) error) func(*job, []string) error {
	return func(j *job, args []string) error {
		if err := j.installTools(); err != nil {
			return err
		}
		if err := j.build(); err != nil {
			return err
		}
		return with(args)
	}
}
