// Package poster is the figure before its program runs: drawings for every size
// of window, made by the scene and the SVG painter when the site is built, the
// style sheet that chooses among them, and books of states to leaf through.
package poster

import (
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/svg"
)

// HTML is the model drawn for every size of window, before the program runs:
// CSS shows the one that fits. Colours are the custom properties of the
// theme, so that one poster serves all themes, and outlines stand in it once.
func HTML(m figure.Model) string {
	var b strings.Builder
	var f scene.Frame
	var outlines svg.Type
	for _, s := range sheets(m.Lens) {
		s.draw(&f, m)
		for i, p := range s.pieces(&f) {
			if i > 0 && !s.last {
				continue // the column is the same for all stages that stand beside it
			}
			b.WriteString(p.svg(s, &outlines))
		}
	}
	outlines.Draw(&b)
	return b.String()
}

// CSS is the part of the style sheet that chooses among the poster's
// drawings, and puts them and the words in their places, until the program
// does.
func CSS(m figure.Model) string {
	var b strings.Builder
	var f scene.Frame
	b.WriteString(early + ".rf-poster>svg[class]{display:none;position:absolute;left:0;top:0;width:100%;height:auto;overflow:visible}\n") // the outlines have no class
	for _, s := range sheets(m.Lens) {
		s.draw(&f, m)
		if s.beside == nil {
			b.WriteString(within(s.rules, early+".rf-poster>svg[class]{display:none}"+early+".rf-poster>svg.rf-sheet-"+s.name+"{display:block}"+scaled(&f)))
			continue
		}
		if s.last {
			b.WriteString(within(s.rules[:1], s.besideCSS(&f)))
		}
		b.WriteString(within(s.rules, early+".rf-poster>svg.rf-of-"+s.family+"{display:none}"+early+".rf-poster>svg.rf-sheet-"+s.name+"{display:block;"+s.fitted(&f)+"}"))
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
	css += early + ".rf-stage{position:relative;min-height:" + cqw(f.H) + "}" // words under the drawing: the figure is as tall as they need
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
