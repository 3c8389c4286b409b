//go:build js

package host

import (
	"strconv"
	"strings"
	"syscall/js"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/svg"
	"relu-three-ways/render/theme"
)

// reels is the film that was asked for last: its frames are drawn one after another.
type reels struct {
	reel *svg.Reel
	of   string // what it was asked for by
}

// film draws a frame of a film; see relu-draw in talk.go.
func (h *Host) film(ask, film js.Value, link string, w, height float64, inks theme.Theme, id string, take svg.Take) {
	number := func(key string) float64 {
		if v := film.Get(key); v.Type() == js.TypeNumber {
			return v.Float()
		}
		return 0
	}
	texts := func(key string) (s []string) {
		v := film.Get(key)
		for i := 0; v.Truthy() && i < min(v.Length(), 99); i++ {
			s = append(s, text(v.Index(i)))
		}
		return s
	}
	play, title, rate, dwell := text(film.Get("play")), text(film.Get("title")), int(number("rate")), number("dwell")
	steps, says := texts("steps"), texts("says")
	of := strings.Join([]string{link, play, title, inks.Name, id, strconv.Itoa(rate), fixed(dwell), fixed(w), fixed(height), strconv.FormatBool(take.Clear), strconv.FormatBool(take.White), strings.Join(steps, "\n"), strings.Join(says, "\n")}, "\n\n")
	if h.reel == nil || h.of != of {
		h.reel, h.of = nil, ""
		f, ok := figure.NewFilm(play, link, steps, dwell)
		if !ok { // nothing is played any more
			return
		}
		h.reel, h.of = svg.NewReel(f, title, says, w, height, inks, rate, id, take), of
	}
	film.Set("frames", h.reel.Frames())
	if v := film.Get("frame"); v.Type() == js.TypeNumber {
		ask.Set("svg", h.reel.Picture(v.Int()))
	} else {
		h.reel, h.of = nil, "" // only its length was asked for, or it is over
	}
}

// fixed is a number as text.
func fixed(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
