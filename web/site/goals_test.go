//go:build !js

package main

import (
	"encoding/json"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"relu-three-ways/render/figure"
)

var (
	exercise  = regexp.MustCompile(`(?s)<li data-goal="([^"]*)"(?: data-more)?>(.*?)</li>`)
	condition = regexp.MustCompile(`^(\w+)(!=|<=|>=|=|<|>)(\S+)$`)
)

// reached is what goals.js computes: whether a model's report meets a goal. known is false
// where the goal asks for something that no report has.
func reached(t *testing.T, m figure.Model, goal string) (all bool) {
	t.Helper()
	var told struct {
		State   map[string]any
		Readout struct {
			Pointwise       *float64
			Subdifferential []*float64
			Probe           struct{ C, W float64 }
			Pairing         struct{ ByParts *float64 }
		}
	}
	if err := json.Unmarshal([]byte(figure.Report(m)), &told); err != nil {
		t.Fatal(err)
	}
	r, values := told.Readout, told.State
	number := func(key string, v *float64) {
		if values[key] = nil; v != nil {
			values[key] = *v
		}
	}
	from, to := r.Probe.C-r.Probe.W, r.Probe.C+r.Probe.W
	number("slope", r.Pointwise)
	number("lo", nil)
	number("hi", nil)
	if len(r.Subdifferential) == 2 {
		number("lo", r.Subdifferential[0])
		number("hi", r.Subdifferential[1])
	}
	number("from", &from)
	number("to", &to)
	number("pairing", r.Pairing.ByParts)
	all = true
	for _, c := range strings.Split(goal, ";") {
		p := condition.FindStringSubmatch(strings.TrimSpace(c))
		if p == nil {
			t.Fatalf("%q is not a condition", c)
		}
		value, known := values[p[1]]
		if !known {
			t.Fatalf("%q asks for what no report has", c)
		}
		v, isNumber := value.(float64)
		want, err := strconv.ParseFloat(p[3], 64)
		text, isText := value.(string)
		same := value == nil && p[3] == "none" || isText && text == p[3]
		if isNumber && err == nil {
			same = math.Abs(v-want) < 1e-9
		} else if p[2] != "=" && p[2] != "!=" && err != nil {
			t.Fatalf("%q compares with what is no number", c)
		}
		holds := same
		switch isNumber = isNumber && err == nil; p[2] {
		case "!=":
			holds = !same
		case "<":
			holds = isNumber && v < want && !same
		case "<=":
			holds = isNumber && v < want || same
		case ">":
			holds = isNumber && v > want && !same
		case ">=":
			holds = isNumber && v > want || same
		}
		all = all && holds
	}
	return all
}

// TestExercisesInGerman: of each there is a German text, with the numbers and as many links
// as the English one, from which they have their addresses.
func TestExercisesInGerman(t *testing.T) {
	page, err := os.ReadFile("../essay/index.html")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("../essay/exercises.de.json")
	if err != nil {
		t.Fatal(err)
	}
	var german [][2]string
	if err := json.Unmarshal(text, &german); err != nil {
		t.Fatal(err)
	}
	list := exercise.FindAllStringSubmatch(string(page), -1)
	if len(german) != len(list) {
		t.Fatalf("%d of %d exercises are in German", len(german), len(list))
	}
	tag, number := regexp.MustCompile(`<[^>]*>`), regexp.MustCompile(`[0-9]+(\.[0-9]+)?`)
	numbers := func(s string) []string {
		all := number.FindAllString(tag.ReplaceAllString(s, ""), -1)
		slices.Sort(all)
		return slices.Compact(all)
	}
	for i, e := range list {
		task, answer, _ := strings.Cut(e[2], `<details class="answer"><summary>Answer</summary>`)
		task, _, _ = strings.Cut(task, "<details>")
		for k, english := range [...]string{task, answer} {
			if n := len(essayLink.FindAllString(english, -1)); n == 0 || strings.Count(german[i][k], "<a>") != n || strings.Count(german[i][k], "</a>") != n {
				t.Errorf("exercise %d has %d links, and %q", i+1, n, german[i][k])
			}
			if a, b := numbers(english), numbers(strings.ReplaceAll(german[i][k], ",", ".")); !slices.Equal(a, b) {
				t.Errorf("exercise %d has the numbers %q, in German %q", i+1, a, b)
			}
		}
	}
}

// TestExercises: each has a link that sets it up, a hint, and an answer, whose first link
// reaches its goal wherever a reader comes from. Neither the opening nor what sets it up
// does.
func TestExercises(t *testing.T) {
	page, err := os.ReadFile("../essay/index.html")
	if err != nil {
		t.Fatal(err)
	}
	list := exercise.FindAllStringSubmatch(string(page), -1)
	if len(list) != 12 || strings.Count(string(page), "<summary>Answer</summary>") != len(list) {
		t.Errorf("there are %d exercises", len(list))
	}
	for i, e := range list {
		goal := attributesOf(`a="` + e[1] + `"`)["a"]
		task, answer, ok := strings.Cut(e[2], `<details class="answer"><summary>Answer</summary>`)
		task, hint, hinted := strings.Cut(task, "<details><summary>Hint</summary>")
		setup, to := essayLink.FindString(task), essayLink.FindString(answer)
		if !ok || !hinted || len(hint) < 40 || setup == "" || to == "" || essayLink.MatchString(hint) {
			t.Errorf("exercise %d lacks a link, a hint or an answer", i+1)
			continue
		}
		if reached(t, figure.New(), goal) {
			t.Errorf("exercise %d: the opening is an answer to %q", i+1, goal)
		}
		for name, m := range following() {
			follow := func(tag string) figure.Model {
				return figure.Update(m, figure.Steer{Link: strings.TrimPrefix(attributesOf(tag)["href"], "#")}).Goal()
			}
			if reached(t, follow(setup), goal) {
				t.Errorf("exercise %d: what sets it up, from %q, is an answer to %q", i+1, name, goal)
			}
			if !reached(t, follow(to), goal) {
				t.Errorf("exercise %d: its answer, from %q, is none to %q", i+1, name, goal)
			}
		}
	}
}

// TestGoalsAreMet: an exercise takes what is nearly its answer where a finger cannot do
// better, and not what only looks like it.
func TestGoalsAreMet(t *testing.T) {
	page, err := os.ReadFile("../essay/index.html")
	if err != nil {
		t.Fatal(err)
	}
	list := exercise.FindAllStringSubmatch(string(page), -1)
	for _, c := range []struct {
		number int
		link   string
		want   bool
	}{
		{1, "fn=relu&lens=point&h=1&x=0.25", true},
		{1, "fn=relu&lens=point&h=1&x=0.24", false},
		{1, "fn=relu&lens=point&h=0.5&x=0.25", false},
		{9, "fn=abs&lens=dist&order=1&c=0&w=1", true},
		{9, "fn=heaviside&lens=dist&order=1&c=-0.98&w=1", false}, // its pairing is 1e-11
		{9, "fn=relu&lens=dist&order=1&c=-0.98&w=1", false},
	} {
		m, warnings := figure.Parse(c.link)
		if len(warnings) > 0 {
			t.Fatal(warnings)
		}
		goal := attributesOf(`a="` + list[c.number-1][1] + `"`)["a"]
		if reached(t, m, goal) != c.want {
			t.Errorf("exercise %d: %s meets %q: %v", c.number, c.link, goal, !c.want)
		}
	}
}
