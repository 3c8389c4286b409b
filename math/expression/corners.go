package expression

import "math"

// corners reads x:y, x:y, … and what closes it.
func (p *parser) corners(opening token, last kind, sign string) *Node {
	n := &Node{Op: Corners}
	usage := longest("corners").usage()
	for {
		at := p.token().at
		x := p.fixed(usage)
		if !p.take(colon) {
			p.fail(CornerColon, token{at: at, end: p.previous().end}, p.since(at), usage)
		}
		y := p.fixed(usage)
		if k := len(n.Points); k > 0 && x <= n.Points[k-1].X {
			p.fail(CornersOutOfOrder, token{at: at, end: p.previous().end}, p.since(at), usage)
		}
		n.Points = append(n.Points, Point{x, y})
		if !p.take(comma) && !p.take(semicolon) {
			break
		}
	}
	if !p.take(last) {
		p.unclosed(opening, sign)
	}
	if len(n.Points) < 2 {
		where := token{at: opening.at, end: p.previous().end}
		p.fail(TooFew, where, p.since(opening.at), usage)
	}
	return p.count(n)
}

// fixed reads a formula without x and a, and returns its value.
func (p *parser) fixed(usage string) float64 {
	at := p.token().at
	n := p.sum()
	if p.err != nil {
		return 0
	}
	if n.constant() {
		if v := n.At(0, 0); !math.IsNaN(v - v) { // finite
			return v + 0 // no −0
		}
	}
	p.fail(CornerNotNumber, token{at: at, end: p.previous().end}, p.since(at), usage)
	return 0
}
