package expression

import "strings"

// MathML writes the formula as the inside of a <math> element, in MathML Core.
// It holds tags, names and digits of this package only, whatever the formula was
// read from, so it is safe in HTML. The word for the last case has the class
// otherwise, so that a page in another language can change it.
func (n *Node) MathML() string {
	var w markup
	w.node(n)
	return string(w.b)
}

type markup struct{ b []byte }

const (
	minusSign  = "<mo>&#x2212;</mo>"
	negative   = `<mo form="prefix">&#x2212;</mo>`
	applied    = "<mo>&#x2061;</mo>"
	multiplied = "<mo>&#x2062;</mo>"
	dot        = "<mo>&#x22C5;</mo>"
)

func (w *markup) put(s string) { w.b = append(w.b, s...) }

func (w *markup) element(name string, write func()) {
	w.put("<" + name + ">")
	write()
	w.put("</" + name + ">")
}

func (w *markup) node(n *Node) {
	switch n.Op {
	case Number:
		w.number(n.Value)
	case Pi:
		w.put("<mi>&#x3C0;</mi>")
	case Euler:
		w.put(`<mi mathvariant="normal">e</mi>`)
	case X:
		w.put("<mi>x</mi>")
	case A:
		w.put("<mi>a</mi>")
	case Add:
		w.pair(n, "<mo>+</mo>")
	case Sub:
		w.pair(n, minusSign)
	case Neg:
		w.pair(n, negative)
	case Mul:
		sign := multiplied
		if n.dotted() {
			sign = dot
		}
		w.pair(n, sign)
	case Div:
		w.both("mfrac", func() { w.node(n.Args[0]) }, func() { w.node(n.Args[1]) })
	case Pow:
		w.both("msup", func() { w.operand(n, 0) }, func() { w.node(n.Args[1]) })
	case Sqrt:
		w.element("msqrt", func() { w.node(n.Args[0]) })
	case Cbrt:
		w.both("mroot", func() { w.node(n.Args[0]) }, func() { w.put("<mn>3</mn>") })
	case Abs:
		w.fenced("|", "|", func() { w.node(n.Args[0]) })
	case Floor:
		w.fenced("&#x230A;", "&#x230B;", func() { w.node(n.Args[0]) })
	case Cases:
		w.cases(n)
	default:
		w.element("mrow", func() {
			w.put("<mi>" + nameOf(n.Op) + "</mi>" + applied)
			w.fenced("(", ")", func() { w.operands(n) })
		})
	}
}

func (w *markup) both(name string, first, second func()) {
	w.element(name, func() {
		first()
		second()
	})
}

// fenced writes something between brackets that grow with it.
func (w *markup) fenced(left, right string, write func()) {
	w.element("mrow", func() {
		w.put(`<mo form="prefix" stretchy="true">` + left + "</mo>")
		write()
		if right != "" {
			w.put(`<mo form="postfix" stretchy="true">` + right + "</mo>")
		}
	})
}

// number writes 3, −3 or 1·10⁻⁹.
func (w *markup) number(v float64) {
	text := digits(v)
	if unsigned := strings.TrimPrefix(text, "-"); unsigned != text {
		w.element("mrow", func() {
			w.put(negative)
			w.number(-v)
		})
		return
	}
	mantissa, exponent, found := strings.Cut(text, "e")
	if !found {
		w.put("<mn>" + mantissa + "</mn>")
		return
	}
	w.element("mrow", func() {
		w.put("<mn>" + mantissa + "</mn>" + dot + "<msup><mn>10</mn>")
		if size := strings.TrimPrefix(exponent, "-"); size != exponent {
			w.put("<mrow>" + negative + "<mn>" + size + "</mn></mrow>")
		} else {
			w.put("<mn>" + size + "</mn>")
		}
		w.put("</msup>")
	})
}

func (w *markup) operand(n *Node, i int) {
	if n.framed(i) {
		w.fenced("(", ")", func() { w.node(n.Args[i]) })
	} else {
		w.node(n.Args[i])
	}
}

// pair writes a sign between two operands, or before one.
func (w *markup) pair(n *Node, sign string) {
	w.element("mrow", func() {
		last := len(n.Args) - 1
		if last > 0 {
			w.operand(n, 0)
		}
		w.put(sign)
		w.operand(n, last)
	})
}

func (w *markup) operands(n *Node) {
	const between = `<mo separator="true">,</mo>`
	for i, u := range n.Args {
		if i > 0 {
			w.put(between)
		}
		w.node(u)
	}
	for i, p := range n.Points {
		if i > 0 {
			w.put(between)
		}
		w.number(p.X)
		w.put("<mo>:</mo>")
		w.number(p.Y)
	}
}

var relationMarks = [...]string{Less: "&lt;", LessEqual: "&#x2264;", Greater: "&gt;", GreaterEqual: "&#x2265;", Equals: "="}

func (w *markup) cases(n *Node) {
	w.fenced("{", "", func() {
		w.element("mtable", func() {
			for i, u := range n.Args {
				w.both("mtr",
					func() { w.element("mtd", func() { w.node(u) }) },
					func() { w.element("mtd", func() { w.condition(n, i) }) })
			}
		})
	})
}

func (w *markup) condition(n *Node, i int) {
	if i == len(n.Conds) {
		w.put(`<mtext class="otherwise">otherwise</mtext>`)
		return
	}
	for k, t := range n.Conds[i].Terms {
		if k > 0 {
			w.put("<mo>" + relationMarks[n.Conds[i].Rels[k-1]] + "</mo>")
		}
		w.node(t)
	}
}
