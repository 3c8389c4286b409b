//go:build js

package host

import (
	"strings"
	"syscall/js"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/svg"
	"relu-three-ways/render/theme"
)

// A figure and the page around it talk by events on the root:
//
//	relu-steer   in: detail is a link; what it says is shown, the rest stays
//	relu-show    in: the same, but what it leaves unsaid takes its default
//	relu-land    in: ends at once what either began
//	relu-check   in: detail is {link}, or {link, onto} for a link that is read
//	             onto another; what is wrong with it is put into
//	             detail.warnings, a line for each. If the link is for the
//	             figure alone, {link, alone: true}, that includes keys that
//	             mean nothing to it
//	relu-scheme  in: the root's data-scheme, light or dark, is another one;
//	             it is what theme=auto means, instead of the system's
//	relu-play    in: plays the derivation; relu-pause stops it
//	relu-halt    in: stops whatever plays
//	relu-next    in: goes to the next line; relu-prev to the one before
//	relu-title   in: detail is the title of a lecture's scene, in place of the question
//	relu-draw    in: detail is {link, width, height, theme, id, alone, white,
//	             clear, plain, sources}, see svg.Take; its picture is put into
//	             detail.svg, its ids beginning with id. The figure itself does
//	             not change. With film, {play, steps, dwell, title, says, rate,
//	             frame}, it is a frame of a film of the link, from 0, and
//	             film.frames is how many there are: play is derivation, shrink,
//	             sweep, descent (of an optimiser) or steps, to which links it
//	             goes, resting for dwell seconds on each. Without frame nothing is drawn
//	relu-change  out: detail is figure.Report, as an object; only while the root
//	             has the attribute data-reports
func (h *Host) bindTalk() {
	steer := func(e figure.Event) {
		h.Send(e)
		if !h.box.Call("insight").Bool() { // nobody sees it glide
			h.Send(figure.Land{})
		}
	}
	h.on(h.root, "relu-steer", func(e js.Value) {
		link := text(e.Get("detail"))
		h.warn(h.model.Amiss(link))
		steer(figure.Steer{Link: link})
	})
	h.on(h.root, "relu-show", func(e js.Value) { steer(figure.Show{Link: text(e.Get("detail"))}) })
	h.on(h.root, "relu-land", func(js.Value) { h.Send(figure.Land{}) })
	h.on(h.root, "relu-check", func(e js.Value) {
		d := e.Get("detail")
		link := text(d.Get("link"))
		_, warnings := figure.Parse(link)
		if onto := d.Get("onto"); onto.Type() == js.TypeString {
			m, _ := figure.Parse(onto.String())
			warnings = m.Amiss(link)
		}
		if d.Get("alone").Truthy() {
			warnings = append(warnings, figure.Unknown(link)...)
		}
		for i, w := range warnings {
			warnings[i], _ = h.model.Lang.Find(w) // numbers stay as they are in an address
		}
		d.Set("warnings", strings.Join(warnings, "\n"))
	})
	h.on(h.root, "relu-scheme", func(js.Value) {
		h.chooseTheme()
		h.draw()
	})
	h.on(h.root, "relu-play", func(js.Value) { h.Send(figure.Play{On: true}) })
	h.on(h.root, "relu-pause", func(js.Value) { h.Send(figure.Play{On: false}) })
	h.on(h.root, "relu-halt", func(js.Value) {
		for _, e := range []figure.Event{figure.Play{}, figure.Shrink{}, figure.Stroll{}, figure.Land{}} {
			h.Send(e)
		}
	})
	h.on(h.root, "relu-next", func(js.Value) { h.Send(figure.StepTo{Dir: 1}) })
	h.on(h.root, "relu-prev", func(js.Value) { h.Send(figure.StepTo{Dir: -1}) })
	h.on(h.root, "relu-title", func(e js.Value) {
		if t := text(e.Get("detail")); t != h.title {
			h.title = t
			h.rootNode.attr("data-scene", t) // for another program of this figure
			h.draw()
		}
	})
	h.on(h.root, "relu-draw", func(e js.Value) { h.handOver(e.Get("detail")) })
}

// report tells the page what the figure shows, if the page has asked for it.
func (h *Host) report() {
	if !h.root.Call("hasAttribute", "data-reports").Bool() {
		return
	}
	h.box.Call("report", figure.Report(h.model))
}

// handOver draws what a link says, whatever the figure shows now, for a picture
// to take away. An invalid size means that of a slide.
func (h *Host) handOver(ask js.Value) {
	if ask.Type() != js.TypeObject {
		return
	}
	size := func(key string, otherwise float64) float64 {
		if v := ask.Get(key); v.Type() == js.TypeNumber && v.Float() >= 240 && v.Float() <= 8192 {
			return v.Float()
		}
		return otherwise
	}
	inks := theme.Light()
	for _, t := range theme.Themes() {
		if t.Name == text(ask.Get("theme")) {
			inks = t
		}
	}
	is := func(key string) bool { return ask.Get(key).Truthy() }
	take := svg.Take{Alone: is("alone"), White: is("white"), Clear: is("clear"), Plain: is("plain"), Sources: is("sources")}
	w, height := size("width", 1920), size("height", 1080)
	link, id := strings.TrimPrefix(text(ask.Get("link")), "#"), plain(text(ask.Get("id")))
	if film := ask.Get("film"); film.Type() == js.TypeObject {
		h.film(ask, film, link, w, height, inks, id, take)
		return
	}
	m, _ := figure.Parse(link)
	ask.Set("svg", svg.Titled(m, text(ask.Get("title")), w, height, inks, id, take))
}

// plain keeps the letters and digits of a text.
func plain(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
		}
	}
	return b.String()
}
