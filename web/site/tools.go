//go:build !js

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// tool is a program that the tests need beside Go: browsers, and npm for the
// generators, for what is measured, and for other people's checks of pages and scripts.
type tool struct {
	what     string   // as a person knows it
	programs []string // paths or names; any of them will do
	pkg      string   // its package in Debian and Ubuntu
}

func tools() []tool {
	mini, _ := filepath.Glob("/usr/lib*/*/webkit2gtk-4.*/MiniBrowser") // its only error is a bad pattern
	return []tool{
		{"Chromium", []string{"chromium", "chromium-browser", "google-chrome"}, "chromium"},
		{"chromedriver", []string{"chromedriver"}, "chromium-driver"},
		{"Firefox", []string{"firefox-esr", "firefox"}, "firefox-esr"},
		{"WebKitWebDriver", []string{"WebKitWebDriver"}, "webkit2gtk-driver"},
		{"WebKitGTK's MiniBrowser", append(mini, "/usr/libexec/webkit2gtk-4.1/MiniBrowser"), "webkit2gtk-driver"},
		{"Xvfb", []string{"Xvfb"}, "xvfb"},
		{"npm", []string{"npm"}, "npm"},
	}
}

// missing lists the tools that are not installed.
func missing() (list []tool) {
	for _, t := range tools() {
		if !installed(t) {
			list = append(list, t)
		}
	}
	return list
}

func installed(t tool) bool {
	for _, p := range t.programs {
		if _, err := exec.LookPath(p); err == nil {
			return true
		}
	}
	return false
}

// installTools installs what is missing where it may: on a system with apt,
// as root or by a sudo that asks for no password. Elsewhere it says what to
// install and fails.
func (j *job) installTools() error {
	list := missing()
	if len(list) == 0 {
		return nil
	}
	sudo, err := privilege()
	if err != nil {
		return explain(list, err)
	}
	env := []string{"DEBIAN_FRONTEND=noninteractive"}
	for _, args := range [][]string{
		{"apt-get", "update", "-qq"},
		append([]string{"apt-get", "install", "-y", "-qq", "--no-install-recommends"}, strings.Fields(packages(list))...),
	} {
		args = append(append([]string{}, sudo...), args...)
		j.line.Doing(strings.Join(args, " "))
		if err := j.command(env, args[0], args[1:]...); err != nil {
			return explain(list, err)
		}
	}
	if list = missing(); len(list) > 0 {
		return explain(list, errors.New("still missing after the installation"))
	}
	return nil
}

// privilege is what to put before apt-get so that it may install.
func privilege() ([]string, error) {
	if _, err := exec.LookPath("apt-get"); err != nil {
		return nil, errors.New("this system has no apt-get")
	}
	if os.Geteuid() == 0 {
		return nil, nil
	}
	if exec.Command("sudo", "-n", "true").Run() == nil {
		return []string{"sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"}, nil
	}
	return nil, errors.New("not root, and sudo asks for a password")
}

// explain says what to install by hand.
func explain(list []tool, why error) error {
	var names []string
	for _, t := range list {
		names = append(names, t.what)
	}
	return fmt.Errorf("the tests need %s (%w)\non Debian or Ubuntu: sudo apt-get install %s\nelsewhere: install these programs so that they are found in PATH",
		strings.Join(names, ", "), why, packages(list))
}

// packages are the packages of tools, each once.
func packages(list []tool) string {
	var names []string
	seen := map[string]bool{}
	for _, t := range list {
		if !seen[t.pkg] {
			seen[t.pkg] = true
			names = append(names, t.pkg)
		}
	}
	return strings.Join(names, " ")
}
