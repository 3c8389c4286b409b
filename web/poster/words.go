package poster

import (
	"math"
	"math/bits"
	"slices"
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

// outside reports whether a box is of another arrangement than the room's.
func (r room) outside(w, h float64) bool {
	return len(r.rules) > 0 && r.rules[0] == notTall && h > scene.TallFrom*w
}

// narrowest is the width of the narrowest window, px; narrower ones are cut.
const narrowest = 240

// rooms are those of the arrangements of small windows.
var rooms = [...]room{
	{nil, narrowest, 559, 420, 2000, 10, true, false},
	{[]string{"@media (orientation:portrait)"}, 560, 899, 900, 2000, 10, true, false},
	{[]string{"@media (orientation:landscape)"}, 560, 899, 400, 559, 20, false, false},
	{[]string{"@media (max-height:559.98px)"}, 900, 2000, 400, 559, 60, false, true},
	{[]string{tall}, 900, 1200, 1340, 1700, 60, true, true},
}

// besideRules are those of large windows that are not tall.
var besideRules = []string{notTall, "@media (min-height:560px)", "@container (min-width:900px)"}

// besideRooms are the rooms of those.
var besideRooms = [...]room{
	{besideRules[:2], 900, 1199, 560, 1080, 20, false, false},
	{besideRules[:2], 1200, 2600, 560, 1440, 200, false, true},
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
				b.WriteString(within(append(s.room.rules, widths(from, to, r.open && to == r.hi)), s.css(s.fit(from, to))) + "\n")
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
	w, h, unit, tall, scale, air float64
	layout                       scene.Layout
	blocks                       []scene.Block
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
		scene.Draw(f, s.m, scene.Ask{W: w, H: h, Theme: theme.Light(), Still: true, Rooms: true})
		l = layout{w, h, f.Unit, f.H, f.Scale, 0, f.Layout, append([]scene.Block{}, f.Blocks...)}
		if s.room.stacked {
			l.unit = scene.StackedOf(s.m.Lens).Unit(w)
		} else if f.Layout == scene.Desktop || f.Layout == scene.Medium {
			l.air = scene.BesideOf(w, h).K
		}
		s.seen[k] = l
	}
	return l
}

// reach is the largest width up to which one fit holds from a width on. There
// is always some progress, so that what cannot be fitted costs little.
func (s *surveyor) reach(from float64) float64 {
	to := min(from+1, s.room.hi)
	for step := 8 * s.room.step; step >= 1; step = math.Floor(step / 2) {
		for to+step <= s.room.hi && s.holds(from, to+step) {
			to += step
		}
	}
	if to < from+s.room.step/2 { // nothing holds here: a part that costs little
		to = min(from+2*s.room.step, s.room.hi)
	}
	return to
}

// holds reports whether what is fitted to two widths is near to the scene in
// between.
func (s *surveyor) holds(from, to float64) bool {
	f := s.fit(from, to)
	first := f.like
	for w := from; w < to+s.room.step; w += s.room.step {
		for quarter := range 5 {
			h := s.room.low + math.Round((s.room.high-s.room.low)*float64(quarter)/4)
			if s.room.outside(w, h) {
				continue
			}
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
		if o := b.blocks[i]; k.Slot != o.Slot || k.Short != o.Short {
			return false
		}
	}
	return true
}

// sum is a length: px, and shares of the width, the height, the unit and the
// two scales.
type sum struct{ px, w, h, u, k, t float64 }

func (s sum) at(l layout) float64 {
	return s.px + s.w*l.w + s.h*l.h + s.u*l.unit + s.k*l.air + s.t*l.scale
}

func (s sum) css() string {
	text := decimal(s.px, 1) + "px"
	for _, part := range [...]struct {
		share float64
		of    string
	}{{s.w * 100, "cqw"}, {s.h, "*" + roomHeight}, {s.u, "*var(--u)"}, {s.k, "*var(--rf-k)"}, {s.t, "*var(--rf-t)"}} {
		if share := decimal(part.share, 3); share != "0" {
			text += " + " + share + part.of
		}
	}
	if strings.Contains(text, "+") {
		return "calc(" + text + ")"
	}
	return text
}

// parts are the parts that a sum can have besides px, as bits: those of few
// first.
var parts = func() (list []uint) {
	for n := range 6 {
		for set := uint(0); set <= anyPart; set++ {
			if bits.OnesCount(set) == n {
				list = append(list, set)
			}
		}
	}
	return list
}()

const (
	wPart uint = 1 << iota
	hPart
	uPart
	kPart
	tPart
	anyPart = 1<<iota - 1
)

// known are the parts that the style sheet computes in the windows of a room.
func (r room) known() uint {
	switch {
	case r.stacked:
		return wPart | hPart | uPart | tPart
	case len(r.rules) > 0 && r.rules[0] == notTall:
		return anyPart
	}
	return wPart | hPart
}

// fitSum is a sum of known parts that is a length in some layouts, but for less
// than the tolerance: one of few parts, if there is one; and how far it is off.
func fitSum(list []layout, known uint, tolerance float64, get func(layout) float64) (s sum, off float64) {
	for _, set := range parts {
		if set&^known != 0 {
			continue
		}
		s, off = leastSquares(list, set, get), 0
		for _, l := range list {
			off = max(off, math.Abs(s.at(l)-get(l)))
		}
		if off < tolerance {
			break
		}
	}
	return s, off
}

// leastSquares is the sum of some parts that is nearest to a length.
func leastSquares(list []layout, set uint, get func(layout) float64) sum {
	const n = 6
	unit := [n]float64{1, 1000, 1000, 100, 1, 1} // about as large as each gets
	var a [n][n + 1]float64
	for _, l := range list {
		row := [n]float64{1, l.w, l.h, l.unit, l.air, l.scale}
		for i := range n {
			if row[i] /= unit[i]; i > 0 && set&(1<<(i-1)) == 0 {
				row[i] = 0
			}
		}
		y := get(l)
		for i := range n {
			if row[i] == 0 {
				continue
			}
			for j := range n {
				a[i][j] += row[i] * row[j]
			}
			a[i][n] += row[i] * y
		}
	}
	for i := range n {
		a[i][i] += 1e-7 // where more than one sum is the nearest, it is a small one
	}
	for i := range n { // by Gauss; the matrix is positive
		for j := range n {
			if j != i && a[j][i] != 0 {
				k := a[j][i] / a[i][i]
				for c := i; c <= n; c++ {
					a[j][c] -= k * a[i][c]
				}
			}
		}
	}
	v := func(i int) float64 { return a[i][n] / a[i][i] / unit[i] }
	return sum{v(0), v(1), v(2), v(3), v(4), v(5)}
}

// edge is a length that is one sum in low windows and another in high ones,
// and never changes suddenly: the smaller of both or the larger, or one for all.
type edge struct {
	low, high sum
	name      string // min, max or ""
}

// bent reports whether the two differ, and which holds.
func (e edge) bent() (bent bool, name string) { return e.name != "", e.name }

// roomy is a width that no text outgrows which is as wide, to rounding.
func (e edge) roomy() edge {
	e.low.px += 0.4
	e.high.px += 0.4
	return e
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

// fitting says where the words of a part of a room are, and how large.
type fitting struct {
	like layout
	set  []set // of the blocks
	tall edge  // of the figure
}

// set are the lengths of a block.
type set struct{ x, y, w, h, size, lead edge }

// fit fits to the ends and the middle of a part of a room.
func (s *surveyor) fit(from, to float64) fitting {
	mid := math.Round((from + to) / 2)
	r := s.room
	more := min(20, r.high-r.low) // px of height, to see what follows it
	var low, high, all []layout
	for _, w := range [...]float64{from, mid, to} {
		for i := range 3 {
			low = append(low, s.at(w, r.low+math.Round(more*float64(i)/2)))
			high = append(high, s.at(w, r.high-math.Round(more*float64(i)/2)))
		}
		all = append(all, s.at(w, math.Round((r.low+r.high)/2)))
	}
	all = append(append(all, low...), high...)
	f := fitting{like: s.at(mid, math.Round((r.low+r.high)/2))}
	others := func(l layout) bool { return !alike(f.like, l) } // where no fit holds it does for some at least
	low, high, all = slices.DeleteFunc(low, others), slices.DeleteFunc(high, others), slices.DeleteFunc(all, others)
	length := func(near float64, get func(layout) float64) (e edge) {
		off := 0.0
		if e.low, off = fitSum(all, r.known(), near/6, get); off < near/6 || len(low) == 0 || len(high) == 0 {
			return e
		}
		e.low, _ = fitSum(low, r.known(), near/6, get)
		e.high, _ = fitSum(high, r.known(), near/6, get)
		a, b := 0.0, 0.0 // how much the other is above it in low windows, and in high ones
		for _, l := range low {
			a += (e.high.at(l) - get(l)) / float64(len(low))
		}
		for _, l := range high {
			b += (e.low.at(l) - get(l)) / float64(len(high))
		}
		if e.name = "min"; a+b < 0 {
			e.name = "max"
		}
		return e
	}
	for i := range f.like.blocks {
		f.set = append(f.set, set{
			length(near, func(l layout) float64 { return l.blocks[i].Rect.X }),
			length(near, func(l layout) float64 { return l.blocks[i].Rect.Y }),
			length(near, func(l layout) float64 { return l.blocks[i].Rect.W }),
			length(near, func(l layout) float64 { return l.blocks[i].Rect.H }),
			length(nearType, func(l layout) float64 { return l.blocks[i].Size }),
			length(nearType, func(l layout) float64 { return l.blocks[i].Lead }),
		})
	}
	f.tall = length(near, func(l layout) float64 { return l.tall })
	return f
}

// nearType is how far the size of type may be from the scene's, px.
const nearType = 0.1

// off is how far the fit is from what the scene says, px at the most.
func (f fitting) off(l layout) (most float64) {
	if len(f.set) != len(l.blocks) {
		return math.Inf(1)
	}
	for i, b := range l.blocks {
		c := f.set[i]
		most = max(most, math.Abs(c.x.at(l)-b.Rect.X), math.Abs(c.y.at(l)-b.Rect.Y), math.Abs(c.w.at(l)-b.Rect.W), math.Abs(c.h.at(l)-b.Rect.H))
		most = max(most, near/nearType*math.Abs(c.size.at(l)-b.Size), near/nearType*math.Abs(c.lead.at(l)-b.Lead)/2)
	}
	return max(most, math.Abs(f.tall.at(l)-l.tall))
}

// css places the words of a fit.
func (s *surveyor) css(f fitting) string {
	i := -1
	css := placed(f.like.blocks, func(b scene.Block) string {
		i++
		c := f.set[i]
		return "left:" + c.x.css() + ";top:" + c.y.css() + ";width:" + c.w.roomy().css() + ";min-height:" + c.h.css() + ";font-size:" + c.size.css() + ";line-height:" + c.lead.css()
	})
	if s.room.stacked { // the figure is as tall as its words need
		css += early + ".rf-stage{position:relative;min-height:" + f.tall.css() + "}"
	}
	return css
}

// inWholePx sets --u to a unit in whole px, where the browser can round.
func inWholePx(where, unit string) string {
	return where + "{--u:" + unit + "}@supports (width:round(down,1.5px,1px)){" + where + "{--u:round(down," + unit + ",1px)}}"
}

// stackedCSS lets the style sheet compute the scale and the unit of a stacked
// figure.
func stackedCSS(l figure.Lens) string {
	c := scene.StackedOf(l)
	scale := early + ">*{--rf-t:max(1px,100cqw/" + decimal(scene.StackedWide, 0) + ")}"
	unit := "min((100cqw - " + of(c.Margins, "rf-t") + ")/" + decimal(c.Span, 4) + "," + of(c.Most, "rf-t") + ")"
	css := ""
	for _, a := range arrangements {
		if a.layout == "phone" {
			css += within(a.rules, scale+inWholePx(early+">*", unit)) + "\n"
		}
	}
	return css
}
