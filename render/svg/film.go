package svg

import (
	"relu-three-ways/render/figure"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

// Reel draws the frames of a film as pictures that stand alone. In motion a label
// is where the frame before leads it, so each frame is drawn after the one before,
// whichever are asked for: a frame is a function of its number.
type Reel struct {
	film  figure.Film
	says  []string // the sentence at the foot, at first and after each cue; an empty one leaves it
	title string   // in figure's markup; without it, the lens's question
	ask   scene.Ask
	beats int // of a frame
	id    string
	clear bool // there is to be no paper under it

	drawn int // how many frames are
	now   figure.Showing
	frame scene.Frame
}

// NewReel makes a reel of a film, with so many frames a second (a divisor of
// figure.BeatsASecond; otherwise it is 30). Of what is taken away the paper counts; if it
// is none, the frames have a sheet still, which says what is under their edges.
func NewReel(f figure.Film, title string, says []string, w, h float64, t theme.Theme, rate int, id string, take Take) *Reel {
	if rate < 1 || figure.BeatsASecond%rate != 0 {
		rate = 30
	}
	f.Start.UI = figure.UILecture
	t = take.paper(t)
	r := &Reel{film: f, says: says, title: title, beats: figure.BeatsASecond / rate, id: id, clear: take.Clear}
	r.ask = scene.Ask{W: w, H: h, Theme: t, Title: title, Still: true, Bare: true}
	scene.Draw(&r.frame, f.Start, r.ask)
	r.film.Start = figure.Update(f.Start, figure.Resize{Window: r.frame.Window})
	return r
}

// Frames is how many frames there are: one at the beginning, and the last at the
// end or after it.
func (r *Reel) Frames() int { return (r.film.Beats+r.beats-1)/r.beats + 1 }

// Picture is a frame, from 0; beyond the last it is the last.
func (r *Reel) Picture(n int) string {
	n = min(max(n, 0), r.Frames()-1)
	if n < r.drawn-1 {
		r.drawn = 0
	}
	for r.drawn <= n {
		r.draw()
	}
	title := r.title
	if title == "" {
		title = figure.Question(r.now.Model).String()
	}
	sentence := ""
	for i, s := range r.says {
		if i <= r.now.Done && s != "" {
			sentence = s
		}
	}
	return slide(&r.frame, r.now.Model, r.ask.Theme, Options{Words: true, Paper: true, Clear: r.clear, ID: r.id, Alone: true}, "", title, sentence)
}

// draw draws the next frame.
func (r *Reel) draw() {
	if r.drawn == 0 {
		r.frame = scene.Frame{}
		r.now = r.film.Begin()
	} else {
		r.now = r.film.On(r.now, r.drawn*r.beats)
	}
	r.drawn++
	scene.Draw(&r.frame, r.now.Model, r.ask)
	if r.frame.Window != r.now.Model.Window { // another lens shows more of x, or less
		r.now.Model = figure.Update(r.now.Model, figure.Resize{Window: r.frame.Window})
		scene.Draw(&r.frame, r.now.Model, r.ask)
	}
}

// foot writes the sentence of a lecture's scene where the lecture has it; see
// .lec-say in lecture.css.
func (p *painter) foot(f *scene.Frame, text string) {
	if text == "" {
		return
	}
	k := min(f.W/1920, f.H/1080)
	const size, lead, room = 33, 38, 80
	lines := even(metrics.Serif400, text, size*k, 1500*k)
	y := f.H/2 + 454*k + max(0, room-float64(len(lines))*lead)*k/2
	for i, line := range lines {
		p.text(f.W/2-864*k, y+(float64(i)*lead+29)*k, size*k, "start", serif, "", theme.Ink, line)
	}
}
