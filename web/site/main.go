//go:build !js

// Command site builds the page into dist/, serves it, and checks the project.
// build.sh is its front door; run it from the project's top folder.
package main

import (
	"errors"
	"fmt"
	"os"
)

const usage = `usage: site COMMAND
	build    build dist/
	serve    build dist/ and serve it at http://127.0.0.1:8080 (PORT changes it)
	check    everything but browsers: format, vet, tests, generated files
	size     build dist/ and tell where its bytes are; size agree makes its figures those to hold to
	test     check, then the tests in three browsers
	pack     build dist/ and make an npm package of it in .pack/; pack v0.9.0 if that is the newest version
	shots    screenshots into .shots/; arguments filter, as in: shots phone dark sub
	strips   films of the derivation into .strips/; arguments filter, as in: strips relu abs2
	bench    measure dist/ beside other libraries; -write keeps it in web/bench/RESULTS.md
	figure   draw assets/figure.png and og.png anew from the running page
`

func main() {
	command, args := "build", os.Args[1:]
	if len(args) > 0 {
		command, args = args[0], args[1:]
	}
	if err := run(command, args); err != nil {
		fmt.Fprintln(os.Stderr, "site "+command+":", err)
		os.Exit(1)
	}
}

func run(command string, args []string) error {
	switch command {
	case "build":
		return build()
	case "serve":
		return serveSite()
	case "size":
		return size(args)
	case "check":
		return check()
	case "test":
		return test()
	case "pack":
		return pack(args)
	case "shots":
		return shots(args)
	case "strips":
		return strips(args)
	case "bench":
		return measure(args)
	case "figure":
		return picture()
	}
	fmt.Fprint(os.Stderr, usage)
	return errors.New("no such command")
}
