//go:build !js

package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// job is a scenario in one of its engines.
type job struct {
	scenario
	engine Engine
}

// again is the command that tries the job alone.
func (j job) again() string { return fmt.Sprintf("./build.sh test %s %q", j.engine, j.name) }

// jobs are the scenarios in every engine that they run in.
func jobs(list []scenario) (all []job) {
	for _, e := range Engines() {
		for _, s := range list {
			if s.runsIn(e) {
				all = append(all, job{s, e})
			}
		}
	}
	return all
}

// chosen are the jobs that words match. Names of engines choose engines; every
// other word chooses the scenario of that name or, where there is none, those
// that have it in their names. No words are all jobs.
func chosen(list []scenario, words []string) ([]job, error) {
	var engines []Engine
	names := map[string]bool{}
	for _, w := range words {
		w = strings.ToLower(strings.TrimSpace(w))
		if e := Engine(w); slices.Contains(Engines(), e) {
			engines = append(engines, e)
			continue
		}
		found := named(list, w)
		if len(found) == 0 {
			return nil, fmt.Errorf("%q is neither an engine nor part of a scenario's name\n%s", w, offer(list))
		}
		for _, name := range found {
			names[name] = true
		}
	}
	var some []job
	for _, j := range jobs(list) {
		if (len(engines) == 0 || slices.Contains(engines, j.engine)) && (len(names) == 0 || names[j.name]) {
			some = append(some, j)
		}
	}
	if len(some) == 0 {
		return nil, fmt.Errorf("no scenario that %q matches runs in these engines\n%s", words, offer(list))
	}
	return some, nil
}

// named are the names that a word matches, in small letters: the one that it
// is, or those that it is part of.
func named(list []scenario, word string) (names []string) {
	for _, s := range list {
		switch name := strings.ToLower(s.name); {
		case name == word:
			return []string{s.name}
		case word != "" && strings.Contains(name, word):
			names = append(names, s.name)
		}
	}
	return names
}

// offer lists the words that there are.
func offer(list []scenario) string {
	var b strings.Builder
	fmt.Fprintf(&b, "engines: %v\nscenarios:", Engines())
	for _, s := range list {
		fmt.Fprintf(&b, "\n  %s", s.name)
		if len(s.engines) > 0 {
			fmt.Fprintf(&b, " %v", s.engines)
		}
	}
	return b.String()
}

func TestChosen(t *testing.T) {
	list := []scenario{{"German", nil, nil}, {"lecture", nil, nil}, {"lecture in German", nil, nil}, {"axe", nil, []Engine{Chromium}}}
	for _, c := range []struct{ words, want string }{
		{"", "chromium German, chromium lecture, chromium lecture in German, chromium axe, firefox German, firefox lecture, firefox lecture in German, webkit German, webkit lecture, webkit lecture in German"},
		{"German firefox", "firefox German"}, // its full name wins over a part of another
		{"GERM firefox", "firefox German, firefox lecture in German"},
		{"Firefox webkit lecture", "firefox lecture, webkit lecture"},
		{"webkit lect axe", "webkit lecture, webkit lecture in German"},
		{"axe", "chromium axe"},
	} {
		got, err := chosen(list, strings.Fields(c.words))
		var names []string
		for _, j := range got {
			names = append(names, string(j.engine)+" "+j.name)
		}
		if all := strings.Join(names, ", "); all != c.want || err != nil {
			t.Errorf("%q chooses %s, %v, want %s", c.words, all, err, c.want)
		}
	}
	for _, words := range []string{"lectern", "firefox axe", "  "} {
		if got, err := chosen(list, []string{words}); err == nil {
			t.Errorf("%q chooses %v", words, got)
		}
	}
	if _, err := chosen(list, []string{"firefox", "axe"}); err == nil || !strings.Contains(err.Error(), "\n  axe [chromium]") {
		t.Errorf("axe in Firefox is told as %v, which does not list what there is", err)
	}
}

// TestNames: every scenario can be tried alone, and those that take long are
// scenarios.
func TestNames(t *testing.T) {
	list := scenarios()
	for _, s := range list {
		if found, err := chosen(list, []string{s.name}); err != nil || found[0].name != s.name || found[len(found)-1].name != s.name {
			t.Errorf("%q chooses %v, %v", s.name, found, err)
		}
	}
	for _, name := range long() {
		if !slices.ContainsFunc(list, func(s scenario) bool { return s.name == name }) {
			t.Errorf("no scenario is named %q", name)
		}
	}
}
