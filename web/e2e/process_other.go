//go:build !js && !linux

package e2e

import "os/exec"

// ownGroup does nothing where process groups are not Linux's.
func ownGroup(c *exec.Cmd) {}

func killGroup(c *exec.Cmd) { c.Process.Kill() }
