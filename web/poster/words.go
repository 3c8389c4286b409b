package poster

import (
	"math"
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

// The words of the early figure stand where the program will put them: each
// edge of a block is a sum of parts of the window's width, of its height and of
// the scene's unit, which is fitted to what the scene says for many windows.
// Where a text wraps otherwise, or a row is left out, another fit begins.

// room is a range of windows of one arrangement.
type room struct {
	rules     []string // at-rules about other things than the width, outermost first
	lo, hi    float64  // the widths for which it is asked, whole px
	low, high float64  // the heights, whole px
	step      float64  // px between the widths that are asked for
	stacked   bool     // words follow the unit
	open      bool     // it goes on beyond hi
}

// narrowest is the width of the narrowest window, px; narrower ones are cut.
const narrowest = 240

// rooms are those of the arrangements of small windows.
var rooms = [...]room{
	{nil, narrowest, 559, 420, 2000, 10, true, false},
	{[]string{"@media (orientation:portrait)"}, 560, 899, 900, 2000, 10, true, false},
	{[]string{"@media (orientation:landscape)"}, 560, 899, 400, 559, 20, false, false},
	{[]string{"@media (max-height:559.98px)"}, 900, 2000, 400, 559, 60, false, true},
}

// besideRooms are those of large windows.
var besideRooms = [...]room{
	{[]string{"@media (min-height:560px)"}, 900, 999, 570, 1100, 20, false, false},
	{[]string{"@media (min-height:560px)"}, 1000, 1199, 570, 1100, 20, false, false},
	{[]string{"@media (min-height:560px)"}, 1200, 2000, 570, 1100, 80, false, true},
}

// near is how far a fitted edge may be from the scene's, px. A browser calls it
// a shift when something moves by three.
const near = 1.5

// roomsCSS places the words of a model for all windows of the rooms.
func roomsCSS(m figure.Model, rooms []room) string {
	var b strings.Builder
	for _, r := range rooms {
		for _, s := range surveyors(m, r) {
			for from := r.lo; from <= r.hi; {
				to := s.reach(from)
				b.WriteString(within(append(s.room.rules, widths(from, to, r.open && to == r.hi)), s.css(s.fit(from, to))))
				from = to + 1
			}
		}
	}
	return b.String()
}

// surveyors divides a room by heights, so that one fit holds for all heights of
// each part.
func surveyors(m figure.Model, r room) (list []surveyor) {
	seen := map[[2]float64]layout{}
	for low := r.low; low <= r.high; {
		s := surveyor{m: m, room: r, seen: seen}
		s.room.low = low
		for step := r.high - low; step >= 8; step = math.Floor(step / 2) {
			if s.room.high = min(low+step, r.high); s.level() {
				for more := math.Floor(step / 2); more >= 2; more = math.Floor(more / 2) { // it fails at twice the step
					if s.room.high += more; s.room.high > r.high || !s.level() {
						s.room.high -= more
					}
				}
				break
			}
		}
		s.room.rules = append([]string{}, r.rules...)
		if low > r.low || s.room.high < r.high {
			s.room.rules = append(s.room.rules, heights(s.room, r))
		}
		list = append(list, s)
		low = s.room.high + 1
	}
	return list
}

// level reports whether one fit holds for all heights of the room, at its least,
// its middle and its greatest widths.
func (s *surveyor) level() bool {
	for _, w := range [...]float64{s.room.lo, math.Round((s.room.lo + s.room.hi) / 2), s.room.hi} {
		if !s.holds(w, w) {
			return false
		}
	}
	return true
}

// heights is the rule about the height of a part of a room.
func heights(part, of room) string {
	var rules []string
	if part.low > of.low {
		rules = append(rules, "(min-height:"+px(part.low)+")")
	}
	if part.high < of.high {
		rules = append(rules, "(max-height:"+px(part.high+0.98)+")")
	}
	return "@media " + strings.Join(rules, " and ")
}

// widths is the rule about the width of a part of a room.
func widths(from, to float64, open bool) string {
	switch {
	case from == narrowest:
		return "@container (max-width:" + px(to+0.98) + ")"
	case open:
		return "@container (min-width:" + px(from) + ")"
	}
	return "@container (min-width:" + px(from) + ") and (max-width:" + px(to+0.98) + ")"
}

// layout is where the scene puts the words in a window.
type layout struct {
	w, h, unit, tall float64
	layout           scene.Layout
	blocks           []scene.Block
}

// surveyor asks the scene about windows, once about each.
type surveyor struct {
	m     figure.Model
	room  room
	seen  map[[2]float64]layout
	frame scene.Frame
}

func (s *surveyor) at(w, h float64) layout {
	k := [2]float64{w, h}
	l, ok := s.seen[k]
	if !ok {
		f := &s.frame
		scene.Draw(f, s.m, scene.Ask{W: w, H: h, Theme: theme.Light(), Still: true})
		l = layout{w, h, scene.StackedOf(s.m.Lens).Unit(w), f.H, f.Layout, append([]scene.Block{}, f.Blocks...)}
		s.seen[k] = l
	}
	return l
}

// reach is the largest width up to which one fit holds from a width on. There
// is always some progress, so that what cannot be fitted costs little.
func (s *surveyor) reach(from float64) float64 {
	to := min(from+2*s.room.step, s.room.hi)
	for step := 8 * s.room.step; step >= 1; step = math.Floor(step / 2) {
		for to+step <= s.room.hi && s.holds(from, to+step) {
			to += step
		}
	}
	return to
}

// holds reports whether what is fitted to two widths is near to the scene in
// between.
func (s *surveyor) holds(from, to float64) bool {
	first, f := s.at(from, s.room.high), s.fit(from, to)
	for w := from; w < to+s.room.step; w += s.room.step {
		for quarter := range 5 {
			h := s.room.low + math.Round((s.room.high-s.room.low)*float64(quarter)/4)
			if l := s.at(min(w, to), h); !alike(first, l) || f.off(l) > near {
				return false
			}
		}
	}
	return true
}

// alike reports whether two layouts have the same blocks, set in the same type.
func alike(a, b layout) bool {
	if a.layout != b.layout || len(a.blocks) != len(b.blocks) {
		return false
	}
	for i, k := range a.blocks {
		if o := b.blocks[i]; k.Slot != o.Slot || k.Size != o.Size || k.Lead != o.Lead {
			return false
		}
	}
	return true
}

// sum is a length: px, and shares of the width, the height and the unit.
type sum struct{ px, w, h, u float64 }

func (s sum) at(l layout) float64 { return s.px + s.w*l.w + s.h*l.h + s.u*l.unit }

func (s sum) css() string {
	text := px(s.px)
	for _, part := range [...]struct {
		share float64
		of    string
	}{{s.w * 100, "cqw"}, {s.h, "*" + roomHeight}, {s.u, "*var(--u)"}} {
		if math.Abs(part.share) > 1e-4 {
			text += " + " + decimal(part.share, 4) + part.of
		}
	}
	if strings.Contains(text, "+") {
		return "calc(" + text + ")"
	}
	return text
}

// edge is a length that is one sum in low windows and another in high ones,
// and never changes suddenly: the smaller of both or the larger.
type edge struct{ low, high sum }

// bent reports whether the two differ, and which holds.
func (e edge) bent() (bent bool, name string) {
	switch {
	case math.Abs(e.low.h-e.high.h) < 1e-4:
		return false, ""
	case e.low.h > e.high.h:
		return true, "min"
	}
	return true, "max"
}

func (e edge) at(l layout) float64 {
	switch _, name := e.bent(); name {
	case "min":
		return min(e.low.at(l), e.high.at(l))
	case "max":
		return max(e.low.at(l), e.high.at(l))
	}
	return e.low.at(l)
}

func (e edge) css() string {
	if bent, name := e.bent(); bent {
		return name + "(" + e.low.css() + "," + e.high.css() + ")"
	}
	return e.low.css()
}

// fitting says where the words of a part of a room are.
type fitting struct {
	like layout
	x, w []sum  // of the blocks
	y    []edge // of the blocks
	tall edge   // of the figure
}

// fit fits to the ends of a part of a room.
func (s *surveyor) fit(from, to float64) fitting {
	more := min(20, s.room.high-s.room.low) // px of height, to see what follows it
	low, lower, high, higher := s.at(from, s.room.low), s.at(from, s.room.low+more), s.at(from, s.room.high-more), s.at(from, s.room.high)
	lowTo, highTo := s.at(to, s.room.low), s.at(to, s.room.high)
	f := fitting{like: low}
	along := func(a, z float64) sum { // the width
		if from == to {
			return sum{px: a}
		}
		k := (z - a) / (to - from)
		return sum{px: a - k*from, w: k}
	}
	down := func(get func(layout) float64) edge {
		line := func(a, b, first, last layout) sum {
			k := 0.
			if more > 0 {
				k = (get(b) - get(a)) / more
			}
			t := along(get(first), get(last))
			if s.room.stacked && k == 0 {
				if t = (sum{px: get(first)}); low.unit != lowTo.unit {
					t.u = (get(last) - get(first)) / (last.unit - first.unit)
					t.px -= t.u * first.unit
				}
			}
			t.px -= k * first.h
			t.h = k
			return t
		}
		return edge{line(low, lower, low, lowTo), line(high, higher, higher, highTo)}
	}
	for i, b := range low.blocks {
		if i >= len(lowTo.blocks) || i >= len(lower.blocks) || i >= len(high.blocks) || i >= len(higher.blocks) || i >= len(highTo.blocks) {
			break // they are not alike
		}
		z := lowTo.blocks[i].Rect
		f.x = append(f.x, along(b.Rect.X, z.X))
		f.w = append(f.w, along(b.Rect.W, z.W))
		f.y = append(f.y, down(func(l layout) float64 { return l.blocks[i].Rect.Y }))
	}
	f.tall = down(func(l layout) float64 { return l.tall })
	return f
}

// off is how far the fit is from what the scene says, px at the most.
func (f fitting) off(l layout) (most float64) {
	if len(f.x) != len(l.blocks) {
		return math.Inf(1)
	}
	for i, b := range l.blocks {
		most = max(most, math.Abs(f.x[i].at(l)-b.Rect.X), math.Abs(f.y[i].at(l)-b.Rect.Y), math.Abs(f.w[i].at(l)-b.Rect.W))
	}
	return max(most, math.Abs(f.tall.at(l)-l.tall))
}

// css places the words of a fit.
func (s *surveyor) css(f fitting) string {
	i := -1
	css := placed(f.like.blocks, func(b scene.Block) string {
		i++
		return "left:" + f.x[i].css() + ";top:" + f.y[i].css() + ";width:" + f.w[i].css() + ";min-height:" + px(b.Rect.H) + ";font-size:" + px(b.Size) + ";line-height:" + px(b.Lead)
	})
	if s.room.stacked { // the figure is as tall as its words need
		css += early + ".rf-stage{position:relative;min-height:" + f.tall.low.css() + "}"
	}
	return css
}

// reckoned sets --u to a unit in whole px, where the browser can round.
func reckoned(where, unit string) string {
	return where + "{--u:" + unit + "}@supports (width:round(down,1.5px,1px)){" + where + "{--u:round(down," + unit + ",1px)}}"
}

// stackedCSS lets the style sheet reckon the unit of a stacked figure.
func stackedCSS(l figure.Lens) string {
	c := scene.StackedOf(l)
	unit := "min((100cqw - " + px(c.Margins) + ")/" + decimal(c.Span, 4) + "," + px(c.Most) + ")"
	return within([]string{"@container (max-width:899.98px)"}, reckoned(early+">*", unit))
}
