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
func below(what, want string, have, limit float64) goal {
	return goal{what, fmt.Sprintf("%s: ≤ %s", want, number(limit)), number(have), have <= limit, !math.IsNaN(have) && !math.IsNaN(limit)}
}

// atLeast is the goal that a figure is at least a limit.
func atLeast(what, want string, have, limit float64) goal {
	return goal{what, fmt.Sprintf("%s: ≥ %s", want, number(limit)), number(have), have >= limit, !math.IsNaN(have)}
}

// figures are the rows of ours that stand beside the peers.
func figures() []string { return []string{essayPage, alonePage, alonePage + painters()[1].suffix} }

// goals compares medians with what was to be reached.
func (r *results) goals(soaks []soaking) (list []goal) {
	for _, row := range figures() {
		for _, m := range []metric{firstDrag, slow(firstDrag)} {
			list = append(list, below(row+": "+string(m), graphPage, r.median(row, m), r.median(graphPage, m)))
		}
		list = append(list, below(row+": "+string(bytes), "all that it loads", r.median(row, bytes), 1000))
	}
	for _, by := range painters() {
		for _, p := range append(lensPages(by), playing(by)) {
			list = append(list, below(p.name+": "+string(perMove), "1.2 × "+svgPage, r.median(p.name, perMove), 1.2*r.median(svgPage, perMove)),
				atLeast(p.name+": "+string(perSecond), "60, and a counter may miss one", r.median(p.name, perSecond), 59))
		}
		for _, p := range lensPages(by) {
			list = append(list, atLeast(p.name+": "+string(promptly), "each", r.median(p.name, promptly), 1))
		}
	}
	for _, s := range soaks {
		list = append(list, s.goal())
	}
	return list
}
