package figure

import (
	"math"

	"relu-three-ways/math/calculus"
	"relu-three-ways/math/pieces"
)

// XRange is where the point may be, world units: what the widest drawing shows.
// A drawing that shows less keeps the point within what it shows.
func XRange() calculus.Interval { return calculus.Interval{Lo: -3.3, Hi: 3.3} }

// GRange is the range of the slope that is tried. It goes beyond both ends of
// every interval of the catalogue at a corner, so that a reader can be wrong
// on either side.
func GRange() calculus.Interval { return calculus.Interval{Lo: -2, Hi: 3} }

// CRange is the range of the probe's centre, world units.
func CRange() calculus.Interval { return calculus.Interval{Lo: -3, Hi: 3} }

// WRange is the range of the probe's half width, world units. The pointer
// stops at PointerW; keys and addresses reach the lower end.
func WRange() calculus.Interval { return calculus.Interval{Lo: 0.05, Hi: 3} }

// PointerW is the smallest half-width that dragging can reach, world units: below
// it the probe's two handles would lie on each other.
const PointerW = 0.4

// HRange is the range of the secants' step, world units.
func HRange() calculus.Interval { return calculus.Interval{Lo: 1.0 / 1024, Hi: 2} }

// PRange is the range of the derivation's scrubber, in lines.
func PRange() calculus.Interval { return calculus.Interval{Lo: 1, Hi: 5} }

// SRange is the range of the mollifier's shift, in half widths of the probe.
func SRange() calculus.Interval { return calculus.Interval{Lo: -1, Hi: 1} }

// ranges are those of the controls that have the same range at all times; the point has
// it where the drawing shows that much.
var ranges = [Controls]calculus.Interval{
	X: XRange(), G: GRange(), C: CRange(), W: WRange(), H: HRange(), Beta: calculus.BetaRange(), P: PRange(), S: SRange(), T: TRange(),
}

// lastScene is the greatest number of a lecture's scene.
const lastScene = 99

// New is the figure before anyone touched it: ReLU near its corner, across which one
// of the two secants reaches, so that they disagree.
func New() Model {
	return Model{
		X: 0.5, G: 0.4, C: 0.8, W: 1.4, H: 1, Beta: 4, P: 1, T: 0.6, Start: 0.5,
		Window: Window(XRange()), Swept: Swept{0.8, 0.8},
	}
}

// Function is the function that is shown, with its parameters.
func (m Model) Function() calculus.Function {
	if f, ok := m.cutOut(); ok {
		return f
	}
	return calculus.Of(m.Fn, calculus.Params{A: m.A, Beta: m.Beta})
}

// Probe is the test function φ.
func (m Model) Probe() calculus.Probe { return calculus.Probe{C: m.C, W: m.W} }

// settled returns the model with every field in its range: what is not a number
// takes its default, what is out of range the nearest end, and −0 is 0. It is
// the one place where the invariants of Model are kept.
func (m Model) settled() Model {
	d := New()
	if _, ok := m.cutOut(); m.Fn >= calculus.Kinds && !ok {
		m.Fn = d.Fn
	}
	if !m.Typed() {
		m.Formula = ""
	}
	if m.Lens >= Lenses {
		m.Lens = d.Lens
	}
	if !m.Window.valid() {
		m.Window = d.Window
	}
	m.X = within(XRange(), m.X, d.X)
	m.X = within(calculus.Interval(m.Window), m.X, d.X)
	for c, r := range ranges {
		if v := m.field(Control(c)); r.Lo < r.Hi && c != int(X) {
			*v = within(r, *v, *d.field(Control(c)))
		}
	}
	if r, ok := m.aRange(); ok {
		m.A = within(r, m.A, m.startA())
	} else {
		m.A = 0
	}
	m = m.walked()
	if m.Theme > ThemeContrast {
		m.Theme = ThemeAuto
	}
	if m.UI > UILecture {
		m.UI = UIFull
	}
	m.Scene = min(max(m.Scene, 0), lastScene)
	m.Hide &= HideAll
	m.Draw = m.Draw && m.Sketched()
	m.Held &= 1<<(Controls+MostCorners) - 1<<X
	if !m.Sketching() || !m.grips() {
		m.Held &= 1<<Controls - 1
	}
	if m.heldCorner() < 0 {
		m.Drawn, m.Merges, m.Rides = "", 0, false
	}
	for _, c := range [...]*Control{&m.Focus, &m.Hover} {
		if _, corner := c.Corner(); !c.known() || corner && !m.Has(*c) {
			*c = None
		}
	}
	m.Stuck = m.Stuck && m.Held.Has(X) && m.atBreak(m.X)
	if m.Order >= orders || m.Order == Second && !m.hasSecond() {
		m.Order = First
	}
	if !m.Rest.valid() {
		m.Rest = Rest{At: m.pose()}
	}
	if !m.Run.valid(m) || m.Run.Kind == WalkRun {
		m.Run = Run{}
	}
	if !m.Walk.valid(m) || m.Walk.Kind != WalkRun {
		m.Walk = Run{}
	}
	if !m.Glide.valid() {
		m.Glide = Glide{}
	}
	if !m.Turn.valid() {
		m.Turn = Turn{}
	}
	if m.Lit >= Terms {
		m.Lit = NoTerm
	}
	if c := CRange(); !(c.Contains(m.Swept.Lo) && c.Contains(m.Swept.Hi) && m.Swept.Lo <= m.C && m.C <= m.Swept.Hi) {
		m.Swept = Swept{m.C, m.C}
	}
	return m
}

// within is the point of the interval nearest to v, and otherwise for NaN.
func within(i calculus.Interval, v, otherwise float64) float64 {
	if v != v {
		v = otherwise
	}
	v = min(max(v, i.Lo), i.Hi)
	if v == 0 {
		return 0 // −0 is not a number anyone should read
	}
	return v
}

// valid reports whether the window can be shown and has a point of XRange in it.
func (w Window) valid() bool {
	r := XRange()
	return w.Lo < w.Hi && w.Lo < r.Hi && w.Hi > r.Lo && !math.IsInf(w.Lo, 0) && !math.IsInf(w.Hi, 0)
}

// atBreak reports whether x is, exactly, one of the stops.
func (m Model) atBreak(x float64) bool {
	var store stops
	for _, b := range m.stops(&store) {
		if x == b {
			return true
		}
	}
	return false
}

// stops is room for the places that attract the point.
type stops [pieces.MostBreaks + 1]float64

// stops are the places that attract the point: the breaks of the function,
// ascending, or 0 where it has none.
func (m Model) stops(store *stops) []float64 {
	b := m.Function().AppendBreaks(store[:0])
	if len(b) == 0 {
		b = append(b, 0)
	}
	return b
}
