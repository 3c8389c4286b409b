package scene

import (
	"math"

	"relu-three-ways/math/calculus"
)

// weighed is what quadrature says of a function and a probe. Each integral is
// taken when it is asked for first and kept until the function or the probe is
// another: while the derivation plays, or the point is dragged, none is taken.
type weighed struct {
	by calculus.Function
	at calculus.Probe

	known   integral // which of those below have been taken
	pair    calculus.Pairing
	size    float64
	cut     []calculus.Part
	halves  [2]calculus.Part // left and right of 0
	divided bool             // whether there are halves
	lobed   [3]lobe
}

// lobe is a stretch on which −f φ′ has one sign, with its integral.
type lobe struct{ lo, hi, area float64 }

// integral is a set of those that have been taken.
type integral uint8

const (
	pairs integral = 1 << iota
	scales
	cuts
	halves
	lobed
)

// weigh forgets the integrals of another function or probe.
func (w *weighed) weigh(f calculus.Function, φ calculus.Probe) {
	if w.by != f || w.at != φ {
		w.by, w.at, w.known = f, φ, 0
	}
}

// ask notes that an integral is taken, and reports whether it was before.
func (w *weighed) ask(i integral) bool {
	was := w.known&i != 0
	w.known |= i
	return was
}

// pairing is both sides of ⟨f′, φ⟩.
func (w *weighed) pairing() calculus.Pairing {
	if !w.ask(pairs) {
		w.pair = w.by.Pair(w.at)
	}
	return w.pair
}

// scale is ∫ |f φ′|.
func (w *weighed) scale() float64 {
	if !w.ask(scales) {
		w.size = w.by.Scale(w.at)
	}
	return w.size
}

// parts are the pairing cut at the breaks inside the support.
func (w *weighed) parts() []calculus.Part {
	if !w.ask(cuts) {
		w.cut = w.by.AppendParts(w.cut[:0], w.at)
	}
	return w.cut
}

// sides are the pairing left and right of 0, false where it cannot be divided.
func (w *weighed) sides() (left, right calculus.Part, ok bool) {
	if !w.ask(halves) {
		var a, b bool
		w.halves[0], a = w.by.Over(w.at, math.Inf(-1), 0)
		w.halves[1], b = w.by.Over(w.at, 0, math.Inf(1))
		w.divided = a && b
	}
	return w.halves[0], w.halves[1], w.divided
}

// lobes are those of −f φ′ for a function of the catalogue, which changes its sign at
// 0 alone, as φ′ does at c: left of both, between them, and right of both. One that
// goes on through 0 is one.
func (w *weighed) lobes() *[3]lobe {
	l := &w.lobed
	if w.ask(lobed) {
		return l
	}
	f, φ := w.by, w.at
	a, b := min(0, φ.C), max(0, φ.C)
	ends := [...]float64{φ.Lo(), max(a, φ.Lo()), min(b, φ.Hi()), φ.Hi()}
	for i := range l {
		l[i] = lobe{lo: ends[i], hi: ends[i+1]}
		if part, ok := f.Over(φ, ends[i], ends[i+1]); ok && ends[i] < ends[i+1] {
			l[i].area = part.ByParts
		}
	}
	if f.Singular() { // whose staircase is not cut: it is 0 left of 0
		size, all := w.scale(), w.pairing().ByParts
		l[1].area, l[2].area = (all-size)/2, (all+size)/2
	}
	for i := range 2 {
		const through = 1e-9
		if p, q := &l[i], &l[i+1]; p.hi == 0 && p.area*q.area > 0 && math.Abs(f.LeftValue(0)*φ.Derivative(0)) > through {
			*q = lobe{p.lo, q.hi, p.area + q.area}
			*p = lobe{}
		}
	}
	return l
}
