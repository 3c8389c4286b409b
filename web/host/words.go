//go:build js

package host

import (
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/lang"
	"relu-three-ways/web/page"
)

// words puts the drawing's short texts where the frame has them. Each is
// placed by a transform alone, its own width and height entering as
// percentages, so that nothing has to be measured.
func (h *Host) words() {
	l := h.wordsLayer
	l.begin()
	for _, w := range h.frame.Words {
		n := l.get(w.Key, "rf-word")
		class := "rf-word " + page.InkClass(w.Ink)
		if w.Bold {
			class += " rf-bold"
		}
		if w.Serif {
			class += " rf-serif"
		}
		size, share := h.wordSize(w.Size)
		at, base := move(w.At.X, w.At.Y), w.Base
		if share != 1 {
			at += scaled(share)
		}
		if w.Width == 0 {
			base = h.runs.base(base)
		}
		if w.Width > 0 {
			class += " rf-wrap"
			n.style("width", px(w.Width/share))
		} else {
			n.style("width", "")
		}
		n.attr("class", class)
		n.style("font-size", px(size))
		n.style("transform", at+" translate("+decimal(-100*w.Align)+"%,"+decimal(-100*base)+"%)")
		n.style("opacity", fade(w.Fade))
		n.words(w.Text.String(), page.Prose)
	}
	l.end()
}

// mirrors puts the picture in words, and the MathML of the drawn formulas in
// their places, unseen. They wait while something moves: no reader can follow sixty
// formulas a second. And the first wait until the drawing has been painted.
func (h *Host) mirrors() {
	if h.dead || h.model.Held != 0 || h.model.Moving() {
		return
	}
	h.description.text(figure.Describe(h.model))
	l := h.mirrorsLayer
	l.begin()
	seen := map[string]int{}
	for _, m := range h.frame.Mirrors {
		key := m.Key
		for range seen[m.Key] {
			key += "+"
		}
		seen[m.Key]++
		n := l.get(key, "rf-mirror")
		n.style("transform", move(m.Rect.X, m.Rect.Y))
		n.style("width", px(m.Rect.W))
		n.style("height", px(m.Rect.H))
		mathML, speech := h.frame.Read(m)
		n.html(labelled(mathML, h.speech(speech)))
	}
	l.end()
}

// speech is a formula's own sentence, which is English: readers of another
// language hear the MathML itself, in theirs.
func (h *Host) speech(sentence string) string {
	if h.model.Lang != lang.English {
		return ""
	}
	return sentence
}

// labelled gives MathML the spoken sentence as its accessible name.
func labelled(mathML, speech string) string {
	if speech == "" {
		return mathML
	}
	if rest, ok := strings.CutPrefix(mathML, "<math"); ok {
		return `<math aria-label="` + page.Escape(speech) + `"` + rest
	}
	return `<span role="math" aria-label="` + page.Escape(speech) + `">` + page.Escape(speech) + `</span>`
}

func move(x, y float64) string { return "translate(" + px(x) + "," + px(y) + ")" }

// fade is the opacity of a word on its way in or out.
func fade(v float64) string {
	if v <= 0 {
		return ""
	}
	return decimal(1 - v)
}
