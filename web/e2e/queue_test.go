//go:build !js

package e2e

import (
	"slices"
	"sync"
	"testing"
)

// long are the scenarios that take longest, the longest first: begun early,
// none of them is waited for at the end.
func long() []string {
	return []string{"in a project of Astro", "in a project of Vite", "words that grow", "hosts of every manner", "one old file", "one old file for ever", "axe on other pages", "words keep off each other", "from a server of packages", "rest", "axe", "first paint", "translated", "decks of one's own", "lecture", "play and pause", "nothing shifts", "device pixel ratio"}
}

// queue has the jobs that are left.
type queue struct {
	mu   sync.Mutex
	left map[Engine][]job
}

func newQueue(all []job) *queue {
	first := long()
	rank := func(j job) int {
		if i := slices.Index(first, j.name); i >= 0 {
			return i
		}
		return len(first)
	}
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b job) int { return rank(a) - rank(b) })
	q := &queue{left: map[Engine][]job{}}
	for _, j := range all {
		q.left[j.engine] = append(q.left[j.engine], j)
	}
	return q
}

// next takes a job of an engine or, where it has none left, of the engine with
// the most; ok is false when nothing is left.
func (q *queue) next(e Engine) (j job, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.left[e]) == 0 {
		e = slices.MaxFunc(Engines(), func(a, b Engine) int { return len(q.left[a]) - len(q.left[b]) })
	}
	if len(q.left[e]) == 0 {
		return j, false
	}
	j, q.left[e] = q.left[e][0], q.left[e][1:]
	return j, true
}

func TestQueue(t *testing.T) {
	q := newQueue(jobs([]scenario{{"load", nil, nil}, {"axe", nil, []Engine{Chromium}}, {"rest", nil, nil}, {"keys", nil, []Engine{Chromium, WebKit}}}))
	var got []string
	for e := Firefox; ; {
		j, ok := q.next(e)
		if !ok {
			break
		}
		e = j.engine
		got = append(got, j.String())
	}
	if want := []string{
		"firefox, rest", "firefox, load",
		"chromium, rest", "chromium, axe", "chromium, load", "chromium, keys",
		"webkit, rest", "webkit, load", "webkit, keys",
	}; !slices.Equal(got, want) {
		t.Errorf("the jobs come as %q, want %q", got, want)
	}
}
