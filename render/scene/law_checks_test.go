package scene

import (
	"fmt"
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// judge draws states and looks for faults.
type judge struct {
	f      Frame
	p      pen
	texts  []printed
	glyphs []Rect
	faults []fault
}

// printed is a text of the picture as its ink stands.
type printed struct {
	box    Rect
	inks   []Rect // of its parts
	alpha  float64
	mark   int  // index of its mark, −1 of a word
	word   int  // index of the word, −1 of a formula
	column bool // it stands in the column of words
}

// slack is what is no fault, px: less than a line is wide.
const slack = 1

// broken are the faults of a picture at rest.
func (j *judge) broken(s state) []fault {
	Draw(&j.f, s.m, s.ask())
	return j.look(s)
}

// look finds the faults of the picture that was drawn last.
func (j *judge) look(s state) []fault {
	j.faults = j.faults[:0]
	j.p = pen{Frame: &j.f, plan: newPlan(s.w, s.h, s.m.Lens, s.m.UI), title: s.title}
	j.finite()
	j.read()
	j.panels()
	j.handles()
	j.grips()
	j.rings()
	j.ranges()
	j.overprint()
	j.struck()
	j.page()
	j.areas()
	j.nearest()
	return j.faults
}

// finite: whatever is drawn has a place.
func (j *judge) finite() {
	sum := func(all ...float64) (s float64) {
		for _, v := range all {
			s += v - v // 0, or not a number
		}
		return s
	}
	for i := range j.f.Marks {
		m := &j.f.Marks[i]
		bad := sum(m.Width, m.R, m.Alpha)
		for _, q := range m.Points {
			bad += sum(q.X, q.Y)
		}
		for _, g := range m.Glyphs {
			bad += sum(g.X, g.Y, g.Size, g.Fade)
		}
		if bad != 0 {
			j.fault("finite", "mark %d of kind %d, %v", i, m.Kind, m.Points[:min(len(m.Points), 3)])
		}
	}
	for _, w := range j.f.Words {
		if sum(w.At.X, w.At.Y, w.Size, w.Fade) != 0 {
			j.fault("finite", "the word %s", w.Key)
		}
	}
	for i := range j.f.wants {
		if w := &j.f.wants[i]; sum(w.shown, w.fade) != 0 {
			j.fault("finite", "the label %s is seen by %v", w.key, w.shown)
		}
	}
}

func (j *judge) fault(law, format string, args ...any) {
	j.faults = append(j.faults, fault{law, fmt.Sprintf(format, args...)})
}

// read collects the texts of a frame.
func (j *judge) read() {
	set := j.f.set
	j.texts, j.glyphs = j.texts[:0], j.glyphs[:0]
	column := rect(j.p.left-1, j.p.textTop, j.p.measure+2, 1e4)
	if j.f.m.Lens == figure.Compare || j.p.layout == Short || j.f.m.UI == figure.UINone {
		column.W = 0
	}
	for i, w := range j.f.Words {
		if w.Fade > 0.7 {
			continue
		}
		n := len(j.glyphs)
		// Letters do not fill the line that they stand on.
		j.glyphs = append(j.glyphs, rect(w.Box.X+0.5, w.Box.Y+0.1*w.Size, w.Box.W-1, w.Box.H-0.2*w.Size))
		j.texts = append(j.texts, printed{box: w.Box, inks: j.glyphs[n:], alpha: 1 - w.Fade, mark: -1, word: i})
	}
	for i := range j.f.Marks {
		m := &j.f.Marks[i]
		if m.Kind != Glyphs || m.Alpha < 0.05 {
			continue
		}
		n := len(j.glyphs)
		x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
		for _, g := range m.Glyphs {
			if g.Fade > 0.7 {
				continue
			}
			l, r, top, bot := g.X, g.X+g.W, g.Y, g.Y+g.H
			if g.Glyph >= 0 {
				o, k := &set.Glyphs[g.Glyph], g.Size/1000
				l, r, top, bot = g.X+float64(o.X0)*k, g.X+float64(o.X1)*k, g.Y-float64(o.Y1)*k, g.Y-float64(o.Y0)*k
			}
			if r > l {
				j.glyphs = append(j.glyphs, rect(l, top, r-l, bot-top))
				x0, y0, x1, y1 = min(x0, l), min(y0, top), max(x1, r), max(y1, bot)
			}
		}
		if x1 > x0 {
			box := rect(x0, y0, x1-x0, y1-y0)
			j.texts = append(j.texts, printed{box: box, inks: j.glyphs[n:], alpha: m.Alpha, mark: i, word: -1, column: contains(column, box)})
		}
	}
}

// name is what a text says.
func (j *judge) name(a *printed) string {
	if a.word >= 0 {
		return string(j.f.Words[a.word].Text.AppendPlain(nil))
	}
	var text []rune
	for _, g := range j.f.Marks[a.mark].Glyphs {
		if g.Glyph >= 0 && len(text) < 24 {
			text = append(text, j.f.set.Glyphs[g.Glyph].Char)
		}
	}
	return string(text)
}

// sort is what kind of text it is.
func (j *judge) sort(a *printed) string {
	switch {
	case a.word >= 0:
		return "a word"
	case a.column:
		return "the column"
	case j.f.Marks[a.mark].Glyphs[0].Ink == theme.Muted || j.ticks(a):
		return "a tick"
	}
	return "a formula"
}

// ticks reports whether a text is a number of an axis: only those are so small.
func (j *judge) ticks(a *printed) bool {
	return math.Abs(j.f.Marks[a.mark].Glyphs[0].Size-1.12*j.p.style.tick) < 1e-6
}

// data reports whether an ink says something of the function.
func data(r theme.Role) bool {
	switch r {
	case theme.Ink, theme.Pointwise, theme.Subgradient, theme.Distribution, theme.Probe, theme.Warn:
		return true
	}
	return false
}

// panels: no mark leaves its panel (law 1).
func (j *judge) panels() {
	f := &j.f
	plots := plotsOf(f)
	for i := range f.Marks {
		m := &f.Marks[i]
		if m.Kind == Glyphs || m.Alpha < 0.02 || len(m.Points) == 0 {
			continue
		}
		if k := plotOf(m); k > 0 {
			if !plots[k-1].rect().Grown(0.5).Holds(m.Points) {
				j.fault("1 a mark leaves its panel", "%s leaves panel %d %.0f", shape(m), k, plots[k-1].rect())
			}
			continue
		}
		if data(m.Ink) && !j.belongs(m, plots) {
			j.fault("1 a mark in no panel", "%s", shape(m))
		}
	}
}

// shape says what a mark is.
func shape(m *Mark) string {
	b := m.Bounds()
	kind := [...]string{Stroke: "stroke", Fill: "fill", Disc: "disc", Glyphs: "glyphs"}[m.Kind]
	return fmt.Sprintf("the %v %s at %.0f,%.0f … %.0f,%.0f", m.Ink, kind, b.X, b.Y, b.X+b.W, b.Y+b.H)
}

// belongs reports whether a mark of no panel is in one all the same, or is a
// handle, or is known to stand elsewhere.
func (j *judge) belongs(m *Mark, plots []panel) bool {
	f, p := &j.f, &j.p
	for _, a := range plots {
		if a.rect().Grown(0.5).Holds(m.Points) {
			return true
		}
	}
	for _, s := range f.Spots { // its discs and chevrons
		if r := max(s.Radius+14*p.k, 2.3*p.style.handle+6); (rect(s.At.X-r, s.At.Y-r, 2*r, 2*r)).Holds(m.Points) {
			return true
		}
	}
	b := m.Bounds()
	right := 0.0
	for _, a := range plots {
		right = max(right, a.rect().X+a.rect().W)
	}
	if m.Ink == theme.Ink && b.X > right { // the dimension arrow, and the "=" between the areas
		return true
	}
	switch {
	case f.m.Lens == figure.Compare:
		return false
	case p.layout == Phone:
		if b.Y >= p.textTop {
			return true
		}
	case p.layout != Short:
		if b.X >= p.left-1 && b.X+b.W <= p.left+p.measure+1 && b.Y >= p.textTop {
			return true
		}
	}
	if s := p.pouring1(); s > 0 && s < 1 && m.Ink == theme.Probe && len(plots) > 2 { // from panel to panel
		u, v := plots[1].rect(), plots[2].rect()
		return rect(u.X, u.Y, u.W, v.Bottom()-u.Y).Grown(0.5).Holds(m.Points)
	}
	return false
}

// pouring1 is how far one area has become the other.
func (p *pen) pouring1() float64 {
	if p.m.Lens != figure.Dist {
		return 0
	}
	return p.shares().pour
}

// handles: each stands where its value is, in its panel, and P on the graph.
func (j *judge) handles() {
	f := &j.f
	plots := plotsOf(f)
	for i, s := range f.Spots {
		in := false
		for _, a := range plots {
			in = in || a.rect().Grown(1).Holds([]Point{s.At})
		}
		if v := figure.Slider(f.m, s.Control).Now; in {
			got, y := f.Value(i, s.At)
			if k, ok := s.Control.Corner(); ok {
				at, _ := f.m.Corners()
				if got = y; !f.panels.upper.sees(at[k].X, at[k].Y) { // at the panel's edge
					continue
				}
			}
			if math.Abs(got-v)*unitOf(s) > slack {
				j.fault("1 a handle shows another value", "%s is %.3f and stands at %.3f", nameOf(s.Control), v, got)
			}
		} else if s.Primary && s.Control != figure.P && !(s.Control == figure.H && f.m.Sketching()) { // which is in the column then
			j.fault("1 a handle outside its panel", "%s at %.0f", nameOf(s.Control), s.At)
		}
		if s.Control == figure.X && s.Primary {
			d := j.offGraph(s.At)
			if f.f.Pole(f.m.X) { // it stands between the two places where the graph leaves its panel
				d -= 0.3 * f.panels.upper.ux
			}
			if d > slack {
				j.fault("1 P off the graph", "by %.1f px at %.0f", d, s.At)
			}
		}
	}
}

// grips: no handle lies on another, but for its rim, or those that a hand itself brings together:
// h at the point, and w at c.
func (j *judge) grips() {
	together := func(a, b figure.Control) bool {
		return min(a, b) == figure.X && max(a, b) == figure.H || min(a, b) == figure.C && max(a, b) == figure.W
	}
	drawn := func(a, b Spot) bool { // of two corners that near, one has a handle that is seen
		_, one := a.Control.Corner()
		_, other := b.Control.Corner()
		return one && other
	}
	for i, a := range j.f.Spots {
		for _, b := range j.f.Spots[:i] {
			if d := a.At.From(b.At); d < 1.6*j.p.style.handle && a.Control != b.Control && !together(a.Control, b.Control) && !drawn(a, b) {
				j.fault("2 a handle on a handle", "%s at %.0f and %s at %.0f", nameOf(a.Control), a.At, nameOf(b.Control), b.At)
			}
		}
	}
}

// rings: the ring around the handle that has the focus touches no label, whichever it is.
// The numbers of an axis stand where their ticks are, and over the ring.
func (j *judge) rings() {
	for _, s := range j.f.Spots {
		reach := 0.0 // its handle is the last disc there
		for i := range j.f.Marks {
			if m := &j.f.Marks[i]; m.Kind == Disc && m.RingW > 0 && m.Points[0] == s.At {
				reach = m.R + ringAway + ringWidth/2 - slack/2.
			}
		}
		if _, corner := s.Control.Corner(); !s.Primary || j.f.m.Sketching() && !corner {
			continue
		}
		for k := range j.texts {
			a := &j.texts[k]
			if a.alpha < 0.2 || a.column && j.between() || a.word < 0 && j.f.Marks[a.mark].Glyphs[0].Size < 1.2*j.p.style.tick {
				continue
			}
			for _, ink := range a.inks {
				if ink.From(s.At) < reach {
					j.fault("2 "+j.sort(a)+" under the ring of a handle", "%q %.0f and %s at %.0f", j.name(a), a.box, nameOf(s.Control), s.At)
					break
				}
			}
		}
	}
}

// offGraph is how far a place is from the graph of f.
func (j *judge) offGraph(at Point) float64 {
	near := math.Inf(1)
	for i := range j.f.Marks {
		m := &j.f.Marks[i]
		if m.part != upper || m.Ink != theme.Ink {
			continue
		}
		switch {
		case m.Kind == Disc && len(m.Points) == 1 && m.R < j.p.style.handle: // of a jump
			near = min(near, m.Points[0].From(at))
		case m.Kind == Stroke:
			for k := 1; k < len(m.Points); k++ {
				near = min(near, (&place.Segment{A: m.Points[k-1], B: m.Points[k]}).From(at))
			}
		}
	}
	return near
}

// ranges: panels are in the window, off each other and off the blocks.
func (j *judge) ranges() {
	f := &j.f
	plots := plotsOf(f)
	frame := rect(0, j.p.headerHeight(), f.W, f.H-j.p.headerHeight())
	for i, a := range plots {
		r := a.rect()
		if !contains(frame.Grown(slack), r) || r.Bottom() > j.floor()+slack {
			j.fault("2 a panel leaves the window", "panel %d %.0f", i+1, r)
		}
		for k, b := range plots[:i] {
			if over(r, b.rect(), slack) {
				j.fault("2 a panel over a panel", "panel %d %.0f and %d %.0f", i+1, r, k+1, b.rect())
			}
		}
		for _, b := range f.Blocks {
			if over(b.Rect, r, slack) && !(b.Slot == SlotWalk && i == len(plots)-1) {
				j.fault("2 a panel over a block", "panel %d %.0f and block %s %.0f", i+1, r, slotNames[b.Slot], b.Rect)
			}
		}
	}
}

// floor is where the page's readouts begin, or the frame ends.
func (j *judge) floor() float64 {
	if j.p.layout == Phone {
		return j.f.H
	}
	return j.p.footer()
}

var slotNames = [Slots]string{SlotQuestion: "question", SlotCaption: "caption", SlotSecants: "secants", SlotRun: "run", SlotSteps: "steps", SlotWalk: "walk", SlotReadout: "readouts", SlotEquation: "equation"}

// over reports whether two boxes share more than a strip so wide.
func over(r, o Rect, s float64) bool {
	return r.X+s < o.X+o.W && o.X+s < r.X+r.W && r.Y+s < o.Y+o.H && o.Y+s < r.Y+r.H
}

// contains reports whether all of another box is in the box.
func contains(r, o Rect) bool {
	return o.X >= r.X && o.Y >= r.Y && o.X+o.W <= r.X+r.W && o.Y+o.H <= r.Y+r.H
}

// between reports whether the derivation is between two lines.
func (j *judge) between() bool {
	return j.f.m.Lens == figure.Dist && j.f.m.P != math.Trunc(j.f.m.P)
}

// overprint: no text lies on another, on a handle, in a block, or outside of the
// window.
func (j *judge) overprint() {
	f := &j.f
	window := rect(0, j.p.headerHeight()-2, f.W, f.H-j.p.headerHeight()+2).Grown(slack / 2.)
	for i := range j.texts {
		a := &j.texts[i]
		if !contains(window, a.box) {
			j.fault("2 text outside the window", "%q %.0f", j.name(a), a.box)
		} else if a.box.Bottom() > j.floor()+slack {
			j.fault("2 text in the footer", "%q %.0f", j.name(a), a.box)
		} else if a.box.X+a.box.W > f.W-8+slack && j.p.layout != Short {
			j.fault("2 text in the margin", "%q %.0f", j.name(a), a.box)
		} else if wide := j.p.layout == Desktop || j.p.layout == Medium || j.p.layout == Projector; wide && a.box.X+a.box.W > f.W-j.p.left+slack {
			j.fault("2 text in the margin", "%q %.0f", j.name(a), a.box)
		}
		for k := range j.texts[:i] {
			b := &j.texts[k]
			if a.column && b.column && j.between() && min(a.alpha, b.alpha) < 0.99 {
				continue // a line turns into the next in its place
			}
			if over(a.box, b.box, slack) && min(a.alpha, b.alpha) > 0.2 {
				j.fault("2 text over text", "%q %.0f and %q %.0f", j.name(a), a.box, j.name(b), b.box)
			}
		}
		for _, b := range f.Blocks {
			if over(a.box, b.Rect, slack) {
				j.fault("2 text over a block", "%q %.0f and the block %s %.0f", j.name(a), a.box, slotNames[b.Slot], b.Rect)
			}
		}
	}
	for i := range f.Marks {
		m := &f.Marks[i]
		if m.Kind != Disc || m.Alpha < 0.3 || m.R < 3*j.p.k {
			continue
		}
		q, r := m.Points[0], m.R+m.RingW/2-slack
		if !window.Holds(m.Points) {
			j.fault("2 a handle outside the window", "%s", shape(m))
		}
		for _, b := range f.Blocks {
			if b.Rect.From(q) < r {
				j.fault("2 a handle over a block", "%s and the block %s %.0f", shape(m), slotNames[b.Slot], b.Rect)
			}
		}
		for k := range j.texts {
			a := &j.texts[k]
			if a.box.From(q) >= r || a.alpha < 0.2 || j.papered(a, i) {
				continue
			}
			for _, ink := range a.inks {
				if ink.From(q) < r {
					j.fault("2 "+j.sort(a)+" over a handle", "%q %.0f and %s of radius %.0f", j.name(a), a.box, shape(m), m.R)
					break
				}
			}
		}
	}
}

// struck: no stroke and no hatching runs through a text (law 2).
func (j *judge) struck() {
	f := &j.f
	for i := range f.Marks {
		m := &f.Marks[i]
		if m.Alpha < 0.25 || m.Ink == theme.Paper {
			continue
		}
		wide := 0.0
		switch {
		case m.Kind == Stroke && !(m.Alpha < 0.5 && m.Width > 6*j.p.k): // and no band
			wide = m.Width / 2
		case m.Kind == Fill && m.Hatch:
		default:
			continue
		}
		around := m.Bounds().Grown(wide)
		for k := range j.texts {
			a := &j.texts[k]
			if a.alpha < 0.2 || !over(around, a.box, 0) || a.column && j.between() || j.papered(a, i) {
				continue
			}
			for _, ink := range a.inks {
				ink = ink.Grown(wide - slack/2.)
				if m.Kind == Stroke && m.crosses(ink) || m.Kind == Fill && m.covers(ink) {
					law := "2 a stroke of " + m.Ink.String()
					if m.Kind == Fill {
						law = "2 hatching of " + m.Ink.String()
					}
					j.fault(law+" through "+j.sort(a), "%q %.0f and %s", j.name(a), a.box, shape(m))
					break
				}
			}
		}
	}
}

// crosses reports whether a stroke is seen in a box.
func (m *Mark) crosses(b Rect) bool {
	for i := 1; i < len(m.Points); i++ {
		s := place.Segment{A: m.Points[i-1], B: m.Points[i]}
		t0, t1, ok := s.Clipped(b)
		if !ok {
			continue
		}
		if m.Alpha*m.Fade.At(s.A.Toward(s.B, (t0+t1)/2)) > 0.25 {
			return true
		}
	}
	return false
}

// covers reports whether a strip of upright pairs reaches a pixel into a box.
func (m *Mark) covers(b Rect) bool {
	for i := 0; i+3 < len(m.Points); i += 2 {
		p, q := m.Points[i:i+2], m.Points[i+2:i+4]
		lo, hi := max(min(p[0].X, q[0].X), b.X), min(max(p[0].X, q[0].X), b.X+b.W)
		if !(hi > lo) {
			continue
		}
		t := ((lo+hi)/2 - p[0].X) / (q[0].X - p[0].X)
		y, z := lerp(p[0].Y, q[0].Y, t), lerp(p[1].Y, q[1].Y, t)
		if min(max(y, z), b.Y+b.H)-max(min(y, z), b.Y) > slack {
			return true
		}
	}
	return false
}

// papered reports whether a text has paper between it and a mark.
func (j *judge) papered(a *printed, mark int) bool {
	end := a.mark
	if end < 0 {
		end = len(j.f.Marks)
	}
	for i := mark + 1; i < end; i++ {
		if m := &j.f.Marks[i]; m.Kind == Stroke && m.Ink == theme.Paper && m.Alpha > 0.7 && len(m.Points) == 2 && contains(m.Bounds().Grown(m.Width/2+slack), a.box) {
			return true
		}
	}
	return false
}

// page: blocks are in the window, off each other, and hold their text.
func (j *judge) page() {
	f, p := &j.f, &j.p
	for i, b := range f.Blocks {
		if b.Rect.X < -slack || b.Rect.X+b.Rect.W > f.W+slack || b.Rect.Y < p.headerHeight()-slack || b.Rect.Bottom() > f.H+slack {
			j.fault("2 a block outside the window", "%s %.0f in %.0f × %.0f", slotNames[b.Slot], b.Rect, f.W, f.H)
		} else if b.Slot != SlotReadout && b.Rect.Bottom() > j.floor()+slack {
			j.fault("2 a block in the footer", "%s %.0f", slotNames[b.Slot], b.Rect)
		}
		for _, o := range f.Blocks[:i] {
			if over(b.Rect, o.Rect, slack) {
				j.fault("2 a block over a block", "%s %.0f and %s %.0f", slotNames[b.Slot], b.Rect, slotNames[o.Slot], o.Rect)
			}
		}
		need := 0.0
		switch b.Slot {
		case SlotQuestion:
			need = float64(metrics.Lines(metrics.Serif500, p.plain(p.question()), b.Size, b.Rect.W)) * b.Lead
		case SlotCaption:
			need = float64(metrics.Lines(metrics.Serif400, p.plain(figure.Caption(p.m, b.Short)), b.Size, b.Rect.W)) * b.Lead
		}
		if need > b.Rect.H+slack {
			j.fault("2 a block too small for its text", "%s %.0f needs %.0f", slotNames[b.Slot], b.Rect, need)
		}
	}
}

// areas: what is said to be equal is whole, and equal in pixels (law 4).
func (j *judge) areas() {
	f := &j.f
	if f.m.Lens != figure.Dist {
		return
	}
	if s := j.p.pouring1(); s > 0 && s < 1 {
		return
	}
	plots := plotsOf(f)
	b, c := plots[1], plots[2]
	ub, vb := unitsOf(b)
	uc, vc := unitsOf(c)
	if math.Abs(ub*vb-uc*vc) > 1e-6*ub*vb {
		j.fault("4 the two areas have different units", "%v × %v and %v × %v", ub, vb, uc, vc)
	}
	pair := f.pairing()
	for _, b := range f.breaks {
		if f.f.Pole(b) && f.probe.Lo() < b && b < f.probe.Hi() {
			return // what is integrated has no greatest value
		}
	}
	near := 0.006*f.scale()*ub*vb + 4
	if got, want := j.filled(1, theme.Probe), (pair.ByParts-f.f.Doublets(f.probe))*ub*vb; math.Abs(got-want) > near {
		j.fault("4 the area by parts is not whole", "%.0f px², want %.0f", got, want)
	}
	if f.f.Singular() {
		return // a comb, no area
	}
	direct := pair.Direct - f.f.Doublets(f.probe) // which are arrows, as point masses are
	for _, a := range f.atoms {
		direct -= a.Mass * f.probe.Value(a.X)
	}
	got, want := j.filled(2, theme.Distribution), direct*uc*vc
	law := "4 the direct area is not whole"
	for _, b := range f.breaks {
		if l, r := f.f.Slopes(b); f.probe.Lo() < b && b < f.probe.Hi() && (math.IsInf(l, 0) || math.IsInf(r, 0)) && f.f.ValueJump(b) == 0 {
			return // its density has no greatest value
		}
	}
	if got == 0 && f.m.P < 4 {
		return // it arrives with line 4
	}
	if math.Abs(got-want) > near {
		j.fault(law, "%.0f px², want %.0f", got, want)
	}
}

// filled is the signed area in an ink in a panel, px².
func (j *judge) filled(plot int, ink theme.Role) float64 {
	sum := 0.0
	box := plotsOf(&j.f)[plot].rect().Grown(8)
	for i := range j.f.Marks {
		m := &j.f.Marks[i]
		if k := plotOf(m); m.Kind != Fill || m.Ink != ink || k > 0 && k != plot+1 || k == 0 && !box.Holds(m.Points[:1]) || !upright(m.Points) {
			continue
		}
		for k := 0; k+3 < len(m.Points); k += 2 {
			p := m.Points[k : k+4]
			sum += (p[0].Y - p[1].Y + p[2].Y - p[3].Y) / 2 * (p[2].X - p[0].X)
		}
	}
	return sum
}

// upright reports whether a strip is one of upright pairs, as areas are.
func upright(pts []Point) bool {
	for i := 0; i+1 < len(pts); i += 2 {
		if math.Abs(pts[i].X-pts[i+1].X) > 1e-6 {
			return false
		}
	}
	return true
}

// nearest: a label is nearer to what it names than to anything else of its kind,
// or a line leads there (law 5). What it names is what its anchor is on, all of it;
// of its kind is what has its ink.
func (j *judge) nearest() {
	f := &j.f
	for i := range f.named {
		n := &f.named[i]
		if n.shown < 0.5 {
			continue
		}
		ink, ok := j.inkOf(n.box)
		if !ok {
			continue
		}
		hollow := n.spot || n.of == place.Gap // it can be the name of a ring
		// All of a graph is its own, and what has its shape in its panel another's.
		var owns [bump + 1]bool
		var shapes [Glyphs + 1]bool
		home := j.panelOf(n.anchor)
		for k := range f.Marks {
			if m := &f.Marks[k]; j.kin(m, ink) && (hollow || m.Ink == ink) && m.at(n.anchor) {
				owns[m.part], shapes[m.Kind] = true, true
			}
		}
		owns[passing] = false
		for k := range f.Marks {
			if m := &f.Marks[k]; j.kin(m, ink) && j.partOf(m, n.of) {
				shapes[Stroke] = true
			}
		}
		if n.of == place.Gap { // whose kind are the other places where a stroke has a gap
			shapes = [Glyphs + 1]bool{Disc: true}
		}
		own, other := math.Inf(1), math.Inf(1)
		var near *Mark
		for k := range f.Marks {
			m := &f.Marks[k]
			if !j.kin(m, ink) || !hollow && m.Ink != ink || !shapes[m.Kind] || j.panelOf(m.Points[0]) != home {
				continue
			}
			switch d := m.apart(n.box); {
			case m.at(n.anchor) || owns[m.part] || j.partOf(m, n.of):
				own = min(own, d)
			case m.Kind == Stroke && m.Alpha < 0.4: // a band behind a line
			case m.Kind == Disc && (shapes[Stroke] || m.Ink != ink && n.of != place.Gap && !j.grip(m)):
			case d < other:
				other, near = d, m
			}
		}
		if math.IsInf(own, 1) {
			continue // it is in an area
		}
		own = min(own, n.box.From(n.anchor))
		if n.of > place.Speck { // the head of an arrow too
			for _, s := range f.ground.Ink.Of(n.of).Segments {
				own = s.Nearer(n.box, own)
			}
		}
		if other+slack*max(1, j.p.k) < own && !j.leads(n) { // a line is wider in a larger window
			j.fault("5 a label nearer to something else", "%q %.0f is %.0f px from its own, %.0f from %s", n.key, n.box, own, other, shape(near))
		}
	}
}

// partOf reports whether a stroke is one of a thing: of a curve that is cut, or of
// the two sides of a line.
func (j *judge) partOf(m *Mark, of place.Thing) bool {
	if of <= place.Speck || m.Kind != Stroke {
		return false
	}
	for _, at := range [...]float64{0.3, 0.7} { // on line 3 its pieces move apart by a hair
		n := 1 + int(at*float64(len(m.Points)-1))
		q, on := m.Points[n-1].Toward(m.Points[n], at), false
		for _, s := range j.f.ground.Ink.Of(of).Segments {
			on = on || s.From(q) < m.Width/2+4*j.p.k
		}
		if !on {
			return false
		}
	}
	return true
}

// grip reports whether a disc is that of a handle.
func (j *judge) grip(m *Mark) bool {
	for i := range j.f.Spots {
		if at := j.f.Spots[i].At; at.From(m.Points[0]) < 1 {
			return true
		}
	}
	return false
}

// leads reports whether a line is seen to lead from a label to its anchor.
func (j *judge) leads(n *named) bool {
	for i := range j.f.Marks {
		m := &j.f.Marks[i]
		if !(m.Kind == Stroke && m.Ink == theme.Muted && len(m.Points) == 2 && m.Alpha > 0.25*n.shown && n.box.From(m.Points[0]) < 4) {
			continue
		}
		end := m.Points[1]
		if end.From(n.anchor) < j.p.style.handle+3 && (&place.Segment{A: m.Points[0], B: n.anchor}).From(end) < 1 {
			return true
		}
		if n.of > place.Speck {
			for _, s := range j.f.ground.Ink.Of(n.of).Segments {
				if s.From(end) < j.p.style.graph+3 {
					return true
				}
			}
		}
	}
	return false
}

// panelOf is the panel that a place is in, from 1, or 0.
func (j *judge) panelOf(q Point) int {
	for i, a := range plotsOf(&j.f) {
		if a.rect().Grown(2).Holds([]Point{q}) {
			return i + 1
		}
	}
	return 0
}

// inkOf is the ink of the text in a box.
func (j *judge) inkOf(b Rect) (theme.Role, bool) {
	for i := range j.texts {
		if a := &j.texts[i]; contains(b.Grown(3), a.box) {
			if a.word >= 0 {
				return j.f.Words[a.word].Ink, true
			}
			return j.f.Marks[a.mark].Ink, true
		}
	}
	return 0, false
}

// kin reports whether a mark can be what a label of an ink names, which has no other
// ink halfway.
func (j *judge) kin(m *Mark, ink theme.Role) bool {
	return (m.Ink == ink || m.Kind == Disc && m.Ink == theme.Paper && m.Ring == ink) && m.Mix == 0 && m.Alpha >= 0.25 && (m.Kind == Stroke || m.Kind == Disc && m.R >= 3*j.p.k)
}

// at reports whether a place is on a mark.
func (m *Mark) at(q Point) bool {
	if m.Kind == Disc {
		return q.From(m.Points[0]) <= m.R
	}
	for i := 1; i < len(m.Points); i++ {
		if (&place.Segment{A: m.Points[i-1], B: m.Points[i]}).From(q) <= m.Width/2+2 {
			return true
		}
	}
	return false
}

// apart is how far a mark is from a box.
func (m *Mark) apart(b Rect) float64 {
	if m.Kind == Disc {
		return max(0, b.From(m.Points[0])-m.R)
	}
	near := math.Inf(1)
	for i := 1; i < len(m.Points); i++ {
		s := place.Segment{A: m.Points[i-1], B: m.Points[i]}
		if m.Fade.R > 0 {
			near = min(near, m.seen(s, b))
			continue
		}
		if _, _, ok := s.Clipped(b); ok {
			return 0
		}
		near = min(near, b.From(s.A), b.From(s.B))
		for _, q := range [...]Point{pt(b.X, b.Y), pt(b.X+b.W, b.Y), pt(b.X, b.Y+b.H), pt(b.X+b.W, b.Y+b.H)} {
			near = min(near, s.From(q))
		}
	}
	return max(0, near-m.Width/2)
}

// seen is how far what is seen of a stroke that fades is from a box.
func (m *Mark) seen(s place.Segment, b Rect) float64 {
	const n = 200
	near := math.Inf(1)
	for i := range n + 1 {
		if q := s.A.Toward(s.B, float64(i)/n); m.Alpha*m.Fade.At(q) > 0.25 {
			near = min(near, b.From(q))
		}
	}
	return near
}
