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

// strip is a film of the derivation on one sheet: the same part of the picture
// at many places of it.
type strip struct {
	name   string
	link   string     // of the state, without p
	ask    scene.Ask  // size of the picture
	crop   scene.Rect // what is shown of it
	step   float64    // lines between two frames
	across int        // frames in a row
	scale  float64
}

// stripList has, for each function and each of its derivations, the lines at
// every tenth and the whole picture at every quarter.
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
				strip{name: name + "-lines", link: link, ask: desk, crop: scene.Rect{X: 40, Y: 296, W: 460, H: 400}, step: 0.1, across: 7, scale: 0.6},
				strip{name: name + "-picture", link: link, ask: desk, crop: scene.Rect{X: 0, Y: 84, W: 1440, H: 750}, step: 0.25, across: 4, scale: 0.4},
				strip{name: name + "-phone", link: link, ask: scene.Ask{W: 390, H: 844, Theme: theme.Dark()}, crop: scene.Rect{W: 390, H: 900}, step: 0.5, across: 5, scale: 0.8})
		}
	}
	return list
}

// strips writes the films whose names begin with one of the words, or all,
// into .strips/, which is not under version control.
func strips(words []string) error {
	if err := installTools(); err != nil {
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
	for _, s := range stripList() {
		if len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(s.name, w) }) {
			continue
		}
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
	m, _ := figure.Parse(s.link)
	var frame scene.Frame
	n := int(4/s.step + 0.5)
	for i := 0; i <= n; i++ {
		p := 1 + float64(i)*s.step
		scene.Draw(&frame, figure.Update(m, figure.Assign{Control: figure.P, To: p}), s.ask)
		x, y := float64(i%s.across)*(fw+2), float64(i/s.across)*(fh+2)
		fmt.Fprintf(&b, `<div style="left:%gpx;top:%gpx;width:%gpx;height:%gpx"><span style="position:absolute;transform-origin:0 0;transform:scale(%g) translate(%gpx,%gpx)">`, x, y, fw, fh, s.scale, -s.crop.X, -s.crop.Y)
		svg.Draw(&b, &frame, s.ask.Theme, svg.Options{Words: true, Paper: true, ID: strconv.Itoa(i)})
		fmt.Fprintf(&b, `</span><b>%.2f</b></div>`, p)
	}
	rows := n/s.across + 1
	return b.String(), int(float64(s.across)*(fw+2)) + 1, int(float64(rows)*(fh+2)) + 1
}
