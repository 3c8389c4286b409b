// Package poster is the figure before its program runs: drawings for every size
// of window, made by the scene and the SVG painter when the site is built, the
// style sheet that chooses among them, and books of states to leaf through.
package poster

import (
	"slices"
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/svg"
	"relu-three-ways/render/theme"
	"relu-three-ways/web/page"
)

// Figure is the inner HTML of a figure's root, with all that can be there before
// the program runs.
func Figure(m figure.Model) string {
	return page.Figure(m, page.Early{Poster: drawings(m, sheets(m.Lens)), Handles: handles(m)})
}

// State is the same for a model that is not the one that the page was built
// with, in the parts in which it differs. It is drawn for fewer sizes.
type State struct {
	Name                              string // of the function, as HTML
	Lens                              string
	Poster, Blocks, Readouts, Handles string
}

// StateOf is the state of a model.
func StateOf(m figure.Model) State {
	return State{
		Name: page.PickName(m), Lens: page.LensKey(m.Lens),
		Poster: drawings(m, few(m.Lens)), Blocks: page.Blocks(m, true), Readouts: page.Readouts(m), Handles: handles(m),
	}
}

// drawings is the model drawn for every size of window, and the style sheet that
// shows the one that fits, with the words in their places. Colours are the
// custom properties of the theme, so that one poster serves all themes, and
// outlines stand in it once.
func drawings(m figure.Model, list []sheet) string {
	var css, b strings.Builder
	var f scene.Frame
	var outlines svg.Type
	css.WriteString(".relu-figure .rf-poster>svg[class]{display:none;position:absolute;left:0;top:0;width:100%;height:auto;overflow:visible}\n") // the outlines have no class
	for _, s := range list {
		s.draw(&f, m)
		css.WriteString(s.css(&f))
		for i, p := range s.pieces(&f) {
			if i == 0 || s.last { // the column is the same for all stages that stand beside it
				b.WriteString(p.svg(s, &outlines))
			}
		}
	}
	outlines.Draw(&b)
	return "<style>" + css.String() + "</style>" + b.String()
}

// css shows the sheet where it fits, and puts the words in their places.
func (s sheet) css(f *scene.Frame) string {
	const svgs = ".relu-figure .rf-poster>svg" // until the program has drawn
	show := svgs + ".rf-sheet-" + s.name + "{display:block}"
	if s.beside == nil {
		return within(s.rules, svgs+"[class]{display:none}"+show+scaled(f))
	}
	css := within(s.rules, svgs+".rf-of-"+s.family+"{display:none}"+show+svgs+".rf-sheet-"+s.name+"{"+s.fitted(f)+"}")
	if s.last {
		css += within(s.rules[:1], s.besideCSS(f))
	}
	return css
}

// handles are the sliders of the controls that the drawing shows, in the order
// of Tab.
func handles(m figure.Model) string {
	var f scene.Frame
	scene.Draw(&f, m, scene.Ask{W: 1440, H: 900, Theme: theme.Light(), Still: true})
	var shown []figure.Control
	for _, spot := range f.Spots {
		if spot.Primary {
			shown = append(shown, spot.Control)
		}
	}
	slices.SortFunc(shown, func(a, b figure.Control) int { return page.TabOrder(a) - page.TabOrder(b) })
	var b strings.Builder
	for _, c := range shown {
		b.WriteString(page.Slider(m, c))
	}
	return b.String()
}

// within puts declarations into at-rules.
func within(rules []string, css string) string {
	return strings.Join(rules, "{") + "{" + css + strings.Repeat("}", len(rules)) + "\n"
}

// scaled places the words of a sheet that is scaled to the container's width:
// lengths are in hundredths of that width, as the drawing's are.
func scaled(f *scene.Frame) string {
	cqw := func(v float64) string { return decimal(v/f.W*100, 3) + "cqw" }
	css := placed(f, func(b scene.Block) string {
		return "left:" + cqw(b.Rect.X) + ";top:" + cqw(b.Rect.Y) + ";width:" + cqw(b.Rect.W) + ";min-height:" + cqw(b.Rect.H) + ";font-size:" + cqw(b.Size) + ";line-height:" + cqw(b.Lead)
	})
	if f.Layout == scene.Phone { // words under the drawing: the figure is as tall as they need
		css += early + ".rf-stage{position:relative;min-height:" + cqw(f.H) + "}"
	}
	return css + early + "{--rf-left:" + cqw(f.Left) + ";--rf-unit:" + cqw(f.Unit) + "}"
}

// placed gives every block its room, and takes those without one out of sight:
// a text stays readable for screen readers, a control does not stay.
func placed(f *scene.Frame, at func(scene.Block) string) string {
	var b strings.Builder
	var room [scene.Slots]bool
	for _, block := range f.Blocks {
		room[block.Slot] = true
		b.WriteString(early + slotClass[block.Slot] + "{" + at(block) + "}")
	}
	for slot, class := range slotClass {
		switch {
		case room[slot]:
		case control[slot]:
			b.WriteString(early + class + "{display:none}")
		default:
			b.WriteString(early + class + "{position:absolute;width:1px;height:1px;min-height:0;overflow:hidden;clip-path:inset(50%)}")
		}
	}
	return b.String()
}

// slotClass are the elements of the slots.
var slotClass = [scene.Slots]string{
	scene.SlotQuestion: ".rf-question", scene.SlotCaption: ".rf-caption", scene.SlotSecants: ".rf-secants",
	scene.SlotRun: ".rf-run", scene.SlotSteps: ".rf-steps", scene.SlotWalk: ".rf-walk",
	scene.SlotReadout: ".rf-readouts", scene.SlotEquation: ".rf-equation",
}

// control tells the slots that hold buttons.
var control = [scene.Slots]bool{scene.SlotRun: true, scene.SlotSteps: true, scene.SlotWalk: true}
