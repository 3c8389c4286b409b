//go:build !js

// Command site builds the page into dist/, serves it, and checks the project.
// build.sh is its front door; without a shell, "go run ./web/site serve" in the
// project's top folder does the same.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"

	"relu-three-ways/web/bench"
)

// order is what a person can ask for.
type order struct {
	name string
	args string // as help shows them
	what string
	do   func(j *job, args []string) error
}

// orders are in the order in which help lists them; the first is what is done
// where none is named.
func orders() []order {
	return []order{
		{"build", "", "build dist/: static files for any host", alone((*job).buildAndSay)},
		{"serve", "[lan]", "build and serve at http://127.0.0.1:8080, or PORT; lan lets phones on your network in", (*job).serveSite},
		{"size", "[agree]", "build, and show where the bytes go; agree makes these sizes the limit for later builds", (*job).size},
		{"check", "", "every test except those in browsers; a minute or two", alone((*job).check)},
		{"test", "[WORDS]", "every test, browsers included; or only matching scenarios, e.g. test firefox lecture", (*job).test},
		{"pack", "[vX.Y.Z]", "build, and make an npm package in .pack/; a tag must name the newest version", (*job).pack},
		{"shots", "[WORDS]", "write screenshots to .shots/; words select some, e.g. shots phone dark sub", (*job).shots},
		{"bench", "[-write …]", "compare the page with other libraries; -write saves the result", measures(bench.Run)},
		{"lighthouse", "[-rounds N]", "let Lighthouse read the pages and JSXGraph's as on a phone; it needs npm", measures(bench.Lighthouse)},
		{"figure", "", "redraw assets/figure.png, assets/og.png and assets/f/", alone((*job).picture)},
	}
}

// alone is a command that takes no arguments.
func alone(do func(j *job) error) func(*job, []string) error {
	return func(j *job, args []string) error {
		if len(args) > 0 {
			return fmt.Errorf("takes no arguments, but got %q", strings.Join(args, " "))
		}
		return do(j)
	}
}

// help lists the commands.
func help() string {
	var b strings.Builder
	b.WriteString("./build.sh [COMMAND]\n\n")
	for _, o := range orders() {
		fmt.Fprintf(&b, "  %-18s %s\n", strings.TrimSpace(o.name+" "+o.args), o.what)
	}
	fmt.Fprintf(&b, "  %-18s %s\n", "help", "this list")
	b.WriteString("\nWithout a command it builds. Without a shell: go run ./web/site [COMMAND]\n")
	return b.String()
}

func main() {
	name, args := orders()[0].name, os.Args[1:]
	if len(args) > 0 {
		name, args = args[0], args[1:]
	}
	if err := run(name, args); err != nil {
		fmt.Fprintln(os.Stderr, strings.TrimSuffix("build.sh "+name, " build")+":", err)
		os.Exit(1)
	}
}

func run(name string, args []string) error {
	switch name {
	case "help", "-h", "--help":
		fmt.Print(help())
		return nil
	}
	for _, o := range orders() {
		if o.name == name {
			if _, err := os.Stat("go.mod"); err != nil {
				return fmt.Errorf("run this in the project's top folder: %w", err)
			}
			if err := plainGo(); err != nil {
				return err
			}
			j := newJob()
			defer j.line.Close()
			return o.do(j, args)
		}
	}
	return fmt.Errorf("unknown command; ./build.sh help lists the commands")
}

// plainGo frees the go commands that are run from what a person may have set
// for other projects: a workspace, another system, flags, a C compiler.
func plainGo() error {
	for name, value := range map[string]string{
		"GOWORK": "off", "GOOS": runtime.GOOS, "GOARCH": runtime.GOARCH, "CGO_ENABLED": "0",
		"GOFLAGS": "-buildvcs=false", // not empty, since go env -w may have set others
	} {
		if err := os.Setenv(name, value); err != nil {
			return err
		}
	}
	return nil
}
