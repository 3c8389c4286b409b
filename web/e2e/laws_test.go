//go:build !js

package e2e

import (
	_ "embed"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
)

//go:embed laws.js
var lawsJS string

// room is an arrangement in which states are tried.
type room struct {
	w, h int
	ui   string
}

// rooms are windows of all arrangements.
func rooms() []room {
	return []room{
		{1440, 900, "full"}, {1280, 600, "full"}, {1024, 768, "full"}, {1366, 768, "full"}, {390, 844, "full"}, {320, 568, "full"}, {720, 420, "full"},
		{2560, 1440, "full"}, {640, 380, "full"}, {1280, 720, "lecture"},
	}
}

// anyLink is a state of the figure, anywhere.
func anyLink(r *rand.Rand) string {
	one := func(list ...string) string { return list[r.IntN(len(list))] }
	value := func(lo, hi float64, special ...string) string {
		if k := r.IntN(2 * (len(special) + 1)); k < len(special) {
			return special[k]
		}
		return fmt.Sprint(math.Round((lo+(hi-lo)*r.Float64())*100) / 100)
	}
	fn, lens := one(functions()...), one(lenses()...)
	link := "fn=" + fn + "&lens=" + lens + "&x=" + value(-3.3, 3.3, "0", "0", "1.4", "3.3", "-3.3")
	switch lens {
	case "sub", "compare":
		link += "&g=" + value(-2, 3, "0", "1", "0.4", "1.3")
	case "point":
		link += "&h=" + value(0.01, 2, "1", "0.001")
	case "dist":
		link += "&c=" + value(-3, 3, "0", "0.8", "3") + "&w=" + value(0.4, 3, "1.4", "0.05") + "&p=" + one("1", "2", "3", "4", "5")
	}
	if lens == "compare" {
		link += "&s=" + value(-1, 1, "0")
	}
	switch fn {
	case "kink":
		link += "&a=" + value(-1, 2, "0.5", "1")
	case "leaky":
		link += "&a=" + value(0, 0.99, "0.1")
	}
	return link
}

// tryLaws looks at real elements, whose widths are those of the real fonts: in a
// sample of states no word lies on another, on a handle, a control or a formula,
// or outside of the window, and every block holds its text.
func tryLaws(v *visit) {
	const each = 25
	r := rand.New(rand.NewPCG(12, 2))
	told := map[string]int{}
	states, broken := 0, 0
	for _, lang := range []string{"en", "de"} {
		ui := ""
		for _, room := range rooms() {
			if room.ui != ui {
				ui = room.ui
				v.must(v.Emulate(Screen{W: room.w, H: room.h, Reduced: true}))
				v.open("/embed.html#lang=" + lang + "&ui=" + ui)
				v.must(v.Eval(lawsJS, nil))
			}
			v.must(v.Emulate(Screen{W: room.w, H: room.h, Reduced: true}))
			v.waitRoot(`Math.abs(root.clientWidth - arguments[0]) <= 1`, room.w)
			v.must(v.Settle(soon))
			links := make([]string, each)
			for i := range links {
				links[i] = anyLink(r)
			}
			var faults [][]string
			v.inRoot(0, `laws.walk(root, arguments[0])`, &faults, links)
			for i, list := range faults {
				states++
				if len(list) > 0 {
					broken++
				}
				seen := map[string]bool{}
				for _, f := range list {
					kind, _, _ := strings.Cut(f, ":")
					if seen[kind] {
						continue
					}
					seen[kind] = true
					if told[kind]++; told[kind] <= 4 {
						v.Errorf("%d × %d, #%s&ui=%s&lang=%s: %s", room.w, room.h, links[i], room.ui, lang, f)
					}
				}
			}
		}
	}
	v.Logf("%d of %d states break a law: %v", broken, states, told)
	v.clean()
}

// tryLawsHeld drags handles and looks at every frame.
func tryLawsHeld(v *visit) {
	for _, room := range []room{{1280, 800, "full"}, {390, 844, "full"}} {
		v.must(v.Emulate(Screen{W: room.w, H: room.h}))
		v.open("/embed.html#x=1.4")
		v.must(v.Eval(lawsJS, nil))
		for _, film := range []struct {
			link, handle string
			dx, dy       float64
		}{
			{"x=1.4", "x", -200, 0},
			{"lens=sub&x=0&g=0.4", "slope g", 0, -80},
			{"lens=dist&c=0.8&p=4", "centre c", 90, 0},
		} {
			v.visitLink(film.link)
			at := v.slider(film.handle)
			v.inRoot(0, `laws.film.start(root)`, nil)
			way := Stroke{at}
			for i := 1.0; i <= 6; i++ {
				way = append(way, Place{at.X + film.dx*i/6, at.Y + film.dy*i/6})
			}
			v.must(v.Drag(Mouse, way))
			v.must(v.WaitFor(`document.querySelector('[data-relu-figure]').dataset.held !== 'true'`, soon))
			var got struct {
				Frames int
				Seen   []string
			}
			v.must(v.Eval(`return new Promise(done => setTimeout(() => done(laws.film.stop()), 400))`, &got)) // until what glides has come
			if got.Frames < 6 {
				v.Errorf("%s: %d frames were seen", film.link, got.Frames)
			}
			for _, f := range got.Seen[:min(3, len(got.Seen))] {
				v.Errorf("%d × %d, %s dragged from #%s: %s", room.w, room.h, film.handle, film.link, f)
			}
		}
	}
	v.clean()
}
