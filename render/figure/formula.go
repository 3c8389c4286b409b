package figure

import (
	"sync"

	"relu-three-ways/math/calculus"
	"relu-three-ways/math/expression"
	"relu-three-ways/math/pieces"
)

// formulaA is the parameter of a formula before a hand moves it.
const formulaA = 1

// A script is a formula that was read: its tree, and the functions that it was last cut
// to, by their parameter.
type script struct {
	text string // canonical
	tree *expression.Node
	has  bool // a parameter
	cuts [4]cut

	above struct { // where a line was above the graph last
		done bool
		line [3]float64 // a, x and its slope
		is   Above
	}

	programs struct { // what programs answered last
		done bool
		x, a float64
		all  answers
	}
}

// A cut is a formula at one value of its parameter.
type cut struct {
	done bool
	a    float64
	f    calculus.Function
	no   *pieces.Refusal
}

// formulas are the formulas that were last read: one picture asks for its function
// many times, and a model has nothing but the text.
var formulas struct {
	sync.Mutex
	last [8]*script
}

// formulaOf is the formula of a canonical text, nil if it is none.
func formulaOf(text string) *script {
	formulas.Lock()
	defer formulas.Unlock()
	last := formulas.last[:]
	for i, w := range last {
		if w != nil && w.text == text {
			copy(last[1:], last[:i])
			last[0] = w
			return w
		}
	}
	tree, bad := expression.Parse(text)
	if bad != nil {
		return nil
	}
	w := &script{text: text, tree: tree, has: tree.HasParameter()}
	copy(last[1:], last)
	last[0] = w
	return w
}

// at is the formula at a value of its parameter, or why it cannot be shown there.
func (w *script) at(a float64) (calculus.Function, *pieces.Refusal) {
	formulas.Lock()
	defer formulas.Unlock()
	if !w.has {
		a = formulaA
	}
	for _, c := range w.cuts {
		if c.done && c.a == a {
			return c.f, c.no
		}
	}
	c := cut{done: true, a: a}
	curve, no := pieces.Cut(w.tree, a)
	if no == nil && curve.Staircase() {
		if _, ok := spelled(w.text); !ok {
			no = &pieces.Refusal{Reason: pieces.Staircase}
		}
	}
	if c.no = no; no == nil {
		c.f = calculus.Formula(curve)
	}
	copy(w.cuts[1:], w.cuts[:])
	w.cuts[0] = c
	return c.f, c.no
}

// Read is the canonical text of a formula as somebody writes it, or what is wrong with
// it: a mistake, or why what it says cannot be shown.
func Read(text string) (canonical string, bad *expression.Error, no *pieces.Refusal) {
	tree, bad := expression.Parse(text)
	if bad != nil {
		return "", bad, nil
	}
	canonical = tree.String()
	w := formulaOf(canonical)
	if _, no := w.at(formulaA); no != nil {
		return "", nil, no
	}
	return canonical, nil, nil
}

// MathML is a formula as a browser sets it, "" for what is none.
func MathML(text string) string {
	if w := formulaOf(text); w != nil {
		return w.tree.MathML()
	}
	return ""
}

// HTML is a formula on one line, as it is printed, "" for what is none.
func HTML(text string) string {
	if w := formulaOf(text); w != nil {
		return w.tree.HTML()
	}
	return ""
}

// defined shows the function of a formula. Where the text is none nothing changes.
func (m Model) defined(text string) Model {
	canonical, bad, no := Read(text)
	if bad != nil || no != nil {
		return m
	}
	return m.written(canonical)
}

// written shows the function of a canonical text.
func (m Model) written(canonical string) Model {
	f, _ := formulaOf(canonical).at(formulaA)
	switch k, ok := spelled(canonical); {
	case ok && f.Singular(): // a staircase, whose pairings have a closed form alone
		return m.chosen(k)
	case m.Formula == canonical:
		return m
	}
	m.Fn, m.Formula, m.Turn, m.Swept = calculus.Own, canonical, Turn{}, Swept{m.C, m.C}
	m.A = m.startA()
	return m.halted(H)
}

// cutOut is the function of the model's formula. Where the formula cannot be shown at
// this value of its parameter, it is that of one beside it: clip(x/a, 0, 1) at a = 0.
func (m Model) cutOut() (calculus.Function, bool) {
	_, f, ok := m.cutAt()
	return f, ok
}

// cutAt is the function of the model's formula, and the value of its parameter.
func (m Model) cutAt() (a float64, f calculus.Function, ok bool) {
	w := m.script()
	if w == nil {
		return 0, f, false
	}
	for _, a := range [...]float64{m.A, m.A + 1e-3, formulaA} {
		if f, no := w.at(a); no == nil {
			return a, f, true
		}
	}
	return 0, f, false
}

// script is the formula that is cut, the one that was typed or that of an entry of the
// catalogue, and nil for what has a closed form.
func (m Model) script() *script {
	switch {
	case m.Typed():
		return formulaOf(m.Formula)
	case m.Fn.Closed():
		return nil
	}
	return formulaOf(m.function().formula)
}

// shown reports whether the model's function can be shown with this parameter.
func (m Model) shown(a float64) bool {
	w := m.script()
	if w == nil {
		return m.Fn.Closed()
	}
	_, no := w.at(a)
	return no == nil
}

// aRange is the range of the parameter a of the model's function, false if it has none.
func (m Model) aRange() (calculus.Interval, bool) {
	a, w := m.function().a, m.script()
	return calculus.Interval{Lo: a.lo, Hi: a.hi}, a != parameter{} && (m.Fn.Closed() || w != nil && w.has)
}

// startA is the parameter a that the model's function starts with, 0 if it has none.
func (m Model) startA() float64 {
	if _, has := m.aRange(); !has {
		return 0
	}
	return m.function().a.start
}

// samePicture reports whether two models show the same function, or two of which a hand
// makes one from the other.
func (m Model) samePicture(n Model) bool {
	return m.sameFunction(n) || m.Sketching() && n.Sketching()
}

// sameFunction reports whether two models show the same function or family.
func (m Model) sameFunction(n Model) bool { return m.Fn == n.Fn && m.Formula == n.Formula }
