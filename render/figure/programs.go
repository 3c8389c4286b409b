package figure

import (
	"math"
	"sync"

	"relu-three-ways/math/autodiff"
	"relu-three-ways/math/calculus"
	"relu-three-ways/math/expression"
)

// What programs for automatic differentiation return: for the function as one would write
// it there, whether that is right, and one sentence for all of them.

// answers are those of all systems.
type answers [autodiff.Frameworks]autodiff.Answer

// asProgram is how a system writes a function of the catalogue.
func asProgram(k calculus.Kind, f autodiff.Framework) string {
	e := entryOf(k)
	if text := e.in[f]; text != "" {
		return text
	}
	return e.formula
}

// atZero are the answers for the catalogue at 0, for two values of the parameter: they
// are c + d·a for some c and d, so that a hand that moves a asks for nothing else.
var atZero struct {
	sync.Mutex
	known [calculus.Kinds]bool
	of    [calculus.Kinds][2]answers
}

// The values of the parameter of atZero.
const zeroA, oneA = 0.25, 0.5

// catalogued are the answers for a function of the catalogue at 0, the one place where any
// of them breaks and can be written.
func catalogued(k calculus.Kind, a float64) (all answers) {
	atZero.Lock()
	defer atZero.Unlock()
	both := &atZero.of[k]
	if !atZero.known[k] {
		atZero.known[k] = true
		for f := range autodiff.Frameworks {
			tree, _ := expression.Parse(asProgram(k, f))
			both[0][f], both[1][f] = autodiff.Derive(tree, 0, zeroA, f), autodiff.Derive(tree, 0, oneA, f)
		}
	}
	for f := range all {
		all[f] = both[0][f]
		if d := both[1][f].Slope - both[0][f].Slope; d != 0 && d == d {
			all[f].Slope += d * (a - zeroA) / (oneA - zeroA)
		}
	}
	return all
}

// answers are those for a formula. They are kept, since one picture asks for them more
// than once.
func (w *script) answers(x, a float64) answers {
	formulas.Lock()
	defer formulas.Unlock()
	if p := &w.programs; !p.done || p.x != x || p.a != a {
		p.done, p.x, p.a = true, x, a
		for f := range autodiff.Frameworks {
			p.all[f] = autodiff.Derive(w.tree, x, a, f)
		}
	}
	return w.programs.all
}

// Derived are the answers at the place of the lens, false where nobody has any.
func (m Model) Derived() (all answers, ok bool) {
	x := m.place()
	if m.Typed() {
		if a, _, shown := m.cutAt(); shown {
			all = m.script().answers(x, a)
		}
	} else if x == 0 {
		all = catalogued(min(m.Fn, calculus.Kinds-1), m.A)
	}
	for f := range all {
		ok = ok || all[f].OK
	}
	return all, ok
}

// alike reports whether two answers are the same but for rounding.
func alike(v, w float64) bool {
	return v == w || v != v && w != w || math.Abs(v-w) <= 1e-7*max(1, math.Abs(w))
}

// among reports whether an answer is in a set of slopes, but for rounding.
func among(i calculus.Interval, v float64) bool {
	return i.Contains(v) || !i.Empty() && (alike(v, i.Lo) || alike(v, i.Hi))
}

// chorus is an answer and who gives it.
type chorus struct {
	who [autodiff.Frameworks]autodiff.Framework
	n   int
	v   float64
}

// choruses are all answers that there are, those of many first.
func (all *answers) choruses() (list [autodiff.Frameworks]chorus, n int) {
	for f := range all {
		if !all[f].OK {
			continue
		}
		i := 0
		for i < n && !alike(all[f].Slope, list[i].v) {
			i++
		}
		c := &list[i]
		if i == n {
			c.v = all[f].Slope + 0 // no −0
			n++
		}
		c.who[c.n] = autodiff.Framework(f)
		c.n++
	}
	for i := 1; i < n; i++ {
		for j := i; j > 0 && list[j].n > list[j-1].n; j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
	return list, n
}

// answered are sentences by how many answers there are, of one program first or of many.
var answered = [autodiff.Frameworks][2]string{
	{"{who} returns {v}", "{who} return {v}"},
	{"{who} returns {v}, {other} {w}", "{who} return {v}, {other} {w}"},
	{"{who} returns {v}, {other} {w}, {third} {u}", "{who} return {v}, {other} {w}, {third} {u}"},
	{"{who} returns {v}, {other} {w}, {third} {u}, {fourth} {t}", ""},
}

// together are names in a row, by how many there are.
var together = [...]string{2: "{p} and {q}", 3: "{p}, {q} and {r}", 4: "{p}, {q}, {r} and {s}"}

// replies says who answers what.
func replies(list []chorus, slope float64) Text {
	t := text(answered[len(list)-1][min(list[0].n, 2)-1])
	for i := range list {
		c := &list[i]
		if c.n > 1 {
			t = t.and(saying(together[c.n]))
		}
		for _, f := range c.who[:c.n] {
			t = t.and(letter(f.String()))
		}
		if c.v != c.v {
			t = t.and(letter("NaN"))
			continue
		}
		decimals := apart(c.v, slope)
		for j := range list {
			decimals = max(decimals, apart(c.v, list[j].v))
		}
		t = t.and(arg{form: brief, v: c.v, w: float64(decimals)})
	}
	return t
}

// Programs says what programs answer that differentiate the function at the place of the
// lens, and how that compares with the truth. It is empty where no operation is at a
// place without a derivative of its own, and so every answer is right, where none has an
// answer, and in the distributional lens.
func Programs(m Model) Text { return m.programs().in(m.Lang) }

func (m Model) programs() Text {
	if m.Lens == Dist || m.KeptBack() != 0 {
		return Text{}
	}
	all, ok := m.Derived()
	if !ok {
		return Text{}
	}
	list, n := all.choruses()
	slope, has := m.Function().Derivative(m.place())
	if has {
		right := 0
		for i := range list[:n] {
			if alike(list[i].v, slope) {
				list[i].v = slope
				right++
			}
		}
		if right == n {
			return Text{}
		}
		if right > 0 {
			return text("{answers}. The slope is {s}.").quote(replies(list[:n], slope)).and(num(slope))
		}
		return text("{answers}, although the slope is {s}.").quote(replies(list[:n], slope)).and(num(slope))
	}
	f := m.factsAt(m.place())
	said, in := replies(list[:n], math.NaN()), 0
	set := f.Sub
	if set.Empty() {
		set = f.Clarke
	}
	numbers := false
	for i := range list[:n] {
		if v := list[i].v; v == v {
			numbers = true
			if among(set, v) {
				in++
			}
		}
	}
	name, x, slopes := letter(m.letter()), num(f.X), arg{form: slopes, v: set.Lo, w: set.Hi}
	switch {
	case f.missing() && !numbers:
		return Text{} // NaN is right
	case f.missing():
		return text("{answers}, although {f} is undefined at {x}.").quote(said).and(name, x)
	case !f.HasClarke:
		return text("{answers}. There is no slope.").quote(said)
	case f.Sub.Empty():
		return text(compared[1][verdictOf(in, n)]).quote(said).and(slopes)
	}
	return text(compared[0][verdictOf(in, n)]).quote(said).and(name, x, slopes)
}

// compared are sentences on answers where there is no slope, by where there are
// subgradients and where there are none, and by verdictOf.
var compared = [2][5]string{
	{
		"{answers}, which is a subgradient: ∂{f}({x}) = {set}.",
		"{answers}. All of these are subgradients: ∂{f}({x}) = {set}.",
		"{answers}. Not all of these are subgradients: ∂{f}({x}) = {set}.",
		"{answers}. None of these is a subgradient: ∂{f}({x}) = {set}.",
		"{answers}, which is not a subgradient: ∂{f}({x}) = {set}.",
	}, {
		"{answers}, which is no subgradient, but in Clarke’s subdifferential, {set}.",
		"{answers}. None of these is a subgradient, but all are in Clarke’s subdifferential, {set}.",
		"{answers}. Not all of these are in Clarke’s subdifferential, {set}.",
		"{answers}. None of these is in Clarke’s subdifferential, {set}.",
		"{answers}, which is not even in Clarke’s subdifferential, {set}.",
	},
}

// verdictOf counts how many of so many answers are in a set: the only one, all, some, none
// of many, none of one.
func verdictOf(in, of int) int {
	switch {
	case of == 1 && in == 1:
		return 0
	case of == 1:
		return 4
	case in == of:
		return 1
	case in > 0:
		return 2
	}
	return 3
}
