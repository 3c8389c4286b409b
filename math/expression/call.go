package expression

// call reads what follows the name of a function: perhaps a power of the name,
// as in sin²(x) = (sin x)², then its operands.
func (p *parser) call(t token) *Node {
	f := t.fn
	exponent, found := p.powerOfName(&f)
	n := p.operands(t, f)
	if found {
		n = p.make(Pow, n, p.count(number(exponent)))
	}
	return n
}

// powerOfName reads sin² and sin^2. Of the inverse functions tan^-1 is known;
// for others a reader might take sin^-1 for 1/sin.
func (p *parser) powerOfName(f **function) (exponent float64, found bool) {
	at := p.token().at
	if t := *p.token(); p.take(raised) {
		exponent = t.value
	} else if p.take(caret) {
		grouped := p.take(brace)
		sign := 1.0
		if p.take(minus) {
			sign = -1
		}
		if t = *p.token(); p.take(numeral) {
			exponent = sign * t.value
		}
		if grouped && !p.take(braceEnd) {
			exponent = 0
		}
	} else {
		return 0, false
	}
	if (*f).op == tangent && exponent == -1 {
		*f = longest("arctan")
		return 0, false
	}
	if exponent <= 0 || exponent != float64(int32(exponent)) || (*f).least > 1 {
		p.fail(PowerOfName, token{at: at, end: max(at, p.previous().end)}, (*f).name, (*f).usage()+"^2")
	}
	return exponent, true
}

// operands reads the operands of f, in brackets or braces or, if one is enough,
// without.
func (p *parser) operands(t token, f *function) *Node {
	opening := *p.token()
	last, sign := closing, ")"
	if !p.take(open) {
		if !p.take(brace) {
			if f.least > 1 {
				p.fail(ArgumentMissing, t, f.name, f.usage())
			}
			return p.apply(f, p.bare(t, f))
		}
		last, sign = braceEnd, "}"
	}
	opening.at = t.at
	outer := p.enter(false, false)
	defer p.leave(outer)
	if f.op == Corners {
		return p.corners(opening, last, sign)
	}
	if p.token().kind == last {
		p.fail(ArgumentMissing, token{at: t.at, end: p.token().end}, f.name, f.usage())
	}
	args := []*Node{p.sum()}
	for k := p.token().kind; k == comma || k == semicolon; k = p.token().kind {
		if len(args) == f.most {
			if !p.decimalComma() {
				p.fail(TooMany, *p.token(), f.name, f.usage())
			}
			break
		}
		p.i++
		args = append(args, p.sum())
	}
	if !p.take(last) {
		p.unclosed(opening, sign)
	}
	if len(args) < f.least {
		p.fail(TooFew, token{at: t.at, end: p.previous().end}, p.since(t.at), f.usage())
	}
	return p.apply(f, args...)
}

// bare reads an operand without brackets: one factor or, if it begins with a
// number or a letter, the letters behind it too. So sin 2x is sin(2x), sin x^2
// is sin(x^2), and sin x cos x and sin x/2 are products. What sin 2(x+1) means
// books do not agree on, so it is a mistake.
func (p *parser) bare(t token, f *function) *Node {
	first := p.token().kind
	switch first {
	case numeral, plus, minus, bad:
	default:
		if !p.starts() {
			p.fail(ArgumentMissing, t, f.name, f.usage())
			return nil
		}
	}
	n := p.signed(func() *Node {
		first = p.token().kind
		n := p.factor()
		for first == numeral || first == letter {
			if p.token().kind != letter || p.broken() {
				break
			}
			n = p.make(Mul, n, p.factor())
		}
		return n
	})
	if first == numeral || first == letter {
		if k := p.token().kind; p.starts() && k != name && k != letter && !p.broken() {
			p.fail(ArgumentUnclear, *p.token(), f.name, f.usage())
		}
	}
	return n
}

// apply is the node of a function and its operands.
func (p *parser) apply(f *function, args ...*Node) *Node {
	if f.op == tangent && len(args) == 1 {
		return p.make(Div, p.make(Sin, args[0]), p.make(Cos, p.copy(args[0])))
	}
	return p.make(f.op, args...)
}

// copy is the same tree once more, so that no node has two parents.
func (p *parser) copy(n *Node) *Node {
	if n == nil || p.err != nil {
		return nil
	}
	c := *n
	p.count(&c)
	c.Args = make([]*Node, len(n.Args))
	for i, u := range n.Args {
		c.Args[i] = p.copy(u)
	}
	c.Conds = make([]Cond, len(n.Conds))
	for i, d := range n.Conds {
		c.Conds[i].Rels = d.Rels
		for _, t := range d.Terms {
			c.Conds[i].Terms = append(c.Conds[i].Terms, p.copy(t))
		}
	}
	return &c
}
