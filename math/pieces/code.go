package pieces

import (
	"math"

	"relu-three-ways/math/expression"
)

// An op is what one instruction does with the results of earlier ones.
type op uint8

const (
	number    op = iota // k
	ident               // x
	add                 // l + r
	sub                 // l − r
	mul                 // l·r
	div                 // l/r
	neg                 // −l
	power               // l^k, where k = p/q if q > 0
	expo                // exp l
	logarithm           // ln l
	sine                // sin l
	cosine              // cos l
	arctan              // arctan l
	tanh                // tanh l
	sigmoid             // 1/(1 + exp(−l))
	softplus            // ln(1 + exp l)
	floor               // ⌊l⌋
	cantor              // the Cantor function of l
	choose              // r if the relation to 0 holds for l, else s; no value if l has none, but s if p is 1
	nothing             // no value
)

// An instr is one instruction; l, r and s are the places of its operands, which
// come before it.
type instr struct {
	op      op
	rel     expression.Rel
	lenient bool // to choose: where l has no value it is s, else it has none itself
	meets   bool // to choose: where l is 0, r and s are the same
	l, r, s int16
	p, q    int16
	k       float64
}

// A code is a formula as a list of instructions, each once, the last of which is
// its value. All that switches is one of three: choose, floor, cantor.
type code []instr

// limit is how many instructions a code may have.
const limit = 1000

// lower turns a formula into a code. a is the value of the parameter.
func lower(n *expression.Node, a float64) (code, bool) {
	l := lowering{a: a, seen: map[instr]int16{}}
	value := l.tree(n)
	if len(l.code) > limit {
		return l.code, false
	}
	return l.code[:value+1], true // what follows is asked for by nothing
}

type lowering struct {
	code code
	a    float64
	seen map[instr]int16 // equal instructions are one
}

func (l *lowering) emit(i instr) int16 {
	if at, ok := l.seen[i]; ok {
		return at
	}
	if len(l.code) > limit {
		return 0
	}
	if folded, ok := l.fold(i); ok {
		return l.num(folded)
	}
	l.code = append(l.code, i)
	at := int16(len(l.code) - 1)
	if i.k == i.k { // NaN equals nothing
		l.seen[i] = at
	}
	return at
}

// fold is the value of an instruction on numbers that is exact.
func (l *lowering) fold(i instr) (float64, bool) {
	if i.op != neg || l.code[i.l].op != number {
		return 0, false
	}
	return -l.code[i.l].k, true
}

//go:noinline
func (l *lowering) num(k float64) int16 { return l.emit(instr{op: number, k: k}) }

//go:noinline
func (l *lowering) one(o op, arg int16) int16 { return l.emit(instr{op: o, l: arg}) }

//go:noinline
func (l *lowering) two(o op, left, right int16) int16 {
	return l.emit(instr{op: o, l: left, r: right})
}

// pick is yes where the relation to 0 holds for u, and no elsewhere.
//
//go:noinline
func (l *lowering) pick(u int16, rel expression.Rel, yes, no int16) int16 {
	if yes == no {
		return yes
	}
	return l.emit(instr{op: choose, rel: rel, l: u, r: yes, s: no})
}

// bend is pick where both are the same at u = 0.
func (l *lowering) bend(u int16, rel expression.Rel, yes, no int16) int16 {
	if yes == no {
		return yes
	}
	return l.emit(instr{op: choose, rel: rel, meets: true, l: u, r: yes, s: no})
}

// larger is the greater of two values, or the smaller.
func (l *lowering) larger(u, v int16, rel expression.Rel) int16 {
	return l.bend(l.two(sub, u, v), rel, u, v)
}

func (l *lowering) abs(u int16) int16 { return l.bend(u, expression.Less, l.one(neg, u), u) }

// root is the root of an even order q, u^(1/q), and a power of |v| if u is an even
// power of v: v's own terms would cancel near v = 0.
func (l *lowering) root(u int16, q float64) int16 {
	in := l.code[u]
	if in.op == mul && in.l == in.r {
		in = instr{op: power, l: in.l, k: 2}
	}
	if in.op == power && math.Mod(in.k, q) == 0 && math.Mod(in.k, 2) == 0 && in.k > 0 {
		if in.k == q {
			return l.abs(in.l)
		}
		return l.emit(instr{op: power, l: l.abs(in.l), k: in.k / q, p: int16(in.k / q), q: 1})
	}
	return l.emit(instr{op: power, l: u, k: 1 / q, p: 1, q: int16(q)})
}

// logarithm is ln u, and softplus where u is 1 + eᵛ, which may overflow; quotient is
// u/v, and sigmoid likewise.
func (l *lowering) logarithm(u int16) int16 {
	if v, ok := l.onePlusExp(u); ok {
		return l.one(softplus, v)
	}
	return l.one(logarithm, u)
}

func (l *lowering) quotient(u, v int16) int16 {
	if w, ok := l.onePlusExp(v); ok && l.code[u] == (instr{op: number, k: 1}) {
		return l.one(sigmoid, l.one(neg, w))
	}
	return l.two(div, u, v)
}

// onePlusExp is u if a sum is 1 + eᵘ.
func (l *lowering) onePlusExp(sum int16) (int16, bool) {
	in := l.code[sum]
	for _, two := range [2][2]int16{{in.l, in.r}, {in.r, in.l}} {
		if in.op == add && l.code[two[0]] == (instr{op: number, k: 1}) && l.code[two[1]].op == expo {
			return l.code[two[1]].l, true
		}
	}
	return 0, false
}

// plain are the functions of one operand that are an instruction each.
var plain = [...]op{
	expression.Neg: neg, expression.Floor: floor, expression.Exp: expo, expression.Sin: sine, expression.Cos: cosine, expression.Arctan: arctan,
	expression.Tanh: tanh, expression.Sigmoid: sigmoid, expression.Cantor: cantor, expression.Corners: number,
}

// tree emits the instructions for a formula and is where its value stands.
func (l *lowering) tree(n *expression.Node) int16 {
	switch n.Op {
	case expression.Number:
		return l.num(n.Value)
	case expression.Pi:
		return l.num(math.Pi)
	case expression.Euler:
		return l.num(math.E)
	case expression.X:
		return l.emit(instr{op: ident})
	case expression.A:
		return l.num(l.a)
	case expression.Cases:
		return l.cases(n, 0)
	case expression.Corners:
		return l.corners(n.Points)
	}
	u := l.tree(n.Args[0])
	second := func() int16 { return l.tree(n.Args[1]) }
	switch n.Op {
	case expression.Add:
		return l.two(add, u, second())
	case expression.Sub:
		return l.two(sub, u, second())
	case expression.Mul:
		return l.two(mul, u, second())
	case expression.Div:
		return l.quotient(u, second())
	case expression.Pow:
		return l.power(u, n.Args[1])
	case expression.Abs:
		return l.abs(u)
	case expression.Sign:
		return l.pick(u, expression.Less, l.num(-1), l.pick(u, expression.Greater, l.num(1), l.num(0)))
	case expression.Step:
		return l.pick(u, expression.GreaterEqual, l.num(1), l.num(0))
	case expression.Relu:
		return l.bend(u, expression.Greater, u, l.num(0))
	case expression.Max, expression.Min:
		rel := expression.Greater
		if n.Op == expression.Min {
			rel = expression.Less
		}
		for _, v := range n.Args[1:] {
			u = l.larger(u, l.tree(v), rel)
		}
		return u
	case expression.Clip:
		return l.larger(l.larger(u, second(), expression.Greater), l.tree(n.Args[2]), expression.Less)
	case expression.Sqrt:
		return l.root(u, 2)
	case expression.Cbrt:
		return l.emit(instr{op: power, l: u, k: 1. / 3, p: 1, q: 3})
	case expression.Softplus:
		if len(n.Args) > 1 {
			β := second()
			return l.two(div, l.one(softplus, l.two(mul, β, u)), β)
		}
		return l.one(softplus, u)
	case expression.Ln:
		return l.logarithm(u)
	}
	if o := plain[n.Op]; o != number {
		return l.one(o, u)
	}
	return l.emit(instr{op: nothing})
}

// power is u to a power: by a whole number or a quotient as such, so that odd roots
// of negative numbers are there, else by e^(v·ln u).
func (l *lowering) power(u int16, exponent *expression.Node) int16 {
	raised := func(k, p, q float64) int16 {
		if p == 1 && math.Mod(q, 2) == 0 {
			return l.root(u, q)
		}
		if max(math.Abs(p), q) > math.MaxInt16 {
			p, q = 0, 0
		}
		return l.emit(instr{op: power, l: u, k: k, p: int16(p), q: int16(q)})
	}
	if p, q, ok := exponent.Quotient(); ok {
		return raised(p/q, p, q)
	}
	if k, ok := l.constant(exponent); ok {
		switch {
		case k == math.Trunc(k):
			return raised(k, k, 1)
		case k == 0.5:
			return raised(k, 1, 2)
		}
		return raised(k, 0, 0)
	}
	v := l.tree(exponent)
	if u := l.code[u]; u.op == number && u.k == math.E {
		return l.one(expo, v)
	}
	atZero := l.pick(v, expression.Equals, l.num(1), l.pick(v, expression.Greater, l.num(0), l.emit(instr{op: nothing}))) // 0⁰ = 1
	return l.pick(u, expression.Equals, atZero, l.one(expo, l.two(mul, v, l.one(logarithm, u))))
}

// constant is the value of a formula without x.
func (l *lowering) constant(n *expression.Node) (float64, bool) {
	if n.Op == expression.X || n.Op == expression.Cases || n.Op == expression.Corners {
		return 0, false
	}
	for _, arg := range n.Args {
		if _, ok := l.constant(arg); !ok {
			return 0, false
		}
	}
	return n.At(0, l.a), true
}

// cases chooses among the values of a formula from the i-th on.
func (l *lowering) cases(n *expression.Node, i int) int16 {
	if i == len(n.Conds) {
		if i < len(n.Args) {
			return l.tree(n.Args[i])
		}
		return l.emit(instr{op: nothing})
	}
	yes, no := l.tree(n.Args[i]), l.cases(n, i+1)
	c := n.Conds[i]
	for j := len(c.Rels) - 1; j >= 0; j-- {
		if yes != no {
			u := l.two(sub, l.tree(c.Terms[j]), l.tree(c.Terms[j+1]))
			yes = l.emit(instr{op: choose, rel: c.Rels[j], lenient: true, l: u, r: yes, s: no})
		}
	}
	return yes
}

// corners is straight between neighbours, and goes on so beyond the outermost.
func (l *lowering) corners(points []expression.Point) int16 {
	x := l.emit(instr{op: ident})
	var line int16
	for i := len(points) - 2; i >= 0; i-- {
		a, b := points[i], points[i+1]
		from := l.two(sub, x, l.num(a.X))
		slope := l.two(div, l.num(b.Y-a.Y), l.num(b.X-a.X))
		this := l.two(add, l.num(a.Y), l.two(mul, slope, from))
		if i == len(points)-2 {
			line = this
			continue
		}
		line = l.bend(l.two(sub, x, l.num(b.X)), expression.Less, this, line)
	}
	return line
}

// holds reports whether a relation to 0 holds for a value.
func holds(rel expression.Rel, v float64) bool {
	switch rel {
	case expression.Less:
		return v < 0
	case expression.LessEqual:
		return v <= 0
	case expression.Greater:
		return v > 0
	case expression.GreaterEqual:
		return v >= 0
	}
	return v == 0
}
