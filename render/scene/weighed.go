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
	lobed   []slab
	slabbed []slab
	splits  []float64 // where f breaks
}

// slab is a part of the support on which a function has one sign, with the integrals of
// −f φ′ and of f′ φ there.
type slab struct{ lo, hi, sign, parts, with float64 }

// mostTold is how many parts of an area have numbers of their own, or else none.
const mostTold = 6

// integral is a set of those that have been taken.
type integral uint8

const (
	pairs integral = 1 << iota
	scales
	cuts
	lobed
	slabbed
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

// stretches are those of the support on which a function has one sign, with the integrals
// of −f φ′ and of f′ φ on them; none where there are more than are told. Where the function
// touches 0 at a break, or has jumped there to the other side, one ends. The function is
// asked for its limits too, from the left for dir < 0 and from the right for dir > 0.
func (w *weighed) stretches(dst []slab, y func(x, dir float64) float64) []slab {
	const samples, through = 160, 1e-9
	f, φ := w.by, w.at
	dst, w.splits = dst[:0], f.AppendBreaks(w.splits[:0])
	at, is, on := 0.0, 0.0, false // where y was seen last, its sign there, and whether it goes on at the break
	sign := func(v float64) float64 {
		switch {
		case v > 0:
			return 1
		case v < 0:
			return -1
		}
		return 0 // or undefined
	}
	lo := φ.Lo()
	end := func(hi, is float64) {
		if parts, with := f.Areas(φ, lo, hi); is != 0 {
			dst = append(dst, slab{lo, hi, is, parts, with})
		}
		lo = hi
	}
	for i := range len(w.splits) + 1 {
		from, to := φ.Lo(), φ.Hi()
		if i > 0 {
			from = max(from, w.splits[i-1])
		}
		if i < len(w.splits) {
			to = min(to, w.splits[i])
		}
		if !(from < to) {
			continue
		}
		n := max(4, math.Ceil(samples*(to-from)/(2*φ.W)))
		at = from
		for k := range int(n) {
			x := from + (to-from)*(float64(k)+0.5)/n
			now := sign(y(x, 0))
			if now != is && (k > 0 || on) {
				a, b := at, x
				for range 60 {
					if m := a + (b-a)/2; sign(y(m, 0)) == is {
						a = m
					} else {
						b = m
					}
				}
				end(b, is)
			}
			at, is = x, now
		}
		left, right := y(to, -1), y(to, 1)
		if on = to < φ.Hi() && sign(left) == is && sign(right) == is && min(math.Abs(left), math.Abs(right)) > through; !on {
			end(to, is)
		}
	}
	if len(dst) > mostTold {
		return dst[:0]
	}
	return dst
}

// lobes are the stretches on which −f φ′ has one sign. Those of the Cantor function, which
// is not cut, are left and right of the probe's middle: f is not negative.
func (w *weighed) lobes() []slab {
	if w.ask(lobed) {
		return w.lobed
	}
	f, φ := w.by, w.at
	if f.Singular() {
		size, all := w.scale(), w.pairing().ByParts
		w.lobed = w.lobed[:0]
		if from := max(0, φ.Lo()); from < φ.C { // f is 0 before
			w.lobed = append(w.lobed, slab{from, φ.C, -1, (all - size) / 2, 0})
		}
		if from := max(0, φ.C); from < φ.Hi() {
			w.lobed = append(w.lobed, slab{from, φ.Hi(), 1, (all + size) / 2, 0})
		}
		return w.lobed
	}
	w.lobed = w.stretches(w.lobed, func(x, dir float64) float64 {
		v := f.RightValue(x)
		if dir < 0 {
			v = f.LeftValue(x)
		}
		return -v * φ.Derivative(x)
	})
	return w.lobed
}

// slabs are the stretches on which f′ φ has one sign.
func (w *weighed) slabs() []slab {
	if w.ask(slabbed) {
		return w.slabbed
	}
	f, φ := w.by, w.at
	w.slabbed = w.stretches(w.slabbed, func(x, dir float64) float64 {
		left, d := f.Slopes(x)
		if dir < 0 {
			d = left
		}
		return d * φ.Value(x)
	})
	return w.slabbed
}
