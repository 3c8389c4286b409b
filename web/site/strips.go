//go:build !js

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/svg"
	"relu-three-ways/render/theme"
	"relu-three-ways/web/e2e"
)

// strip is a film on one sheet: the same part of the picture at many moments.
type strip struct {
	name   string
	frames []figure.Model
	ask    scene.Ask  // size of the picture
	crop   scene.Rect // what is shown of it
	across int        // frames in a row
	scale  float64
	every  int // so many frames are drawn for one that is shown; 0 is 1
}

// hands are the drags that are filmed: a control is led to a value and let go.
var hands = [...]struct {
	name, link string
	control    figure.Control
	to         float64
	w, h       float64
}{
	{"tangent", "x=1.4", figure.X, 0, 1440, 900},
	{"cube", "fn=cube&lens=sub&x=-1", figure.X, 1.2, 1440, 900},
	{"slope", "lens=sub&x=0&g=0.4", figure.G, 1.6, 1280, 600},
	{"width", "lens=dist&w=1.4", figure.W, 0.5, 1440, 900},
	{"probe", "fn=abs&lens=dist&c=0.8", figure.C, 3, 1366, 768},
	{"dial", "fn=kink&lens=sub&x=0&a=0", figure.A, 1.5, 390, 844},
}

// stripList has, for each function and each of its derivations, the lines at
// every tenth and the whole picture at every quarter, each change of lens, and the
// drags of some hands.
func stripList() (list []strip) {
	for _, k := range figure.Catalogue() {
		for _, order := range []string{"", "2"} {
			link := "lens=dist&fn=" + k.String()
			if order != "" {
				link += "&order=2"
				if m, _ := figure.Parse(link); m.Order != figure.Second {
					continue // the second derivative is not derived
				}
			}
			name := k.String() + order
			desk := scene.Ask{W: 1440, H: 900, Theme: theme.Light()}
			list = append(list,
				strip{name: name + "-lines", frames: film(link, 0.1), ask: desk, crop: scene.Rect{X: 40, Y: 296, W: 460, H: 400}, across: 7, scale: 0.6},
				strip{name: name + "-picture", frames: film(link, 0.25), ask: desk, crop: scene.Rect{X: 0, Y: 84, W: 1440, H: 750}, across: 4, scale: 0.4},
				strip{name: name + "-phone", frames: film(link, 0.5), ask: scene.Ask{W: 390, H: 844, Theme: theme.Dark()}, crop: scene.Rect{W: 390, H: 900}, across: 5, scale: 0.8})
		}
	}
	whole := scene.Rect{Y: 84, W: 1440, H: 750}
	for from := range figure.Lenses {
		for to := range figure.Lenses {
			if from == to {
				continue
			}
			m, _ := figure.Parse("x=0")
			m = figure.Update(m, figure.Look{Lens: from})
			m = figure.Update(figure.Update(m, figure.Tick{Seconds: 1}), figure.Look{Lens: to})
			s := strip{name: "turn-" + figure.LensName(from) + "-" + figure.LensName(to), ask: scene.Ask{W: 1440, H: 900, Theme: theme.Light()}, crop: whole, across: 4, scale: 0.4}
			for range 12 {
				s.frames = append(s.frames, m)
				m = figure.Update(m, figure.Tick{Seconds: 0.52 / 11})
			}
			list = append(list, s)
		}
	}
	for _, h := range hands {
		s := strip{name: "drag-" + h.name, frames: drag(h.link, h.control, h.to), ask: scene.Ask{W: h.w, H: h.h, Theme: theme.Light()}, crop: scene.Rect{W: h.w, H: h.h}, across: 4, scale: 0.7, every: 3}
		if h.w > 900 { // the words stand beside it
			s.crop = scene.Rect{X: 0.36 * h.w, Y: 80, W: 0.64 * h.w, H: h.h - 140}
		}
		list = append(list, s)
	}
	m := figure.Update(figure.New(), figure.Assign{Control: figure.X, To: 0})
	s := strip{name: "turn-secants", ask: scene.Ask{W: 1440, H: 900, Theme: theme.Light()}, crop: whole, across: 4, scale: 0.4}
	for range 8 {
		s.frames = append(s.frames, m)
		m = figure.Update(m, figure.Tick{Seconds: 0.32 / 7})
	}
	return append(list, s)
}

// film is the derivation from line 1 to line 5 in steps of so many lines.
func film(link string, step float64) (frames []figure.Model) {
	m, _ := figure.Parse(link)
	for i := 0.0; i <= 4+step/2; i += step {
		frames = append(frames, figure.Update(m, figure.Assign{Control: figure.P, To: 1 + i}))
	}
	return frames
}

// drag is a hand that leads a control to a value in three quarters of a second and
// lets go, sixty frames a second.
func drag(link string, c figure.Control, to float64) (frames []figure.Model) {
	const n, frame = 45, 1. / 60
	m, _ := figure.Parse(link)
	from := figure.Slider(m, c).Now
	frames = append(frames, m, m, m)
	m = figure.Update(m, figure.Grab{Control: c})
	for i := range n {
		m = figure.Update(m, figure.Tick{Seconds: frame})
		m = figure.Update(m, figure.Drag{Control: c, To: from + (to-from)*float64(i+1)/n, Pull: 0.05})
		frames = append(frames, m)
	}
	m = figure.Update(m, figure.Release{Control: c})
	for range 18 {
		frames = append(frames, m)
		m = figure.Update(m, figure.Tick{Seconds: frame})
	}
	return frames
}

// strips writes the films whose names begin with one of the words, or all,
// into .strips/, which is not under version control.
func (j *job) strips(words []string) error {
	list := stripList()
	if len(words) > 0 {
		list = slices.DeleteFunc(list, func(s strip) bool {
			return !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(s.name, w) })
		})
	}
	if len(list) == 0 {
		return fmt.Errorf("no film begins with any of the words %q", words)
	}
	if err := j.installTools(); err != nil {
		return err
	}
	if err := os.MkdirAll(".strips", 0o755); err != nil {
		return err
	}
	fonts, err := filepath.Abs(filepath.Join("assets", "fonts"))
	if err != nil {
		return err
	}
	b, err := e2e.Start(e2e.Chromium, e2e.Options{Scale: 1})
	if err != nil {
		return err
	}
	defer b.Close()
	for _, s := range list {
		html, w, h := s.sheet(fonts)
		page := filepath.Join(os.TempDir(), "strip.html")
		if err := os.WriteFile(page, []byte(html), 0o644); err != nil {
			return err
		}
		if err := b.Emulate(e2e.Screen{W: w, H: h}); err != nil {
			return err
		}
		if err := b.Navigate("file://" + page); err != nil {
			return err
		}
		raw, err := b.ScreenshotPNG()
		if err != nil {
			return err
		}
		file := filepath.Join(".strips", s.name+".png")
		if err := os.WriteFile(file, raw, 0o644); err != nil {
			return err
		}
		fmt.Println(file)
	}
	return nil
}

// sheet is the page of a strip and its size.
func (s strip) sheet(fonts string) (html string, w, h int) {
	var b strings.Builder
	b.WriteString(`<!doctype html><meta charset="utf-8"><style>
@font-face{font-family:"Source Sans 3";font-weight:400 600;src:url("file://` + fonts + `/source-sans-3.woff2")}
@font-face{font-family:"STIX Two Text";font-weight:400 600;src:url("file://` + fonts + `/stix-two-text.woff2")}
body{margin:0;background:#888}div{position:absolute;overflow:hidden}b{position:absolute;right:4px;top:2px;font:11px sans-serif;color:#c00}svg{position:absolute;transform-origin:0 0}</style>`)
	fw, fh := s.crop.W*s.scale, s.crop.H*s.scale
	var frame scene.Frame
	every := max(s.every, 1)
	for i, m := range s.frames {
		scene.Draw(&frame, m, s.ask)
		if i%every > 0 {
			continue
		}
		i /= every
		x, y := float64(i%s.across)*(fw+2), float64(i/s.across)*(fh+2)
		fmt.Fprintf(&b, `<div style="left:%gpx;top:%gpx;width:%gpx;height:%gpx"><span style="position:absolute;transform-origin:0 0;transform:scale(%g) translate(%gpx,%gpx)">`, x, y, fw, fh, s.scale, -s.crop.X, -s.crop.Y)
		svg.Draw(&b, &frame, s.ask.Theme, svg.Options{Words: true, Paper: true, ID: strconv.Itoa(i)})
		fmt.Fprintf(&b, `</span><b>%.2f</b></div>`, m.P)
	}
	rows := ((len(s.frames)+every-1)/every + s.across - 1) / s.across
	return b.String(), int(float64(s.across)*(fw+2)) + 1, int(float64(rows)*(fh+2)) + 1
}
