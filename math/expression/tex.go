package expression

// TeX writes the formula for LaTeX's mathematics with amsmath. Parse reads the
// same tree from it, unless a number needs a power of ten.
func (n *Node) TeX() string {
	var w tex
	w.node(n)
	return string(w.b)
}

type tex struct{ b []byte }

// put sets a command apart from a letter that follows it.
func (w *tex) put(s string) {
	if s != "" && latin(s[0]) {
		i := len(w.b)
		for i > 0 && latin(w.b[i-1]) {
			i--
		}
		if i < len(w.b) && i > 0 && w.b[i-1] == '\\' {
			w.b = append(w.b, ' ')
		}
	}
	w.b = append(w.b, s...)
}

func (w *tex) node(n *Node) {
	switch n.Op {
	case Number:
		w.put(scientific(n.Value, `\cdot 10^{`, "}"))
	case Pi:
		w.put(`\pi`)
	case Euler:
		w.put(`\mathrm{e}`)
	case X:
		w.put("x")
	case A:
		w.put("a")
	case Add:
		w.pair(n, "+")
	case Sub:
		w.pair(n, "-")
	case Mul:
		sign := ""
		if n.dotted() {
			sign = `\cdot `
		}
		w.pair(n, sign)
	case Div:
		w.put(`\frac{`)
		w.node(n.Args[0])
		w.put("}{")
		w.node(n.Args[1])
		w.put("}")
	case Pow:
		w.power(n)
	case Neg:
		w.pair(n, "-")
	case Sqrt:
		w.inside(n, `\sqrt{`, "}")
	case Cbrt:
		w.inside(n, `\sqrt[3]{`, "}")
	case Abs:
		w.stretched(n, `\lvert`, `\rvert`)
	case Floor:
		w.stretched(n, `\lfloor`, `\rfloor`)
	case Cases:
		w.cases(n)
	default:
		w.put(commandOf(n.Op))
		w.stretched(n, "(", ")")
	}
}

// commandOf is the name of a function in TeX.
func commandOf(op Op) string {
	switch op {
	case Max, Min, Exp, Ln, Sin, Cos, Arctan, Tanh:
		return `\` + nameOf(op)
	case Step:
		return "H"
	}
	return `\operatorname{` + nameOf(op) + "}"
}

// operand writes operand i, in brackets where it needs them.
func (w *tex) operand(n *Node, i int) {
	if !n.framed(i) {
		w.node(n.Args[i])
		return
	}
	left, right := "(", ")"
	if n.Args[i].tall() {
		left, right = `\left(`, `\right)`
	}
	w.put(left)
	w.node(n.Args[i])
	w.put(right)
}

// pair writes a sign between two operands, or before one.
func (w *tex) pair(n *Node, sign string) {
	last := len(n.Args) - 1
	if last > 0 {
		w.operand(n, 0)
	}
	w.put(sign)
	w.operand(n, last)
}

func (w *tex) power(n *Node) {
	w.operand(n, 0)
	w.put("^")
	from := len(w.b)
	w.node(n.Args[1])
	if len(w.b) == from+1 {
		return // one character needs no braces
	}
	exponent := string(w.b[from:])
	w.b = append(append(append(w.b[:from], '{'), exponent...), '}')
}

func (w *tex) inside(n *Node, left, right string) {
	w.put(left)
	for i, u := range n.Args {
		if i > 0 {
			w.put(", ")
		}
		w.node(u)
	}
	for i, p := range n.Points {
		if i > 0 {
			w.put(", ")
		}
		w.put(digits(p.X) + ":" + digits(p.Y))
	}
	w.put(right)
}

// stretched writes operands between brackets that are as high as they are.
func (w *tex) stretched(n *Node, left, right string) {
	for _, u := range n.Args {
		if u.tall() {
			w.inside(n, `\left`+left, `\right`+right)
			return
		}
	}
	w.inside(n, left, right)
}

var texRelations = [...]string{Less: "<", LessEqual: `\le `, Greater: ">", GreaterEqual: `\ge `, Equals: "="}

func (w *tex) cases(n *Node) {
	w.put(`\begin{cases} `)
	for i, u := range n.Args {
		if i > 0 {
			w.put(`\\ `)
		}
		w.node(u)
		w.put(" & ")
		if i == len(n.Conds) {
			w.put(`\text{otherwise}`)
			break
		}
		for k, t := range n.Conds[i].Terms {
			if k > 0 {
				w.put(texRelations[n.Conds[i].Rels[k-1]])
			}
			w.node(t)
		}
	}
	w.put(` \end{cases}`)
}
