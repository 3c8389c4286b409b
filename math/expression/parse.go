package expression

import (
	"strings"
	"unicode/utf8"
)

const (
	longestText = 300 // characters, of what is given and of what String writes
	mostNodes   = 200
	deepest     = 40 // levels of a tree, see nesting
	deepestText = 90 // of brackets and exponents while reading; a tree of 40 levels is written with fewer
)

// Parse reads a formula. The tree it returns is the one that Parse reads from
// the tree's String. A text that is no formula gives the first mistake in it.
func Parse(text string) (*Node, *Error) {
	if at, long := cut(text); long {
		return nil, &Error{At: at, End: len(text), Problem: TooLong}
	}
	s := scanner{text: text}
	s.i, s.stop = bounds(text)
	s.scan()
	p := parser{text: text, tokens: s.tokens, unread: s.err}
	whole := token{at: s.tokens[0].at, end: s.stop}
	if p.token().kind == end {
		p.fail(Empty, whole, "", "max(0, x)")
	}
	n := p.sum()
	if p.token().kind != end {
		p.astray()
	}
	if p.err == nil && n.nesting() > deepest {
		p.fail(TooDeep, whole, "", "")
	}
	if p.err == nil && utf8.RuneCountInString(n.String()) > longestText {
		p.fail(TooLong, whole, "", "")
	}
	if p.err != nil {
		return nil, p.err
	}
	return n, nil
}

// cut returns the byte at which a text becomes too long.
func cut(text string) (at int, long bool) {
	characters := 0
	for at = range text {
		if characters == longestText {
			return at, true
		}
		characters++
	}
	return len(text), false
}

// bounds leaves out what stands around a formula: blanks, the marks of
// mathematics in TeX, and a beginning such as f(x) = or y =.
func bounds(text string) (from, to int) {
	trimmed := strings.TrimSpace(text)
	from = strings.Index(text, trimmed)
	to = from + len(trimmed)
	for _, m := range [...][2]string{{"$$", "$$"}, {"$", "$"}, {`\(`, `\)`}, {`\[`, `\]`}} {
		if len(trimmed) >= len(m[0])+len(m[1]) && strings.HasPrefix(trimmed, m[0]) && strings.HasSuffix(trimmed, m[1]) {
			from, to = from+len(m[0]), to-len(m[1])
			break
		}
	}
	return from + definition(text[from:to]), to
}

// definition returns the length of a beginning such as f(x) = or y =.
func definition(text string) int {
	head, tail, found := strings.Cut(text, "=")
	if !found || strings.HasPrefix(tail, "=") {
		return 0
	}
	length := len(head) + 1
	head = strings.TrimSuffix(strings.ReplaceAll(head, " ", ""), ":")
	if head == "" || !latin(head[0]) {
		return 0
	}
	if f := longest(head[:1]); f != nil && f.most == 0 {
		return 0 // x = 0 defines no function
	}
	switch head[1:] {
	case "", "(x)", "(x,a)", "(x;a)", `\left(x\right)`:
		return length
	}
	return 0
}

// nesting is the number of levels of a tree. A sum of many terms and a product
// of many factors are one level, as they need no brackets.
func (n *Node) nesting() int {
	deep := 0
	for i, u := range n.Args {
		d := u.nesting()
		if i > 0 || n.Op < Add || n.Op > Div || bracketed(n, 0) {
			d++
		}
		deep = max(deep, d)
	}
	for _, c := range n.Conds {
		for _, t := range c.Terms {
			deep = max(deep, t.nesting()+1)
		}
	}
	return deep
}

// parser reads tokens from left to right and never goes back. After a failure
// it stands at the end, so that every loop ends; what it still returns is
// dropped, and may be nil.
type parser struct {
	text   string
	tokens []token
	i      int
	nodes  int
	depth  int
	bars   bool   // a | that follows a value closes an opened one
	lines  bool   // a new line separates cases
	unread *Error // why the scanner stopped, if it did
	err    *Error
}

func (p *parser) token() *token { return &p.tokens[p.i] }

// previous is the token that was read last.
func (p *parser) previous() *token { return &p.tokens[max(p.i-1, 0)] }

// take reads a token of the kind if it comes next.
func (p *parser) take(k kind) bool {
	if p.token().kind != k {
		return false
	}
	if k != end {
		p.i++
	}
	return true
}

// fail keeps the first mistake. What the scanner could not read goes before
// what is missing because of it.
func (p *parser) fail(problem Problem, where token, name, hint string) {
	if p.err == nil {
		p.err = &Error{At: where.at, End: where.end, Problem: problem, Name: name, Hint: hint}
		if p.token().kind == bad {
			p.err = p.unread
		}
	}
	p.i = len(p.tokens) - 1
}

// make is a new node.
func (p *parser) make(op Op, args ...*Node) *Node {
	return p.count(&Node{Op: op, Args: args})
}

func (p *parser) count(n *Node) *Node {
	if p.nodes++; p.nodes > mostNodes {
		p.fail(TooLarge, *p.previous(), "", "")
	}
	return n
}

// since is the text from a byte to the end of the token read last.
func (p *parser) since(at int) string { return p.text[at:max(at, p.previous().end)] }

// before is the end of what was read so far, for a sentence about what is missing.
func (p *parser) before() string {
	const room = 24
	from := p.tokens[0].at
	read := p.since(from)
	if p.i == 0 || utf8.RuneCountInString(read) <= room {
		return read
	}
	characters := 0
	for i := len(read); ; {
		_, size := utf8.DecodeLastRuneInString(read[:i])
		if i -= size; characters == room-1 {
			return "…" + read[i+size:]
		}
		characters++
	}
}
