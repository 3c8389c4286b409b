package poster

import (
	"math"
	"strconv"
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/svg"
	"relu-three-ways/render/theme"
	"relu-three-ways/web/page"
)

// sheet is a drawing that is made before the size of the reader's window is
// known. A whole one is scaled to the container's width; one of a drawing
// beside words is cut into pieces, of which the stage is scaled to the unit that
// fits and the others keep their size.
type sheet struct {
	name   string
	w, h   float64
	rules  []string // at-rules, outermost first, under which it is the one that is shown
	beside *scene.Beside
	u      float64 // px per unit of the stage
	family string  // sheets of a family take each other's place as the window grows
	last   bool    // the largest one of its family
}

// whole are the sheets that are scaled as they are. A later one takes an
// earlier one's place where both conditions hold.
var whole = [...]sheet{
	{name: "phone1", w: 350, h: 640, rules: []string{"@container (max-width:366px)"}},
	{name: "phone2", w: 376, h: 640, rules: []string{"@container (min-width:366.02px) and (max-width:382px)"}},
	{name: "phone3", w: 390, h: 640, rules: []string{"@container (min-width:382.02px) and (max-width:401px)"}},
	{name: "phone4", w: 412, h: 640, rules: []string{"@container (min-width:401.02px) and (max-width:450px)"}},
	{name: "phone5", w: 500, h: 640, rules: []string{"@container (min-width:450.02px) and (max-width:559.98px)"}},
	{name: "embed1", w: 600, h: 420, rules: []string{"@media (orientation:landscape)", "@container (min-width:560px) and (max-width:660px)"}},
	{name: "embed2", w: 720, h: 420, rules: []string{"@media (orientation:landscape)", "@container (min-width:660.02px) and (max-width:780px)"}},
	{name: "embed3", w: 840, h: 470, rules: []string{"@media (orientation:landscape)", "@container (min-width:780.02px) and (max-width:899.98px)"}},
	{name: "tall1", w: 640, h: 900, rules: []string{"@media (orientation:portrait)", "@container (min-width:560px) and (max-width:699.98px)"}},
	{name: "tall2", w: 780, h: 1000, rules: []string{"@media (orientation:portrait)", "@container (min-width:700px) and (max-width:899.98px)"}},
}

// fewWhole are the same in fewer steps.
var fewWhole = [...]sheet{
	{name: "phone2", w: 376, h: 640, rules: []string{"@container (max-width:396px)"}},
	{name: "phone4", w: 430, h: 640, rules: []string{"@container (min-width:396.02px) and (max-width:559.98px)"}},
	{name: "embed2", w: 720, h: 420, rules: []string{"@media (orientation:landscape)", "@container (min-width:560px) and (max-width:899.98px)"}},
	{name: "tall2", w: 720, h: 1000, rules: []string{"@media (orientation:portrait)", "@container (min-width:560px) and (max-width:899.98px)"}},
}

// besides are the sheets of Compare on large screens, which has no stage beside
// words; they too are scaled as they are.
var besides = [...]sheet{
	{name: "medium", w: 1024, h: 768, rules: []string{"@container (min-width:900px) and (max-width:1199.98px)"}},
	{name: "desktop", w: 1440, h: 900, rules: []string{"@container (min-width:1200px)"}},
	{name: "laptop", w: 1280, h: 800, rules: []string{"@media (max-height:850px)", "@container (min-width:1200px) and (max-width:1359.98px)"}},
	{name: "flat", w: 1360, h: 690, rules: []string{"@media (max-height:740px)", "@container (min-width:1200px)"}},
	{name: "wide", w: 1920, h: 1000, rules: []string{"@media (min-height:860px)", "@container (min-width:1680px)"}},
}

// low are the sheets of a wide, low window, which is arranged as an embed is.
var low = [...]sheet{
	{name: "low", w: 1100, h: 500, rules: []string{"@media (max-height:559.98px)", "@container (min-width:900px)"}},
}

// Units of the stages that are drawn: each is scaled to the units nearest to it.
const leastUnit, mostUnit = 58, 200

// sheets are all sheets of a lens.
func sheets(lens figure.Lens) []sheet { return collect(whole[:], lens, 1.16) }

// few are so many sheets of a lens that none is scaled by more than a fifth.
func few(lens figure.Lens) []sheet { return collect(fewWhole[:], lens, 1.4) }

func collect(small []sheet, lens figure.Lens, step float64) []sheet {
	all := append([]sheet{}, small...)
	if lens == figure.Compare {
		all = append(all, besides[:]...)
	} else {
		for _, from := range [...]float64{900, 1000, 1200} {
			all = append(all, stages(from, step)...)
		}
	}
	return append(all, low[:]...)
}

// stages are the sheets of one arrangement beside words, from the least unit up,
// each step times the one before.
func stages(from, step float64) (list []sheet) {
	c := scene.BesideOf(from)
	most := float64(mostUnit)
	if next := nextBeside(c); next > 0 {
		most = (next - c.Stage - c.Labels) / scene.BesideSpan
	}
	for u := float64(leastUnit); u <= most; u = math.Ceil(u * step) {
		least := u / math.Sqrt(step) // from here on it is nearer than the one before
		rules := []string{"@container " + besideRange(c)}
		if u > leastUnit {
			rules = append(rules, "@container (min-width:"+px(c.Stage+c.Labels+scene.BesideSpan*least)+")", "@media (min-height:"+px(scene.BesideRows+scene.BesideDepth*least)+")")
		}
		list = append(list, sheet{
			name: "beside" + strconv.Itoa(int(from)) + "-" + strconv.Itoa(int(u)), family: "beside" + strconv.Itoa(int(from)), beside: &c, u: u, rules: rules,
			w: math.Max(from, math.Ceil(c.Stage+c.Labels+scene.BesideSpan*u)), h: math.Max(560, math.Ceil(scene.BesideRows+scene.BesideDepth*u)),
		})
	}
	list[len(list)-1].last = true
	return list
}

// nextBeside is the width from which another rule holds, 0 for the last one.
func nextBeside(c scene.Beside) float64 {
	switch c.From {
	case 900:
		return 1000
	case 1000:
		return 1200
	}
	return 0
}

// besideRange is the condition on the container's width under which c holds.
func besideRange(c scene.Beside) string {
	if next := nextBeside(c); next > 0 {
		return "(min-width:" + px(c.From) + ") and (max-width:" + px(next-0.02) + ")"
	}
	return "(min-width:" + px(c.From) + ")"
}

// draw draws the model in the sheet's box.
func (s sheet) draw(f *scene.Frame, m figure.Model) {
	scene.Draw(f, m, scene.Ask{W: s.w, H: s.h, Theme: theme.Light(), Still: true})
}

// piece is a part of a sheet: a drawing that shows a box of the frame.
type piece struct {
	class string
	view  scene.Rect
	frame scene.Frame
	hands string // of the first piece: where the handles are, for data-hands
}

// pieces cuts a drawn sheet: a whole one into one piece, one beside words into
// the stage, the column, and what stands at the foot of the column.
func (s sheet) pieces(f *scene.Frame) []piece {
	if s.beside == nil {
		return []piece{{"rf-sheet-" + s.name, scene.Rect{W: f.W, H: f.H}, *f, hands(f)}}
	}
	c := *s.beside
	stage := piece{"rf-sheet-" + s.name + " rf-of-" + s.family, s.view(f), scene.Frame{}, hands(f)}
	column := piece{"rf-column rf-by-" + s.family, scene.Rect{X: c.Left, W: c.Measure, H: f.Bottom}, scene.Frame{}, ""}
	foot := piece{"rf-foot rf-by-" + s.family, scene.Rect{X: c.Left, Y: footBase(f, s.u) - footHeight, W: c.Measure, H: footHeight}, scene.Frame{}, ""}
	edge := c.Left + c.Measure + 4
	for _, k := range f.Marks {
		r := k.Bounds()
		switch {
		case r.X+r.W > edge:
			stage.frame.Marks = append(stage.frame.Marks, k)
		case r.Y < f.Bottom:
			column.frame.Marks = append(column.frame.Marks, k)
		default:
			foot.frame.Marks = append(foot.frame.Marks, k)
		}
	}
	for _, w := range f.Words {
		if w.Box.X+w.Box.W > edge {
			stage.frame.Words = append(stage.frame.Words, w)
		} else {
			column.frame.Words = append(column.frame.Words, w)
		}
	}
	return []piece{stage, column, foot}
}

// footHeight is the height of the room for the distinction of cases, px.
const footHeight = 150

// footBase is where the foot of the column stands: as the scene has it, a
// third of a unit above the lower end of the panels.
func footBase(f *scene.Frame, u float64) float64 { return f.Top + (scene.BesideDepth-0.3)*u }

// view is the box of the stage: the panels, and the labels around them.
func (s sheet) view(f *scene.Frame) scene.Rect {
	return scene.Rect{X: f.Left - 44, Y: f.Top - 40, W: scene.BesideSpan*s.u + 44 + 140, H: scene.BesideDepth*s.u + 80}
}

// svg draws a piece, in the inks of the page's theme.
func (p piece) svg(s sheet, t *svg.Type) string {
	var b strings.Builder
	svg.Draw(&b, &p.frame, theme.Light(), svg.Options{Words: true, Vars: true, ID: s.name, View: p.view, Class: p.class, Type: t})
	if p.hands == "" {
		return b.String()
	}
	return strings.Replace(b.String(), "<svg ", `<svg data-hands="`+p.hands+`" `, 1)
}

// hands says where the sliders of a frame are, px: "x 953.2 244.6 44" is the
// control, the centre and the side of the place to take hold of.
func hands(f *scene.Frame) string {
	var list []string
	for _, spot := range f.Spots {
		if spot.Primary {
			list = append(list, page.ControlKey(spot.Control)+" "+decimal(spot.At.X, 1)+" "+decimal(spot.At.Y, 1)+" "+decimal(spot.Hit, 1))
		}
	}
	return strings.Join(list, ";")
}

func px(v float64) string { return decimal(v, 2) + "px" }

// decimal writes a length for a style sheet.
func decimal(v float64, digits int) string {
	s := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(v, 'f', digits, 64), "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}
