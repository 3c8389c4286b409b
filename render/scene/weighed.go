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

	known  integral // which of those below have been taken
	pair   calculus.Pairing
	size   float64
	cut    []calculus.Part
	lobed  [2][]lobe
	few    [2]bool   // whether they are all that there is, and no more than are told
	splits []float64 // where f breaks
}

// lobe is a part of the support on which what is integrated has one sign, with its
// integral.
type lobe struct{ lo, hi, sign, area float64 }

// mostTold is how many parts of an area have numbers of their own, or else none.
const mostTold = 6

// integral is a set of those that have been taken.
type integral uint8

const (
	pairs integral = 1 << iota
	scales
	cuts
	byPartsLobes
	directLobes
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

// integrand is −f φ′ at x or, if density is set, f′ φ: their limits from the left for
// dir < 0, else from the right.
func (w *weighed) integrand(density bool, x, dir float64) float64 {
	if density {
		left, d := w.by.Slopes(x)
		if dir < 0 {
			d = left
		}
		return d * w.at.Value(x)
	}
	v := w.by.RightValue(x)
	if dir < 0 {
		v = w.by.LeftValue(x)
	}
	return -v * w.at.Derivative(x)
}

// lobesOf are the stretches of the support on which an integrand has one sign, from left to
// right, with its integrals, and false if there are more than are told, or if one of them
// is not integrable, beside a pole. Where it touches 0 at a break, or has jumped there to
// the other side, one ends.
func (w *weighed) lobesOf(dst []lobe, density bool) ([]lobe, bool) {
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
	lo, whole := φ.Lo(), true
	end := func(hi, is float64) {
		if is != 0 && len(dst) <= mostTold {
			l := lobe{lo: lo, hi: hi, sign: is}
			if density {
				l.area = f.AreaDirect(φ, lo, hi)
			} else {
				l.area = f.AreaByParts(φ, lo, hi)
			}
			whole = whole && l.area-l.area == 0
			dst = append(dst, l)
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
			now := sign(w.integrand(density, x, 0))
			if now != is && (k > 0 || on) {
				a, b := at, x
				for range 60 {
					if m := a + (b-a)/2; sign(w.integrand(density, m, 0)) == is {
						a = m
					} else {
						b = m
					}
				}
				end(b, is)
			}
			at, is = x, now
		}
		left, right := w.integrand(density, to, -1), w.integrand(density, to, 1)
		if on = to < φ.Hi() && sign(left) == is && sign(right) == is && min(math.Abs(left), math.Abs(right)) > through; !on {
			end(to, is)
		}
	}
	return dst, whole && len(dst) <= mostTold
}

// lobes are those of −f φ′ or, if density is set, of f′ φ, point masses left aside. Those
// of −f φ′ for the Cantor function, which is not cut, are left and right of the probe's
// middle: f is not negative.
func (w *weighed) lobes(density bool) ([]lobe, bool) {
	taken, which := byPartsLobes, 0
	if density {
		taken, which = directLobes, 1
	}
	l, few := &w.lobed[which], &w.few[which]
	if w.ask(taken) {
		return *l, *few
	}
	f, φ := w.by, w.at
	if density || !f.Singular() {
		*l, *few = w.lobesOf(*l, density)
		return *l, *few
	}
	size, all := w.scale(), w.pairing().ByParts
	*l, *few = (*l)[:0], true
	if from := max(0, φ.Lo()); from < φ.C { // f is 0 before
		*l = append(*l, lobe{from, φ.C, -1, (all - size) / 2})
	}
	if from := max(0, φ.C); from < φ.Hi() {
		*l = append(*l, lobe{from, φ.Hi(), 1, (all + size) / 2})
	}
	return *l, *few
}
