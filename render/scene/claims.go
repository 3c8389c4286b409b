package scene

import (
	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/metrics"
)

// Question and claim change under a hand, and so does the number of their lines.
// They have the room of the longest that can be said of the function, wherever the
// hands are, so that no block below them ever moves.

// claims are how many lines the longest has, in sizes that were asked for.
type claims struct {
	of    figure.Model // at no pose
	rooms [12]claimRoom
	n     int
}

type claimRoom struct {
	size, measure   float64
	question, short bool
	lines           int
}

// claimLines is how many lines the longest claim has, or the longest question: of
// many, and of the one in the pose that the figure stands by.
func (p *pen) claimLines(size, measure float64, question, short bool) int {
	_, at, _ := p.m.Standing()
	return max(p.mostLines(size, measure, question, short), p.lines(p.m.Posed(at), size, measure, question, short))
}

// lines is how many lines a model's claim has, or its question.
func (p *pen) lines(m figure.Model, size, measure float64, question, short bool) int {
	if question {
		return metrics.Lines(metrics.Serif500, p.plain(figure.Question(m)), size, measure)
	}
	return metrics.Lines(metrics.Serif400, p.plain(figure.Caption(m, short)), size, measure)
}

// mostLines is how many lines the longest of many has. It is kept, since no hand
// changes it.
func (p *pen) mostLines(size, measure float64, question, short bool) int {
	c := &p.Frame.claims
	if m := still(p.m.Posed(figure.Pose{})); c.of != m {
		c.of, c.n = m, 0
	}
	for _, r := range c.rooms[:c.n] {
		if r.size == size && r.measure == measure && r.question == question && r.short == short {
			return r.lines
		}
	}
	r := claimRoom{size, measure, question, short, 0}
	p.anywhere(func(m figure.Model) {
		r.lines = max(r.lines, p.lines(m, size, measure, question, short))
	})
	if c.n == len(c.rooms) {
		c.n = 0
	}
	c.rooms[c.n] = r
	c.n++
	return r.lines
}

// questionLines is how many lines the longest question has, or the title in its place.
func (p *pen) questionLines(size, measure float64) int {
	if p.title != "" {
		return metrics.Lines(metrics.Serif500, p.plain(p.question()), size, measure)
	}
	return p.claimLines(size, measure, true, false)
}

// anywhere calls f with the hands at places of every kind: at a break, beside it and
// away from it, on slopes that support and on others, on either side of a straight
// line. Their numbers are as long as numbers get.
func (p *pen) anywhere(f func(figure.Model)) {
	m := p.m
	try := func(x float64) {
		m.X = min(max(x, p.plan.lo), p.plan.hi)
		if !m.Tries() {
			f(m)
			return
		}
		for _, g := range [...]float64{-1.53, -0.37, 0.37, 2.37} {
			m.G = g
			f(m)
		}
	}
	dial, has := calculus.ARange(m.Fn)
	for _, a := range [...]float64{-0.37, 0.37, 1, 1.37} {
		if has && !dial.Contains(a) {
			continue
		}
		if m.A = a; !has {
			m.A = p.m.A
		}
		for _, x := range [...]float64{-2.88, -1.37, -0.37, 0.37, 1.37, 2.88} {
			try(x)
		}
		for i, b := range p.breaks {
			if i < 3 {
				try(b)
				try(b - 0.07)
				try(b + 0.07)
			}
		}
		if !has {
			return
		}
	}
}
