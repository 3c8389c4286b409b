package poster

import (
	"math"
	"regexp"
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
// fits and the others to the type.
type sheet struct {
	name   string
	w, h   float64
	rules  []string // at-rules, outermost first, under which it is the one that is shown
	beside bool
}

// whole are the sheets that are scaled as they are. A later one takes an
// earlier one's place where both conditions hold.
var whole = [...]sheet{
	{name: "phone1", w: 364, h: 640, rules: []string{"@container (max-width:382px)"}},
	{name: "phone2", w: 390, h: 640, rules: []string{"@container (min-width:382.02px) and (max-width:401px)"}},
	{name: "phone3", w: 412, h: 640, rules: []string{"@container (min-width:401.02px) and (max-width:450px)"}},
	{name: "phone4", w: 500, h: 640, rules: []string{"@container (min-width:450.02px) and (max-width:559.98px)"}},
	{name: "embed1", w: 600, h: 420, rules: []string{"@media (orientation:landscape)", "@container (min-width:560px) and (max-width:660px)"}},
	{name: "embed2", w: 720, h: 420, rules: []string{"@media (orientation:landscape)", "@container (min-width:660.02px) and (max-width:780px)"}},
	{name: "embed3", w: 840, h: 470, rules: []string{"@media (orientation:landscape)", "@container (min-width:780.02px) and (max-width:899.98px)"}},
	{name: "tall", w: 760, h: 1000, rules: []string{"@media (orientation:portrait)", "@container (min-width:560px) and (max-width:899.98px)"}},
}

// fewWhole are the same in fewer steps.
var fewWhole = [...]sheet{
	{name: "phone1", w: 364, h: 640, rules: []string{"@container (max-width:382px)"}},
	{name: "phone2", w: 390, h: 640, rules: []string{"@container (min-width:382.02px) and (max-width:401px)"}},
	{name: "phone3", w: 412, h: 640, rules: []string{"@container (min-width:401.02px) and (max-width:559.98px)"}},
	{name: "embed2", w: 720, h: 420, rules: []string{"@media (orientation:landscape)", "@container (min-width:560px) and (max-width:899.98px)"}},
	{name: "tall", w: 760, h: 1000, rules: []string{"@media (orientation:portrait)", "@container (min-width:560px) and (max-width:899.98px)"}},
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

// low are the sheets of a wide, low window, which is arranged as an embed is, and
// of a tall one, which is arranged as a phone is however wide it is.
var low = [...]sheet{
	{name: "low", w: 1100, h: 500, rules: []string{"@media (max-height:559.98px)", "@container (min-width:900px)"}},
	{name: "high", w: 1080, h: 1440, rules: []string{tall, "@container (min-width:900px)"}},
}

// stageScales are the scales at which a stage beside words is drawn, in windows
// of the usual forms and in very wide ones; each is shown in the windows to whose
// scale it is the nearest. From 1 on all that is drawn grows alike, so that one
// drawing is enough.
var stageScales = [2][]float64{{0.71, 0.79, 0.88, 1}, {0.68, 0.85, 1}}

// fewScales are the same in fewer steps.
var fewScales = [2][]float64{{0.7, 0.87, 1}, {0.75, 1}}

// sheets are all sheets of a lens.
func sheets(lens figure.Lens) []sheet { return collect(whole[:], lens, stageScales) }

// few are fewer sheets of a lens.
func few(lens figure.Lens) []sheet { return collect(fewWhole[:], lens, fewScales) }

func collect(small []sheet, lens figure.Lens, scales [2][]float64) []sheet {
	all := append([]sheet{}, small...)
	if lens == figure.Compare {
		all = append(all, besides[:]...)
	} else {
		all = append(all, stages(scales)...)
	}
	return append(all, low[:]...)
}

// stages are the sheets beside words, for each range of x from the least scale
// up.
func stages(scales [2][]float64) (list []sheet) {
	for i, half := range scene.BesideHalves {
		aspect := [...]float64{1.6, 1.78, 2.1, 2.39}[i] // of a usual window of the range
		rules := []string{"@media (min-height:560px)", "@container (min-width:900px)"}
		if half.Aspect > 0 {
			rules = append(rules, "@media (min-aspect-ratio:"+ratio(half.Aspect)+")")
		}
		steps := scales[i/2]
		for j, k := range steps {
			s := sheet{
				name: "beside" + strconv.Itoa(int(10*half.Half)) + "-" + strconv.Itoa(int(100*k)), beside: true, rules: rules,
				w: math.Max(900, math.Round(scene.BesideHigh*k*aspect)), h: math.Max(560, scene.BesideHigh*k),
			}
			if j > 0 {
				least := math.Sqrt(k * steps[j-1]) // from here on it is nearer than the one before
				s.rules = append(rules[:len(rules):len(rules)], "@container (min-width:"+px(scene.BesideWide*least)+")", "@media (min-height:"+px(scene.BesideHigh*least)+")")
			}
			list = append(list, s)
		}
	}
	return list
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
	if !s.beside {
		return []piece{{"rf-sheet-" + s.name, scene.Rect{W: f.W, H: f.H}, *f, hands(f)}}
	}
	stage := piece{"rf-sheet-" + s.name + " rf-stands", s.view(f), scene.Frame{}, hands(f)}
	column := piece{"rf-column rf-by-" + s.name, scene.Rect{X: f.Edge, W: f.Measure, H: f.Bottom}, scene.Frame{}, ""}
	height := footHeight * f.Scale
	foot := piece{"rf-foot rf-by-" + s.name, scene.Rect{X: f.Edge, Y: footBase(f) - height, W: f.Measure, H: height}, scene.Frame{}, ""}
	edge := f.Edge + f.Measure + 4
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
		if w.Key == scene.ProgramsKey {
			continue // whose room between the two is that of the window
		}
		if w.Box.X+w.Box.W > edge {
			stage.frame.Words = append(stage.frame.Words, w)
		} else {
			column.frame.Words = append(column.frame.Words, w)
		}
	}
	return []piece{stage, column, foot}
}

// footHeight is the height of the room for the distinction of cases, px at scale
// 1.
const footHeight = 150

// footBase is where the foot of the column stands: as the scene has it, a
// third of a unit above the lower end of the panels.
func footBase(f *scene.Frame) float64 { return f.Top + (scene.BesideDepth-0.3)*f.Unit }

// view is the box of the stage: the panels, and the labels around them.
func (s sheet) view(f *scene.Frame) scene.Rect {
	k := f.Scale
	return scene.Rect{X: f.Left - 44*k, Y: f.Top - 40*k, W: 2*f.Half + (44+140)*k, H: scene.BesideDepth*f.Unit + 80*k}
}

// svg draws a piece, in the inks of the page's theme.
func (p piece) svg(s sheet, t *svg.Type) string {
	var b strings.Builder
	svg.Draw(&b, &p.frame, theme.Light(), svg.Options{Words: true, Vars: true, ID: s.name, View: p.view, Class: p.class, Type: t})
	drawn := places.ReplaceAllStringFunc(b.String(), func(attribute string) string {
		return hundredths.ReplaceAllStringFunc(attribute, func(s string) string {
			v, _ := strconv.ParseFloat(s, 64)
			return decimal(v, 1)
		})
	})
	if p.hands == "" {
		return drawn
	}
	return strings.Replace(drawn, "<svg ", `<svg data-hands="`+p.hands+`" `, 1)
}

// Places in a sheet are tenths of a px: it is scaled to the window, and its bytes are the
// page's.
var (
	places     = regexp.MustCompile(` (?:d|c?[xy])="[^"]*"|translate\([^)]*\)`)
	hundredths = regexp.MustCompile(`\d+\.\d\d\b`)
)

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
	s := strconv.FormatFloat(v, 'f', digits, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		return "0"
	}
	return s
}
