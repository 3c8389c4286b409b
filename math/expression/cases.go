package expression

import "strings"

const sample = "{x < 0: -1, 1}"

// braces reads {condition: value, …, value}, or a group as TeX has it: {value}.
func (p *parser) braces(opening token) *Node {
	outer := p.enter(false, true)
	defer p.leave(outer)
	n := &Node{Op: Cases}
	otherwise, last := false, token{}
	if p.token().kind == braceEnd {
		p.missing()
	}
	for !p.take(braceEnd) {
		if otherwise {
			p.lastOnly(last)
		}
		last.at = p.token().at
		otherwise = p.item(n)
		last.end = p.previous().end
		if !p.separated(braceEnd) {
			p.unclosed(opening, "}")
			return nil
		}
	}
	return p.finish(n)
}

// item reads one case, and reports whether it is the one without a condition.
func (p *parser) item(n *Node) (otherwise bool) {
	at := p.token().at
	if p.otherwise() {
		p.take(colon)
		n.Args = append(n.Args, p.sum())
		return true
	}
	t := p.sum()
	if p.token().kind != relation {
		n.Args = append(n.Args, t)
		if p.token().kind == colon {
			p.fail(ConditionMissing, token{at: at, end: p.previous().end}, p.since(at), "x < 0")
		}
		return true
	}
	n.Conds = append(n.Conds, p.chain(t))
	condition := p.since(at)
	if !p.take(colon) {
		p.fail(ColonMissing, token{at: at, end: p.previous().end}, condition, condition+": 1")
	}
	n.Args = append(n.Args, p.sum())
	return false
}

// chain reads the rest of a condition.
func (p *parser) chain(first *Node) Cond {
	c := Cond{Terms: []*Node{first}}
	for p.token().kind == relation {
		c.Rels = append(c.Rels, p.token().rel)
		p.i++
		c.Terms = append(c.Terms, p.sum())
	}
	return c
}

// separated reads what separates cases, and reports whether there is something
// or the cases end here.
func (p *parser) separated(last kind) bool {
	found := p.token().kind == last || p.broken()
	for p.take(comma) || p.take(semicolon) || p.take(row) {
		found = true
	}
	return found && p.err == nil
}

// lastOnly reports a case without a condition that is not the last.
func (p *parser) lastOnly(t token) {
	p.fail(OtherwiseNotLast, t, p.text[t.at:t.end], "x < 0")
}

// finish is the node of the cases that were read; without conditions it is the
// value itself.
func (p *parser) finish(n *Node) *Node {
	switch {
	case p.err != nil:
		return nil
	case len(n.Conds) == 0:
		return n.Args[0]
	}
	return p.count(n)
}

// otherwise reads the word that stands for the condition of the last case.
func (p *parser) otherwise() bool {
	t := p.token()
	if t.kind != words {
		return false
	}
	switch p.word(t) {
	case "otherwise", "else", "sonst":
		p.i++
		return true
	}
	return false
}

// word is what stands in \text{…}, or the word itself.
func (p *parser) word(t *token) string {
	word := p.text[t.at:t.end]
	if _, inside, found := strings.Cut(word, "{"); found {
		word = inside
	}
	return strings.Trim(word, "} \t\n,.~")
}

// rows reads \begin{cases} value & condition \\ … \end{cases}.
func (p *parser) rows(opening token) *Node {
	outer := p.enter(false, false)
	defer p.leave(outer)
	n := &Node{Op: Cases}
	otherwise, last := false, token{}
	if p.token().kind == finish {
		p.missing()
	}
	for !p.take(finish) {
		if otherwise {
			p.lastOnly(last)
		}
		last.at = p.token().at
		n.Args = append(n.Args, p.sum())
		last.end = p.previous().end
		p.separatedValue()
		otherwise = !p.condition(n)
		if !p.separated(finish) {
			p.unclosed(opening, `\end{cases}`)
			return nil
		}
	}
	return p.finish(n)
}

// separatedValue reads the comma that many write behind the value of a row.
func (p *parser) separatedValue() {
	if k := p.tokens[min(p.i+1, len(p.tokens)-1)].kind; k == ampersand || k == words {
		if !p.take(comma) {
			p.take(semicolon)
		}
	}
}

// condition reads the rest of a row, and reports whether it has a condition.
func (p *parser) condition(n *Node) bool {
	for p.take(ampersand) {
	}
	if p.otherwise() {
		return false
	}
	if t := *p.token(); p.take(words) {
		switch p.word(&t) {
		case "if", "for", "when", "wenn", "für", "falls":
		default:
			p.fail(Unexpected, t, p.text[t.at:t.end], "")
		}
	}
	switch p.token().kind {
	case row, finish, end:
		return false
	}
	at := p.token().at
	t := p.sum()
	if p.token().kind != relation {
		p.fail(ConditionMissing, token{at: at, end: p.previous().end}, p.since(at), "x < 0")
	}
	n.Conds = append(n.Conds, p.chain(t))
	return true
}
