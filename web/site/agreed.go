//go:build !js

package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
)

// agreedFile has the agreed figures, one to a line: what, and bytes as Brotli.
const agreedFile = "web/site/size.txt"

// tolerance is how much a figure may grow before it must be agreed on again.
const tolerance = 0.03

// limit is what a page may weigh at most with all it loads, bytes as Brotli,
// whatever is agreed: the goal of 1000 kB, and a hundredth for what another version of Go
// makes of the program.
const limit = 1_010_000

// weighed are the pages that are held to their figures.
func weighed() []string { return []string{"index.html", "embed.html"} }

// figure of a page or the program.
type amount struct {
	what  string
	bytes int
}

// figures are the amounts of dist as it is.
func figures() ([]amount, error) {
	w, err := weigh(program)
	if err != nil {
		return nil, err
	}
	now := []amount{{program, w.brotli}}
	for _, page := range weighed() {
		_, _, sum, err := weighPage(page)
		if err != nil {
			return nil, err
		}
		now = append(now, amount{page, sum.brotli})
	}
	return now, nil
}

// agree writes the figures down.
func agree(now []amount) error {
	text := "# Bytes as Brotli: of the program, and of pages with all they load. Written by ./build.sh size agree.\n"
	for _, a := range now {
		text += fmt.Sprintf("%s %d\n", a.what, a.bytes)
	}
	return os.WriteFile(agreedFile, []byte(text), 0o644)
}

// asAgreed holds figures to those that were agreed on.
func asAgreed(now []amount) error {
	b, err := os.ReadFile(agreedFile)
	if err != nil {
		return err
	}
	agreed, err := readAmounts(string(b))
	if err != nil {
		return fmt.Errorf("%s: %w", agreedFile, err)
	}
	return within(now, agreed)
}

// within fails where a figure is more than the tolerance above the agreed one,
// or a page above the limit.
func within(now, agreed []amount) error {
	var failed []error
	for _, n := range now {
		i := slices.IndexFunc(agreed, func(a amount) bool { return a.what == n.what })
		switch {
		case n.bytes > limit:
			failed = append(failed, fmt.Errorf("%s is %d bytes as Brotli, more than %d", n.what, n.bytes, limit))
		case i < 0:
			failed = append(failed, fmt.Errorf("no size of %s has been agreed; run ./build.sh size agree", n.what))
		case float64(n.bytes) > float64(agreed[i].bytes)*(1+tolerance):
			failed = append(failed, fmt.Errorf("%s is %d bytes as Brotli, %.1f%% above the agreed %d; ./build.sh size shows where the bytes go, and ./build.sh size agree accepts the new size",
				n.what, n.bytes, 100*(float64(n.bytes)/float64(agreed[i].bytes)-1), agreed[i].bytes))
		}
	}
	return errors.Join(failed...)
}

func readAmounts(text string) ([]amount, error) {
	var all []amount
	for _, line := range strings.Split(text, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		what, n, _ := strings.Cut(line, " ")
		bytes, err := strconv.Atoi(n)
		if err != nil {
			return nil, fmt.Errorf("%q is not a name and a number", line)
		}
		all = append(all, amount{what, bytes})
	}
	return all, nil
}
