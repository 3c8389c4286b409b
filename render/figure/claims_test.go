package figure

import (
	"maps"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"relu-three-ways/assets"
	"relu-three-ways/math/autodiff"
	"relu-three-ways/math/calculus"
	"relu-three-ways/math/expression"
	"relu-three-ways/render/lang"
)

// Every sentence of the figure is an entry here: what it claims of the function
// at the place of the lens, and of the numbers in its slots, put to math/calculus
// or to the graph itself. A sentence that has no entry fails, and so does one
// whose claim is false of any function, lens, order and place of the handles.

// claimed is a sentence with what stands in its slots, and what it is said of.
type claimed struct {
	m     Model
	f     calculus.Function
	x     float64 // the place of the lens
	slots map[string]string
}

var ascii = strings.NewReplacer("−", "-", "⁻", "-", "⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9")

// shown is a number as it is read: its value and half the unit of its last
// digit.
func shown(s string) (v, half float64, ok bool) {
	s = strings.TrimPrefix(s, "≈ ")
	s = ascii.Replace(s)
	for _, sign := range []string{" + ", " - "} {
		if whole, rest, found := strings.Cut(s, sign); found {
			a, _, ok1 := shown(whole)
			b, half, ok2 := shown(rest)
			if sign == " - " {
				b = -b
			}
			return a + b, half, ok1 && ok2
		}
	}
	if digits, power, found := strings.Cut(s, "10-"); found && (digits == "" || digits == "-" || strings.HasSuffix(digits, "·")) {
		n, err := strconv.Atoi(power)
		digits = strings.TrimSuffix(digits, "·")
		if digits == "" || digits == "-" {
			digits += "1"
		}
		v, _, ok := shown(digits)
		return v * math.Pow10(-n), 0.0501 * math.Pow10(-n), ok && err == nil
	}
	switch s {
	case "+∞":
		return math.Inf(1), 0, true
	case "-∞":
		return math.Inf(-1), 0, true
	}
	v, err := strconv.ParseFloat(s, 64)
	_, decimals, _ := strings.Cut(s, ".")
	return v, 0.501 * math.Pow10(-len(decimals)), err == nil
}

// is reports whether a slot shows v: to its last digit, and never as a whole
// number, 0 above all, that v is not.
func (c claimed) is(slot string, v float64) bool { return shows(c.slots[slot], v) }

func shows(text string, v float64) bool {
	if whole, about := strings.CutPrefix(text, "≈ "); about {
		n, _, ok := shown(whole)
		return ok && v != n && math.Abs(v-n) < 2e-12*math.Abs(n)
	}
	s, half, ok := shown(text)
	if !ok || math.IsInf(v, 0) || math.IsInf(s, 0) {
		return ok && s == v
	}
	if s == math.Round(s) {
		half = 1e-12
	}
	return math.Abs(s-v) <= half+1e-12*math.Abs(v)
}

// pairs reports whether a slot shows the pairing: to its last digit, and as a whole
// number, 0 above all, only if it is one.
func (c claimed) pairs(slot string) bool {
	f, φ := c.m.Differentiated(), c.m.Probe()
	v, scale := f.Direct(φ), f.Scale(φ)
	if v != v { // there is no other way to tell it
		v = f.ByParts(φ)
	}
	s, half, ok := shown(c.slots[slot])
	switch {
	case s == 0: // as both sides of 0 cancel, or φ is 0 where f′ is not
		l, r := f.AreaDirect(φ, math.Inf(-1), 0), f.AreaDirect(φ, 0, math.Inf(1))
		if half = 0; !f.Singular() {
			half = 1e-11 * (math.Abs(l) + math.Abs(r))
		}
	case s == math.Round(s):
		half = 1e-7 * scale
	default:
		half += 1e-8 * scale
	}
	return ok && math.Abs(s-v) <= half
}

func (c claimed) value(slot string) float64 {
	v, _, _ := shown(c.slots[slot])
	return v
}

// quotients are the slopes of the secants with a step.
func (c claimed) quotients(h float64) (left, right float64) {
	y := c.f.Value(c.x)
	return (y - c.f.Value(c.x-h)) / h, (c.f.Value(c.x+h) - y) / h
}

func (c claimed) supports(x, g float64) bool { return c.f.Subdifferential(x).Contains(g) }

func (c claimed) sub() calculus.Interval { return c.f.Subdifferential(c.x) }
func (c claimed) slope() float64         { d, _ := c.f.Derivative(c.x); return d }
func (c claimed) noSlope() bool          { _, ok := c.f.Derivative(c.x); return !ok }
func (c claimed) empty() bool            { return c.sub().Empty() }
func (c claimed) jump() (float64, bool)  { return c.f.SlopeJump(c.x) }
func (c claimed) tried() bool            { return c.supports(c.x, c.m.Slope()) }

// minimises looks whether f is nowhere below f(x), but for rounding.
func (c claimed) minimises() bool {
	for _, y := range looks {
		if v := c.f.Value(c.x); c.f.Value(y) < v-4e-16*math.Abs(v)-1e-30 {
			return false
		}
	}
	return true
}

// looks are places all over the line.
var looks = func() (ys []float64) {
	for d := 1e-9; d < 1e12; d *= 1.3 {
		ys = append(ys, d, -d)
	}
	for y := -7.0; y <= 7; y += 1.0 / 64 {
		ys = append(ys, y)
	}
	return ys
}()

// over reports whether the line of the lens is above the graph at y.
func (c claimed) over(y float64) bool {
	return c.f.Value(c.x)+c.m.Slope()*(y-c.x) > c.f.Value(y)-1e-9*(1+math.Abs(c.m.Slope()*(y-c.x)))
}

// overAll reports whether it is between two places.
func (c claimed) overAll(lo, hi float64) bool {
	for i := 1; i < 60; i++ {
		if !c.over(lo + (hi-lo)*float64(i)/60) {
			return false
		}
	}
	return true
}

// overSomewhere reports whether it is somewhere on a side of x.
func (c claimed) overSomewhere(dir float64) bool {
	for d := 1e-9; d < 1e12; d *= 1.003 {
		if c.over(c.x + dir*d) {
			return true
		}
	}
	return false
}

// acts reports whether f′, or f″ in the second derivation, answers probes as
// said.
func (c claimed) acts(answer func(φ calculus.Probe) float64) bool {
	g := c.m.Differentiated()
	for _, φ := range []calculus.Probe{{C: 0, W: 1}, {C: 0.3, W: 0.9}, {C: -1, W: 1.5}, {C: 2, W: 0.5}, c.m.Probe()} {
		if want, got := answer(φ), g.ByParts(φ); math.Abs(want-got) > 1e-9*(1+math.Abs(want)) {
			return false
		}
	}
	return true
}

// mass reads m·φ(0) or m·δ.
func mass(s, symbol string) (float64, bool) {
	s = strings.TrimSuffix(strings.ReplaceAll(s, "_", ""), symbol)
	if s == "" || s == "−" {
		s += "1"
	}
	v, _, ok := shown(s)
	return v, ok
}

// weighs reports whether the slot, a multiple of a symbol, tells the answer to
// every probe.
func (c claimed) weighs(slot, symbol string) bool {
	m, ok := mass(c.slots[slot], symbol)
	g := c.m.Differentiated()
	a := g.Atoms()
	return ok && len(a) == 1 && a[0].X == 0 && shows(Short(m), a[0].Mass) && c.acts(func(φ calculus.Probe) float64 { return a[0].Mass * φ.Value(0) })
}

func (c claimed) stationary() bool {
	for x := -3.0; x < 3; x += 1.0 / 128 {
		if c.f.Density(x) != 0 {
			return false
		}
	}
	return true
}

func (c claimed) rises() bool {
	return c.is("lo", c.f.Value(-1e9)) && c.is("hi", c.f.Value(1e9)) && c.value("lo") < c.value("hi")
}

// letterIs reports whether the slot f is the letter of the function.
func (c claimed) letterIs() bool { return c.slots["f"] == c.m.letter() }

func none(claimed) bool { return true } // a name, an action or a definition

// claims are what the sentences say. The numbers that a sentence only passes on
// to the sentence inside it are claimed there.
var claims = joint(stepClaims, map[string]func(c claimed) bool{
	joined: none,
	alone:  none,

	// Questions and names
	// Of the second derivative of what jumps.
	"Repeat the step: each point mass of {f}′ becomes a multiple of _δ_′, which gives minus the slope of _φ_ there.":                                                            func(c claimed) bool { return c.doublets() },
	"Repeat the step: each point mass of {f}′ becomes a multiple of _δ_′, which gives minus the slope of _φ_ there. Otherwise {f}″ acts as the derivative of the slope of {f}.": func(c claimed) bool { return c.doublets() },
	"Repeat the step: {f}′ is {m}, so {f}″ is {d}. On _φ_ it gives {answer}.":                                                                                                   claimed.oneDoublet,
	"{f}′ is the slope, in braces, and a point mass at each jump of {f}":                                                                                                        func(c claimed) bool { return c.doublets() },
	"by parts on each piece; the jumps of the slope remain": func(c claimed) bool {
		g, _ := c.f.Second()
		return c.doublets() && len(g.Atoms()) > 0
	},
	"by parts; the boundary terms cancel, since the slope does not jump": func(c claimed) bool {
		g, ok := c.f.Second()
		sum := 0.0
		for _, q := range g.AppendParts(nil, c.m.Probe()) {
			sum += q.BoundaryLo - q.BoundaryHi
		}
		return ok && c.doublets() && math.Abs(sum) < 1e-12*(1+g.Scale(c.m.Probe()))
	},
	"so {f}″ has a multiple of _δ_′ at each jump of {f}": func(c claimed) bool { return c.doublets() },

	// Of a drawing.
	"{f} = {sum}.": func(c claimed) bool {
		text, bad, no := Read(strings.NewReplacer("−", "-", "_", "", nbsp, " ").Replace(c.slots["sum"]))
		if bad != nil || no != nil {
			return false
		}
		g := Update(New(), Define{text}).Function()
		for x := -4.0; x < 4; x += 0.17 {
			if v := c.f.Value(x); math.Abs(g.Value(x)-v) > 0.03*(1+math.Abs(x)+math.Abs(v)) { // its numbers are rounded
				return false
			}
		}
		return true
	},
	"{f} is a line plus {n} ramps.": func(c claimed) bool {
		jumps := 0
		for _, b := range c.f.Breaks() {
			if j, ok := c.f.SlopeJump(b); ok && j != 0 {
				jumps++
			}
		}
		return c.is("n", float64(jumps)) && c.f.PiecewiseLinear()
	},
	"Drag a corner, click on the graph to add one, drag one onto another to remove it.": func(c claimed) bool {
		at, _ := c.m.Corners()
		first := Corner(1)
		moved := Update(Update(c.m, Grab{first}), Drag{Control: first, To: at[1].X, Y: at[1].Y + 0.7})
		gone := Update(Update(c.m, Grab{first}), Drag{Control: first, To: at[0].X, Y: at[0].Y})
		return moved.Formula != c.m.Formula && strings.Count(gone.Formula, ":") == len(at)-1 && addsOne(c.m)
	},
	"Drag a corner, click on the graph to add one.": func(c claimed) bool { return addsOne(c.m) },
	"Click on the graph to add a corner.":           func(c claimed) bool { return addsOne(c.m) },
	noRoom: func(c claimed) bool {
		at, _ := c.m.Corners()
		first := Corner(1)
		gone := Update(Update(c.m, Grab{first}), Drag{Control: first, To: at[0].X, Y: at[0].Y})
		return len(at) == 40 && !addsOne(c.m) && strings.Count(gone.Formula, ":") == len(at)-1
	},
	"corner {i} of {n}": func(c claimed) bool {
		at, _ := c.m.Corners()
		return c.is("n", float64(len(at))) && c.value("i") >= 1 && c.value("i") <= c.value("n")
	},
	"x = {x}, y = {y}": func(c claimed) bool { return c.isCorner() },
	"x = {x}, y = {y}, the slope jumps by {s}": func(c claimed) bool {
		at, _ := c.m.Corners()
		for _, p := range at {
			if j, ok := c.f.SlopeJump(p.X); c.is("x", p.X) && ok && c.is("s", j) {
				return c.isCorner()
			}
		}
		return false
	},

	"What is the slope here?":      func(c claimed) bool { return !c.noSlope() },
	"What is the slope at {x}?":    func(c claimed) bool { return (c.noSlope() || c.m.Hides()) && c.is("x", c.x) },
	"Which lines fit underneath?":  none,
	"What does {f}′ do to a bump?": claimed.letterIs,
	"What does {f}″ do to a bump?": claimed.letterIs,
	"Three answers, one number":    func(c claimed) bool { j, ok := c.jump(); return ok && j > 0 && math.Abs(c.sub().Width()-j) < 1e-12 },
	"Three answers at {x}":         func(c claimed) bool { return c.is("x", c.x) },
	"Pointwise":                    none,
	"leaky ReLU":                   none,
	"absolute value":               none,
	"negative absolute value":      none,
	"softplus":                     none,
	"square":                       none,
	"cube":                         none,
	"Heaviside step":               none,
	"square root of |x|":           none,
	"Cantor function":              none,
	"adjustable corner":            none,
	"your own":                     none,
	"the parameter a":              none,
	"ReLU":                         none,
	"value jumps":                  func(c claimed) bool { return c.f.ValueJump(0) != 0 },
	"slope 0 almost everywhere":    claimed.stationary,
	"slopes {l}, {r}":              func(c claimed) bool { return c.is("l", c.f.Left(0)) && c.is("r", c.f.Right(0)) },
	"no jump":                      func(c claimed) bool { j, ok := c.f.SlopeJump(0); return ok && j == 0 },
	"jump {j}":                     func(c claimed) bool { j, _ := c.f.SlopeJump(0); return c.is("j", j) },
	"x, the point on the graph":    none,
	"slope g of the line":          none,
	"centre c of the bump":         none,
	"half-width w of the bump":     none,
	"h, the step of the secants":   none,
	"slope a to the left of 0":     none,
	"sharpness β of the bend at 0": func(c claimed) bool {
		// nowhere does the slope rise faster than at 0, and there by β/4 to the unit
		rise := func(x float64) float64 { const d = 1e-6; return (c.f.Right(x+d) - c.f.Right(x-d)) / (2 * d) }
		at := rise(0)
		return math.Abs(at/(c.m.Beta/4)-1) < 1e-6 && rise(-0.1) < at && rise(0.1) < at
	},
	"shift s of η, a bump of mass 1": func(c claimed) bool {
		// averaged by η, the line x is a line of slope 1
		η, line := c.m.Mollifier(), calculus.Of(calculus.Kink, calculus.Params{A: 1})
		return math.Abs(line.Convolved(η, 0.3)-line.Convolved(η, -0.7)-1) < 1e-9
	},
	"line of the derivation": none,

	// A function's own sentence
	"Libraries for neural networks have answered 0, 1/2 or 1 for the slope of ReLU, the rectified linear unit, at 0, depending on the library and on how it is coded.": func(c claimed) bool {
		return c.answeredAt(0, 0, 0.5, 1)
	},
	"Neural network libraries have answered 0, 1/2 or 1 at 0.": func(c claimed) bool {
		return c.answeredAt(0, 0, 0.5, 1)
	},
	"Here σ(_t_) = 1/(1 + exp(−_t_)).": func(c claimed) bool {
		return math.Abs(c.f.Right(0.3)-1/(1+math.Exp(-c.m.Beta*0.3))) < 1e-12
	},
	"By convention _H_(0) = 1.": func(c claimed) bool { return c.f.ValueJump(0) != 0 && c.f.Value(0) == 1 },
	"_H_(0) = 1 is a convention; with _H_(0) = 0 the subdifferential would be {0}.": func(c claimed) bool {
		// with the value 0 the horizontal line supports, and no other: to the right of 0
		// slopes are at most 0 far out, to the left at least 0
		l, _ := c.f.FarSlope(-1)
		r, _ := c.f.FarSlope(1)
		return c.x == 0 && c.f.Value(0) == 1 && c.f.LeftValue(0) == 0 && l == 0 && r == 0 && c.f.Value(-5) == 0 && c.f.Value(5) == 1
	},
	"Pf, Hadamard’s finite part: omit |_x_| ≤ _ε_ and the term in 1/√_ε_, then let _ε_ → 0.": func(c claimed) bool { return c.m.Fn == calculus.SqrtAbs },
	"_μ_ is the Cantor measure.": func(c claimed) bool { return c.f.Singular() },

	// Pointwise
	"The graph is one straight line: every secant has slope {s}, and so has the tangent.": func(c claimed) bool {
		for _, h := range []float64{1e-3, 0.1, 1, 2, 10} {
			if l, r := c.quotients(h); math.Abs(l-c.slope()) > 1e-9 || math.Abs(r-c.slope()) > 1e-9 {
				return false
			}
		}
		return c.is("s", c.slope())
	},
	"The slope is 0 here and almost everywhere. Yet {f} rises from {lo} to {hi}.": func(c claimed) bool {
		return c.slope() == 0 && c.stationary() && c.rises()
	},
	"The graph is horizontal here: the slope is 0, as it is almost everywhere. Yet {f} rises from {lo} to {hi}, and no slope records it.": func(c claimed) bool {
		l, r := c.quotients(1e-15)
		return c.slope() == 0 && c.stationary() && c.rises() && (l == 0 && r == 0 || math.Abs(c.x) > 1e-3)
	},
	"Short secants at {x} have slope {s}. Drag the point to {b}.":                                                                           claimed.nearCorner,
	"Near {x} the graph is straight: once _h_ is small enough, both secants have slope {s}. Drag the point to {b}, where they never agree.": claimed.nearCorner,
	"As _h_ shrinks, the slopes of both secants tend to {s}, the slope of the tangent.":                                                     func(c claimed) bool { return c.is("s", c.slope()) },
	"As _h_ shrinks, the slopes of both secants tend to the same number, {s}: the slope of the tangent at {x}.": func(c claimed) bool {
		return c.is("s", c.slope()) && c.is("x", c.x)
	},
	"Left secants have slope {l}, right secants {r}: there is no slope at {x}.":                                                                  claimed.twoSlopes,
	"Every left secant has slope {l} and every right secant has slope {r}, however small _h_ is. They never agree, so there is no slope at {x}.": claimed.twoSlopes,
	"As _h_ shrinks, the slopes of both secants tend to {l}: there is no slope at {x}.":                                                          claimed.vertical,
	"As _h_ shrinks, the slopes of both secants tend to {l}: there is no slope at {x}. The points without a slope form a set of length 0, yet they carry the entire rise.": func(c claimed) bool {
		return c.vertical() && c.f.Singular() && c.stationary() && len(c.f.Atoms()) == 0
	},
	"The slope of the left secant tends to {l}, that of the right secant to {r}: there is no slope at {x}.": claimed.twoLimits,
	"The slope of the left secant tends to {l}, that of the right secant to {r}: there is no slope at {x}. The points without a slope form a set of length 0, yet they carry the entire rise.": func(c claimed) bool {
		return c.twoLimits() && c.f.Singular() && c.stationary() && len(c.f.Atoms()) == 0
	},
	"As _h_ shrinks, the slope of the left secant tends to {l} and that of the right secant to {r}. The limits differ, so there is no slope at {x}.": claimed.twoLimits,
	"With {f}({x}) = {v} every right secant has slope {r}, and the left one has slope {j}/_h_, which grows without bound as _h_ shrinks. There is no slope at {x}.": func(c claimed) bool {
		for _, h := range []float64{1e-6, 0.01, 0.3, 1, 7} {
			if l, r := c.quotients(h); math.Abs(l*h-c.value("j")) > 1e-9 || !c.is("r", r) {
				return false
			}
		}
		return c.letterIs() && c.noSlope() && c.is("x", c.x) && c.is("v", c.f.Value(c.x)) && c.is("j", c.f.ValueJump(c.x))
	},
	"tangent, slope {s}": func(c claimed) bool { return c.is("s", c.slope()) },
	"undefined at {x}":   func(c claimed) bool { return c.is("x", c.x) },
	"left secant: {s}":   func(c claimed) bool { l, _ := c.quotients(c.m.H); return c.quotient("s", l) },
	"right secant: {s}":  func(c claimed) bool { _, r := c.quotients(c.m.H); return c.quotient("s", r) },
	"together {v}": func(c claimed) bool {
		f, φ := c.m.Differentiated(), c.m.Probe()
		return c.is("v", f.SettledPart(f.ByParts(φ), φ))
	},
	"left slope {s}":  func(c claimed) bool { return c.is("s", c.f.Left(c.m.Centre())) },
	"right slope {s}": func(c claimed) bool { return c.is("s", c.f.Right(c.m.Centre())) },

	// Subgradient
	"Only the tangent fits underneath. It is horizontal, so _x_ = {x} is a minimiser.": func(c claimed) bool { return c.only(0) && !c.noSlope() && c.minimises() && c.is("x", c.x) },
	"Only one line fits underneath: the tangent. It is horizontal, so 0 belongs to ∂{f}({x}) and _x_ = {x} is a minimiser of {f}.": func(c claimed) bool {
		return c.only(0) && !c.noSlope() && c.minimises() && c.is("x", c.x) && c.letterIs()
	},
	"Only the tangent, of slope {s}, fits underneath.": func(c claimed) bool { return c.onlyTangent() && c.is("s", c.sub().Lo) },
	"Only the tangent, of slope {s}, fits underneath. The set ∂{f}({x}) is {set}; many call this set “the subgradient” and write it as {s}.": func(c claimed) bool {
		return c.onlyTangent() && c.is("s", c.sub().Lo) && c.is("x", c.x) && c.letterIs() && c.slots["set"] == "{"+c.slots["s"]+"}"
	},
	"Only the horizontal line fits underneath, so _x_ = {x} is a minimiser, although there is no slope.": func(c claimed) bool {
		return c.only(0) && c.noSlope() && c.minimises() && c.is("x", c.x)
	},
	"Only the horizontal line fits underneath, although {f} has no slope at {x}. So 0 belongs to ∂{f}({x}), and _x_ = {x} is a minimiser.": func(c claimed) bool {
		return c.only(0) && c.noSlope() && c.minimises() && c.is("x", c.x) && c.letterIs()
	},
	"Only the line of slope {s} fits underneath, although {f} has no slope at {x}.": func(c claimed) bool {
		return c.only(c.sub().Lo) && c.is("s", c.sub().Lo) && c.noSlope() && c.is("x", c.x)
	},
	"The line of slope {g} is above the graph {where}. Only the line of slope {s} fits at {x}.": func(c claimed) bool {
		return c.is("g", c.m.G) && !c.tried() && c.only(c.sub().Lo) && c.is("s", c.sub().Lo) && c.is("x", c.x)
	},
	"The supporting lines at {x} have slopes from {lo} to {hi}. One of them is horizontal, so _x_ = {x} is a minimiser.": func(c claimed) bool { return c.fan() && c.sub().Contains(0) && c.minimises() },
	"Take all lines that touch the graph at {x} and never rise above it. Their slopes fill the interval from {lo} to {hi}, which contains 0, so _x_ = {x} is a minimiser.": func(c claimed) bool {
		return c.fan() && c.sub().Contains(0) && c.minimises()
	},
	"The lines that touch the graph at {x} and never rise above it have slopes from {lo} to {hi}.":                          func(c claimed) bool { return c.fan() && !c.sub().Contains(0) },
	"Take all lines that touch the graph at {x} and never rise above it. Their slopes fill the interval from {lo} to {hi}.": func(c claimed) bool { return c.fan() && !c.sub().Contains(0) },
	"Slope {g} is too large: the line is above the graph {where}, so it is not a supporting line.": func(c claimed) bool {
		return c.is("g", c.m.G) && c.m.G > c.sub().Hi && !c.tried() && c.value("g") > c.sub().Hi-1e-12
	},
	"Slope {g} is too small: the line is above the graph {where}, so it is not a supporting line.": func(c claimed) bool {
		return c.is("g", c.m.G) && c.m.G < c.sub().Lo && !c.tried() && c.value("g") < c.sub().Lo+1e-12
	},
	"{claim} Choose _g_ between {lo} and {hi}.": func(c claimed) bool { return c.is("lo", c.sub().Lo) && c.is("hi", c.sub().Hi) && !c.tried() },
	"On both sides of {x} the graph falls below every line through the point, so none fits underneath.": func(c claimed) bool {
		return c.empty() && math.IsInf(c.f.Left(c.x), 1) && math.IsInf(c.f.Right(c.x), -1)
	},
	"Just to the left of {x} the graph is below every line through the point, so none fits underneath.":  func(c claimed) bool { return c.empty() && c.is("x", c.x) && c.f.Left(c.x) == math.Inf(1) },
	"Just to the right of {x} the graph is below every line through the point, so none fits underneath.": func(c claimed) bool { return c.empty() && c.is("x", c.x) && c.f.Right(c.x) == math.Inf(-1) },
	"The graph bends down at {x}: every line through the point is above it on at least one side, so none fits.": func(c claimed) bool {
		j, ok := c.jump()
		for _, g := range []float64{-40, -2, -1, -0.3, 0, 0.5, 1, 1.7, 30} { // just beside x, on one side or the other
			y, d := c.f.Value(c.x), 1e-6
			if y+g*d <= c.f.Value(c.x+d) && y-g*d <= c.f.Value(c.x-d) {
				return false
			}
		}
		return c.empty() && ok && j < 0 && c.is("x", c.x)
	},
	"Only the tangent could fit, but it is above the graph {where}, so no line fits underneath.": func(c claimed) bool { return c.empty() && !c.noSlope() },
	"{claim} Clarke’s subdifferential, the convex hull of the limits of nearby slopes, is {set}.": func(c claimed) bool {
		s, ok := c.f.Clarke(c.x)
		return ok && c.slots["set"] == interval(s.Lo, s.Hi) && shows(Short(s.Lo), s.Lo) && shows(Short(s.Hi), s.Hi)
	},
	"dashed: slopes in Clarke’s subdifferential":    func(c claimed) bool { s, ok := c.f.Clarke(c.x); return ok && c.empty() && s.Width() > 0 },
	"dashed, below: Clarke’s subdifferential":       func(c claimed) bool { _, ok := c.f.Clarke(c.x); return ok && c.empty() },
	"not Lipschitz here: no Clarke subdifferential": func(c claimed) bool { return !c.f.Lipschitz(c.x) && c.empty() },
	"no line in this fan rises above the graph": func(c claimed) bool {
		i := c.sub()
		return i.Width() > 0 && c.supports(c.x, i.Lo) && c.supports(c.x, i.Hi)
	},
	"supporting lines have slopes from {lo} to {hi}": func(c claimed) bool { return c.is("lo", c.sub().Lo) && c.is("hi", c.sub().Hi) },
	"above the graph {where}":                        func(c claimed) bool { return !c.tried() },
	"above the graph {where} →":                      func(c claimed) bool { _, right := AboveSides(c.m); return right && !c.tried() },
	"← above the graph {where}":                      func(c claimed) bool { _, right := AboveSides(c.m); return !right && !c.tried() },
	"on both sides of {x}": func(c claimed) bool {
		// from x on, on both sides, and the graph is not above the line in between
		d := min(1e-3, 0.9*math.Abs(c.x)+1e-4)
		if c.m.Fn == calculus.Own && c.x != 0 { // which may break at 0
			if d = min(d, 0.9*math.Abs(c.x)); d < 1e-6 { // where values have not the digits to tell
				return c.is("x", c.x)
			}
		}
		return c.is("x", c.x) && c.overAll(c.x-1e-3*d, c.x) && c.overAll(c.x, c.x+1e-3*d) && c.overAll(c.x-d, c.x) && c.overAll(c.x, c.x+d)
	},
	"right of {x}": func(c claimed) bool {
		lo := c.value("x")
		if shows(c.slots["x"], c.x) {
			lo = c.x
		}
		return c.overAll(lo, lo+1e-3) && c.overAll(lo, lo+9) && c.overAll(lo, lo+1e9)
	},
	"left of {x}": func(c claimed) bool {
		hi := c.value("x")
		if shows(c.slots["x"], c.x) {
			hi = c.x
		}
		return c.overAll(hi-1e-3, hi) && c.overAll(hi-9, hi) && c.overAll(hi-1e9, hi)
	},
	"near {x}": func(c claimed) bool {
		for d := 1e-12; d < 1e-3; d *= 1.01 {
			if x := c.value("x"); c.over(x+d) || c.over(x-d) {
				return true
			}
		}
		return false
	},
	"from {lo} to {hi}":     claimed.overThere,
	"{left} and {right}":    func(c claimed) bool { return c.overSomewhere(-1) && c.overSomewhere(1) },
	"{there} and elsewhere": none,

	// Distribution
	"The slope is 0 almost everywhere, yet {f}′ is not 0: it is a measure without a density.": func(c claimed) bool { return c.stationary() && c.f.Singular() && c.letterIs() },
	"The slope is 0 almost everywhere, yet {f}′ is not 0: it is a measure that assigns to every interval the rise of {f} over it.": func(c claimed) bool {
		return c.stationary() && c.f.Singular() && c.letterIs()
	},
	"Tested on _φ_, {f}′ gives {answer}: it is {d}, which no slope records.": func(c claimed) bool {
		return c.weighs("answer", "φ(0)") && c.weighs("d", "δ") && c.stationary()
	},
	"Test {f}′ on a smooth bump _φ_ and it gives {answer}: {f}′ is {d}, a point mass, which no slope records. The value {f}({x}) makes no difference.": func(c claimed) bool {
		return c.weighs("answer", "φ(0)") && c.weighs("d", "δ") && c.stationary() && c.value("x") == 0
	},
	"Move the prime onto _φ_, with a minus sign, and {f}′ acts as {what}.":                                                          claimed.letterIs,
	"Never evaluate {f}′ at a point. Test it on a smooth bump, move the prime onto _φ_ with a minus sign, and {f}′ acts as {what}.": claimed.letterIs,
	"the step _H_": func(c claimed) bool { return c.steps(0, 1) },
	"a step from {a} to {b}": func(c claimed) bool {
		b := c.breaks()
		return len(b) == 1 && c.halves(b[0]) && c.is("a", c.f.Density(b[0]-1)) && c.is("b", c.f.Density(b[0]+1)) && len(c.f.Atoms()) == 0
	},
	"the constant {c}":                func(c claimed) bool { l := c.f.Right(-1); return c.is("c", l) && c.steps(l, l) },
	"the sign of _x_":                 func(c claimed) bool { return c.steps(-1, 1) },
	"minus the sign of _x_":           func(c claimed) bool { return c.steps(1, -1) },
	"the pointwise derivative of {f}": func(c claimed) bool { return c.letterIs() && c.f.AbsolutelyContinuous() },
	"a function, unbounded near {x} but locally integrable": func(c claimed) bool {
		b := c.meant("x")
		return c.f.AbsolutelyContinuous() && c.unbounded(b)
	},
	"The slope of {f} never changes: {f}″ is 0.":                                                                                                           func(c claimed) bool { return c.acts(func(calculus.Probe) float64 { return 0 }) },
	"The slope of {f} is the same everywhere, so {f}″ is 0: it gives 0 for every bump.":                                                                    func(c claimed) bool { return c.acts(func(calculus.Probe) float64 { return 0 }) },
	"Repeat the step: {f}″ gives {answer}. It is {d}, whose mass is the jump of the slope of {f}.":                                                         claimed.massIsJump,
	"Now repeat the step: the slope of {f}′ is 0 wherever it exists, yet {f}″ gives {answer}. So {f}″ is {d}, whose mass is the jump of the slope of {f}.": claimed.massIsJump,
	"Repeat the step: {f}″ acts as the slope of {f}′.":                                                                                                     claimed.smooth,
	"Move one more prime onto _φ_. The slope of {f} is itself a smooth function, so {f}″ acts as a function, the slope of {f}′.": func(c claimed) bool {
		return c.letterIs() && c.smooth() && len(c.f.Breaks()) == 0 // so all of it is one formula
	},

	// The lines of the derivation
	"definition: the prime moves to _φ_, with a minus sign":                      none,
	"the definition again: one prime moves to _φ_":                               none,
	"{f} as a distribution: ⟨{f}, _φ_⟩ := ∫ {f} _φ_ d_x_":                        claimed.letterIs,
	"{f}′ acts as the step _H_":                                                  func(c claimed) bool { return c.letterIs() && c.steps(0, 1) },
	"{f}′ acts as a function, so the pairing is an integral":                     func(c claimed) bool { _, ok := c.f.Weak(); return ok && c.letterIs() },
	"{f} = 0 for _x_ < 0, and {f} = _x_ for _x_ > 0":                             func(c claimed) bool { return c.steps(0, 1) && c.f.Value(0) == 0 },
	"_H_ = 0 for _x_ < 0, and _H_ = 1 for _x_ > 0":                               func(c claimed) bool { return c.steps(0, 1) },
	"{f} = {l} for _x_ < {x}, and {f} = {r} for _x_ > {x}":                       func(c claimed) bool { return c.outside("x", "x") },
	"{f} = {l} for _x_ < {x}, and {f} = {r} for _x_ > {y}":                       func(c claimed) bool { return c.outside("x", "y") },
	"stay away from {x}, near which the slope is unbounded":                      func(c claimed) bool { return !c.f.Lipschitz(c.value("x")) && c.f.ValueJump(c.value("x")) == 0 },
	"split at {x}: constant on each side":                                        func(c claimed) bool { return c.halves(c.meant("x")) },
	"split at {x}: a straight line on each side":                                 func(c claimed) bool { return c.halves(c.meant("x")) },
	"nothing to split; _φ_ = 0 outside its support":                              func(c claimed) bool { return len(c.f.Breaks()) == 0 },
	"the fundamental theorem; _φ_ = 0 outside its support":                       func(c claimed) bool { g := c.m.Differentiated(); return g.PiecewiseLinear() && g.Stationary() },
	"by parts for the measure d{f}; {f} = 0 at one end, _φ_ = 0 at the other":    func(c claimed) bool { return c.f.Singular() },
	"by parts; the boundary term is 0, since _φ_ = 0 at both ends":               func(c claimed) bool { return len(c.f.Breaks()) == 0 },
	"by parts; _x_ = 0 at one end, _φ_ = 0 at the other":                         func(c claimed) bool { return c.steps(0, 1) && c.f.Value(0) == 0 },
	"by parts on each piece; the boundary terms at the jumps remain":             func(c claimed) bool { return len(c.f.Atoms()) > 0 },
	"by parts on each piece; the boundary terms at the corners remain":           func(c claimed) bool { d, ok := c.f.Weak(); return ok && len(d.Atoms()) > 0 },
	"by parts on each piece; the boundary terms cancel, since {f} is continuous": func(c claimed) bool { return c.letterIs() && len(c.m.Differentiated().Atoms()) == 0 },
	"width of the fan": func(c claimed) bool { return c.is("value", c.f.Subdifferential(c.m.Centre()).Width()) },
	"by parts; the boundary terms at {x} cancel, since {f} is continuous": func(c claimed) bool {
		b := c.meant("x")
		g := c.m.Differentiated()
		l, r := g.Slopes(b)
		return g.ValueJump(b) == 0 && len(g.Breaks()) == 1 && !math.IsInf(l, 0) && !math.IsInf(r, 0)
	},
	"by parts; the boundary term tends to 0, since {f} is continuous": func(c claimed) bool { return len(c.f.Atoms()) == 0 && c.f.AbsolutelyContinuous() },
	"so {f}′ acts as {what}":                                          func(c claimed) bool { return c.letterIs() && c.anyMass() },
	"_x_′ = 1 for _x_ > 0, so {f}′ acts as the step _H_":              func(c claimed) bool { return c.letterIs() && c.steps(0, 1) },
	"so {f}′ acts as a measure without a density":                     func(c claimed) bool { return c.f.Singular() && c.stationary() },
	"so {f}″ acts as {what}":                                          func(c claimed) bool { return c.letterIs() && c.anyMass() },
	"so {f}″ acts as the slope of {f}′":                               claimed.smooth,
	"so {f}″ is 0":                                                    func(c claimed) bool { return c.acts(func(calculus.Probe) float64 { return 0 }) },

	// Compare
	"The value jumps: no slope, no supporting line, and a distribution that records the jump.":                                     claimed.valueJumps,
	"The jump of the slope and the mass of {f}″ at {x} agree, but no line fits underneath because of the graph elsewhere.":         func(c claimed) bool { return c.narrower(true) },
	"The jump of the slope and the mass of {f}″ at {x} are one number. No line fits underneath, because of the graph elsewhere.":   func(c claimed) bool { return c.narrower(true) },
	"The jump of the slope and the mass of {f}″ at {x} agree, but the fan is narrower because of the graph elsewhere.":             func(c claimed) bool { return c.narrower(false) },
	"The jump of the slope and the mass of {f}″ at {x} are one number. The fan is narrower, because of the graph elsewhere.":       func(c claimed) bool { return c.narrower(false) },
	"Repeat the step: {f}″ acts as the distributional derivative of {f}′.":                                                         func(c claimed) bool { d, ok := c.f.Weak(); return ok && c.acts2(d) },
	"Repeat the step: {f}″ is the slope of {f}′, with a point mass at each corner.":                                                claimed.cornersWeigh,
	"Now repeat the step: {f}″ acts as the slope of {f}′, with a point mass at each corner, equal to the jump of the slope there.": claimed.cornersWeigh,
	"the pointwise derivative of {f}, with a point mass at each jump":                                                              claimed.jumpsWeigh,
	"split at the corners":                     func(c claimed) bool { d, ok := c.f.Weak(); return ok && len(d.Breaks()) > 0 },
	"split at the breaks":                      func(c claimed) bool { return len(c.f.Breaks()) > 0 },
	"so {f}′ has a point mass at each jump":    claimed.jumpsWeigh,
	"so {f}″ has a point mass at each corner":  claimed.cornersWeigh,
	"a step function, the slope of each piece": func(c claimed) bool { return c.f.PiecewiseLinear() && len(c.f.Atoms()) == 0 && len(c.f.Breaks()) > 1 },
	"Every line that fits near {x} rises above the graph farther out, so no line fits underneath.": func(c claimed) bool {
		l, r := c.f.Left(c.x), c.f.Right(c.x) // of which every line that fits near x has a slope between
		return c.is("x", c.x) && l <= r && c.empty() && c.noSlope()
	},
	"far from {x}": func(c claimed) bool {
		for _, d := range [...]float64{-1e-9, 1e-9} { // where it is not above, but for rounding
			if v := c.f.Value(c.x + d); c.f.Value(c.x)+c.m.Slope()*d > v+1e-15*math.Abs(v) {
				return false
			}
		}
		return c.is("x", c.x) && !c.supports(c.x, c.m.Slope())
	},
	"{f} is unbounded near {x}. So {f}′ is not a function there: −∫ {f} _φ_′ alone defines it.":                                                      claimed.pole,
	"{f} is unbounded near {x}. So {f}′ is neither a function nor a measure there: it is the rule that gives −∫ {f} _φ_′ for every bump _φ_.":        claimed.pole,
	"{f} is unbounded near {x}: no slope, and {f}′ is not even a measure there.":                                                                     claimed.pole,
	"by parts away from {x}; only both sums together have a limit":                                                                                   claimed.pole,
	"so {f}′ is a function away from {x}, and a limit there":                                                                                         claimed.pole,
	"{f}′ is not a measure near {x}":                                                                                                                 claimed.pole,
	"The function is unbounded there, and there is no slope.":                                                                                        func(c claimed) bool { return c.f.Pole(c.m.Centre()) && c.noSlope() },
	"The distributional derivative is not a measure near {x}.":                                                                                       func(c claimed) bool { return c.f.Pole(c.m.Centre()) },
	"{f} is undefined at {x} and its limits differ: no slope, no supporting line. The distribution records the jump.":                                func(c claimed) bool { return c.noValue() && c.f.ValueJump(c.x) != 0 },
	"The value jumps at {x}: no slope there, although one line fits underneath. The distribution records the jump.":                                  func(c claimed) bool { return c.jumpsLow() && c.sub().Width() == 0 },
	"The value jumps at {x}, so there is no slope there. The value is low enough for one line to fit underneath; the distribution records the jump.": func(c claimed) bool { return c.jumpsLow() && c.sub().Width() == 0 },
	"by parts on each piece; the boundary terms cancel, since {f}′ is continuous": func(c claimed) bool {
		return c.letterIs() && len(c.m.Differentiated().Atoms()) == 0 && c.m.Order == Second
	},
	"by parts on each piece; the boundary terms cancel, since the limits of {f} agree":                                                         func(c claimed) bool { return c.letterIs() && len(c.f.Atoms()) == 0 && c.m.Order == First },
	"Near {x} the graph is straight: once _h_ is small enough, both secants have slope {s}. Drag the point to {b}, where their limits differ.": claimed.nearCorner,
	"The one-sided slopes at {x} are {l} and {r}: there is no jump to compare, and {f}″ is not a measure there.": func(c claimed) bool {
		return c.is("x", c.x) && c.is("l", c.f.Left(c.x)) && c.is("r", c.f.Right(c.x)) && !c.f.Lipschitz(c.x)
	},
	"{claim} This is proved for |_y_| ≤ {r} only.": func(c claimed) bool {
		return !math.IsInf(c.f.Looked(c.x), 1) && c.f.Looked(c.x) >= math.Abs(c.x) && !c.empty() && c.is("r", c.f.Looked(c.x))
	},
	"{claim} This is not proved, only tried at many places.": func(c claimed) bool { return c.f.Looked(c.x) < math.Abs(c.x) && !c.empty() },
	"at {x}": func(c claimed) bool { return c.over(c.meant("x")) },
	"There is no point of the graph there, and so no line through it.":                                                                            func(c claimed) bool { return math.IsNaN(c.f.Value(c.x)) },
	"g = {g}, no point to put a line through":                                                                                                     func(c claimed) bool { return math.IsNaN(c.f.Value(c.m.Centre())) || math.IsNaN(c.f.Value(c.m.X)) },
	"The value jumps at {x}: no slope there, although lines fit underneath. The distribution records the jump.":                                   claimed.jumpsLow,
	"The value jumps at {x}, so there is no slope there. The value is low enough for lines to fit underneath; the distribution records the jump.": claimed.jumpsLow,
	"{f} is undefined at {x}: no slope and no supporting line. The distribution does not see it.":                                                 claimed.noValue,
	"{f} is undefined at {x}, so there is no slope and no supporting line. The distribution does not see single values.":                          claimed.noValue,
	"The value at {x} is not the limit: no slope there. The distribution does not see it.":                                                        claimed.singleValue,
	"The value at {x} is not the limit, so there is no slope. Supporting lines see such a value; the distribution does not.":                      claimed.singleValue,
	"no slope":             func(c claimed) bool { _, ok := c.f.Derivative(c.m.Centre()); return !ok },
	"no point mass of {f}": func(c claimed) bool { return c.f.ValueJump(c.m.Centre()) == 0 },
	"The distributional derivative does not see the value at {x}.": func(c claimed) bool { return c.f.Single(c.x) && c.is("x", c.x) },
	"The function is undefined there, so there is no slope.":       func(c claimed) bool { return math.IsNaN(c.f.Value(c.x)) && c.noSlope() },
	"x = {x}, undefined": func(c claimed) bool { return c.is("x", c.x) && math.IsNaN(c.f.Value(c.x)) },
	"{f} is undefined at {x}, so it has no slope there.":                                                                   claimed.noValue,
	"{f} is undefined at {x}, so no secant starts there and there is no slope. Beside {x} the graph goes on.":              claimed.noValue,
	"{f} is undefined at {x}, so no line can touch the graph there.":                                                       claimed.noValue,
	"The value jumps at {x}. There is no slope there and no line fits underneath. Only the distribution records the jump.": claimed.valueJumps,
	"The slope is 0 almost everywhere. Only the distribution records the rise.":                                            claimed.stationary,
	"The slope is 0 almost everywhere. Only the distribution records that {f} rises from {lo} to {hi}.":                    func(c claimed) bool { return c.stationary() && c.rises() },
	"The slope is unbounded near {x}: no jump to compare. {f}′ is still a function, but {f}″ is not even a measure.":       claimed.noMeasure,
	"The one-sided slopes at {x} are {l} and {r}: there is no jump to compare. {f}′ is still a locally integrable function, but {f}″ is not even a measure.": func(c claimed) bool {
		return c.noMeasure() && c.is("l", c.f.Left(c.m.Centre())) && c.is("r", c.f.Right(c.m.Centre()))
	},
	"Jump of the slope, width of the fan and mass of {f}″ at {x} are one number: how sharply the graph bends there.":                      claimed.threeAgree,
	"The jump of the slope, the width of the fan and the mass of {f}″ at {x} are one number. It says how sharply the graph bends there.":  claimed.threeAgree,
	"The graph bends down at {x}: the jump of the slope is the mass of {f}″, and no line fits underneath.":                                claimed.bendsDown,
	"The graph bends down at {x}: the jump of the slope and the mass of {f}″ there are one negative number, and no line fits underneath.": claimed.bendsDown,
	"No corner: no jump and no mass. Still, no line fits underneath.":                                                                     func(c claimed) bool { j, ok := c.jump(); return ok && j == 0 && c.empty() },
	"No corner at {x}: the slope does not jump, and there is no point mass. Still, no line fits underneath, not even the tangent.":        func(c claimed) bool { j, ok := c.jump(); return ok && j == 0 && c.empty() },
	"No corner at {x}: one slope, one supporting line, no point mass.":                                                                    func(c claimed) bool { j, ok := c.jump(); return ok && j == 0 && c.onlyTangent() },
	"No corner at {x}: one slope, one supporting line, no point mass. Jump, width and mass are all 0.":                                    func(c claimed) bool { j, ok := c.jump(); return ok && j == 0 && c.onlyTangent() },
	// A clause has its own number, or the last, "=", has that of them all.
	"jump of the slope": func(c claimed) bool {
		j, ok := c.f.SlopeJump(c.m.Centre())
		return ok && (c.slots["value"] == "" || c.is("value", j))
	},
	"= width of the fan": func(c claimed) bool {
		j, ok := c.f.SlopeJump(c.m.Centre())
		w := c.f.Subdifferential(c.m.Centre()).Width()
		return ok && math.Abs(j-w) < 1e-12 && (c.slots["value"] == "" || c.is("value", w))
	},
	"= point mass of {f}": func(c claimed) bool {
		j, ok := c.f.SlopeJump(c.m.Centre())
		return ok && (c.slots["value"] == "" || c.is("value", j)) && strings.HasSuffix(c.slots["f"], "″")
	},
	"=": func(c claimed) bool { j, ok := c.f.SlopeJump(c.m.Centre()); return ok && c.is("value", j) },
	"point mass of {f}": func(c claimed) bool {
		if strings.HasSuffix(c.slots["f"], "″") {
			j, ok := c.f.SlopeJump(c.m.Centre())
			return ok && c.is("value", j)
		}
		return c.is("value", c.f.ValueJump(c.m.Centre()))
	},
	"the value jumps: no slope": func(c claimed) bool {
		_, ok := c.f.Derivative(c.m.Centre())
		return c.f.ValueJump(c.m.Centre()) != 0 && !ok
	},
	"no line fits underneath": func(c claimed) bool {
		return c.f.Subdifferential(c.x).Empty() || c.f.Subdifferential(c.m.Centre()).Empty()
	},
	"slope almost everywhere": func(c claimed) bool { return c.stationary() && c.is("value", 0) },
	"one subgradient": func(c claimed) bool {
		s := c.f.Subdifferential(c.m.Centre())
		return s.Width() == 0 && !s.Empty() && c.is("value", s.Lo)
	},
	"total mass of {f}":              func(c claimed) bool { return c.f.Singular() && c.is("value", c.f.Value(9)-c.f.Value(-9)) },
	"one-sided slopes {l} and {r}":   func(c claimed) bool { return c.is("l", c.f.Left(c.m.Centre())) && c.is("r", c.f.Right(c.m.Centre())) },
	"{f}″ is not a measure near {x}": func(c claimed) bool { return !c.f.Lipschitz(c.m.Centre()) },

	// Sliders
	"x = {x}, no slope: the value jumps": func(c claimed) bool { return c.is("x", c.m.X) && c.f.ValueJump(c.m.X) != 0 },
	"x = {x}, no slope: {l} from the left, {r} from the right": func(c claimed) bool {
		_, ok := c.f.Derivative(c.m.X)
		return !ok && c.is("x", c.m.X) && c.is("l", c.f.Left(c.m.X)) && c.is("r", c.f.Right(c.m.X))
	},
	"x = {x}, slope {s}":               func(c claimed) bool { d, ok := c.f.Derivative(c.m.X); return ok && c.is("x", c.m.X) && c.is("s", d) },
	"g = {g}, no line fits underneath": func(c claimed) bool { return c.is("g", c.m.G) && c.empty() },
	"g = {g}, a supporting line": func(c claimed) bool {
		g := c.m.G
		if c.m.Stepping() {
			g = c.m.Slope()
		}
		return c.is("g", g) && c.supports(c.x, g)
	},
	"g = {g}, not a supporting line; the only one has slope {s}": func(c claimed) bool {
		return c.is("g", c.m.G) && c.only(c.sub().Lo) && c.is("s", c.sub().Lo) && !c.supports(c.x, c.m.G)
	},
	"g = {g}, outside the interval from {lo} to {hi}": func(c claimed) bool {
		return c.is("g", c.m.G) && c.is("lo", c.sub().Lo) && c.is("hi", c.sub().Hi) && !c.supports(c.x, c.m.G)
	},
	"c = {c}, pairing {p}":               func(c claimed) bool { return c.is("c", c.m.C) && c.pairs("p") },
	"w = {w}, pairing {p}":               func(c claimed) bool { return c.is("w", c.m.W) && c.pairs("p") },
	"h = {h}, secant slopes {l} and {r}": claimed.secants,
	"s = {s} half-widths, smoothed slope at {x}: {v}": func(c claimed) bool {
		// the ends of ∂f are reached at the ends of the way alone
		v, ends := c.f.Smoothed(c.m.Mollifier(), c.m.Centre()), c.slots["v"] == Short(c.f.Left(c.m.Centre())) || c.slots["v"] == Short(c.f.Right(c.m.Centre()))
		return c.is("s", c.m.S) && math.Abs(v-c.value("v")) <= 0.5e-2 && (len(c.f.Breaks()) != 1 || !c.f.PiecewiseLinear() || ends == (math.Abs(c.m.S) == 1))
	},
	"The rest comes later.":                                      func(c claimed) bool { return c.m.Hides() },
	"The tangent at {x} has slope {s}.":                          func(c claimed) bool { return !c.noSlope() && c.is("x", c.x) && c.is("s", c.slope()) },
	"The slope at {x} is {s}.":                                   func(c claimed) bool { return !c.noSlope() && c.is("x", c.x) && c.is("s", c.slope()) },
	"There is no slope at {x}.":                                  func(c claimed) bool { return c.noSlope() && c.is("x", c.x) },
	"At {x} the slope is {l} from the left, {r} from the right.": claimed.twoLimits,
	"The left secant at {x} has slope {l}, the right one {r}.": func(c claimed) bool {
		l, r := c.quotients(c.m.H)
		return c.is("x", c.x) && c.quotient("l", l) && c.quotient("r", r)
	},
	"The line of slope {g} fits underneath.":                   func(c claimed) bool { return c.is("g", c.m.G) && c.tried() },
	"The line of slope {g} is above the graph {where}.":        func(c claimed) bool { return c.is("g", c.m.G) && !c.tried() },
	"Lines of slopes from {lo} to {hi} fit underneath at {x}.": claimed.fan,
	"Only the line of slope {s} fits underneath at {x}.":       func(c claimed) bool { return c.only(c.sub().Lo) && c.is("s", c.sub().Lo) && c.is("x", c.x) },
	"No line fits underneath at {x}.":                          func(c claimed) bool { return c.empty() && c.is("x", c.x) },
	"For this bump, {f}′ gives {v}.":                           func(c claimed) bool { return c.letterIs() && c.pairs("v") && c.m.Order == First },
	"For this bump, {f}″ gives {v}.":                           func(c claimed) bool { return c.letterIs() && c.pairs("v") && c.m.Order == Second },
	"The mass of {f}″ at {x} is {v}.": func(c claimed) bool {
		j, ok := c.jump()
		return c.letterIs() && ok && c.is("x", c.x) && c.is("v", j)
	},
	"The answer is hidden for now. Predict it first.": func(c claimed) bool { return c.m.Hide != 0 },
	"s = {s} half-widths":                             func(c claimed) bool { return c.m.Hide != 0 && c.is("s", c.m.S) },
	"line {n} of 5":                                   func(c claimed) bool { return c.m.Hide != 0 && c.is("n", float64(c.m.Line())) },
	"line {n} of 5: {reason}":                         func(c claimed) bool { return c.m.Hide != 0 && c.is("n", float64(c.m.Line())) },
	"line {n} of 5: {reason}, value {v}":              func(c claimed) bool { return c.pairs("v") },

	// The picture in words
	"The graph of {f}, with a point at x = {x}.":               func(c claimed) bool { return c.is("x", c.x) && c.slots["f"] == TitleOf(c.m) },
	"Below, the graph of the slope.":                           func(c claimed) bool { return !c.noSlope() },
	"Below, the graph of the slope; there is no slope at {x}.": func(c claimed) bool { return c.noSlope() && c.is("x", c.x) },
	"Below, the set of subgradients at each x.":                none,
	"The tangent there has slope {s}; the secants with step h = {h} have slopes {l} on the left and {r} on the right.": func(c claimed) bool {
		return c.is("s", c.slope()) && c.secants()
	},
	"There is no slope there; the secants with step h = {h} have slopes {l} on the left and {r} on the right. As h shrinks, the slopes tend to {a} and {b}.": func(c claimed) bool {
		return c.noSlope() && c.secants() && c.is("a", c.f.Left(c.x)) && c.is("b", c.f.Right(c.x))
	},
	"There is no slope there; the secants with step h = {h} have slopes {l} on the left and {r} on the right.": func(c claimed) bool { return c.noSlope() && c.secants() },
	"Every line through the point rises above the graph somewhere.":                                            claimed.empty,
	"One line through the point never rises above the graph; its slope is {s}.":                                func(c claimed) bool { return c.only(c.sub().Lo) && c.is("s", c.sub().Lo) },
	"A fan of lines through the point, with all slopes from {lo} to {hi}, never rises above the graph.":        func(c claimed) bool { return c.sub().Width() > 0 && c.is("lo", c.sub().Lo) && c.is("hi", c.sub().Hi) },
	"The line of slope g = {g} is that line.":                                                                  func(c claimed) bool { return c.is("g", c.m.G) && c.only(c.m.G) },
	"The line of slope g = {g} is one of them.":                                                                func(c claimed) bool { return c.is("g", c.m.G) && c.tried() && c.sub().Width() > 0 },
	"The line of slope g = {g} rises above the graph, and the region between them is hatched.":                 func(c claimed) bool { return c.is("g", c.m.G) && !c.tried() },
	"Three panels. At the top, {f} and the test function φ, a bump from {lo} to {hi} with its peak, of height 1, at {c}.": func(c claimed) bool {
		φ := c.m.Probe()
		return c.is("lo", φ.Lo()) && c.is("hi", φ.Hi()) && c.is("c", φ.C) && φ.Value(φ.C) == 1
	},
	"In the middle, minus {f} times the derivative of the bump; the integral is {v}.":                        func(c claimed) bool { return c.pairs("v") },
	"At the bottom, {f} tested on the bump, which gives {v}.":                                                func(c claimed) bool { return c.pairs("v") },
	"The derivation is at line {n} of 5.":                                                                    func(c claimed) bool { return c.is("n", float64(c.m.Line())) },
	"Three columns for x = {x}: the slope, the lines that fit underneath, the derivative as a distribution.": func(c claimed) bool { return c.is("x", c.m.Centre()) },
	"The value jumps by {v}, and there is no slope.":                                                         func(c claimed) bool { return c.is("v", c.f.ValueJump(c.x)) && c.noSlope() },
	"There is no slope: the slopes of the left secants tend to {l}, those of the right secants to {r}.": func(c claimed) bool {
		return c.noSlope() && c.is("l", c.f.Left(c.x)) && c.is("r", c.f.Right(c.x))
	},
	"The slope does not jump.": func(c claimed) bool { j, ok := c.jump(); return ok && j == 0 },
	"The slope jumps by {v}.":  func(c claimed) bool { j, ok := c.jump(); return ok && j != 0 && c.is("v", j) },
	"The distributional derivative has a point mass of {v} at {x}.": func(c claimed) bool {
		return c.is("v", c.f.ValueJump(c.m.Centre())) && c.f.ValueJump(c.m.Centre()) != 0
	},
	"The second distributional derivative has a point mass of {v} at {x}.": func(c claimed) bool { j, ok := c.f.SlopeJump(c.m.Centre()); return ok && j != 0 && c.is("v", j) },
	"The distributional derivative is a measure of mass {v} without a density.": func(c claimed) bool {
		return c.f.Singular() && c.stationary() && c.is("v", c.f.Value(9)-c.f.Value(-9))
	},
	"The second distributional derivative is not a measure near {x}.": func(c claimed) bool {
		return !c.f.Lipschitz(c.m.Centre()) && c.f.ValueJump(c.m.Centre()) == 0
	},

	// What programs answer
	"{p} and {q}":                                               func(c claimed) bool { return c.names("p", "q") },
	"{p}, {q} and {r}":                                          func(c claimed) bool { return c.names("p", "q", "r") },
	"{p}, {q}, {r} and {s}":                                     func(c claimed) bool { return c.names("p", "q", "r", "s") },
	"{who} returns {v}":                                         func(c claimed) bool { return c.answered("who", "v") },
	"{who} return {v}":                                          func(c claimed) bool { return c.answered("who", "v") },
	"{who} returns {v}, {other} {w}":                            func(c claimed) bool { return c.answered("who", "v", "other", "w") },
	"{who} return {v}, {other} {w}":                             func(c claimed) bool { return c.answered("who", "v", "other", "w") },
	"{who} returns {v}, {other} {w}, {third} {u}":               func(c claimed) bool { return c.answered("who", "v", "other", "w", "third", "u") },
	"{who} return {v}, {other} {w}, {third} {u}":                func(c claimed) bool { return c.answered("who", "v", "other", "w", "third", "u") },
	"{who} returns {v}, {other} {w}, {third} {u}, {fourth} {t}": func(c claimed) bool { return c.answered("who", "v", "other", "w", "third", "u", "fourth", "t") },
	"{answers}, although the slope is {s}.": func(c claimed) bool {
		return !c.noSlope() && c.is("s", c.slope()) && c.answersIn(calculus.Interval{Lo: c.slope(), Hi: c.slope()}, 0, 0)
	},
	"{answers}. The slope is {s}.": func(c claimed) bool {
		return !c.noSlope() && c.is("s", c.slope()) && c.answersIn(calculus.Interval{Lo: c.slope(), Hi: c.slope()}, 1, 3)
	},
	"{answers}. There is no slope.": func(c claimed) bool { return c.noSlope() && !c.f.Lipschitz(c.x) },
	"{answers}, although {f} is undefined at {x}.": func(c claimed) bool {
		return c.letterIs() && c.is("x", c.x) && math.IsNaN(c.f.Value(c.x))
	},
	"{answers}, which is a subgradient: ∂{f}({x}) = {set}.":            func(c claimed) bool { return c.subgradients(1, 4) && c.oneAnswer() },
	"{answers}. All of these are subgradients: ∂{f}({x}) = {set}.":     func(c claimed) bool { return c.subgradients(4, 4) && !c.oneAnswer() },
	"{answers}. Not all of these are subgradients: ∂{f}({x}) = {set}.": func(c claimed) bool { return c.subgradients(1, 3) && !c.subgradients(4, 4) },
	"{answers}. None of these is a subgradient: ∂{f}({x}) = {set}.":    func(c claimed) bool { return c.subgradients(0, 0) && !c.oneAnswer() },
	"{answers}, which is not a subgradient: ∂{f}({x}) = {set}.":        func(c claimed) bool { return c.subgradients(0, 0) && c.oneAnswer() },
	"{answers}, which is no subgradient, but in Clarke’s subdifferential, {set}.": func(c claimed) bool {
		return c.clarkes(4, 4) && c.oneAnswer()
	},
	"{answers}. None of these is a subgradient, but all are in Clarke’s subdifferential, {set}.": func(c claimed) bool {
		return c.clarkes(4, 4) && !c.oneAnswer()
	},
	"{answers}. Not all of these are in Clarke’s subdifferential, {set}.": func(c claimed) bool { return c.clarkes(1, 3) },
	"{answers}. None of these is in Clarke’s subdifferential, {set}.":     func(c claimed) bool { return c.clarkes(0, 0) && !c.oneAnswer() },
	"{answers}, which is not even in Clarke’s subdifferential, {set}.":    func(c claimed) bool { return c.clarkes(0, 0) && c.oneAnswer() },

	"The second distributional derivative has no point mass at {x}.": func(c claimed) bool { j, ok := c.f.SlopeJump(c.m.Centre()); return ok && j == 0 },
})

// joint is all of both.
func joint(a, b map[string]func(claimed) bool) map[string]func(claimed) bool {
	maps.Copy(b, a)
	return b
}

// answer is what a system answers at the place for a program that is written down here once
// more, false if it has no answer.
func (c claimed) answer(f autodiff.Framework) (float64, bool) {
	text, a := c.m.Formula, c.m.A
	switch c.m.Fn {
	case calculus.ReLU:
		text = "relu(x)"
	case calculus.Leaky: // leaky_relu
		text = map[autodiff.Framework]string{autodiff.PyTorch: "{x<=0: a x, x}", autodiff.JAX: "{x<0: a x, x}", autodiff.TensorFlow: "{x<=0: a x, x}", autodiff.MLX: "max(a x, x)"}[f]
	case calculus.Abs:
		text = "|x|"
	case calculus.MinusAbs:
		text = "-|x|"
	case calculus.Heaviside:
		text = "H(x)"
	case calculus.SqrtAbs:
		text = "sqrt(|x|)"
	case calculus.Kink:
		text = "{x<0: a x, x}"
	}
	if w := formulaOf(c.m.Formula); w != nil { // or beside a value for which it is undefined
		a, _, _ = c.m.cutAt()
	}
	n, err := expression.Parse(text)
	if err != nil {
		return 0, false
	}
	d := autodiff.Derive(n, c.x, a, f)
	return d.Slope, d.OK
}

// names reports whether slots are different systems, in their order.
func (c claimed) names(slots ...string) bool {
	last := -1
	for _, s := range slots {
		n := slices.Index(systems, c.slots[s])
		if n <= last {
			return false
		}
		last = n
	}
	return true
}

var systems = []string{"PyTorch", "JAX", "TensorFlow", "MLX"}

// answered reports whether pairs of slots are all systems that answer, and their answers.
func (c claimed) answered(slots ...string) bool {
	said := map[string]string{}
	for i := 0; i < len(slots); i += 2 {
		for _, name := range strings.FieldsFunc(strings.ReplaceAll(c.slots[slots[i]], " and ", ", "), func(r rune) bool { return r == ',' || r == ' ' }) {
			said[name] = c.slots[slots[i+1]]
		}
	}
	for f := range autodiff.Frameworks {
		v, ok := c.answer(f)
		text, told := said[f.String()]
		if ok != told || ok && v != v && text != "NaN" || ok && v == v && !shows(text, v) && !shows(text, round9(v)) {
			return false
		}
	}
	return true
}

// round9 is v without the rounding of a few operations.
func round9(v float64) float64 { return math.Round(v*1e9) / 1e9 }

// answersIn reports whether at least so many of the answers and at most so many are in a set,
// of four, if some are missing.
func (c claimed) answersIn(i calculus.Interval, least, most int) bool {
	in, out := 0, 0
	for f := range autodiff.Frameworks {
		switch v, ok := c.answer(f); {
		case !ok:
		case v >= i.Lo-1e-7 && v <= i.Hi+1e-7:
			in++
		default:
			out++
		}
	}
	if out == 0 && in > 0 {
		in = 4
	}
	return in >= least && in <= most
}

func (c claimed) oneAnswer() bool {
	values := map[string]bool{}
	for f := range autodiff.Frameworks {
		if v, ok := c.answer(f); ok {
			values[Short(round9(v)+0)] = true
		}
	}
	return len(values) == 1
}

// subgradients: there is no slope, ∂f(x) is as said, and so many answers are in it.
func (c claimed) subgradients(least, most int) bool {
	s := c.sub()
	return c.letterIs() && c.is("x", c.x) && c.noSlope() && !c.empty() && c.slots["set"] == interval(s.Lo, s.Hi) && c.answersIn(s, least, most)
}

// clarkes: there is no subgradient, Clarke's subdifferential is as said, and so many answers
// are in it.
func (c claimed) clarkes(least, most int) bool {
	s, ok := c.f.Clarke(c.x)
	return ok && c.noSlope() && c.empty() && c.slots["set"] == interval(s.Lo, s.Hi) && c.answersIn(s, least, most)
}

func (c claimed) secants() bool {
	l, r := c.quotients(c.m.H)
	return c.is("h", c.m.H) && c.quotient("l", l) && c.quotient("r", r)
}

// quotient is is for numbers that subtraction has made, which are a little off.
func (c claimed) quotient(slot string, q float64) bool {
	v := c.value(slot)
	return c.is(slot, q) || v != 0 && math.Abs(v-q) < 1e-10 || q != q && c.slots[slot] == "none"
}

// nearCorner: straight on both sides of x, and a corner at b.
func (c claimed) nearCorner() bool {
	b := c.meant("b")
	h := math.Abs(c.x-b) / 2
	l, r := c.quotients(h)
	j, ok := c.f.SlopeJump(b)
	return c.is("x", c.x) && c.is("s", c.slope()) && math.Abs(l-c.slope())*h < 1e-14*(1+math.Abs(c.slope())) && math.Abs(r-c.slope())*h < 1e-14*(1+math.Abs(c.slope())) && ok && j != 0
}

// twoSlopes: all secants on a side have the same slope.
func (c claimed) twoSlopes() bool {
	for _, h := range []float64{HRange().Lo, 0.03, 0.7, HRange().Hi} {
		if l, r := c.quotients(h); math.Abs(l-c.f.Left(c.x)) > 1e-9 || math.Abs(r-c.f.Right(c.x)) > 1e-9 {
			return false
		}
	}
	return c.twoLimits()
}

func (c claimed) twoLimits() bool {
	return c.noSlope() && c.is("x", c.x) && c.is("l", c.f.Left(c.x)) && c.is("r", c.f.Right(c.x)) && c.slots["l"] != c.slots["r"]
}

func (c claimed) vertical() bool {
	l, r := c.quotients(math.Pow(3, -18))
	return c.noSlope() && c.is("x", c.x) && c.is("l", c.f.Left(c.x)) && c.is("l", c.f.Right(c.x)) && l > 100 && r > 100
}

// only: ∂f(x) = {s}.
func (c claimed) only(s float64) bool { i := c.sub(); return i.Lo == s && i.Hi == s }

// onlyTangent reports whether the tangent is the only line, but for the last digits of its
// slope and of x.
func (c claimed) onlyTangent() bool {
	i := c.sub()
	return i.Lo == i.Hi && math.Abs(i.Lo-c.slope()) <= 4e-15*max(1, math.Abs(i.Lo), math.Abs(c.x))
}

func (c claimed) fan() bool {
	i := c.sub()
	return i.Width() > 0 && c.is("x", c.x) && c.is("lo", i.Lo) && c.is("hi", i.Hi)
}

func (c claimed) overThere() bool {
	end := func(slot string) float64 {
		if shows(c.slots[slot], c.x) { // it begins at the point
			return c.x
		}
		return c.value(slot)
	}
	return c.value("lo") < c.value("hi") && c.overAll(end("lo"), end("hi"))
}

// steps: f is continuous, its slope is l left of 0 and r right of it.
func (c claimed) steps(l, r float64) bool {
	for _, x := range []float64{1e-9, 0.3, 2, 1e6} {
		if c.f.Density(-x) != l || c.f.Density(x) != r {
			return false
		}
	}
	return len(c.f.Atoms()) == 0 && !c.f.Singular()
}

func (c claimed) smooth() bool {
	d, ok := c.f.Weak()
	return ok && len(d.Atoms()) == 0 && c.acts(func(φ calculus.Probe) float64 { return d.Direct(φ) })
}

func (c claimed) massIsJump() bool {
	l, r := c.f.Slopes(0) // which f(0) has no part in
	m, _ := mass(c.slots["d"], "δ")
	return shows(Short(m), r-l) && c.weighs("answer", "φ(0)") && c.weighs("d", "δ")
}

// dips: the slot is a multiple of δ′ that tells the answer to every probe.
func (c claimed) dips(slot string) bool {
	m, ok := mass(c.slots[slot], "δ′")
	at := c.m.Differentiated().Masses()
	return ok && len(at) == 1 && at[0].X == 0 && shows(Short(m), at[0].Mass) && c.acts(func(φ calculus.Probe) float64 { return -at[0].Mass * φ.Derivative(0) })
}

// oneDoublet: f′ is a mass at 0, and f″ as many δ′.
func (c claimed) oneDoublet() bool {
	m, ok := mass(c.slots["m"], "δ")
	d, _ := mass(c.slots["d"], "δ′")
	answer, gives := mass(c.slots["answer"], "φ′(0)")
	return ok && gives && m == d && answer == -d && c.dips("d") && c.doublets()
}

// anyMass: where what f′ acts as is a multiple of δ or δ′, it is.
func (c claimed) anyMass() bool {
	switch what := c.slots["what"]; {
	case strings.HasSuffix(what, "_δ_"):
		return c.weighs("what", "δ")
	case strings.HasSuffix(what, "_δ_′"):
		return c.dips("what")
	}
	return true
}

// halves: the slope is one number on each side of a place.
func (c claimed) halves(x float64) bool {
	ok := true
	for _, d := range []float64{0.02, 0.3, 2} {
		ok = ok && c.f.Density(x-d) == c.f.Density(x-0.02) && c.f.Density(x+d) == c.f.Density(x+0.02)
	}
	return ok
}

// breaks are the places where f has no slope.
func (c claimed) breaks() (at []float64) {
	for _, b := range c.f.Breaks() {
		if _, ok := c.f.Derivative(b); !ok {
			at = append(at, b)
		}
	}
	return at
}

// meant is the break that a number stands for.
func (c claimed) meant(slot string) float64 {
	for _, b := range c.f.Breaks() {
		if c.is(slot, b) {
			return b
		}
	}
	return math.NaN()
}

// narrower: the graph bends up at the centre, and its fan is narrower or there is none.
func (c claimed) narrower(none bool) bool {
	j, ok := c.f.SlopeJump(c.m.Centre())
	d, weak := c.f.Weak()
	s := c.f.Subdifferential(c.m.Centre())
	return ok && j > 0 && s.Width() < j-1e-12 && s.Empty() == none && weak && math.Abs(d.ValueJump(c.m.Centre())-j) < 1e-12
}

// cornersWeigh: f″ is the slope of f′ and, at each corner, the jump of the slope.
func (c claimed) cornersWeigh() bool {
	d, ok := c.f.Weak()
	for _, a := range d.Atoms() {
		j, finite := c.f.SlopeJump(a.X)
		ok = ok && finite && math.Abs(j-a.Mass) < 1e-12
	}
	return ok && len(d.Atoms()) > 0 && c.acts2(d)
}

// acts2: what f″ does is what the derivative of f′, d, does.
func (c claimed) acts2(d calculus.Function) bool {
	c.m.Lens, c.m.Order = Dist, Second
	return c.acts(d.Direct)
}

// jumpsWeigh: f′ is the slope of f and, at each jump, a point mass.
func (c claimed) jumpsWeigh() bool {
	c.m.Order = First
	return len(c.f.Atoms()) > 0 && c.acts(c.f.Direct)
}

// noValue: f has none at the place, though beside it.
func (c claimed) noValue() bool {
	return c.letterIs() && c.is("x", c.x) && math.IsNaN(c.f.Value(c.x)) && !math.IsNaN(c.f.Value(c.x-1e-3)) && !math.IsNaN(c.f.Value(c.x+1e-3)) && c.noSlope() && c.empty()
}

// singleValue: f would be continuous at the place with another value there.
func (c claimed) singleValue() bool {
	l, r := c.f.Value(c.x-1e-9), c.f.Value(c.x+1e-9)
	return c.is("x", c.x) && math.Abs(l-r) < 1e-3 && !(math.Abs(c.f.Value(c.x)-l) < 1e-3) && c.noSlope()
}

// pole: f is unbounded on one side of a place.
func (c claimed) pole() bool {
	b := c.meant("x")
	return math.Abs(c.f.Value(b-1e-12)) > math.Abs(c.f.Value(b-1e-3))+5 || math.Abs(c.f.Value(b+1e-12)) > math.Abs(c.f.Value(b+1e-3))+5
}

// unbounded: the slope has no bound on one side of a place.
func (c claimed) unbounded(b float64) bool {
	for _, side := range []float64{-1, 1} {
		if near, far := math.Abs(c.f.Density(b+side*1e-12)), math.Abs(c.f.Density(b+side*1e-3)); near > far+5 {
			return true
		}
	}
	return false
}

func (c claimed) jumpsLow() bool {
	return c.is("x", c.x) && c.f.ValueJump(c.x) != 0 && c.noSlope() && !c.empty()
}

func (c claimed) valueJumps() bool {
	return c.f.ValueJump(c.m.Centre()) != 0 && c.noSlope() && c.empty()
}

// noMeasure: the slopes are unbounded on either side of 0, so the mass of f″
// there would be infinite.
func (c claimed) noMeasure() bool {
	_, ok := c.f.SlopeJump(c.m.Centre())
	return !ok && c.f.AbsolutelyContinuous() && (math.IsInf(c.f.Left(c.m.Centre()), 0) || math.IsInf(c.f.Right(c.m.Centre()), 0))
}

// bendsDown: the slope jumps down at 0, by the mass of f″ there.
func (c claimed) bendsDown() bool {
	j, ok := c.f.SlopeJump(c.m.Centre())
	d, weak := c.f.Weak()
	return c.letterIs() && ok && j < 0 && c.empty() && weak && math.Abs(d.ValueJump(c.m.Centre())-j) < 1e-12
}

func (c claimed) threeAgree() bool {
	j, ok := c.f.SlopeJump(c.m.Centre())
	d, weak := c.f.Weak()
	return c.letterIs() && ok && j > 0 && math.Abs(c.f.Subdifferential(c.m.Centre()).Width()-j) < 1e-12 && weak && math.Abs(d.ValueJump(c.m.Centre())-j) < 1e-12
}

// outside: f is constant left of one place and right of another.
func (c claimed) outside(left, right string) bool {
	for _, d := range []float64{1e-9, 0.4, 8} {
		if !c.is("l", c.f.Value(c.value(left)-d)) || !c.is("r", c.f.Value(c.value(right)+d)) {
			return false
		}
	}
	return true
}

// ---- Finding the sentences

// spoken is a sentence as it was made, or as it was found in a text.
type spoken struct {
	pattern string
	slots   map[string]string
	tangent bool // it speaks of the tangent and not of the line that is tried
}

// sentences are a text and the texts in its slots.
func (t Text) sentences() (all []spoken) {
	t.lang = lang.English
	var walk func(pattern string, first int)
	walk = func(pattern string, first int) {
		s, _ := t.slots(pattern, first)
		said := spoken{pattern: pattern, slots: map[string]string{}}
		for i, name := range s.names[:s.n] {
			said.slots[name] = string(t.fill(nil, s.at[i]))
			if a := t.args[s.at[i]]; a.form == phrase {
				walk(a.s, s.at[i]+1)
			}
		}
		all = append(all, said)
	}
	walk(t.pattern, 0)
	return all
}

// keys are the sentences of the catalogue of words, the longest first, and those
// that begin with a slot, which could be anything, last.
var keys = func() (keys []string) {
	for _, block := range strings.Split(assets.German, "\n\n") {
		for _, line := range strings.Split(strings.TrimSpace(block), "\n") {
			if line != "" && !strings.HasPrefix(line, "#") {
				keys = append(keys, line)
				break
			}
		}
	}
	keys = append(keys, "ReLU")
	size := func(k string) int {
		if strings.HasPrefix(k, "{") {
			return len(k) - 1000
		}
		return len(k)
	}
	slices.SortStableFunc(keys, func(a, b string) int { return size(b) - size(a) })
	return keys
}()

var slotName = regexp.MustCompile(`\{([a-z]+)\}`)

// matchers are the same as expressions.
var matchers = func() (out []*regexp.Regexp) {
	for _, k := range keys {
		out = append(out, regexp.MustCompile("^"+regexp.MustCompile(`\\\{[a-z]+\\\}`).ReplaceAllString(regexp.QuoteMeta(k), `(.+?)`)+"$"))
	}
	return out
}()

var found = map[string]spoken{}

// bare is a number and its letter, without a word.
var bare = regexp.MustCompile(`^(\pL) = ([−0-9.,]+)$`)

// find is the sentence of the catalogue that a text is.
func find(text string) spoken {
	if s, ok := found[text]; ok {
		return s
	}
	s := spoken{pattern: text}
	if v := bare.FindStringSubmatch(text); v != nil { // where all else is hidden
		s = spoken{pattern: "{name} = {value}", slots: map[string]string{"name": v[1], "value": v[2]}}
		found[text] = s
		return s
	}
	for i, k := range keys {
		if v := matchers[i].FindStringSubmatch(text); v != nil {
			s = spoken{pattern: k, slots: map[string]string{}}
			for j, name := range slotName.FindAllStringSubmatch(k, -1) {
				s.slots[name[1]] = v[j+1]
			}
			break
		}
	}
	found[text] = s
	return s
}

// everySentence is all that is said of a model.
func everySentence(m Model) (all []spoken) {
	of := []Text{Question(m), Caption(m, false), Caption(m, true)}
	f := m.factsAt(m.place())
	switch m.Lens {
	case Point:
		if f.HasSlope {
			of = append(of, TangentWord(m))
		} else {
			of = append(of, NoValueWord(m))
		}
		for _, left := range []bool{true, false} {
			if w := SecantWord(m, left); !w.Empty() {
				of = append(of, w)
			}
		}
	case Sub, Compare:
		if _, ok := m.Function().SlopeJump(m.Centre()); ok && m.Lens == Compare {
			of = append(of, SideWord(m, true), SideWord(m, false))
		}
		for _, w := range []Text{FanWord(m), IdleWord(m)} {
			if !w.Empty() {
				of = append(of, w)
			}
		}
		if w := AboveWord(m); !w.Empty() {
			of = append(of, w, BeyondWord(m))
		}
	case Dist:
		for line := 1; line <= 5; line++ {
			of = append(of, StepReason(m, line))
		}
		of = append(of, TogetherWord(m, m.Differentiated().ByParts(m.Probe())))
	}
	if t := Programs(m); !t.Empty() {
		of = append(of, t)
	}
	for i, t := range of {
		for _, s := range t.sentences() {
			s.tangent = i < 3 && f.HasSlope && f.Sub.Empty() && !m.Hides()
			all = append(all, s)
		}
	}
	for _, s := range m.describe() {
		if s != "" {
			all = append(all, find(s))
		}
	}
	if all = append(all, find(FunctionName(m.Fn))); m.Fn != calculus.Own { // the picker has no word for others
		all = append(all, find(JumpWord(m.Function())))
	}
	for c := X; c < Controls; c++ {
		if !m.Has(c) || c == S && !m.Smooths() {
			continue
		}
		s := Slider(m, c)
		all = append(all, find(s.Label), find(s.ValueText))
	}
	corners, _ := m.Corners()
	for i := range corners {
		s := Slider(m, Corner(i))
		all = append(all, find(s.Label), find(s.ValueText))
	}
	for _, c := range m.equation() {
		if m.Hides() && c.Value == "" { // what it is of is said, and no more
			continue
		}
		s := find(c.Text)
		slots := map[string]string{"value": c.Value}
		for k, v := range s.slots {
			slots[k] = v
		}
		all = append(all, spoken{pattern: s.pattern, slots: slots})
	}
	return all
}

// anywhere calls f with every function, lens and order: at the breaks, the ends
// of ranges, and so many random places of the handles.
func anywhere(random int, f func(m Model)) {
	every(f)
	for _, text := range append(formulasTried(), programsTried()...) {
		m := Update(New(), Define{text})
		for m.Lens = range Lenses {
			for _, m.X = range append(m.Function().Breaks(), 0, 0.3) {
				f(m.settled())
			}
		}
	}
	for _, at := range placesTried {
		m := Update(New(), Define{at.text})
		for m.Lens = range Lenses {
			m.X = at.x
			f(m.settled())
			if m.Lens == Dist {
				m.Order = Second
				f(m.settled())
			}
		}
	}
	for _, text := range drawingsTried() {
		m := Update(Update(New(), Define{text}), Sketch{true})
		for m.Lens = range Lenses {
			for _, m.X = range append(m.Function().Breaks(), 0, 0.3) {
				f(m.settled())
			}
		}
	}
	descents(f)
	r := rand.New(rand.NewPCG(13, 6))
	some := func(i calculus.Interval) float64 {
		switch r.IntN(8) {
		case 0:
			return i.Lo
		case 1:
			return i.Hi
		case 2:
			return math.Round((i.Lo+r.Float64()*(i.Hi-i.Lo))*100) / 100
		}
		return i.Lo + r.Float64()*(i.Hi-i.Lo)
	}
	for i := range random + random/2 { // the last of formulas
		m := New()
		m.Fn, m.Lens, m.Order = calculus.Kind(r.IntN(int(calculus.Kinds))), Lens(r.IntN(int(Lenses))), Order(r.IntN(2))
		m.X, m.G, m.C, m.W, m.H, m.S = some(XRange()), some(GRange()), some(CRange()), some(WRange()), some(HRange()), some(SRange())
		m.Beta, m.P = some(calculus.BetaRange()), some(PRange())
		if a, ok := DialOf(m.Fn); ok {
			m.A = some(a)
		}
		if i >= random {
			m = Update(m, Define{formulasTried()[r.IntN(len(formulasTried()))]})
		}
		switch r.IntN(4) {
		case 0: // at a break, or so near that it reads as if it were
			b := append(m.Function().Breaks(), 0)
			m.X = b[r.IntN(len(b))] + []float64{0, 0, 1e-3, -1e-3, 1e-7, -1e-7, 1e-12, -1e-12}[r.IntN(8)]
		case 1: // a slope at an end of the set, or so near
			if s := m.Function().Subdifferential(m.X); !s.Empty() {
				m.G = []float64{s.Lo, s.Hi}[r.IntN(2)] + []float64{0, 1e-3, -1e-3, 1e-6, -1e-6}[r.IntN(5)]
			}
		}
		f(m.settled())
	}
	for k := range calculus.Kinds {
		for lens := range Lenses {
			m := New().chosen(k)
			m.Lens, m.X, m.Hide = lens, 0, HideNumbers
			f(m.settled())
			if lens == Dist {
				m.Hide = HideFormula
				f(m.settled())
			}
			for _, m.Hide = range [...]Hide{HideNote, HideLower, HideCases | HideLower | HideFan, HideSub | HideDist, HidePoint | HideDist, HidePoint | HideSub} {
				for _, m.X = range [...]float64{0, 0.3} {
					for _, m.Order = range [...]Order{First, Second} {
						f(m.settled())
					}
					for _, text := range [...]string{"{x=0: 1, 0}", "1/sqrt|x|", "|x|/x", "cbrt(x)", "-|x|", "|x|"} {
						own := Update(m, Define{text})
						own.X, own.Hide, own.Lens = m.X, m.Hide, m.Lens
						f(own.settled())
					}
				}
			}
		}
	}
}

// formulasTried are the examples and formulas that are awkward: with values beside both
// limits, or none; with slopes that are infinite; with breaks far from 0.
func formulasTried() []string {
	var all []string
	for _, e := range Examples() {
		all = append(all, e.Text)
	}
	return append(all, "{x=0: 1, 0}", "{x=0: -1, x^2}", "sin(x)/x", "sign(x)", "cbrt(x)", "sqrt(|x-1|)", "-|x-1|", "{x<1: x, 3}",
		"|x|^3", "relu(x-2.5)", "2", "3x-1", "-x^2", "H(x+1)-H(x-1)", "{x<0: x, x=0: 5, x+1}", "corners(-1:0, 0:1, 1:0)", "|x|/x", "{x<0: -x, x>0: x}", "1/sqrt|x|", "{x<0: 0, ln(x)}", "|x-5|", "{x=1: 3, x}", "{x=0: 5, x}", "x/x", "sqrt|x|+H(x-1)", "|x|^0.9", "-relu(x-8)", "{x=1: 3, 2}", "10relu(x)+5x", "1-H(x)", "||x|-1|", "{x<0: 1-x, x}", "|x|*max(1,sin(x))", "exp(x)", "x*H(x)", "|x|*ln(|x|)",
		"min(|x|,1)-x^2/9", "arctan(x)", "sqrt(|x|)*sign(x)", "{x<-1: 0, x<1: sqrt(1-x^2), 0}")
}

// placesTried are places of formulas where more is known beside the point, or within
// [−7, 7], than far from it.
var placesTried = []struct {
	text string
	x    float64
}{
	{"exp(x)*exp(-x)", 1.4}, {"exp(x)*exp(-x)-exp(-10000(x+1.05)^2)", 1.4},
	{"1/(1+exp(-20x))", -2}, {"1/(1+exp(-8x))", -3}, {"tanh(20x)", -2}, {"exp(-20x^2)", 2}, {"-sin(x)", 1.5707963267948966}, {"sin(x)^2", 3.141592653589793},
	{"cbrt(x)^2", 0}, {"cbrt(x)^2+|x|", 0},
	{"min(relu(x),8)", 0}, {"|x-8|+|x|", 0}, {"|x-8|", 0}, {"H(x)+H(x-8)", 0}, {"{x<7: x, 2x-7}", 1},
}

// doublets reports whether f jumps, at no place other than where f′ has its masses, and
// what f″ gives is what they give beside its slopes and its jumps.
func (c claimed) doublets() bool {
	g, ok := c.f.Second()
	φ := c.m.Probe()
	sum := 0.0
	for _, a := range c.f.Atoms() {
		sum -= a.Mass * φ.Derivative(a.X)
	}
	rest := 0.0
	for _, q := range g.AppendParts(nil, φ) {
		rest += q.BoundaryLo - q.BoundaryHi + q.Direct
	}
	return ok && len(c.f.Atoms()) > 0 && len(g.Masses()) == len(c.f.Atoms()) && math.Abs(g.ByParts(φ)-sum-rest) <= 1e-8*(1e-3+g.Scale(φ))
}

// answeredAt reports whether the ways to write relu as a program have these answers and
// no others at a place, and are all the same function as the one shown.
func (c claimed) answeredAt(x float64, want ...float64) bool {
	var got []float64
	for _, text := range [...]string{"relu(x)", "max(0, x)", "max(x, 0)"} {
		tree, _ := expression.Parse(text)
		for _, at := range [...]float64{-1.7, x, 0.6, 2.3} {
			if m, _ := Parse("f=" + text); m.Function().Value(at) != c.f.Value(at) {
				return false
			}
		}
		for f := range autodiff.Frameworks {
			if a := autodiff.Derive(tree, x, 0, f); a.OK {
				got = append(got, a.Slope)
			}
		}
	}
	slices.Sort(got)
	return slices.Equal(slices.Compact(got), want)
}

// isCorner reports whether the slots show a corner of a drawing.
func (c claimed) isCorner() bool {
	at, _ := c.m.Corners()
	for _, p := range at {
		if c.is("x", p.X) && c.is("y", p.Y) && math.Abs(c.f.Value(p.X)-p.Y) < 1e-12 {
			return true
		}
	}
	return false
}

// addsOne reports whether a click on the graph adds a corner.
func addsOne(m Model) bool {
	at, _ := m.Corners()
	m = Update(m, Plant{X: (at[0].X + at[1].X) / 2})
	now, _ := m.Corners()
	return len(now) == len(at)+1
}

// drawingsTried are functions by their corners.
func drawingsTried() []string {
	return []string{"corners(-1:0, 0:1, 1:0)", "corners(0:0, 1:1)", "corners(0:0, 1:0)", "corners(-2:1.25, -0.5:-1, 0.75:-1, 1:3)", "corners(-1:0, 0:0, 1:0)", "corners(-3:0, -2:1, -1:0, 0:1, 1:0, 2:1, 3:0)", "corners(-1:0.333, 0.1:1, 1.7:-2, 2:2)", cornersText(forty())}
}

// programsTried are formulas of which programs return what they should not, or not the same.
func programsTried() []string {
	return []string{
		"max(x,0)", "2relu(x)-relu(-x)", "|x|/4+2relu(x)-1.5relu(-x)", "max(x,0)-0.3relu(-x)", "-relu(x)", "relu(-x)-2relu(x)", "1.5relu(-x)-2relu(x)-|x|/4",
		"0.3relu(-x)-max(x,0)", "{x<0: -1, x>0: 1}", "sqrt(x^2)", "cbrt(x)^3", "|x|+clip(x,1,0)+H(x^2+1)", "H(cbrt(x)+1)", "clip(0,x,1)", "max(x,0)+|x|", "a*|x|+max(0,x)",
	}
}

func TestFormulasAreShown(t *testing.T) {
	for _, text := range append(formulasTried(), programsTried()...) {
		if _, bad, no := Read(text); bad != nil || no != nil {
			t.Errorf("%s: %+v, %+v", text, bad, no)
		}
	}
}

func TestEverySentenceIsTrue(t *testing.T) {
	n, bad, said := 2500, 0, map[string]bool{}
	if testing.Short() {
		n = 1000
	}
	anywhere(n, func(m Model) {
		for _, s := range everySentence(m) {
			said[s.pattern] = true
			claim, ok := claims[s.pattern]
			c := claimed{m, m.Function(), m.place(), s.slots}
			if s.tangent {
				c.m.G = c.slope()
			}
			switch {
			case bad > 30:
			case !ok:
				bad++
				t.Errorf("%s: no claims of %q", m.name(), s.pattern)
			case !claim(c):
				bad++
				t.Errorf("%s: %q %v is not true", m.name(), s.pattern, s.slots)
			}
		}
	})
	for s := range claims {
		if !said[s] && !waiting[s] {
			t.Errorf("nothing says %q", s)
		}
	}
}

// waiting are sentences for functions that the catalogue does not have.
var waiting = map[string]bool{
	alone: true, "Pointwise": true, "=": true, "near {x}": true, "far from {x}": true,
	"On both sides of {x} the graph falls below every line through the point, so none fits underneath.":  true,
	"Just to the right of {x} the graph is below every line through the point, so none fits underneath.": true,
	"Only the line of slope {s} fits underneath, although {f} has no slope at {x}.":                      true,
}

// written is a number as it is written. 0 is often said by a word, as “horizontal”
// or “Nullmenge”, or by h → 0.
var written = regexp.MustCompile(`h → 0|−?\d+(\.\d+)?(·10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?`)

// TestGermanSaysTheSame: the same numbers in both languages, each as often, in
// all that is said.
func TestGermanSaysTheSame(t *testing.T) {
	numbers := func(s string) []string {
		n := slices.DeleteFunc(written.FindAllString(s, -1), func(s string) bool { return s == "h → 0" || s == "0" })
		slices.Sort(n)
		return n
	}
	seen := map[string]bool{}
	anywhere(1000, func(m Model) {
		g := m
		g.Lang = lang.German
		english, german := texts(m), texts(g)
		for what, e := range english {
			d := german[what]
			if e, d := Plain(e.text), Plain(d.text); !seen[e] && !slices.Equal(numbers(e), numbers(strings.ReplaceAll(d, ",", "."))) {
				t.Errorf("%s: %s:\n%q\n%q", m.name(), what, e, d)
			}
			seen[Plain(e.text)] = true
		}
	})
}
