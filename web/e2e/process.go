//go:build !js

package e2e

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"regexp"
	"time"
)

// find returns the path of the first of the programs that is installed.
func find(names ...string) (string, error) {
	for _, n := range names {
		if p, err := exec.LookPath(n); err == nil {
			return p, nil
		}
	}
	return "", fmt.Errorf("%s: %w", names[0], ErrNotInstalled)
}

// freePort is a TCP port of the loopback interface that nobody listened on a
// moment ago, for a driver that does not say which one it took.
func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	return port, err
}

// portSaid is the port that chromedriver says in its output, a file.
func portSaid(file string) (string, error) {
	said, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	m := regexp.MustCompile(`successfully on port (\d+)`).FindSubmatch(said)
	if m == nil {
		return "", fmt.Errorf("chromedriver tells no port: %q", said)
	}
	return string(m[1]), nil
}

// spawn starts a program in a process group of its own that prints into a file;
// Close kills the group. If the program ends by itself, the browser is gone.
// E2E_VERBOSE shows its errors.
func (b *Browser) spawn(file string, env []string, name string, args ...string) error {
	path, err := find(name)
	if err != nil {
		return err
	}
	c := exec.Command(path, args...)
	c.Env = env
	ownGroup(c)
	out, err := os.OpenFile(file, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer out.Close()
	c.Stdout = out
	if os.Getenv("E2E_VERBOSE") != "" {
		c.Stderr = os.Stderr
	}
	if err := c.Start(); err != nil {
		return err
	}
	over := make(chan struct{})
	go func() {
		defer close(over)
		c.Wait()
		b.ended()
	}()
	b.stop = append(b.stop, func() {
		killGroup(c)
		<-over
	})
	return nil
}

// StartDisplay starts a virtual X display for the engines that need one and
// returns its name, ":7", and a function that ends it.
func StartDisplay() (name string, stop func(), err error) {
	path, err := find("Xvfb")
	if err != nil {
		return "", nil, err
	}
	r, w, err := os.Pipe()
	if err != nil {
		return "", nil, err
	}
	defer r.Close()
	c := exec.Command(path, "-displayfd", "3", "-screen", "0", "3200x2400x24", "-nolisten", "tcp")
	c.ExtraFiles = []*os.File{w}
	ownGroup(c)
	err = c.Start()
	w.Close()
	if err != nil {
		return "", nil, err
	}
	stop = func() {
		end := time.AfterFunc(tidy, func() { killGroup(c) })
		defer end.Stop()
		c.Process.Signal(os.Interrupt) // so that it takes its socket and its lock away
		c.Wait()
	}
	var n int
	if _, err := fmt.Fscan(r, &n); err != nil {
		stop()
		return "", nil, fmt.Errorf("Xvfb did not start: %w", err)
	}
	return fmt.Sprintf(":%d", n), stop, nil
}
