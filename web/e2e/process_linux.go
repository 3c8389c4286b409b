package e2e

import (
	"os/exec"
	"syscall"
)

// ownGroup puts a program in a group of its own, and lets it end with us even
// where we end by a panic.
func ownGroup(c *exec.Cmd) {
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGTERM}
}

func killGroup(c *exec.Cmd) { syscall.Kill(-c.Process.Pid, syscall.SIGKILL) }
