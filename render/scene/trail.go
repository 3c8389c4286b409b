package scene

import (
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/scene/place"
)

// Labels in motion. Under a hand no label comes, goes or says something else at once:
// each fades by the time that passes, from what the frame before showed, and one that
// nobody asks for any more fades where it was. None moves farther than its anchor. When
// the hand has let go, labels glide from where they were seen last to where they are at
// rest, straight and evenly. So what a frame shows of its labels is kept for the next.
// A frame that comes after none shows what it would come to.

// trail is what a frame showed of its labels.
type trail struct {
	of    figure.Model // at no pose
	ask   Ask
	stood figure.Pose // what they stood by
	held  float64     // s, when

	labels []want
	store  store
	spots  []Spot
}

// store holds the texts of labels that are kept.
type store struct {
	digits []byte
	live   []formula.Live
}

// keep is a label with texts that outlive its frame.
func (s *store) keep(w *want) want {
	k := *w
	text := func(t []byte) []byte {
		if t == nil {
			return nil
		}
		n := len(s.digits)
		s.digits = append(s.digits, t...)
		return s.digits[n:len(s.digits):len(s.digits)]
	}
	n := len(s.live)
	for _, l := range w.live {
		s.live = append(s.live, formula.Live{Slot: l.Slot, Text: text(l.Text)})
	}
	k.live, k.text = s.live[n:len(s.live):len(s.live)], text(w.text)
	return k
}

// empty forgets all texts.
func (s *store) empty() { s.digits, s.live = s.digits[:0], s.live[:0] }

// trails are those of the frame before and of the one that is drawn.
type trails struct {
	both [2]trail
	last int
}

// alpha is how strongly a label is seen.
func (w *want) alpha() float64 {
	if !w.Set {
		return 0
	}
	return w.shown * (1 - w.fade)
}

// same reports whether two labels are one to the eye: they have one key and one
// formula, whatever its numbers.
func (w *want) same(o *want) bool {
	return w.key == o.key && w.Tick == o.Tick && w.line == o.line && w.Seat.Short == o.Seat.Short
}

// sameIn is the same label among others, or nil.
func (w *want) sameIn(others []want) *want {
	for i := range others {
		if w.same(&others[i]) {
			return &others[i]
		}
	}
	return nil
}

// before is what the frame before showed, if the figure then stood by a pose, and nil
// if it was another picture.
func (p *pen) before(stood figure.Pose) *trail {
	t := p.trails
	if t == nil {
		return nil
	}
	if b := &t.both[t.last]; b.stood == stood && b.ask == p.plainAsk() && b.of == still(p.m.Posed(figure.Pose{Formula: stood.Formula})) {
		return b
	}
	return nil
}

// leave keeps what this frame shows.
func (p *pen) leave() {
	if p.trails == nil {
		p.Frame.trails = &trails{}
	}
	t := p.trails
	t.last = 1 - t.last
	b := &t.both[t.last]
	_, b.stood, _ = p.poses()
	b.of, b.ask, b.held = still(p.m.Posed(figure.Pose{Formula: b.stood.Formula})), p.plainAsk(), p.m.Rest.Held
	b.labels = b.labels[:0]
	b.store.empty()
	b.spots = append(b.spots[:0], p.Spots...)
	for i := range p.wants {
		if w := &p.wants[i]; w.alpha() > 0 {
			b.labels = append(b.labels, b.store.keep(w))
		}
	}
}

// ease lets labels come and go by the time that has passed, and none move farther than
// its anchor.
func (p *pen) ease() {
	_, at, share := p.poses()
	b := p.before(at)
	if b == nil || share < 1 || !p.m.Drags() || p.m.Reduced {
		return
	}
	step, leap := clamp01((p.m.Rest.Held-b.held)/figure.FadeSeconds), p.leap(b.spots)
	n := len(p.wants)
	for i := range p.wants {
		w := &p.wants[i]
		was := w.sameIn(b.labels)
		if was == nil {
			w.towards(0, step)
			continue
		}
		if !w.Set || w.fade >= 1 || w.Anchor.From(was.Anchor) > leap {
			w.Stand, w.Seat, w.Set, w.fade = was.Stand, was.Seat, true, 1
		} else {
			w.Stand = w.Stand.Within(was.Stand)
		}
		w.towards(was.alpha(), step)
	}
	for i := range b.labels {
		was := &b.labels[i]
		if was.sameIn(p.wants[:n]) == nil && was.alpha() > step {
			p.wants = append(p.wants, *was)
			w := &p.wants[len(p.wants)-1]
			w.shown, w.fade, w.gone = 1, 1-was.alpha()+step, true
		}
	}
}

// leap is how far an anchor may go in a frame, px, given where the handles were: a
// label whose anchor is elsewhere at once does not fly there, but fades and comes anew.
func (p *pen) leap(was []Spot) float64 {
	step := 0.0
	for i := range min(len(was), len(p.Spots)) {
		if a, b := &was[i], &p.Spots[i]; a.Control == b.Control {
			step = max(step, b.At.From(a.At))
		}
	}
	return 24*p.k + 6*step
}

// towards lets a label's opacity go a step at most from what it was.
func (w *want) towards(was, step float64) {
	w.wish = 1 - w.fade
	w.fade = 1 - min(max(w.wish, was-step), was+step)
	if w.Set && w.fade != 1-w.wish {
		w.fading = true
	}
}

// rise gives a label that comes, and yields in part to another, all that it may have in
// this frame: else it would never come to what it is in a frame after none.
func (w *want) rise() {
	if may := 1 - w.fade; w.fading && may < w.wish && w.shown > 0 {
		w.fade = 1 - min(w.wish, may/w.shown)
		w.fading = w.fade != 1-w.wish
	}
}

// glides reports whether labels are on their way from where a hand left them.
func (p *pen) glides() bool { return p.m.Rest.On && !p.m.Drags() && !p.m.Glide.On }

// glide puts the labels on their way from where they were seen last to where they are
// at rest. One that is the same at both ends goes straight, as its axes do; others fade.
func (p *pen) glide() {
	was, at, share := p.poses()
	b := p.before(was)
	if b == nil {
		p.yield(0)
		return
	}
	at.Of[figure.P] = p.m.P
	to := p.seatsAt(at)
	n := 0 // the numbers of the axes go with their ticks
	for i := range p.wants {
		if p.wants[i].Tick.Axis != 0 {
			p.wants[n] = p.wants[i]
			n++
		}
	}
	p.wants = p.wants[:n]
	put := func(w *want, s place.Stand, alpha float64) {
		p.wants = append(p.wants, *w)
		v := &p.wants[len(p.wants)-1]
		v.Stand, v.Set, v.shown, v.fade = s, true, 1, 1-alpha
	}
	for i := range b.labels {
		a := &b.labels[i]
		if a.Tick.Axis != 0 {
			continue
		}
		if z := a.sameIn(to.labels); z != nil {
			put(z, a.Stand.Toward(z.Stand, share), lerp(a.alpha(), z.alpha(), share))
		} else if out := 1 - 2*share; out > 0 {
			put(a, a.Stand, a.alpha()*out)
		}
	}
	for i := range to.labels {
		z := &to.labels[i]
		if z.Tick.Axis == 0 && z.sameIn(b.labels) == nil {
			put(z, z.Stand, z.alpha()*clamp01(2*share-1))
		}
	}
	p.yield(2)
}
