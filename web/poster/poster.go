// Package poster is the figure before its program runs: drawings for every size
// of window, made by the scene and the SVG painter when the site is built, the
// style sheet that chooses among them, and books of states to leaf through.
package poster

import (
	"encoding/json"
	"slices"
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/svg"
	"relu-three-ways/render/theme"
	"relu-three-ways/web/page"
)

// Figure is the inner HTML of a figure's root, with all that can be there before
// the program runs, and the style sheet that it needs until then. Drawings for
// other windows than the reader's cost a browser as much as the one that is
// shown, so they are there for pages without scripts; early.js takes what fits.
func Figure(m figure.Model) (markup, style string) {
	poster, style := drawings(m, sheets(m.Lens))
	return page.Figure(m, page.Early{Poster: "<noscript>" + poster + "</noscript>", Handles: handles(m), Titles: titles(m)}), style
}

// titles are the functions' titles, by their keys in addresses.
func titles(m figure.Model) string {
	all := map[string]string{}
	for _, k := range figure.Catalogue() {
		all[k.String()] = page.PickTitle(figure.Update(m, figure.Choose{Fn: k}))
	}
	b, err := json.Marshal(all)
	if err != nil {
		panic("poster: " + err.Error()) // there is nothing in it that JSON does not have
	}
	return string(b)
}

// State is the same for a model that is not the one that the page was built
// with, in the parts in which it differs. It is drawn for fewer sizes.
type State struct{ Style, Poster, Blocks, Readouts, Handles string }

// StateOf is the state of a model.
func StateOf(m figure.Model) State {
	poster, style := drawings(m, few(m.Lens))
	return State{Style: style, Poster: poster, Blocks: page.Blocks(m, true), Readouts: page.Readouts(m), Handles: handles(m)}
}

// drawings is the model drawn for every size of window, and the style sheet that
// shows the one that fits, with the words in their places: the last that holds
// is the one that counts, and early.js is told which. Colours are
// the custom properties of the theme, so that one poster serves all themes, and
// outlines stand in it once.
func drawings(m figure.Model, list []sheet) (poster, style string) {
	var css, b strings.Builder
	var f scene.Frame
	var outlines svg.Type
	css.WriteString(".relu-figure .rf-poster svg[class]{display:none;position:absolute;left:0;top:0;width:100%;height:auto;overflow:visible}\n") // the outlines have no class
	css.WriteString(stackedCSS(m.Lens) + roomsCSS(m, rooms[:]))
	css.WriteString(within(besideRules, besideVars()) + "\n" + roomsCSS(m, besideRooms[:]))
	for _, s := range list {
		s.draw(&f, m)
		css.WriteString(s.css(&f) + "\n")
		for _, p := range s.pieces(&f) {
			b.WriteString(p.svg(s, &outlines))
		}
	}
	outlines.Draw(&b)
	return b.String(), css.String()
}

// css shows the sheet where it fits, and puts the words in their places.
func (s sheet) css(f *scene.Frame) string {
	const svgs = ".relu-figure .rf-poster svg" // until the program has drawn
	mine := svgs + ".rf-sheet-" + s.name
	place, beside := s.scaled(f), ""
	if s.beside {
		place, beside = s.fitted(f), s.besideCSS(f)
	}
	return within(s.rules, ".relu-figure>script{--rf-sheet:"+s.name+"}"+svgs+"[class]{display:none}"+mine+"{display:block;"+place+"}"+beside)
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
	return strings.Join(rules, "{") + "{" + css + strings.Repeat("}", len(rules))
}

// scaled is the place of a drawing that is scaled to the container's width: the
// header above it keeps its height.
func (s sheet) scaled(f *scene.Frame) string {
	if f.Layout == scene.Phone && f.Scale > 1 { // which it does not here
		return "top:0"
	}
	return "top:calc(" + px(f.Top) + " - " + decimal(f.Top/f.W*100, 3) + "cqw)"
}

// placed gives every block its room, and takes those without one out of sight:
// a text stays readable for screen readers, a control does not stay.
func placed(blocks []scene.Block, at func(scene.Block) string) string {
	var b strings.Builder
	var room [scene.Slots]bool
	for _, block := range blocks {
		room[block.Slot] = true
		b.WriteString(early + slotClass[block.Slot] + "{" + at(block) + "}")
		switch block.Slot {
		case scene.SlotCaption:
			shown, hidden := ".rf-long", ".rf-short"
			if block.Short {
				shown, hidden = hidden, shown
			}
			b.WriteString(early + shown + "{display:inline}" + early + hidden + "{display:none}")
		case scene.SlotSecants:
			if block.Short {
				b.WriteString(early + ".rf-wide{display:none}")
			}
		}
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
	scene.SlotMethod: ".rf-method", scene.SlotReadout: ".rf-readouts", scene.SlotEquation: ".rf-equation",
}

// control tells the slots that hold buttons.
var control = [scene.Slots]bool{scene.SlotRun: true, scene.SlotSteps: true, scene.SlotMethod: true, scene.SlotWalk: true}
