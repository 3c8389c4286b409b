package scene

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// partValues writes the values of the signed parts into the area that the line
// speaks of; where it is cut, of the pieces. All of them are asked for on every
// line, so that none has another place on another line; those that the line does
// not speak of have faded.
func (p *pen) partValues(b, c panel, s shares) {
	if p.style.small {
		return
	}
	φ := p.probe
	ask := func(on float64) bool { return on > 0 || !p.following }
	before, after := 1-ease(3*s.pour), ease(3*s.pour-2)
	cut := before * ease(2*s.cut-1)
	whole := before * (1 - ease(2*s.cut))
	parts, weighed := p.parts(), 0
	for _, q := range parts {
		if q.ByParts != 0 {
			weighed++
		}
	}
	dips, all := told(p.dips())
	pieces := weighed+len(dips) > 1 && len(p.cutPlaces()) > 0
	if !pieces { // one piece is the whole
		whole = before
	}
	y := func(x float64) float64 { return -p.f.Value(x) * φ.Derivative(x) }
	if ask(whole) && all && len(dips) == 0 { // else arrows have a part in it, which are told where it is cut
		p.lobeValues(b, y, whole)
	}
	if pieces && ask(cut) && all && len(parts) <= mostTold {
		var v [2 * mostTold]float64
		on := cut
		for i, q := range parts {
			_, size := p.middle(b, y, q.Lo, q.Hi)
			v[i], on = q.ByParts, on*tellable(q.ByParts, size)
		}
		n := len(parts) + weights(v[len(parts):], dips)
		addUp(v[:n], p.pairing().ByParts)
		for i, q := range parts {
			if q.ByParts != 0 {
				p.pieceValue(i, b, y, q.Lo, q.Hi, v[i], on)
			}
		}
		p.arrowValues(b, dips, v[len(parts):n], false, on)
	}
	if places := p.cutPlaces(); !p.own && len(p.breaks) > 0 && len(places) < mostTold && ask(cut) { // of which the lines speak
		for i, x := range places {
			if b.lo < x && x < b.hi {
				p.label(label{key: cutKeys[i], line: p.set.Line(cutKeys[i]), ink: theme.Muted, size: p.style.math * 0.8, fade: 1 - cut, firm: true, Label: place.Label{Lines: cutLine, Of: theParts, At: b.edge(x, 0), To: place.South, Clear: 4 * p.k, Most: pleasant}})
			}
		}
	}
	if ask(after) {
		p.directValues(c, after)
	}
}

// lobeValues writes its integral into each lobe of the area under −f φ′, if there are
// several.
func (p *pen) lobeValues(a panel, y func(float64) float64, alpha float64) {
	lobes, few := p.lobes(false)
	if !few {
		return
	}
	var v [mostTold]float64
	var store [mostTold]lobe
	lobes, on := toldLobes(store[:0], a, lobes, v[:], alpha)
	if len(lobes) < 2 {
		return
	}
	addUp(v[:len(lobes)], p.pairing().ByParts)
	for i, q := range lobes {
		p.partValue(lobeKeys[i], wholeLines, a, y, q.lo, q.hi, v[i], theme.Probe, on)
	}
}

// directValues writes its integral into each lobe of the area under f′ φ, and beside each
// arrow how heavy it is, if they are several. An arrow is told whether or not the lobes are.
func (p *pen) directValues(a panel, alpha float64) {
	φ, total := p.probe, p.pairing().Direct
	arrows, all := told(p.spikes(φ))
	lobes, few := p.lobes(true)
	if !all {
		return
	}
	var v [2 * mostTold]float64
	var store [mostTold]lobe
	n, on := weights(v[:], arrows), alpha
	if few {
		lobes, on = toldLobes(store[:0], a, lobes, v[n:], alpha)
		if len(lobes)+n < 2 {
			return
		}
		if len(lobes) == 0 { // arrows are all there is
			addUp(v[:n], total)
		} else {
			for _, m := range v[:n] {
				total -= math.Round(m/unit) * unit
			}
			addUp(v[n:n+len(lobes)], total)
		}
	} else {
		lobes = nil
	}
	y := func(x float64) float64 { return p.f.Density(x) * φ.Value(x) }
	for i, q := range lobes {
		p.partValue(directKeys[i], lastLines, a, y, q.lo, q.hi, v[n+i], theme.Distribution, on)
	}
	p.arrowValues(a, arrows, v[:n], true, alpha)
}

// toldLobes appends those that are not told as 0 to dst, with their integrals in v, and
// says how strong their numbers are in a panel: not at all where one that counts has no
// room.
func toldLobes(dst []lobe, a panel, lobes []lobe, v []float64, alpha float64) ([]lobe, float64) {
	for _, q := range lobes {
		if math.Abs(q.area) >= leastTold {
			v[len(dst)] = q.area
			alpha *= tellable(q.area, math.Abs(q.area)*a.ux*a.uy)
			dst = append(dst, q)
		}
	}
	return dst, alpha
}

// weights are the masses of some arrows, and how many they are.
func weights(v []float64, arrows []calculus.Atom) int {
	for i, m := range arrows {
		v[i] = m.Mass
	}
	return len(arrows)
}

// leastTold is what is not told as 0.
const leastTold = 0.5 * unit

// unit is one of the last digit that is shown.
const unit = 1e-4

// told are the arrows that are not told as 0, in the store of all; none, and false, where
// there are too many to be told.
func told(all []calculus.Atom) ([]calculus.Atom, bool) {
	n := 0
	for _, m := range all {
		if math.Abs(m.Mass) > leastTold {
			all[n] = m
			n++
		}
	}
	if n > mostTold {
		return nil, false
	}
	return all[:n], true
}

// arrowValues writes the numbers v beside arrows: those of f′ φ, or those of line 3, which
// are parts of a sum with its pieces.
func (p *pen) arrowValues(a panel, arrows []calculus.Atom, v []float64, last bool, alpha float64) {
	keys, lines, ink := &dipKeys, uint8(cutLine), theme.Probe
	if last {
		keys, lines, ink = &spikeKeys, lastLines, theme.Distribution
	}
	for i, m := range arrows {
		text, to := p.partNumber(v[i]), place.South
		if m.Mass > 0 {
			text, to = p.around("+", text, ""), place.North
		}
		p.label(label{key: keys[i], text: text, ink: ink, size: p.style.word, fade: 1 - alpha, firm: true, mate: !last, Label: place.Label{Lines: lines, Of: theJump, At: a.edge(m.X, m.Mass), To: to, Clear: 3 * p.k, Most: pleasant}})
	}
}

// tellable is how much a part of an area, of a value and a size in px², allows the
// numbers of all parts: not where it counts and has no room for its own.
func tellable(v, size float64) float64 {
	if math.Abs(v) < leastTold || size > roomy { // less is not seen in the digits of the sum
		return 1
	}
	return 0
}

// roomy is the area that has room for a number, px².
const roomy = 120

// addUp rounds the parts of a total to the digits that are shown, so that what is
// shown adds up: the greatest takes what rounding leaves over.
func addUp(parts []float64, total float64) {
	rest, most := math.Round(total/unit), 0
	for i, v := range parts {
		if math.Abs(v) > math.Abs(parts[most]) {
			most = i
		}
	}
	for i := range parts {
		if i != most {
			n := math.Round(parts[i] / unit)
			parts[i], rest = n*unit, rest-n
		}
	}
	parts[most] = rest * unit
}

// pieceValue writes the value of a piece into it or, where the piece has parts of
// both signs, as what those are together.
func (p *pen) pieceValue(i int, a panel, y func(float64) float64, lo, hi, v, alpha float64) {
	const seen = 60 // px²
	_, over := p.middle(a, func(x float64) float64 { return max(0, y(x)) }, lo, hi)
	_, under := p.middle(a, func(x float64) float64 { return min(0, y(x)) }, lo, hi)
	both := clamp01(min(over, under)/seen - 1)
	p.partValue(partKeys[i], cutLine, a, y, lo, hi, v, theme.Probe, alpha*(1-both))
	foot := [2]Point{a.edge(lo, 0), a.edge(hi, 0)}
	p.label(label{key: togetherKeys[i], word: figure.TogetherWord(p.m, v), ink: theme.Probe, size: p.style.word, bold: true, fade: 1 - alpha*both, firm: true, mate: true, Label: place.Label{Lines: cutLine, Of: theParts, Along: foot, T: 0.5, To: place.South, Most: pleasant}})
}

// Lines of the derivation on which a label is seen, if not on all. Labels that are
// never seen together need not keep off each other.
const (
	wholeLines = 1 << iota
	cutLine
	pourLine
	lastLines
)

// The keys of the values of the pieces.
var (
	partKeys     = [mostTold]string{"part0", "part1", "part2", "part3", "part4", "part5"}
	lobeKeys     = [mostTold]string{"lobe0", "lobe1", "lobe2", "lobe3", "lobe4", "lobe5"}
	directKeys   = [mostTold]string{"direct0", "direct1", "direct2", "direct3", "direct4", "direct5"}
	dipKeys      = [mostTold]string{"dip0", "dip1", "dip2", "dip3", "dip4", "dip5"}
	spikeKeys    = [mostTold]string{"spike0", "spike1", "spike2", "spike3", "spike4", "spike5"}
	cutKeys      = [mostTold - 1]string{"cut/1", "cut/2", "cut/3", "cut/4", "cut/5"}
	togetherKeys = [mostTold]string{"together0", "together1", "together2", "together3", "together4", "together5"}
)

// partValue writes the value of a part of an area, with its sign, into it, or
// beside it where the part is too small.
func (p *pen) partValue(key string, lines uint8, a panel, y func(float64) float64, lo, hi, v float64, ink theme.Role, alpha float64) {
	at, size := p.middle(a, y, lo, hi)
	if !(size > roomy) {
		alpha = 0
	}
	text := p.partNumber(v)
	if v > 0 {
		text = p.around("+", text, "")
	}
	of := theParts
	if lines == lastLines {
		of = theDirect
	}
	p.label(label{key: key, text: text, ink: ink, size: p.style.word * 1.1, fade: 1 - alpha, firm: true, mate: true, Label: place.Label{Lines: lines, Of: of, At: at, To: place.Over, Clear: 1, Off: true, Most: pleasant}})
}

// middle is the centre of mass of the area under y as it is seen, and its size,
// px². As the area vanishes the centre goes to the middle of its foot.
func (p *pen) middle(a panel, y func(float64) float64, lo, hi float64) (Point, float64) {
	const n, foot = 60, 1e-3 // units² that the foot counts
	x0 := min(max((lo+hi)/2, a.lo), a.hi)
	lo, hi = max(lo, a.lo), min(hi, a.hi)
	sum, cx, cy := foot, foot*x0, 0.0
	if d := (hi - lo) / n; d > 0 {
		for i := range n {
			x := lo + d*(float64(i)+0.5)
			h := min(max(y(x), a.bot), a.top)
			if math.IsNaN(h) {
				continue
			}
			m := math.Abs(h) * d
			sum, cx, cy = sum+m, cx+m*x, cy+m*h/2
		}
	}
	return a.at(cx/sum, cy/sum), (sum - foot) * a.ux * a.uy
}
