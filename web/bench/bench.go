//go:build !js

package bench

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"
)

// document is what a whole run writes.
const document = home + "/RESULTS.md"

// Run measures the built dist beside its peers and prints what it found as
// Markdown. Arguments are those of `./build.sh bench`; -h tells them.
func Run(args []string) error {
	f := flag.NewFlagSet("bench", flag.ContinueOnError)
	rounds := f.Int("rounds", 5, "how often every page is measured")
	soak := f.Duration("soak", 2*time.Minute, "how long the figure is dragged at random while its memory is watched; 0 leaves it out")
	only := f.String("only", "", "only the pages whose names have one of these words, split by commas, and nothing else")
	parts := f.String("parts", "", "only the parts of a round whose names have one of these words, split by commas: quiet load, first drag, and both throttled; needs -only")
	before := f.String("before", "", "a folder with a built site of an earlier state, named after it, to be measured beside this one")
	write := f.Bool("write", false, "write "+document)
	if err := f.Parse(args); err != nil {
		return err
	}
	if *parts != "" && *only == "" {
		return errors.New("-parts needs -only: what else a run measures is no part of a round")
	}
	if *write && *only != "" {
		return errors.New("a document without some of the pages would mislead: -write and -only exclude each other")
	}
	s, err := packed(*before)
	if err != nil {
		return err
	}
	defer s.Close()
	r := &run{results: newResults(), site: s, parts: *parts}
	about, err := describe(s)
	if err != nil {
		return err
	}
	list := slices.DeleteFunc(pages(*before), func(p page) bool { return !wanted(p.name, *only) })
	var drags []soaking
	if *only == "" && *soak > 0 {
		drags = r.soaks(*soak)
	}
	start := time.Now()
	for n := range *rounds {
		r.round(list, n)
		if n == 0 && *only == "" {
			r.lenses() // once, since nothing is compared with them
		}
		about.rounds, about.took = n+1, time.Since(start)
		if *write { // after each round, so that a run that is cut off leaves what it has
			if err := os.WriteFile(document, []byte(r.report(list, about, drags)), 0o644); err != nil {
				return err
			}
		}
	}
	if *write {
		fmt.Println(document)
		return nil
	}
	fmt.Print("\n", r.report(list, about, drags))
	return nil
}

// wanted reports whether a name has one of the words.
func wanted(name, words string) bool {
	return slices.ContainsFunc(strings.Split(words, ","), func(w string) bool { return strings.Contains(name, w) })
}
