package page

import (
	"strconv"
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/svg"
	"relu-three-ways/render/theme"
)

// sheet is an arrangement that is drawn before the size of the reader's window
// is known: the poster shows the one whose condition the container's width
// meets, scaled to that width.
type sheet struct {
	name string
	cond string // container query
	w, h float64
}

// sheets are the arrangements of the poster, at the sizes of the
// design; a phone's is as tall as its words need.
var sheets = [...]sheet{
	{"desktop", "(min-width:1200px)", 1440, 900},
	{"medium", "(min-width:900px) and (max-width:1199.98px)", 1024, 768},
	{"embed", "(min-width:560px) and (max-width:899.98px)", 720, 420},
	{"phone", "(max-width:559.98px)", 390, 640},
}

// Posters draws the model once for each arrangement. Colours are the custom
// properties of the theme, so that one poster serves all themes.
func Posters(m figure.Model) string {
	var b strings.Builder
	var f scene.Frame
	var shared svg.Outlines // the four arrangements have the same glyphs
	for _, s := range sheets {
		scene.Draw(&f, m, scene.Ask{W: s.w, H: s.h, Theme: theme.Light(), Still: true})
		var d strings.Builder
		svg.Draw(&d, &f, theme.Light(), svg.Options{Words: true, Vars: true, ID: s.name, Share: &shared})
		b.WriteString(strings.Replace(d.String(), "<svg ", `<svg class="rf-poster-`+s.name+`" `, 1))
	}
	return shared.Defs() + b.String()
}

// PosterCSS is the part of the style sheet that chooses the poster and puts
// the words beside it, before the program takes over. Lengths are in
// hundredths of the container's width, as the poster's are.
func PosterCSS(m figure.Model) string {
	var b strings.Builder
	var f scene.Frame
	b.WriteString(".relu-figure .rf-poster>svg{display:none;width:100%;height:auto}\n")
	for _, s := range sheets {
		scene.Draw(&f, m, scene.Ask{W: s.w, H: s.h, Theme: theme.Light(), Still: true})
		b.WriteString("@container " + s.cond + "{.relu-figure .rf-poster>.rf-poster-" + s.name + "{display:block}")
		cqw := func(v float64) string { return strconv.FormatFloat(v/s.w*100, 'f', 3, 64) + "cqw" }
		var room [scene.Slots]bool
		for _, block := range f.Blocks {
			room[block.Slot] = true
			if sel := slotClass[block.Slot]; sel != "" {
				r := block.Rect
				b.WriteString(early + sel + "{left:" + cqw(r.X) + ";top:" + cqw(r.Y) + ";width:" + cqw(r.W) + ";min-height:" + cqw(r.H) + ";font-size:" + cqw(block.Size) + ";line-height:" + cqw(block.Lead) + "}")
			}
		}
		for slot, sel := range slotClass {
			if sel != "" && !room[slot] {
				b.WriteString(early + sel + "{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}")
			}
		}
		if f.H > s.h { // words under the drawing: the figure is as tall as they need
			b.WriteString(early + ".rf-stage{position:relative;min-height:" + cqw(f.H) + "}")
		}
		b.WriteString(early + ":is(.rf-header,.rf-readouts){--rf-left:" + cqw(f.Left) + ";--rf-unit:" + cqw(f.Unit) + "}")
		b.WriteString("}\n")
	}
	return b.String()
}

// early selects what stands in a figure that no program has laid out yet.
const early = ".relu-figure:not([data-layout]) "

// slotClass are the texts that are placed before the program runs. Its buttons
// come with it.
var slotClass = [scene.Slots]string{
	scene.SlotQuestion: ".rf-question", scene.SlotCaption: ".rf-caption", scene.SlotSecants: ".rf-secants",
	scene.SlotReadout: ".rf-readouts", scene.SlotEquation: ".rf-equation",
}
