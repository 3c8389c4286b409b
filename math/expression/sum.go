package expression

// sum = [sign] term {sign term}; a sum of more terms is summed from the left.
func (p *parser) sum() *Node {
	n := p.signed(p.term)
	for !p.broken() {
		switch {
		case p.take(plus):
			n = p.make(Add, n, p.signed(p.term))
		case p.take(minus):
			n = p.make(Sub, n, p.signed(p.term))
		default:
			return n
		}
	}
	return n
}

// broken reports that a new line ends a case before the next token.
func (p *parser) broken() bool { return p.lines && p.token().line }

// signed reads signs and what they apply to: −x² is −(x²), and −2x is −(2x).
func (p *parser) signed(read func() *Node) *Node {
	negations := 0
	for {
		if p.take(minus) {
			negations++
		} else if !p.take(plus) {
			break
		}
	}
	n := read()
	for range negations {
		n = p.make(Neg, n)
	}
	return n
}

// term = factor {("*" | "/" | nothing) factor}. Products and quotients are read
// from the left, so that 1/2x is (1/2)·x.
func (p *parser) term() *Node {
	at := p.token().at
	n := p.factor()
	for !p.broken() {
		switch {
		case p.take(times):
			n = p.make(Mul, n, p.signed(p.factor))
		case p.take(slash):
			n = p.make(Div, n, p.signed(p.factor))
		case p.token().kind == numeral:
			p.numberBehind(at)
			return n
		case p.starts():
			at = p.token().at
			n = p.make(Mul, n, p.factor())
		default:
			return n
		}
	}
	return n
}

// starts reports whether a factor begins here, after another one and without a
// sign between them.
func (p *parser) starts() bool {
	switch p.token().kind {
	case letter, name, open, brace, barOpen, floorOpen, radical, fraction, begin:
		return true
	case bar:
		return !p.bars
	}
	return false
}

// numberBehind reports a number that follows the factor from a byte on.
func (p *parser) numberBehind(at int) {
	where := *p.token()
	number, factor := p.text[where.at:where.end], p.since(at)
	switch {
	case p.previous().kind == numeral && p.previous().at == at:
		p.fail(TwoNumbers, token{at: at, end: where.end}, factor+" "+number, factor+"*"+number)
	case len(factor) == 1:
		p.fail(NumberBehind, where, factor, number+factor+", "+factor+"^"+number)
	default:
		p.fail(NumberBehind, where, factor, factor+"*"+number+", "+factor+"^"+number)
	}
}

// factor = primary {superscript | "^" exponent}. A power of a power is read from
// the right: 2^x^2 is 2^(x^2).
func (p *parser) factor() *Node {
	if p.depth++; p.depth > deepestText {
		p.fail(TooDeep, *p.token(), "", "")
	}
	n := p.primary()
	for !p.broken() {
		if t := *p.token(); p.take(raised) {
			n = p.make(Pow, n, p.integer(t.value))
		} else if p.take(caret) {
			n = p.make(Pow, n, p.signed(p.factor))
		} else {
			break
		}
	}
	p.depth--
	return n
}

// integer is the number of a superscript.
func (p *parser) integer(v float64) *Node {
	if v < 0 {
		return p.make(Neg, p.integer(-v))
	}
	return p.count(number(v))
}
