package calculus

import "math"

// closed is a function in closed form: pieces, each a law such as k·x + b, and the breaks
// between them. It is continuous, or the derivative of one that is.
type closed struct {
	breaks int8       // how many
	at     [2]float64 // the breaks, ascending
	pieces [3]piece   // one more than breaks; piece i ends at break i
}

// form is the closed form of a kind, false if it has none.
//
//go:noinline
func (k Kind) form(p Params) (closed, bool) {
	line := func(slope float64) piece { return piece{law: affine, k: slope} }
	flat := func(height float64) piece { return piece{law: affine, b: height} }
	bent := func(left, right piece) (closed, bool) {
		return closed{breaks: 1, pieces: [3]piece{left, right}}, true
	}
	smooth := func(whole piece) (closed, bool) { return closed{pieces: [3]piece{whole}}, true }
	if p.A-p.A != 0 {
		p.A = 0
	}
	switch k {
	case ReLU:
		return bent(flat(0), line(1))
	case Leaky, Kink:
		return bent(line(p.A), line(1))
	case Abs:
		return bent(line(-1), line(1))
	case MinusAbs:
		return bent(line(1), line(-1))
	case Softplus:
		return smooth(piece{law: softplus, k: BetaRange().clamp(p.Beta, defaultBeta)})
	case Square:
		return smooth(piece{law: power, n: 2, k: 1})
	case Cube:
		return smooth(piece{law: power, n: 3, k: 1})
	case SqrtAbs:
		return bent(piece{law: root}, piece{law: root})
	case Cantor:
		return closed{breaks: 2, at: [2]float64{0, 1}, pieces: [3]piece{flat(0), {law: devil}, flat(1)}}, true
	}
	return closed{}, false
}

func (c *closed) all() []piece { return c.pieces[:c.breaks+1] }

func (c *closed) places() []float64 { return c.at[:c.breaks] }

// onRight is the piece that holds just right of x, and at x itself.
func (c *closed) onRight(x float64) *piece {
	i := 0
	for i < int(c.breaks) && x >= c.at[i] {
		i++
	}
	return &c.pieces[i]
}

// onLeft is the piece that holds just left of x.
func (c *closed) onLeft(x float64) *piece {
	i := 0
	for i < int(c.breaks) && x > c.at[i] {
		i++
	}
	return &c.pieces[i]
}

// beside is the limit of f at x from one side, and the slope there.
func (c *closed) beside(x, dir float64) (v, slope float64) {
	p := c.onRight(x)
	if dir < 0 {
		p = c.onLeft(x)
	}
	return p.value(x), p.slope(x, dir > 0)
}

// breaksAt reports whether x is a break.
func (c *closed) breaksAt(x float64) bool {
	for _, b := range c.places() {
		if b == x {
			return true
		}
	}
	return false
}

// integral is that of a quantity from one x to another, NaN where it would cut the
// staircase.
func (c *closed) integral(q quantity, b *bump, from, to float64) float64 {
	total := 0.0
	for i := range c.all() {
		lo, hi := ends(c.places(), i)
		p := &c.pieces[i]
		switch {
		case max(lo, from) >= min(hi, to):
		case p.law != devil:
			total += b.between(q, p, max(lo, from), min(hi, to))
		case from <= lo && hi <= to:
			total += b.devil(q)
		default:
			return math.NaN()
		}
	}
	return total
}

func (c *closed) linear() bool {
	for _, p := range c.all() {
		if p.law != affine {
			return false
		}
	}
	return true
}

func (c *closed) stationary() bool {
	for _, p := range c.all() {
		if p.law != devil && !(p.law == affine && p.k == 0) {
			return false
		}
	}
	return true
}

// staircase is where f follows the Cantor function, false if nowhere.
func (c *closed) staircase() (from, to float64, ok bool) {
	for i, p := range c.all() {
		if p.law == devil {
			from, to = ends(c.places(), i)
			return from, to, true
		}
	}
	return 0, 0, false
}

// convex reports whether a continuous f is convex: whether every piece is, and the slope
// does not fall from one to the next.
func (c *closed) convex() bool {
	for _, p := range c.all() {
		if !p.convex() {
			return false
		}
	}
	for i, x := range c.places() {
		if c.pieces[i].slope(x, false) > c.pieces[i+1].slope(x, true) {
			return false
		}
	}
	return true
}

func (c *closed) straight(x, dir float64) float64 {
	i, step := int(c.breaks), 1
	for i > 0 && (x < c.at[i-1] || x == c.at[i-1] && dir < 0) {
		i--
	}
	if dir < 0 {
		step = -1
	}
	p := c.pieces[i]
	switch {
	case x != x || math.IsInf(x, 0):
		return x
	case p.law == devil:
		if _, flat := staircase(x); flat {
			return math.Nextafter(x, math.Inf(step))
		}
		return x
	case p.law != affine:
		return x
	}
	for i += step; i >= 0 && i <= int(c.breaks) && c.pieces[i] == p; i += step {
	}
	switch i -= step; {
	case dir < 0 && i > 0:
		return c.at[i-1]
	case dir > 0 && i < int(c.breaks):
		return c.at[i]
	}
	return math.Inf(step)
}

// farSlope is lim f(y)/y.
func (c *closed) farSlope(dir float64) float64 {
	if dir < 0 {
		return c.pieces[0].farSlope(true)
	}
	return c.pieces[c.breaks].farSlope(false)
}

// supports are the slopes of the lines through (x, f(x)) that are nowhere above the graph.
func (c *closed) supports(x float64) Interval {
	_, left := c.beside(x, -1)
	v, right := c.beside(x, 1)
	if c.convex() {
		return Interval{left, right}
	}
	return c.chords(x, v)
}

// chords are the supremum of (f(y) − f(x))/(y − x) over y < x and its infimum
// over y > x, for a continuous f. On each piece they lie at an end of it, at x itself, far out, or
// where the chord touches; for a concave piece because right of x the quotient
// of a concave and a positive linear function is quasiconcave, and left of it
// that of a convex one quasiconvex, for the Cantor function because it grows
// from 0 to 1 between two flat pieces, to which the chords have slope 0 or are
// steeper.
func (c *closed) chords(x, fx float64) Interval {
	i := Interval{math.Inf(-1), math.Inf(1)}
	for n, p := range c.all() {
		from, to := ends(c.places(), n)
		chord := func(y float64) float64 {
			switch {
			case math.IsInf(y, 0):
				return p.farSlope(y < 0)
			case y == x:
				return p.slope(x, from == x)
			}
			return (p.value(y) - fx) / (y - x)
		}
		y, touches := p.touch(x)
		if a, b := from, min(to, x); a < b {
			i.Lo = max(i.Lo, chord(a), chord(b))
			if touches && a < y && y < b {
				i.Lo = max(i.Lo, chord(y))
			}
		}
		if a, b := max(from, x), to; a < b {
			i.Hi = min(i.Hi, chord(a), chord(b))
			if touches && a < y && y < b {
				i.Hi = min(i.Hi, chord(y))
			}
		}
	}
	return i
}

// weak is f′ on each piece, false where it is not a function with bounded values.
func (c *closed) weak() (closed, bool) {
	g := *c
	for i := range g.all() {
		p := &g.pieces[i]
		switch p.law {
		case affine:
			*p = piece{law: affine, b: p.k}
		case power:
			*p = piece{law: power, n: p.n - 1, k: p.k * float64(p.n)}
			if p.n == 1 {
				*p = piece{law: affine, k: p.k}
			}
		case softplus:
			*p = piece{law: sigmoid, k: p.k}
		default:
			return closed{}, false
		}
	}
	return g, true
}
