package figure

import "math"

// stepCaption says what the last step did, or what the next one is.
func (m Model) stepCaption(f Facts, short bool) Text {
	p, x, v := &m.Path, num(m.X), num(f.Value)
	k, share := m.Taken()
	if share > 0 { // on its way from one place to the next
		k++
	}
	at := func(i int) float64 { return m.Function().Value(p.At[i]) }
	stays := f.Sub.Contains(0) && (m.Steps == Proximal || f.pick == 0)
	switch {
	case p.End == NotConvex:
		return either(short, "Proximal steps are shown for convex functions, and {f} is not known to be one.",
			"A proximal step goes to where {f}(_y_) + (_y_ − _x_)²/(2_t_) is least. It is shown for convex functions, and {f} is not known to be one.", letter(m.letter()))
	case share > 0:
		return text("Step {k} leads from {a} to {b}.", num(float64(k)), num(p.At[k-1]), num(p.At[k]))
	case k == p.N && p.End == NoLine:
		return either(short, "No line fits underneath at {x}: there is no subgradient to step along.",
			"No line fits underneath at {x}, so there is no subgradient there, and the method has no step to take.", x)
	case k == p.N && p.End == Leaves:
		return either(short, "The next step leads out of the picture.", "The next step leads out of the picture. Start nearer to a minimiser, or make _t_ smaller.")
	case k == 0 && stays:
		return text("0 is a subgradient at {x}, so {x} is a minimiser of {f}, and the steps stay there.", x, letter(m.letter()))
	case k == 0 && m.Steps == Proximal:
		return either(short, "From _x_ a proximal step goes to where {f}(_y_) + (_y_ − _x_)²/(2_t_) is least.",
			"From _x_ a proximal step goes to where {f}(_y_) + (_y_ − _x_)²/(2_t_) is least: low, but not far away. Take a step.", letter(m.letter()))
	case k == 0 && m.Steps == Shrinking:
		return either(short, "From _x_ go to _x_ − _tg_, with a subgradient _g_; next with _t_/2, _t_/3, …",
			"The subgradient method goes from _x_ to _x_ − _tg_, where _g_ is a subgradient at _x_. Here the step sizes are _t_, _t_/2, _t_/3, … Take a step.")
	case k == 0:
		return either(short, "From _x_ go to _x_ − _tg_, with a subgradient _g_ at _x_.",
			"The subgradient method goes from _x_ to _x_ − _tg_, where _g_ is a subgradient at _x_. Here the step size _t_ stays the same. Take a step.")
	case stays && p.At[k] == p.At[k-1]:
		return text("The point stays at {x}: 0 is a subgradient there, so {x} is a minimiser of {f}.", x, letter(m.letter()))
	case stays:
		return text("The steps have come to {x}, where 0 is a subgradient: a minimiser of {f}. From here they do not move.", x, letter(m.letter()))
	case f.Sub.Contains(0):
		return text("The point is at {x}, a minimiser of {f}. But the next step uses _g_ = {g}, and leads away.", x, letter(m.letter()), num(f.pick))
	case m.Steps == Fixed && k > 1 && p.At[k] == p.At[k-2]:
		return either(short, "With steps of one size the point goes back and forth between {a} and {b}.",
			"With steps of one size the point goes back and forth between {a} and {b} for ever. Steps that shrink can settle.", num(min(p.At[k], p.At[k-1])), num(max(p.At[k], p.At[k-1])))
	case f.Value-at(k-1) > 1e-9*(1+math.Abs(f.Value)): // more than rounding makes of two places
		return either(short, "Step {k} led uphill: {f} was {u} and is {v}.",
			"Step {k} led uphill: {f} was {u} and is {v}. A step along a subgradient need not go down.", num(float64(k)), letter(m.letter()), to(at(k-1), f.Value), to(f.Value, at(k-1)))
	case m.Steps == Shrinking && !short:
		return text("Step {k} led to {x}, where {f} is {v}. The sizes _t_/_k_ tend to 0, but their sum is infinite, so they can cover any distance.", num(float64(k)), x, letter(m.letter()), v)
	}
	return text("Step {k} led to {x}, where {f} is {v}.", num(float64(k)), x, letter(m.letter()), v)
}

// MethodName is what a method is called in the list of them.
func MethodName(s Method) string {
	return [...]string{NoSteps: "no optimiser", Fixed: "steps of one size", Shrinking: "shrinking steps", Proximal: "proximal steps"}[s]
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
