package expression

import (
	"slices"
	"strings"
)

// String writes the formula in plain characters as one would type it. Parse
// reads the same tree from it.
func (n *Node) String() string {
	var w line
	w.node(n)
	return string(w.b)
}

// HTML writes the same line with the signs and the letters that are set in print, and
// with exponents raised in place of ^ and parentheses.
func (n *Node) HTML() string {
	w := line{print: true}
	w.node(n)
	var b strings.Builder
	for _, c := range w.b {
		if s := printed[c]; s != "" {
			b.WriteString(s)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// printed is what stands for a character of a line in print. Capitals are the variable,
// the parameter, π, ≤ and ≥; ^ and ; are around an exponent.
var printed = [128]string{'X': "<i>x</i>", 'A': "<i>a</i>", 'P': "π", 'L': "≤", 'G': "≥", '-': "−", '*': "·", '<': "&lt;", '>': "&gt;", '^': "<sup>", ';': "</sup>"}

// line is a formula being written.
type line struct {
	b     []byte
	bars  bool // directly inside of |…|, where a | that follows a value closes
	print bool // for print, see printed
}

func (w *line) put(s string) { w.b = append(w.b, s...) }

// inside writes something between brackets.
func (w *line) inside(left, right string, bars bool, write func()) {
	outer := w.bars
	w.bars = bars
	w.put(left)
	write()
	w.put(right)
	w.bars = outer
}

func (w *line) node(n *Node) {
	switch n.Op {
	case Number:
		w.put(digits(n.Value))
	case Pi:
		w.put(w.either("pi", "P"))
	case Euler:
		w.put("e")
	case X:
		w.put(w.either("x", "X"))
	case A:
		w.put(w.either("a", "A"))
	case Add:
		w.pair(n, " + ")
	case Sub:
		w.pair(n, " - ")
	case Mul:
		w.product(n)
	case Div:
		w.pair(n, "/")
	case Pow:
		if !w.print {
			w.pair(n, "^")
			break
		}
		w.operand(n, 0)
		w.inside("^", ";", false, func() { w.node(n.Args[1]) })
	case Neg:
		w.put("-")
		w.operand(n, 0)
	case Abs:
		w.inside("|", "|", true, func() { w.node(n.Args[0]) })
	case Cases:
		w.inside("{", "}", false, func() { w.cases(n) })
	default:
		w.inside(nameOf(n.Op)+"(", ")", false, func() { w.operands(n) })
	}
}

func (w *line) either(typed, printed string) string {
	if w.print {
		return printed
	}
	return typed
}

func (w *line) operand(n *Node, i int) {
	if bracketed(n, i) {
		w.inside("(", ")", false, func() { w.node(n.Args[i]) })
	} else {
		w.node(n.Args[i])
	}
}

func (w *line) pair(n *Node, sign string) {
	w.operand(n, 0)
	w.put(sign)
	w.operand(n, 1)
}

func (w *line) operands(n *Node) {
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
}

func (w *line) cases(n *Node) {
	for i, u := range n.Args {
		if i > 0 {
			w.put(", ")
		}
		if i < len(n.Conds) {
			w.chain(n.Conds[i])
			w.put(": ")
		}
		w.node(u)
	}
}

var relations = [...]string{Less: " < ", LessEqual: " <= ", Greater: " > ", GreaterEqual: " >= ", Equals: " = "}

// printedRelations are the same in print: see printed.
var printedRelations = [...]string{Less: " < ", LessEqual: " L ", Greater: " > ", GreaterEqual: " G ", Equals: " = "}

func (w *line) chain(c Cond) {
	for i, t := range c.Terms {
		if i > 0 {
			w.put(w.either(relations[c.Rels[i-1]], printedRelations[c.Rels[i-1]]))
		}
		w.node(t)
	}
}

// product writes two factors side by side where they are read as a product.
func (w *line) product(n *Node) {
	w.operand(n, 0)
	middle := len(w.b)
	w.operand(n, 1)
	w.b = slices.Insert(w.b, middle, w.joint(n.Args[0], w.b[:middle], w.b[middle:])...)
}

// joint is what stands between two factors. A number cannot follow anything.
// After a quotient or a power, * keeps the eye from drawing the next factor into
// the denominator or the exponent; names are set apart by a space.
func (w *line) joint(n *Node, left, right []byte) []byte {
	last := n
	if n.Op == Mul {
		last = n.Args[1]
	}
	word := 0 // letters at the beginning of the right factor
	for word < len(right) && latin(right[word]) {
		word++
	}
	first := right[0]
	long := word > 1 || first == 'H'
	switch {
	case decimal(first) || n.Op == Div || first == '|' && w.bars:
		return []byte("*")
	case last.Op == Pow && !long:
		return []byte("*")
	case last.Op == Pow || latin(left[len(left)-1]) && (long || word > 0 && last.Op == Pi):
		return []byte(" ")
	}
	return nil
}
