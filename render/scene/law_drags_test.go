package scene

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/scene/place"
)

// TestLawsOfDrags takes a control in the hand, leads it over its range in small
// steps, lets go, and waits until nothing moves: while it is held axes stand still
// and labels stay on their sides; after it nothing jumps (law 3).
//
//	LAWS_DRAGS=20000 go test ./render/scene -run TestLawsOfDrags -v
func TestLawsOfDrags(t *testing.T) {
	drag(t, count(t, "LAWS_DRAGS", 300), 13, randomState)
}

// drag tries so many drags, in random states of a kind.
func drag(t *testing.T, n int, seed uint64, state func(r *rand.Rand, text string) state) {
	inShards(t, n, func(k int, j *judge, all tally) {
		r := rand.New(rand.NewPCG(seed, uint64(k)))
		s := state(r, "")
		if d, ok := randomDrag(r, s, j); ok {
			all.add(s, d.String(), j.follow(s, d))
		}
	}).tell(t, n)
}

// TestLawsOfStepDrags does so while the point takes steps, once for 4 of the others.
func TestLawsOfStepDrags(t *testing.T) {
	drag(t, count(t, "LAWS_DRAGS", 400)/4, 18, stepping)
}

// motion is what a hand does: it leads a control to a value, evenly.
type motion struct {
	control figure.Control
	to      float64
	x       [2]float64 // of a corner, from where to where it is led sideways
}

// at is the hand a share of the way from a value.
func (d motion) at(from, share, pull float64) figure.Drag {
	v := lerp(from, d.to, share)
	if _, corner := d.control.Corner(); corner {
		return figure.Drag{Control: d.control, To: lerp(d.x[0], d.x[1], share), Y: v, Pull: pull}
	}
	return figure.Drag{Control: d.control, To: v, Pull: pull}
}

func (d motion) String() string {
	return " | " + nameOf(d.control) + " to " + strconv.FormatFloat(d.to, 'g', 4, 64)
}

// randomDrag is a motion of a control that the picture has.
func randomDrag(r *rand.Rand, s state, j *judge) (motion, bool) {
	Draw(&j.f, s.m, s.ask())
	if len(j.f.Spots) == 0 {
		return motion{}, false
	}
	c := j.f.Spots[r.IntN(len(j.f.Spots))].Control
	words := figure.Slider(s.m, c)
	to := []float64{words.Min, words.Max, words.Min + (words.Max-words.Min)*r.Float64()}[r.IntN(3)]
	if c == figure.G { // as far as a hand can be expected to go
		to = min(max(to, -1.5), 2.5)
	}
	return motion{control: c, to: math.Round(to*100) / 100}, true
}

const (
	dragSteps = 24
	frameTime = 1. / 60
)

// follow draws a drag frame by frame and tells what breaks.
func (j *judge) follow(s state, d motion) []fault {
	j.faults = j.faults[:0]
	m, ask := s.m, s.ask()
	var was, now moment
	Draw(&j.f, m, ask)
	was.keep(&j.f)
	from := figure.Slider(m, d.control).Now
	m = figure.Update(m, figure.Grab{Control: d.control})
	for i := 0; i <= dragSteps; i++ {
		m = figure.Update(m, figure.Tick{Seconds: frameTime})
		m = figure.Update(m, d.at(from, float64(i)/dragSteps, 8/j.f.Unit))
		Draw(&j.f, m, ask)
		now.keep(&j.f)
		j.held(&was, &now, d, figure.Slider(m, d.control).Now)
		was, now = now, was
	}
	m = figure.Update(m, figure.Release{Control: d.control})
	Draw(&j.f, m, ask)
	now.keep(&j.f)
	held := len(j.faults)
	j.held(&was, &now, d, figure.Slider(m, d.control).Now)
	for i := held; i < len(j.faults); i++ {
		j.faults[i].law += " as it lets go"
	}
	var frames []moment
	frames = append(frames, now.clone())
	for range 120 {
		if !m.Moving() {
			break
		}
		m = figure.Update(m, figure.Tick{Seconds: frameTime})
		Draw(&j.f, m, ask)
		now.keep(&j.f)
		frames = append(frames, now.clone())
	}
	if m.Moving() && !m.Run.On() && !m.Walk.On() {
		j.fault("3 it does not come to rest", "after two seconds")
	}
	j.glides(frames)
	var rest Frame
	m = figure.Update(m, figure.Land{})
	Draw(&rest, m, ask)
	now.keep(&rest)
	if last := &frames[len(frames)-1]; !now.sameAxes(last) {
		j.fault("3 the axes come to rest elsewhere", "%s", now.differs(last))
	}
	return j.faults
}

// moment is what law 3 speaks of, of a frame.
type moment struct {
	plots  []panel
	labels []placed
	blocks []Block
	taken  []Rect // what no label may lie on, but for labels
}

// placed is a label where it stands.
type placed struct {
	key    string
	line   *formula.Line
	nth    int // of those that are alike
	box    Rect
	anchor Point
	shown  float64
}

func (m *moment) keep(f *Frame) {
	m.plots = append(m.plots[:0], plotsOf(f)...)
	m.blocks = append(m.blocks[:0], f.Blocks...)
	m.labels = labelsOf(m.labels[:0], f)
	m.taken = append(m.taken[:0], f.ground.Taken...)
	for i := range f.wants {
		if w := &f.wants[i]; w.Tick.Axis != 0 && w.seen() {
			m.taken = append(m.taken, w.Box)
		}
	}
}

func (m *moment) clone() moment {
	return moment{append([]panel(nil), m.plots...), append([]placed(nil), m.labels...), append([]Block(nil), m.blocks...), append([]Rect(nil), m.taken...)}
}

func (m *moment) label(l *placed) *placed {
	for i := range m.labels {
		if o := &m.labels[i]; o.key == l.key && o.line == l.line && o.nth == l.nth {
			return &m.labels[i]
		}
	}
	return nil
}

// sameAxes reports whether all panels stand and show the same.
func (m *moment) sameAxes(o *moment) bool {
	if len(m.plots) != len(o.plots) {
		return false
	}
	for i, a := range m.plots {
		if a.shift(o.plots[i]) > 1e-3 {
			return false
		}
	}
	return true
}

// shift is by how many px a panel, or what it shows, is elsewhere.
func (a panel) shift(b panel) float64 {
	d := 0.0
	for _, q := range [...][2]float64{{a.lo, a.bot}, {a.hi, a.top}, {b.lo, b.bot}, {b.hi, b.top}} {
		p, r := a.at(q[0], q[1]), b.at(q[0], q[1])
		d = max(d, p.From(r))
	}
	p, r := a.rect(), b.rect()
	return max(d, math.Abs(p.X-r.X), math.Abs(p.Y-r.Y), math.Abs(p.W-r.W), math.Abs(p.H-r.H))
}

func (m *moment) differs(o *moment) string {
	for i := range min(len(m.plots), len(o.plots)) {
		if a, b := m.plots[i], o.plots[i]; a.shift(b) > 1e-3 {
			return "panel " + strconv.Itoa(i+1) + " by " + strconv.FormatFloat(a.shift(b), 'f', 1, 64) + " px"
		}
	}
	return "another number of panels"
}

// held compares two frames of a hand.
func (j *judge) held(was, now *moment, d motion, at float64) {
	if !was.sameAxes(now) {
		j.fault("3 axes move under the hand", "at %.3f: %s", at, now.differs(was))
	}
	for _, b := range now.blocks {
		for _, o := range was.blocks {
			if b.Slot == o.Slot && math.Hypot(b.Rect.X-o.Rect.X, b.Rect.Y-o.Rect.Y) > 0.5 {
				j.fault("3 a block moves under the hand", "at %.3f: %s from %.0f to %.0f", at, slotNames[b.Slot], o.Rect, b.Rect)
			}
		}
	}
	if d.control != figure.P { // from line to line labels go where they are best
		j.labelsHeld(was, now, at)
	}
}

// labelsHeld: a label moves at most as far as its anchor, and none comes or goes
// at once, but for one that something comes to lie on.
func (j *judge) labelsHeld(was, now *moment, at float64) {
	const most = 1.5 * frameTime / figure.FadeSeconds // that its opacity changes by
	for i := range now.labels {
		a := &now.labels[i]
		b := was.label(a)
		if b == nil {
			if a.shown > most {
				j.fault("3 a label comes at once", "at %.3f: %s at %.0f", at, a.key, a.box)
			}
			continue
		}
		if a.shown > b.shown+most {
			j.fault("3 a label comes at once", "at %.3f: %s at %.0f, from %.2f to %.2f", at, a.key, a.box, b.shown, a.shown)
		}
		if a.shown < b.shown-most && !now.covers(a) {
			j.fault("3 a label goes at once", "at %.3f: %s at %.0f, from %.2f to %.2f", at, a.key, a.box, b.shown, a.shown)
		}
		step := moved(a.box, b.box)
		anchor := a.anchor.From(b.anchor)
		if min(a.shown, b.shown) > 0.05 && step > anchor+0.5 {
			j.fault("3 a label moves more than its anchor", "at %.3f: %s by %.1f px, its anchor by %.1f", at, a.key, step, anchor)
		}
	}
	for i := range was.labels {
		if a := &was.labels[i]; a.shown > most && now.label(a) == nil {
			j.fault("3 a label goes at once", "at %.3f: %s at %.0f", at, a.key, a.box)
		}
	}
}

// covers reports whether something lies on a label, or as good as on it.
func (m *moment) covers(l *placed) bool {
	for _, b := range m.taken {
		if l.box.Gap(b) < place.Pad {
			return true
		}
	}
	for i := range m.labels {
		if o := &m.labels[i]; o != l && o.shown > 0 && l.box.Gap(o.box) < place.Pad {
			return true
		}
	}
	return false
}

// moved is how far a box is from another, seen from the point of both that stays
// where it is while a text grows.
func moved(r, o Rect) float64 {
	near := func(a, wide, b, wider float64) float64 {
		d := math.Inf(1)
		for side := range place.Over + 1 {
			one := place.Seat{Dir: side}.Box(Point{}, 1, 1)
			for _, stays := range [...]float64{-one.X, -one.Y} {
				d = min(d, math.Abs(a+stays*wide-b-stays*wider))
			}
		}
		return d
	}
	return math.Hypot(near(r.X, r.W, o.X, o.W), near(r.Y, r.H, o.Y, o.H))
}

// glides: after the hand has let go nothing jumps: what goes a way of w px in all
// does at most a share of it in one frame.
func (j *judge) glides(frames []moment) {
	const smooth = 1.5 / (0.24 * 60) // of the way: the greatest step of a smooth glide
	const most = 0.16
	for k := range frames[0].plots {
		total := 0.0
		ok := true
		for i := range frames {
			ok = ok && len(frames[i].plots) == len(frames[0].plots)
		}
		if !ok {
			j.fault("3 panels come or go at once", "")
			return
		}
		total = frames[len(frames)-1].plots[k].shift(frames[0].plots[k])
		for i := 1; i < len(frames); i++ {
			if d := frames[i].plots[k].shift(frames[i-1].plots[k]); d > most*total+0.5 {
				j.fault("3 axes jump after the hand", "panel %d by %.0f of %.0f px in one frame", k+1, d, total)
				break
			}
		}
	}
	for i := 1; i < len(frames); i++ {
		for k := range frames[i].labels {
			a := &frames[i].labels[k]
			b := frames[i-1].label(a)
			if b == nil || min(a.shown, b.shown) < 0.05 {
				continue
			}
			way, total := moved(a.box, b.box), 0.0
			for n := 1; n < len(frames); n++ { // it need not be straight, since what it names is where the axes have it
				if u, v := frames[n-1].label(a), frames[n].label(a); u != nil && v != nil {
					total += moved(v.box, u.box)
				}
			}
			if way > 2*smooth*total+4 { // it glides over axes that glide
				j.fault("3 a label jumps after the hand", "%s by %.0f of %.0f px in one frame", a.key, way, total)
			}
		}
	}
}

// TestLabelsGlideHomeOnEveryLine: on every line of the derivation they glide to where they
// stand when they have come to rest, which is where they stand on the first.
func TestLabelsGlideHomeOnEveryLine(t *testing.T) {
	var j judge
	for k := range calculus.Kinds {
		for line := 2; line <= lineCount; line++ {
			s := stateAt(fmt.Sprintf("1440x900 fn=%s&lens=dist&c=0.67&w=0.05&p=%d", k, line))
			for _, f := range j.follow(s, motion{control: figure.W, to: 1.82}) {
				t.Errorf("%s: %s: %s", s, f.law, f.what)
			}
		}
	}
}
