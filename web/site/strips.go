//go:build !js

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"relu-three-ways/math/calculus"
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
}

// stripList has, for each function and each of its derivations, the lines at
// every tenth and the whole picture at every quarter, and each change of lens.
func stripList() (list []strip) {
	for k := range calculus.Kinds {
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
@font-face{font-family:"Source Sans 3";src:url("file://` + fonts + `/source-sans-3-400.woff2")}
@font-face{font-family:"Source Sans 3";font-weight:600;src:url("file://` + fonts + `/source-sans-3-600.woff2")}
@font-face{font-family:"STIX Two Text";src:url("file://` + fonts + `/stix-two-text-400.woff2")}
body{margin:0;background:#888}div{position:absolute;overflow:hidden}b{position:absolute;right:4px;top:2px;font:11px sans-serif;color:#c00}svg{position:absolute;transform-origin:0 0}</style>`)
	fw, fh := s.crop.W*s.scale, s.crop.H*s.scale
	var frame scene.Frame
	for i, m := range s.frames {
		scene.Draw(&frame, m, s.ask)
		x, y := float64(i%s.across)*(fw+2), float64(i/s.across)*(fh+2)
		fmt.Fprintf(&b, `<div style="left:%gpx;top:%gpx;width:%gpx;height:%gpx"><span style="position:absolute;transform-origin:0 0;transform:scale(%g) translate(%gpx,%gpx)">`, x, y, fw, fh, s.scale, -s.crop.X, -s.crop.Y)
		svg.Draw(&b, &frame, s.ask.Theme, svg.Options{Words: true, Paper: true, ID: strconv.Itoa(i)})
		fmt.Fprintf(&b, `</span><b>%.2f</b></div>`, m.P)
	}
	rows := (len(s.frames) + s.across - 1) / s.across
	return b.String(), int(float64(s.across)*(fw+2)) + 1, int(float64(rows)*(fh+2)) + 1
}
