package figure

import "math"

// stepCaption says what the last step did, or what the next one is.
func (m Model) stepCaption(f Facts, short bool) Text {
	if _, share := m.Taken(); m.Path.End == NotConvex && share == 0 && m.K == float64(m.Path.N) {
		return m.bentCaption(f, short)
	}
	return f.proved(m.stepClaim(f, short), m.stepClaim(f, true))
}

// stepClaim is the caption without how far it is proved.
func (m Model) stepClaim(f Facts, short bool) Text {
	p, x, v, name := &m.Path, num(m.X), num(f.Value), letter(m.letter())
	k, share := m.Taken()
	if share > 0 { // on its way from one place to the next
		k++
	}
	at := func(i int) float64 { return m.Function().Value(p.At[i]) }
	least, last := f.Sub.Contains(0), k == p.N
	stays := least && (m.Steps == Proximal || f.pick == 0)
	switch {
	case share > 0:
		return text("Step {k} leads from {a} to {b}.", num(float64(k)), num(p.At[k-1]), num(p.At[k]))
	case f.missing():
		return text("{f} is undefined at {x}, so no line can touch the graph there.", name, x)
	case last && p.End == NoLine:
		return either(short, "No line fits underneath at {x}: there is no subgradient to step along.",
			"No line fits underneath at {x}, so there is no subgradient there, and the method has no step to take.", x)
	case k == 0 && stays:
		return text("0 is a subgradient at {x}, so {x} is a minimiser of {f}, and the steps stay there.", x, name)
	case stays && p.At[k] == p.At[k-1]:
		return text("The point stays at {x}: 0 is a subgradient there, so {x} is a minimiser of {f}.", x, name)
	case stays:
		return text("The steps have reached {x}, where 0 is a subgradient, so {x} is a minimiser of {f} and they stop.", x, name)
	case least && last && p.End == Leaves:
		return text("The point is at {x}, a minimiser of {f}. But the next step uses _g_ = {g}, and leads out of the picture.", x, name, num(f.pick))
	case least:
		return text("The point is at {x}, a minimiser of {f}. But the next step uses _g_ = {g}, and leads away.", x, name, num(f.pick))
	case last && p.End == Leaves:
		return either(short, "The next step leads out of the picture.", "The next step leads out of the picture. Try another start, or a smaller _t_.")
	case k == 0 && m.Steps == Proximal:
		return either(short, "From _x_ a proximal step goes to where {f}(_y_) + (_y_ − _x_)²/(2_t_) is least.",
			"From _x_ a proximal step goes to where {f}(_y_) + (_y_ − _x_)²/(2_t_) is least: low, but not far away. Take a step.", name)
	case k == 0 && m.Steps == Shrinking:
		return either(short, "From _x_ go to _x_ − _tg_, with a subgradient _g_; next with _t_/2, _t_/3, …",
			"The subgradient method goes from _x_ to _x_ − _tg_, where _g_ is a subgradient at _x_. Here the step sizes are _t_, _t_/2, _t_/3, … Take a step.")
	case k == 0:
		return either(short, "From _x_ go to _x_ − _tg_, with a subgradient _g_ at _x_.",
			"The subgradient method goes from _x_ to _x_ − _tg_, where _g_ is a subgradient at _x_. Here the step size _t_ stays the same. Take a step.")
	case m.Steps == Fixed && k > 1 && p.At[k] == p.At[k-2] && p.At[k] != p.At[k-1]:
		return either(short, "With a fixed step size the point goes back and forth between {a} and {b}.",
			"With a fixed step size the point goes back and forth between {a} and {b} for ever. Steps that shrink can settle.",
			to(min(p.At[k], p.At[k-1]), p.At[k], p.At[k-1]), to(max(p.At[k], p.At[k-1]), p.At[k], p.At[k-1]))
	case f.Value-at(k-1) > 1e-11*max(math.Abs(f.Value), math.Abs(at(k-1))): // more than rounding makes
		return either(short, "Step {k} went uphill: {f} rose from {u} to {v}.",
			"Step {k} went uphill: {f} rose from {u} to {v}. A step along a subgradient need not go down.", num(float64(k)), name, to(at(k-1), f.Value), to(f.Value, at(k-1)))
	case m.Steps == Proximal && !short:
		return text("Step {k} led to {x}, where {f} is {v}. There the dashed parabola, highest over the last place, touches the graph from below.", num(float64(k)), x, name, v)
	case m.Steps == Shrinking && !short:
		return text("Step {k} led to {x}, where {f} is {v}. The sizes _t_/_k_ tend to 0, but their sum is infinite: with slopes ±1 they can cover any distance.", num(float64(k)), x, name, v)
	}
	return text("Step {k} led to {x}, where {f} is {v}.", num(float64(k)), x, name, v)
}

// bentCaption says that there is no proximal step because f is not convex, or not known
// to be.
func (m Model) bentCaption(f Facts, short bool) Text {
	name := letter(m.letter())
	if m.bent(f) {
		return either(short, "Proximal steps are shown for convex functions, and {f} is not convex.",
			"A proximal step goes to where {f}(_y_) + (_y_ − _x_)²/(2_t_) is least. It is shown for convex functions, and {f} is not convex.", name)
	}
	return either(short, "Proximal steps are shown for convex functions, and {f} is not known to be one.",
		"A proximal step goes to where {f}(_y_) + (_y_ − _x_)²/(2_t_) is least. It is shown for convex functions, and {f} is not known to be one.", name)
}

// bent reports whether it is proved that f is not convex: no line supports at a place with
// f defined on both sides, or the graph is above a chord, or missing there.
func (m Model) bent(a Facts) bool {
	const beside = 1e-6
	f := m.Function()
	if l, r := f.Value(a.X-beside), f.Value(a.X+beside); a.Sub.Empty() && l == l && r == r {
		return true
	}
	const step = 0.25
	above := func(x float64) bool {
		l, v, r := f.Value(x-step), f.Value(x), f.Value(x+step)
		return 2*v-l-r > 1e-9*(math.Abs(l)+math.Abs(v)+math.Abs(r)) || v != v && l == l && r == r
	}
	r := XRange()
	for x := math.Ceil(r.Lo); x <= r.Hi; x += step {
		if above(x) {
			return true
		}
	}
	var store stops
	for _, b := range f.AppendBreaks(store[:0]) {
		if above(b-step) || above(b) || above(b+step) {
			return true
		}
	}
	return false
}

// IdleWord says in the drawing why there is no step to be seen, and is empty where there
// is one, or would be with a smaller t.
func IdleWord(m Model) Text {
	if !m.Stepping() || m.Path.N > 0 || m.Path.End != NoLine && m.Path.End != NotConvex {
		return Text{}
	}
	name := letter(m.letter())
	switch f := m.PointFacts(); {
	case m.Path.End == NotConvex && m.bent(f):
		return text("no proximal steps: {f} is not convex", name).in(m.Lang)
	case m.Path.End == NotConvex:
		return text("no proximal steps: {f} is not known to be convex", name).in(m.Lang)
	case f.missing():
		return text("no steps: {f} is undefined at {x}", name, num(m.X)).in(m.Lang)
	}
	return text("no steps: no subgradient at {x}", num(m.X)).in(m.Lang)
}

// MethodName is what a method is called in the list of them.
func MethodName(s Method) string {
	return [...]string{NoSteps: "no optimiser", Fixed: "fixed step size", Shrinking: "shrinking steps", Proximal: "proximal steps"}[s]
}

// MethodWord is the same in the reader's language.
func MethodWord(m Model, s Method) Text { return text(MethodName(s)).in(m.Lang) }

// describeSteps says where the steps have led, one after another.
func (m Model) describeSteps() string {
	k, _ := m.Taken()
	said := "Below, the places of the point, step by step: "
	for i := range k + 1 {
		if i > 0 {
			said += ", "
		}
		said += Short(m.Path.At[i])
	}
	return said + "."
}
