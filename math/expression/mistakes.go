package expression

// missing reports that a value is expected where the parser stands.
func (p *parser) missing() {
	t := *p.token()
	switch {
	case t.kind == bracket:
		p.fail(WrittenOtherwise, t, p.text[t.at:t.end], "(")
	case p.previous().kind == bar && p.undirected() > 2:
		p.fail(BarsUnclear, t, p.before(), "abs(x)")
	case p.i > 0:
		p.fail(ValueMissing, t, p.before(), "")
	case p.needsLeft():
		p.fail(NoStart, t, p.text[t.at:t.end], "")
	}
	p.astray()
}

// needsLeft reports a sign that needs a value before it.
func (p *parser) needsLeft() bool {
	switch p.token().kind {
	case times, slash, caret, raised, comma, semicolon, colon, relation:
		return true
	}
	return false
}

// undirected counts the bars that do not say which side they are on.
func (p *parser) undirected() (count int) {
	for i := range p.i {
		if p.tokens[i].kind == bar {
			count++
		}
	}
	return count
}

// unclosed reports brackets that are not closed where the parser stands.
func (p *parser) unclosed(opening token, sign string) {
	switch p.token().kind {
	case end, closing, braceEnd, barEnd, floorEnd, finish:
		p.fail(Unclosed, opening, p.text[opening.at:opening.end], sign)
	}
	p.astray()
}

// opened are the signs that what closes is opened by.
var opened = [space + 1]string{closing: "(", braceEnd: "{", barEnd: "|", floorEnd: "⌊", finish: `\begin{cases}`}

// astray reports a token that cannot follow what was read.
func (p *parser) astray() {
	t := *p.token()
	text := p.text[t.at:t.end]
	switch t.kind {
	case comma, semicolon:
		if p.decimalComma() {
			return
		}
		p.fail(CommaAstray, t, text, "max(0, x)")
	case colon:
		p.fail(ColonAstray, t, text, sample)
	case relation:
		p.fail(RelationAstray, t, text, sample)
	case bracket:
		p.fail(WrittenOtherwise, t, text, "(")
	case bracketEnd:
		p.fail(WrittenOtherwise, t, text, ")")
	}
	if left := opened[t.kind]; left != "" {
		p.fail(Unopened, t, text, left)
	}
	p.fail(Unexpected, t, text, "")
}

// decimalComma reports 0,5 if it stands here.
func (p *parser) decimalComma() bool {
	t, left, right := p.token(), *p.previous(), p.tokens[min(p.i+1, len(p.tokens)-1)]
	if t.kind != comma || left.kind != numeral || right.kind != numeral || left.end != t.at || right.at != t.end {
		return false
	}
	whole, part := p.text[left.at:left.end], p.text[right.at:right.end]
	p.fail(DecimalComma, token{at: left.at, end: right.end}, whole+","+part, whole+"."+part)
	return true
}
