package expression

// primary reads a value that nothing can take apart: a number, a letter, a
// function with its operands, or something in brackets.
func (p *parser) primary() *Node {
	t := *p.token()
	switch {
	case p.err != nil:
		return nil
	case p.take(numeral):
		return p.count(number(t.value))
	case p.take(letter):
		return p.make(t.op)
	case p.take(name):
		return p.call(t)
	case p.take(open):
		return p.enclosed(t, closing, ")", false)
	case p.take(bar), p.take(barOpen):
		return p.make(Abs, p.enclosed(t, barEnd, "|", true))
	case p.take(floorOpen):
		return p.make(Floor, p.enclosed(t, floorEnd, "⌋", false))
	case p.take(brace):
		return p.braces(t)
	case p.take(begin):
		return p.rows(t)
	case p.take(fraction):
		upper := p.slot()
		return p.make(Div, upper, p.slot())
	case p.take(radical):
		return p.root(t)
	}
	p.missing()
	return nil
}

// enclosed reads a sum and what closes it. Inside |…| a | that follows a value
// closes, so that ||x|-1| and |x||x-1| are read as they look; x|x| inside of
// |…| is written x*|x|, abs(…) or with brackets.
func (p *parser) enclosed(opening token, last kind, sign string, bars bool) *Node {
	outer := p.enter(bars, false)
	n := p.sum()
	p.leave(outer)
	if !p.take(last) && !(bars && p.take(bar)) {
		p.unclosed(opening, sign)
	}
	return n
}

// surroundings are what brackets hide from what stands in them.
type surroundings struct{ bars, lines bool }

func (p *parser) enter(bars, lines bool) surroundings {
	outer := surroundings{p.bars, p.lines}
	p.bars, p.lines = bars, lines
	return outer
}

func (p *parser) leave(outer surroundings) { p.bars, p.lines = outer.bars, outer.lines }

// slot reads what TeX applies a command to: a group in braces, a letter, or one
// digit of a number, as in \frac12.
func (p *parser) slot() *Node {
	t := p.token()
	if t.kind == numeral && decimal(p.text[t.at]) && t.end > t.at+1 {
		digit := p.text[t.at]
		for i := t.at; i < t.end; i++ {
			if !decimal(p.text[i]) {
				p.fail(BadNumber, *t, p.text[t.at:t.end], "{"+p.text[t.at:t.end]+"}")
				return nil
			}
		}
		t.at++
		t.value = 0
		for i := t.at; i < t.end; i++ {
			t.value = 10*t.value + float64(p.text[i]-'0')
		}
		return p.count(number(float64(digit - '0')))
	}
	if p.depth++; p.depth > deepestText {
		p.fail(TooDeep, *t, "", "")
	}
	n := p.primary()
	p.depth--
	return n
}

// root reads √ and what it is drawn over: a group, or one factor, so that √x²
// is √(x²) and √2x is (√2)·x. TeX's \sqrt x² is (√x)².
func (p *parser) root(t token) *Node {
	op := t.op
	if order := *p.token(); p.take(bracket) {
		degree := *p.token()
		if op != Sqrt || !p.take(numeral) || degree.value != 2 && degree.value != 3 {
			p.fail(Unexpected, order, "[", "")
			return nil
		}
		if !p.take(bracketEnd) {
			p.unclosed(order, "]")
		}
		if degree.value == 3 {
			op = Cbrt
		}
	}
	if k := p.token().kind; k == open || k == brace || p.text[t.at] == '\\' {
		return p.make(op, p.slot())
	}
	return p.make(op, p.factor())
}
