//go:build !js

package bench

import (
	"fmt"
	"math"
)

// goal is one of what is to be reached, beside what was measured.
type goal struct {
	what, want, have string
	met              bool
	known            bool // it could be measured
}

func (g goal) verdict() string {
	switch {
	case !g.known:
		return "not measured"
	case g.met:
		return "met"
	}
	return "**not met**"
}

// below is the goal that a figure is at most a limit.
func below(what, want string, have, limit float64, unit string) goal {
	return goal{what, fmt.Sprintf("%s: ≤ %s %s", want, number(limit), unit), number(have) + " " + unit,
		have <= limit, !math.IsNaN(have) && !math.IsNaN(limit)}
}

// atLeast is the goal that a figure is at least a limit.
func atLeast(what, want string, have, limit float64, unit string) goal {
	return goal{what, fmt.Sprintf("%s: ≥ %s %s", want, number(limit), unit), number(have) + " " + unit,
		have >= limit, !math.IsNaN(have)}
}

// figures are the rows of ours that stand beside the peers.
func figures() []string { return []string{essayPage, alonePage, gpuPage} }

// least is the lowest median of peers.
func (r *results) least(m metric, rows ...string) float64 {
	best := math.Inf(1)
	for _, row := range rows {
		if v := r.median(row, m); !math.IsNaN(v) {
			best = min(best, v)
		}
	}
	if math.IsInf(best, 1) {
		return math.NaN()
	}
	return best
}

// goals compares medians with what was to be reached.
func (r *results) goals(a about, soaks []soaking) (list []goal) {
	libraries := []string{"D3", "Mafs", graphPage, "p5"}
	byHand := []string{canvasPage, "SVG by hand"}
	for _, row := range figures() {
		for _, m := range []metric{firstInk, painting, slow(firstInk), slow(painting)} {
			list = append(list, below(row+": "+describes(m), "1.2 × Canvas 2D by hand", r.median(row, m), 1.2*r.median(canvasPage, m), "ms"))
		}
		list = append(list,
			below(row+": layout shift", "none", max(r.median(row, shift), r.median(row, slow(shift))), 0, ""),
			below(row+": all bytes of the page as brotli", "1.30 MB", r.median(row, smallest), 1300, "kB"),
			below(row+": the same", "an empty game", r.median(row, smallest), r.median(emptyPage, smallest), "kB"),
			below(row+": "+describes(slow(answering)), "ahead of JSXGraph", r.median(row, slow(answering)), r.median(graphPage, slow(answering)), "ms"),
			below(row+": "+describes(firstDrag), "JSXGraph", r.median(row, firstDrag), r.median(graphPage, firstDrag), "ms"),
			below(row+": "+describes(slow(firstDrag)), "JSXGraph", r.median(row, slow(firstDrag)), r.median(graphPage, slow(firstDrag)), "ms"),
			below(row+": "+describes(perMove), "ahead of every library", r.median(row, perMove), r.least(perMove, libraries...), "ms"),
			below(row+": the same", "ahead of pages by hand", r.median(row, perMove), r.least(perMove, byHand...), "ms"),
		)
		list = append(list, r.restGoal(row))
	}
	for _, by := range painters() {
		for _, lens := range lenses() {
			row := lensRow + lens + by.suffix
			list = append(list, r.smooth("lens "+lens+" dragged"+by.suffix, row))
			list = append(list, atLeast("the same: "+describes(promptly), "each", r.median(row, promptly), 1, ""))
		}
		list = append(list, r.smooth(playRow+by.suffix, playRow+by.suffix))
	}
	list = append(list, r.keyGoals()...)
	quiet := goal{what: "animation frames, GL calls, timers at rest", want: "0, 0, 0", known: len(a.activity) > 0, met: true}
	for _, act := range a.activity {
		quiet.met = quiet.met && zero(act.did)
	}
	quiet.have = map[bool]string{true: "0, 0, 0 everywhere", false: "see below"}[quiet.met]
	list = append(list, quiet, r.restGoal(numberRow+"20"), below("the script before the program, early.js, as brotli", "12 kB", a.early, 12, "kB"))
	for _, s := range soaks {
		list = append(list, s.goal())
	}
	return list
}

// smooth is the goal of sixty frames a second; a counter that begins and ends
// between frames may miss one of them.
func (r *results) smooth(what, row string) goal {
	have := r.median(row, perSecond)
	return goal{what + ": frames a second", "60 (± 1)", number(have), have >= 59, !math.IsNaN(have)}
}

// restGoal: the CPU of the browser is a blank page's within noise, which is what
// the blank page itself came to in the worst round, and two ticks of the
// kernel's clock for each of some eight processes.
func (r *results) restGoal(row string) goal {
	_, most := r.spread(blankPage, asleep)
	return below(row+": CPU of the browser in 10 s at rest", "a blank page's, within noise", r.median(row, asleep), most+0.05, "s")
}

// goal: memory after the last drags is what it was after the first tenth of them.
func (s soaking) goal() goal {
	g := goal{what: fmt.Sprintf("memory after %v of random dragging%s", s.length, s.by.suffix), want: "no growth: ≤ 1.05 × that after a tenth"}
	if len(s.samples) < 11 {
		return g
	}
	early, last := s.samples[1], s.samples[10]
	g.known = true
	g.have = fmt.Sprintf("program %s → %s MB, browser %s → %s MB", number(early.wasm), number(last.wasm), number(early.whole), number(last.whole))
	g.met = last.wasm <= 1.05*early.wasm && last.whole <= 1.05*early.whole && last.heap <= 1.05*early.heap+0.5
	return g
}
