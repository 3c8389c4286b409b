package figure

import (
	"math"
	"strings"
	"testing"

	"relu-three-ways/math/calculus"
)

// descents are states of the steps: every method, on functions that are convex and on
// others, from places on either side of what is special, with every number of steps.
func descents(f func(Model)) {
	texts := []string{"|x|", "relu(x)", "x^2", "-|x|", "H(x)", "max(-x,2x)", "|x|+|x-1|", "exp(x)-x", "2", "relu(x)-relu(-x)", "{x=0: -1, x^2}", "{x<0: -x, x>0: x}",
		"|x|*ln(|x|)", "sqrt(|x-1|)", "10relu(x)+5x", "|x|*max(1,sin(x))", "H(x+1)-H(x-1)", "cbrt(x)^2", "1/sqrt|x|",
		"ln(1+exp(64x))/64", "(x-1/3)^2", "|x-1/3|", "|x|-100*max(0,|x|-8)", "x^2-exp(x)/1000", "100|x|", "ln(exp(x)+exp(-x))"}
	for _, text := range texts {
		for s := Fixed; s < methods; s++ {
			for _, x := range []float64{-2, 0, 1.3} {
				for _, step := range []float64{0.5, 1.3} {
					m := Update(Update(New(), Define{text}), Look{Sub})
					m = Update(Update(Update(m, Descend{s}), Assign{X, x}), Assign{T, step})
					for _, k := range []float64{0, 0.4, 1, 2, 3, 5, MostSteps} {
						at := Update(m, Assign{K, k})
						f(at)
						if k == 1 {
							f(Update(at, Steer{"hide=numbers"}))
						}
						if at.Tries() {
							f(Update(at, Assign{G, 0}))
							f(Update(at, Assign{G, 3}))
						}
					}
				}
			}
		}
	}
}

// path takes the steps once more, in other words: with the lines that support, and by
// looking for the least value.
func (c claimed) path() bool {
	p := &c.m.Path
	for k := range p.N {
		x, y := p.At[k], p.At[k+1]
		switch c.m.Steps {
		case Proximal:
			cost := func(z float64) float64 { return c.f.Value(z) + (z-x)*(z-x)/(2*c.m.T) }
			for _, z := range looks {
				if cost(z) < cost(y)-1e-9 {
					return false
				}
			}
			for z := -3.3; z <= 3.3; z += 0.01 {
				if cost(z) < cost(y)-1e-9 {
					return false
				}
			}
		default:
			step := c.m.T
			if c.m.Steps == Shrinking {
				step /= float64(k + 1)
			}
			if g := p.G[k]; !c.supports(x, g) || math.Abs(x-step*g-y) > 1e-11 {
				return false
			}
		}
	}
	return c.m.K <= float64(p.N) && (c.m.K != math.Floor(c.m.K) || c.m.X == p.At[int(c.m.K)])
}

// came reports whether the slots show the number of the last step, and where it led.
func (c claimed) came() bool {
	k := int(c.m.K)
	return c.path() && k > 0 && c.is("k", float64(k)) && c.is("v", c.f.Value(c.x)) && c.letterIs()
}

// least reports whether the point is at a minimiser, of which 0 is a subgradient.
func (c claimed) least() bool {
	return c.path() && c.supports(c.x, 0) && c.minimises() && c.is("x", c.x) && c.letterIs()
}

// next is where a step from here would lead, and false where there is none.
func (c claimed) next() (float64, bool) {
	k := int(c.m.K)
	if k < c.m.Path.N {
		return c.m.Path.At[k+1], true
	}
	m := c.m // one with steps to spare
	m.K, m.Start = 0, c.x
	if c.m.Steps == Shrinking {
		m.T /= float64(k + 1)
	}
	m.X = c.x
	p := m.path(route{m.Fn, m.Formula, m.A, m.Beta, m.Steps, c.x, m.T, m.G, calculus.Interval{Lo: -1e6, Hi: 1e6}})
	return p.At[1], p.N > 0
}

// stepClaims are the entries of the sentences about steps.
var stepClaims = map[string]func(claimed) bool{
	"What does an optimiser do?": func(c claimed) bool { return c.m.Steps != NoSteps && c.path() },
	"Proximal steps are shown for convex functions, and {f} is not convex.":                                                           claimed.broken,
	"A proximal step goes to where {f}(_y_) + (_y_ − _x_)²/(2_t_) is least. It is shown for convex functions, and {f} is not convex.": claimed.broken,
	"no proximal steps: {f} is not convex":                                           claimed.broken,
	"no proximal steps: {f} is not known to be convex":                               claimed.bent,
	"no steps: {f} is undefined at {x}":                                              func(c claimed) bool { v := c.f.Value(c.x); return v != v && c.letterIs() && c.is("x", c.x) },
	"no steps: no subgradient at {x}":                                                func(c claimed) bool { return c.empty() && c.m.Path.N == 0 && c.is("x", c.x) },
	"Proximal steps are shown for convex functions, and {f} is not known to be one.": claimed.bent,
	"A proximal step goes to where {f}(_y_) + (_y_ − _x_)²/(2_t_) is least. It is shown for convex functions, and {f} is not known to be one.": claimed.bent,
	"Step {k} leads from {a} to {b}.": func(c claimed) bool {
		k := int(math.Ceil(c.m.K))
		return c.path() && c.is("k", float64(k)) && c.is("a", c.m.Path.At[k-1]) && c.is("b", c.m.Path.At[k])
	},
	"No line fits underneath at {x}: there is no subgradient to step along.":                                func(c claimed) bool { return c.path() && c.empty() && c.is("x", c.x) },
	"No line fits underneath at {x}, so there is no subgradient there, and the method has no step to take.": func(c claimed) bool { return c.path() && c.empty() && c.is("x", c.x) },
	"The next step leads out of the picture.": func(c claimed) bool {
		to, ok := c.next()
		return ok && !XRange().Contains(to)
	},
	"The next step leads out of the picture. Try another start, or a smaller _t_.": func(c claimed) bool {
		to, ok := c.next()
		return ok && !XRange().Contains(to)
	},
	"0 is a subgradient at {x}, so {x} is a minimiser of {f}, and the steps stay there.": func(c claimed) bool { return c.least() && c.m.Path.At[c.m.Path.N] == c.x },
	"From _x_ a proximal step goes to where {f}(_y_) + (_y_ − _x_)²/(2_t_) is least.":    func(c claimed) bool { return c.path() && c.letterIs() && c.m.Path.N > 0 },
	"From _x_ a proximal step goes to where {f}(_y_) + (_y_ − _x_)²/(2_t_) is least: low, but not far away. Take a step.": func(c claimed) bool {
		return c.path() && c.letterIs() && c.m.Path.N > 0
	},
	"From _x_ go to _x_ − _tg_, with a subgradient _g_; next with _t_/2, _t_/3, …": func(c claimed) bool { return c.path() && c.m.Steps == Shrinking && c.m.Path.N > 0 },
	"The subgradient method goes from _x_ to _x_ − _tg_, where _g_ is a subgradient at _x_. Here the step sizes are _t_, _t_/2, _t_/3, … Take a step.": func(c claimed) bool {
		return c.path() && c.m.Steps == Shrinking && c.m.Path.N > 0
	},
	"From _x_ go to _x_ − _tg_, with a subgradient _g_ at _x_.": func(c claimed) bool { return c.path() && c.m.Steps == Fixed && c.m.Path.N > 0 },
	"The subgradient method goes from _x_ to _x_ − _tg_, where _g_ is a subgradient at _x_. Here the step size _t_ stays the same. Take a step.": func(c claimed) bool {
		return c.path() && c.m.Steps == Fixed && c.m.Path.N > 0
	},
	"The point stays at {x}: 0 is a subgradient there, so {x} is a minimiser of {f}.": func(c claimed) bool { return c.least() && c.m.Path.At[int(c.m.K)-1] == c.x },
	"The steps have reached {x}, where 0 is a subgradient, so {x} is a minimiser of {f} and they stop.": func(c claimed) bool {
		return c.least() && c.m.Path.At[c.m.Path.N] == c.x
	},
	"The point is at {x}, a minimiser of {f}. But the next step uses _g_ = {g}, and leads out of the picture.": func(c claimed) bool {
		to, ok := c.next()
		return c.least() && ok && !XRange().Contains(to) && c.value("g") != 0 && c.supports(c.x, c.m.Slope())
	},
	"The point is at {x}, a minimiser of {f}. But the next step uses _g_ = {g}, and leads away.": func(c claimed) bool {
		to, ok := c.next()
		return c.least() && (!ok || to != c.x) && c.value("g") != 0 && c.supports(c.x, c.m.Slope())
	},
	"With a fixed step size the point goes back and forth between {a} and {b}.":                                        claimed.swings,
	"With a fixed step size the point goes back and forth between {a} and {b} for ever. Steps that shrink can settle.": claimed.swings,
	"Step {k} went uphill: {f} rose from {u} to {v}.":                                                                  claimed.rose,
	"Step {k} went uphill: {f} rose from {u} to {v}. A step along a subgradient need not go down.":                     claimed.rose,
	"Step {k} led to {x}, where {f} is {v}. There the dashed parabola, highest over the last place, touches the graph from below.": func(c claimed) bool {
		return c.came() && c.is("x", c.x) && c.m.Steps == Proximal
	},
	"Step {k} led to {x}, where {f} is {v}.": func(c claimed) bool { return c.came() && c.is("x", c.x) },
	"Step {k} led to {x}, where {f} is {v}. The sizes _t_/_k_ tend to 0, but their sum is infinite: with slopes ±1 they can cover any distance.": func(c claimed) bool {
		return c.came() && c.is("x", c.x) && c.m.Steps == Shrinking
	},
	"step size t": none,
	"steps taken": none,
	"{name} = {value}": func(c claimed) bool {
		m := &c.m
		v, ok := map[string]float64{"x": m.X, "g": m.G, "c": m.C, "w": m.W, "h": m.H, "t": m.T, "a": m.A, "β": m.Beta}[c.slots["name"]]
		return ok && c.is("value", v)
	},
	"{k} of {n}": func(c claimed) bool {
		return c.m.Hide != 0 && c.is("k", math.Floor(c.m.K)) && c.is("n", float64(c.m.Path.N))
	},
	"{k} of {n}, x = {x}, value {v}": func(c claimed) bool {
		return c.is("k", math.Floor(c.m.K)) && c.is("n", float64(c.m.Path.N)) && c.is("x", c.m.Path.At[int(c.m.K)])
	},
	"Below, the places of the point, step by step: {list}.": func(c claimed) bool { return c.path() },
}

// bent reports whether f is not convex, near here or anywhere: then some tangent is above it.
func (c claimed) bent() bool {
	for y := -3.3; y <= 3.3; y += 0.3 {
		if c.f.Subdifferential(y).Empty() {
			return c.letterIs()
		}
	}
	return !c.f.Convex() && c.letterIs()
}

// broken reports whether f is above one of its chords, or missing there.
func (c claimed) broken() bool {
	for _, b := range append(c.f.Breaks(), c.x, -12, 12) {
		for _, d := range []float64{1e-5, 0.1, 1, 5} {
			l, v, r := c.f.Value(b-d), c.f.Value(b), c.f.Value(b+d)
			if v > (l+r)/2+1e-9 || l > (v+c.f.Value(b-2*d))/2+1e-9 || r > (v+c.f.Value(b+2*d))/2+1e-9 || v != v && l == l && r == r {
				return c.letterIs()
			}
		}
	}
	for l := -3.3; l < 3.3; l += 0.3 {
		for r := l + 0.01; r < l+3; r += 0.3 {
			if c.f.Value((l+r)/2) > (c.f.Value(l)+c.f.Value(r))/2+1e-9 {
				return c.letterIs()
			}
		}
	}
	return false
}

// swings reports whether the last two places are where the point is for ever.
func (c claimed) swings() bool {
	p, k := &c.m.Path, int(c.m.K)
	for i := k - 1; i < p.N; i++ {
		if p.At[i+1] != p.At[i-1] {
			return false
		}
	}
	return c.path() && p.At[k] != p.At[k-1] && c.is("a", min(p.At[k], p.At[k-1])) && c.is("b", max(p.At[k], p.At[k-1]))
}

func (c claimed) rose() bool {
	was := c.f.Value(c.m.Path.At[int(c.m.K)-1])
	return c.came() && c.is("u", was) && c.f.Value(c.x) > was && c.slots["u"] != c.slots["v"]
}

// The well-known walks, against what is worked out by hand.
func TestDescent(t *testing.T) {
	for _, c := range []struct {
		link string
		at   []float64
		end  Ending
	}{
		{"fn=abs&lens=sub&steps=fixed&x=1.3&t=0.5", []float64{1.3, 0.8, 0.3, -0.2, 0.3, -0.2, 0.3, -0.2, 0.3, -0.2, 0.3}, Goes},
		{"fn=abs&lens=sub&steps=fixed&x=1.2&t=0.4&g=0", []float64{1.2, 0.8, 0.4, 0, 0, 0, 0, 0, 0, 0, 0}, Goes},
		{"fn=abs&lens=sub&steps=fixed&x=0.8&t=0.4&g=0.5", []float64{0.8, 0.4, 0, -0.2, 0.2, -0.2, 0.2, -0.2, 0.2, -0.2, 0.2}, Goes},
		{"fn=abs&lens=sub&steps=shrinking&x=1.5&t=1", []float64{1.5, 0.5, 0, -0.4 / 3, 0.35 / 3}, Goes},
		{"fn=abs&lens=sub&steps=proximal&x=1.3&t=0.5", []float64{1.3, 0.8, 0.3, 0, 0}, Goes},
		{"fn=relu&lens=sub&steps=fixed&x=1&t=0.4", []float64{1, 0.6, 0.2, -0.2, -0.2, -0.2}, Goes},
		{"fn=relu&lens=sub&steps=proximal&x=1&t=0.4", []float64{1, 0.6, 0.2, 0, 0}, Goes},
		{"fn=square&lens=sub&steps=fixed&x=1&t=1.1", []float64{1, -1.2, 1.44, -1.728, 2.0736, -2.48832, 2.985984}, Leaves},
		{"fn=square&lens=sub&steps=proximal&x=1&t=0.5", []float64{1, 0.5, 0.25, 0.125}, Goes},
		{"f=|x-1/3|&lens=sub&steps=proximal&x=1.3&t=0.5", []float64{1.3, 0.8, 1. / 3, 1. / 3}, Goes},
		{"fn=square&lens=sub&steps=fixed&x=1&t=0.49", []float64{1, 0.02, 0.0004, 8e-6, 1.6e-7}, Goes},
		{"f=|x|-100*max(0,|x|-8)&lens=sub&steps=proximal&x=1&t=2", []float64{1}, NotConvex},
		{"fn=minusabs&lens=sub&steps=fixed&x=1", []float64{1}, NoLine},
		{"fn=minusabs&lens=sub&steps=proximal&x=1", []float64{1}, NotConvex},
		{"fn=heaviside&lens=sub&steps=fixed&x=-1&t=1", []float64{-1, -1, -1}, Goes},
	} {
		m, warnings := Parse(c.link)
		if len(warnings) > 0 || m.Path.End != c.end || m.Path.N+1 < len(c.at) || c.end != Goes && m.Path.N+1 != len(c.at) {
			t.Errorf("%s: %d steps, then %d: %v %v", c.link, m.Path.N, m.Path.End, m.Path.At[:m.Path.N+1], warnings)
			continue
		}
		for k, x := range c.at {
			if math.Abs(m.Path.At[k]-x) > 1e-11 || x == 0 && m.Path.At[k] != 0 {
				t.Errorf("%s: x_%d = %v, want %v", c.link, k, m.Path.At[k], x)
			}
		}
	}
}

// TestNotConvexIsSaid: where there is a place without a subgradient, f is not said to be
// perhaps convex.
func TestNotConvexIsSaid(t *testing.T) {
	said := 0
	descents(func(m Model) {
		if m.Path.End != NotConvex || m.K != float64(m.Path.N) || m.Hide != 0 {
			return
		}
		f := m.Function()
		for x := -3.25; x <= 3.25; x += 0.25 {
			if v := f.Value(x); v != v || !f.Subdifferential(x).Empty() {
				continue
			}
			said++
			for _, short := range []bool{false, true} {
				if c := Caption(m, short).String(); !strings.Contains(c, "is not convex") {
					t.Errorf("%s: without a subgradient at %v it says %q", m.Link(), x, c)
				}
			}
			return
		}
	})
	if said == 0 {
		t.Error("no function was tried that is not convex")
	}
}

// TestDescentIsProved: where it is not known that a line is under all of the graph, the
// caption says so.
func TestDescentIsProved(t *testing.T) {
	m, _ := Parse("f=|x|*(1.01+sin(x^2)-0.02*arctan(x^2/1000000))&lens=sub&steps=fixed&x=0&g=0")
	if said := Caption(m, false).String(); !strings.Contains(said, "This is proved for") {
		t.Errorf("of a function that is negative far out it says %q", said)
	}
}

// What hands, keys, links and the clock do to the steps.
func TestDescending(t *testing.T) {
	start := "fn=abs&lens=sub&steps=fixed&x=1.3&t=0.5"
	after := func(link string, events ...Event) Model {
		m, _ := Parse(link)
		for _, e := range events {
			m = Update(m, e)
		}
		return m
	}
	land := Tick{10}
	for _, c := range []struct {
		what string
		m    Model
		x, k float64
	}{
		{"a press", after(start, StepTo{1}, land), 0.8, 1},
		{"two", after(start, StepTo{1}, land, StepTo{1}, land), 0.3, 2},
		{"two at once", after(start, StepTo{1}, StepTo{1}, land), 0.3, 2},
		{"and back", after(start+"&k=3", StepTo{-1}, land), 0.3, 2},
		{"on its way", after(start, StepTo{1}, Tick{hopSeconds / 2}), 1.05, 0.5},
		{"not before the start", after(start, StepTo{-1}, land), 1.3, 0},
		{"all of them", after(start, Play{true}, Tick{60}), 0.3, 10},
		{"from the start again", after(start+"&k=5", Replay{}, Tick{1}), 1.3, 0},
		{"a hand that lets go between two", after(start+"&k=2", Grab{K}, Drag{Control: K, To: 2.6}, Release{K}), -0.2, 3},
		{"a hand that takes the point", after(start+"&k=2", Grab{X}, Drag{Control: X, To: -1}, Release{X}), -1, 0},
		{"a hand on the way", after(start+"&k=2", Grab{K}, Drag{Control: K, To: 0.97}, Release{K}), 0.8, 1},
		{"a key on it", after(start+"&k=2", Nudge{Control: K, Size: Step, Dir: 1}), -0.2, 3},
		{"a key on the point", after(start+"&k=2", Nudge{Control: X, Size: Step, Dir: 1}), 0.4, 0},
		{"another size", after(start+"&k=2", Assign{T, 0.2}), 0.9, 2},
		{"another function", after(start+"&k=3", Choose{calculus.ReLU}), -0.2, 3},
		{"no steps any more", after(start+"&k=3", Descend{NoSteps}), -0.2, 0},
		{"a link with more of them", after(start+"&k=1", Steer{"k=3"}, Land{}), -0.2, 3},
		{"halfway there", after(start, Steer{"k=2"}, Tick{glideSeconds / 2}), 0.8, 1},
		{"a link with another start", after(start+"&k=1", Steer{"x=1"}, Land{}), 1, 0},
		{"and so many steps", after(start+"&k=1", Steer{"x=1&k=2"}, Land{}), 0, 2},
		{"a link that shows a lens", after(start+"&k=1", Steer{"lens=sub&x=0.25"}, Land{}), 0.25, 0},
		{"a link without", after(start+"&k=3", Steer{"steps=off"}, Land{}), -0.2, 0},
		{"another lens", after(start+"&k=3", Look{Point}), -0.2, 3},
		{"anew", after(start+"&k=3", Show{"lens=sub"}, Land{}), New().X, 0},
		{"more than there are", after("fn=square&lens=sub&steps=fixed&x=1&t=1.1&k=10"), 2.985984, 6},
	} {
		if math.Abs(c.m.X-c.x) > 1e-9 || math.Abs(c.m.K-c.k) > 1e-9 {
			t.Errorf("%s: x = %v after %v steps, want %v after %v", c.what, c.m.X, c.m.K, c.x, c.k)
		}
		if again, warnings := Parse(c.m.Link()); len(warnings) > 0 || again.X != c.m.X || again.K != c.m.K {
			t.Errorf("%s: %s leads to %v after %v steps, %v", c.what, c.m.Link(), again.X, again.K, warnings)
		}
	}
}
