package scene

import (
	"bytes"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/metrics"
)

// Question, claim, reason and answers change under a hand, and so does the number of their
// lines. They have the room of the longest that can be said of the function, wherever
// the hands are, so that no block below them ever moves.

// claims are all that can be said of a function, in each kind: whatever the size, the
// longest is among them.
type claims struct {
	of    figure.Model // at no pose
	texts [claimKinds]texts
}

// claimKind is what a claim is set as.
type claimKind int

const (
	questions claimKind = iota
	captions
	shortCaptions
	reasons // of all lines of the derivation
	answers // of programs
	claimKinds
)

// texts are plain texts, one after another, each of them once.
type texts struct {
	all  []byte
	ends []int
}

func (t *texts) add(s []byte) {
	start := 0
	for _, end := range t.ends {
		if bytes.Equal(t.all[start:end], s) {
			return
		}
		start = end
	}
	t.all = append(t.all, s...)
	t.ends = append(t.ends, len(t.all))
}

// claimLines is how many lines the longest claim of a kind has, of many, and of the
// one in the pose that the figure stands by.
func (p *pen) claimLines(kind claimKind, size, measure float64) int {
	_, at, _ := p.m.Standing()
	return max(p.mostLines(kind, size, measure), kind.lines(p.claimed(p.m.Posed(at), kind), size, measure))
}

// mostLines is how many lines the longest of many has.
func (p *pen) mostLines(kind claimKind, size, measure float64) (most int) {
	c := &p.Frame.claims
	_, at, _ := p.m.Standing()
	if m := still(p.m.Posed(figure.Pose{Formula: at.Formula})); c.of != m {
		c.of = m
		for k := range c.texts {
			c.texts[k] = texts{c.texts[k].all[:0], c.texts[k].ends[:0]}
		}
	}
	t := &c.texts[kind]
	if len(t.ends) == 0 {
		steps := kind == captions || kind == shortCaptions
		p.anywhere(steps && p.m.Stepping(), func(m figure.Model) {
			if kind != reasons {
				t.add(p.claimed(m, kind))
				return
			}
			for line := 1; line <= lineCount; line++ {
				t.add(p.plain(figure.StepReason(m, line)))
			}
		})
	}
	start := 0
	for _, end := range t.ends {
		most = max(most, kind.lines(t.all[start:end], size, measure))
		start = end
	}
	return most
}

// claimed is what a model says, as plain text.
func (p *pen) claimed(m figure.Model, kind claimKind) []byte {
	switch kind {
	case questions:
		return p.plain(figure.Question(m))
	case answers:
		return p.plain(figure.Programs(m))
	}
	return p.plain(figure.Caption(m, kind == shortCaptions))
}

// lines is how many lines a text has, none if nothing is said.
func (k claimKind) lines(text []byte, size, measure float64) int {
	if len(text) == 0 {
		return 0
	}
	face := [...]metrics.Font{metrics.Serif500, metrics.Serif400, metrics.Serif400, metrics.Sans400, metrics.Sans400}[k]
	return metrics.Lines(face, text, size, measure)
}

// questionLines is how many lines the longest question has, or the title in its place.
func (p *pen) questionLines(size, measure float64) int {
	if p.title != "" || p.m.Lens == figure.Compare { // where no hand changes the question
		return metrics.Lines(metrics.Serif500, p.plain(p.question()), size, measure)
	}
	return p.claimLines(questions, size, measure)
}

// anyStep calls f with paths of every kind and places along them: with steps that stay,
// swing, lead away and lead out of the picture. What is said of a formula is what is said
// of functions that are faster.
func (p *pen) anyStep(f func(figure.Model)) {
	if !p.m.Typed() {
		p.alongSteps(p.m, f)
		return
	}
	m := p.m
	for _, m.Fn = range [...]calculus.Kind{calculus.Abs, calculus.MinusAbs} {
		m.Formula = ""
		p.alongSteps(m, f)
	}
}

// alongSteps calls f with places along the paths of one function.
func (p *pen) alongSteps(m figure.Model, f func(figure.Model)) {
	_, at, _ := m.Standing()
	at.Formula = m.Formula
	starts := [...]float64{-2.88, -1.37, 0, 0.37, 2.88}
	along := func() {
		for _, x := range starts {
			for _, g := range [...]float64{-0.37, 0.37} {
				for _, t := range [...]float64{0.37, 1.37} {
					at.Of[figure.X], at.Of[figure.G], at.Of[figure.T] = min(max(x, p.plan.lo), p.plan.hi), g, t
					for _, k := range [...]float64{0, 0.5, 1, 2, 3, figure.MostSteps} {
						at.Of[figure.K] = k
						m = m.Posed(at)
						f(m)
					}
				}
			}
		}
	}
	dial, has := m.Dial()
	if !has {
		along()
		return
	}
	for _, a := range [...]float64{-0.37, 0, 0.37} { // whatever it is now
		if dial.Contains(a) {
			at.Of[figure.A] = a
			along()
		}
	}
}

// anywhere calls f with the hands at places of every kind: at a break, beside it and
// away from it, on slopes that support and on others, on either side of a straight
// line. Their numbers are as long as numbers get.
// Where the point takes steps, and what is said depends on them, the hands are anywhere
// on their way.
func (p *pen) anywhere(steps bool, f func(figure.Model)) {
	if steps {
		p.anyStep(f)
		return
	}
	if p.m.Sketching() { // its sentences are those of the corners, of which there are not more under a hand
		f(p.m.Sprawling())
		return
	}
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
	dial, has := m.Dial()
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
