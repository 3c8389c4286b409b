package scene

import (
	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene/place"
	"relu-three-ways/render/theme"
)

// Labels under a hand. Their seats are those of the picture at rest in the pose
// that the figure stands by, so that none changes sides while something is held,
// and each moves as its anchor does. When the hand has let go they glide from the
// seats of the one pose to those of the other.

// table are the seats of a picture at rest.
type table struct {
	of    figure.Model
	ask   Ask
	seats []kept
	used  int // when it was asked for last

	labels []want // as they are seen
	store  store
}

// seats are what a frame keeps of the pictures at rest that others follow.
type seats struct {
	rest   *Frame
	tables [4]table
	asked  int // how often a table was asked for

	// Of the labels that have come under a hand, in no picture at rest, and the pose
	// that the figure stood by then.
	late    []kept
	lateFor figure.Model
	lateAsk Ask
}

// still is a model without what no place of a label depends on.
func still(m figure.Model) figure.Model {
	m.Theme, m.Focus, m.Hover, m.Lit, m.Stuck, m.Swept, m.Scene = 0, 0, 0, 0, false, figure.Swept{}, 0
	m.Turn, m.Rest = figure.Turn{}, figure.Rest{}
	return m
}

// poses are those whose seats count, and the share of the way between them. On all
// lines of the derivation labels stand as on the first.
func (p *pen) poses() (was, at figure.Pose, share float64) {
	was, at, share = p.m.Standing()
	was.Of[figure.P], at.Of[figure.P] = figure.PRange().Lo, figure.PRange().Lo
	return was, at, share
}

// follows reports whether the labels follow a picture at rest. One that is at rest
// itself does not, but on a later line of the derivation that on the first.
func (p *pen) follows() bool {
	_, at, share := p.poses()
	m := p.m
	if m.Lens != figure.Dist {
		m.P = at.Of[figure.P]
	}
	return share < 1 || still(m) != still(m.Posed(at))
}

// seatsAt are the seats of the picture at rest in a pose.
func (p *pen) seatsAt(pose figure.Pose) *table {
	f := p.Frame
	m, ask := still(p.m.Posed(pose)), p.plainAsk()
	f.seats.asked++
	oldest := &f.seats.tables[0]
	for i := range f.seats.tables {
		t := &f.seats.tables[i]
		if t.of == m && t.ask == ask && t.used > 0 {
			t.used = f.seats.asked
			return t
		}
		if t.used < oldest.used {
			oldest = t
		}
	}
	if f.seats.rest == nil {
		f.seats.rest = &Frame{}
	}
	Draw(f.seats.rest, m, ask)
	t := oldest
	t.of, t.ask, t.seats, t.used = m, ask, t.seats[:0], f.seats.asked
	t.labels = t.labels[:0]
	t.store.empty()
	for i := range f.seats.rest.wants {
		w := &f.seats.rest.wants[i]
		t.seats = append(t.seats, kept{w.key, w.Tick, w.Seat, !w.Set})
		if w.alpha() > 0 {
			t.labels = append(t.labels, t.store.keep(w))
		}
	}
	return t
}

// plainAsk is what a picture at rest is asked for.
func (p *pen) plainAsk() Ask {
	ask := p.ask
	ask.Theme, ask.Still, ask.partner = theme.Theme{}, true, 0
	return ask
}

// follow puts the labels where they are in the pictures at rest, seen from their
// anchors. What has no place there gets one, and keeps it while the hand holds.
// Where a label would then cover another, the less important one fades.
func (p *pen) follow() {
	was, at, share := p.poses()
	to := p.seatsAt(at)
	from := to
	if share < 1 {
		from = p.seatsAt(was)
	}
	f := p.Frame
	held := share == 1
	if f.seats.lateFor != from.of || f.seats.lateAsk != from.ask {
		f.seats.late, f.seats.lateFor, f.seats.lateAsk = f.seats.late[:0], from.of, from.ask
	}
	for i := range p.wants {
		p.between(&p.wants[i], from, to, share)
	}
	p.arrange()
	for i := range p.wants {
		w := &p.wants[i]
		if held && !w.Follows && !w.Fixed {
			f.seats.late = append(f.seats.late, kept{w.key, w.Tick, w.Seat, !w.Set})
		}
		if w.Set && !w.InColumn {
			w.Box.X = min(max(w.Box.X, p.edge.X), p.edge.X+p.edge.W-w.Box.W)
			w.Box.Y = min(max(w.Box.Y, p.edge.Y), p.edge.Y+p.edge.H-w.Box.H)
		}
	}
}

// between puts a label where it is a share of the way from its seat in one table to
// that in another. If it has none in either it stays out, and if neither knows of it
// a seat is still to be found.
func (p *pen) between(w *want, from, to *table, share float64) {
	a := find(from.seats, w)
	if a == nil {
		a = find(p.Frame.seats.late, w)
	}
	b := a
	if to != from {
		b = find(to.seats, w)
	}
	if w.Fixed || a == nil && b == nil {
		return
	}
	w.Follows = true
	switch old, new := a != nil && !a.none, b != nil && !b.none; {
	case new && (share == 1 || !old): // it comes
		w.Seat, w.Stand, w.Set = b.seat, p.ground.Stand(&w.Label, b.seat), true
		w.fade = max(w.fade, 1-share)
	case new:
		w.Seat, w.Stand, w.Set = b.seat, p.ground.Stand(&w.Label, a.seat).Toward(p.ground.Stand(&w.Label, b.seat), share), true
	case old: // it goes
		w.Seat, w.Stand, w.Set = a.seat, p.ground.Stand(&w.Label, a.seat), true
		if share < 1 {
			w.fade = max(w.fade, share)
		}
	}
}

// yield lets what is less important fade where it would be covered, from a rank on.
func (p *pen) yield(from int) {
	for i := range p.wants {
		w := &p.wants[i]
		if !w.Set || w.rank() < from {
			continue
		}
		for _, b := range p.ground.Taken {
			w.shown = min(w.shown, clamp01(w.Box.Gap(b)/w.Air()))
		}
	}
	for rank := from; rank <= 2; rank++ {
		for i := range p.wants {
			w := &p.wants[i]
			if !w.Set || w.rank() != rank {
				continue
			}
			for j := range p.wants {
				o := &p.wants[j]
				if o != w && !o.gone && o.seen() && (o.rank() < rank || o.rank() == rank && j < i) {
					w.shown = min(w.shown, max(clamp01(w.Box.Gap(o.Box)/place.Pad), 1-4*o.shown*(1-o.fade)))
				}
			}
		}
	}
}

// rank is how early a label is thought of under a hand: what the hand itself
// changes comes first, the numbers of the axes last.
func (w *want) rank() int {
	switch {
	case w.gone:
		return 2
	case w.under != 0:
		return 0
	case w.Tick.Axis == 0:
		return 1
	}
	return 2
}

// kept is the seat of a label, or that there is none for it.
type kept struct {
	key  string
	axis place.Tick
	seat place.Seat
	none bool
}

// find is what is kept of a label, or nil.
func find(seats []kept, w *want) *kept {
	for i := range seats {
		if seats[i].axis == w.Tick && seats[i].key == w.key {
			return &seats[i]
		}
	}
	return nil
}
