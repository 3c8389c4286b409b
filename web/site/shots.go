//go:build !js

package main

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"relu-three-ways/render/figure"
	"relu-three-ways/web/e2e"
)

// shot is one screenshot: a link at a size.
type shot struct {
	name []string // words of its file's name, by which arguments choose
	link string
	w, h int // CSS px
}

// shotList is every lens × size × theme, and a few functions that are hard to
// draw.
func shotList() (list []shot) {
	const state = "x=0&g=0.4&c=0.8&w=1.4&p=4"
	for _, size := range []struct {
		name string
		w, h int
		more string
	}{
		{"desktop", 1440, 900, ""}, {"embed", 720, 420, ""}, {"phone", 390, 844, ""}, {"projector", 1920, 1080, "&ui=lecture"},
	} {
		for _, theme := range []string{"light", "dark"} {
			look := "&theme=" + theme + size.more
			for _, lens := range []string{"point", "sub", "dist", "compare"} {
				list = append(list, shot{name: []string{size.name, theme, lens}, link: state + "&lens=" + lens + look, w: size.w, h: size.h})
			}
			if size.name == "projector" {
				continue
			}
			for _, other := range []struct{ name, link string }{
				{"tangent", "x=1.4&lens=point"},
				{"violation", "x=0&g=1.3&lens=sub"},
				{"minusabs", "fn=minusabs&x=0&lens=sub"},
				{"heaviside", "fn=heaviside&x=0&lens=dist&p=5"},
				{"cantor", "fn=cantor&x=0.5&lens=point"},
				{"sqrtabs", "fn=sqrtabs&x=0&lens=compare"},
				{"kink", "fn=kink&a=-0.5&x=0&lens=compare"},
			} {
				list = append(list, shot{name: []string{size.name, theme, other.name}, link: other.link + look, w: size.w, h: size.h})
			}
		}
	}
	return list
}

// shots writes the screenshots whose names have every one of the words into
// .shots/, which is not under version control. The word 2x doubles the pixels.
func (j *job) shots(words []string) error {
	scale := 1.0
	if i := slices.Index(words, "2x"); i >= 0 {
		scale, words = 2, slices.Delete(slices.Clone(words), i, i+1)
	}
	var list []shot
	for _, s := range shotList() {
		if !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(s.name, w) }) {
			list = append(list, s)
		}
	}
	if len(list) == 0 {
		return fmt.Errorf("no screenshot matches all of the words %q", words)
	}
	if err := os.MkdirAll(".shots", 0o755); err != nil {
		return err
	}
	return j.withPage(scale, func(b *e2e.Browser, url string) error {
		for _, s := range list {
			file := filepath.Join(".shots", strings.Join(s.name, "-")+".png")
			if err := photograph(b, url+"/#"+s.link, s.w, s.h, file); err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
			fmt.Println(file)
		}
		return nil
	})
}

// picture writes the README's picture, of the running figure, and those that other sites
// show of the page and of each function as it opens, as one takes them away: without
// what belongs to a page.
func (j *job) picture() error {
	readme := filepath.Join("assets", "figure.png")
	if err := j.withPage(2, func(b *e2e.Browser, url string) error {
		return photograph(b, url+"/embed.html#x=0&lens=sub&g=0.4&theme=light", 1280, 800, readme)
	}); err != nil {
		return err
	}
	fmt.Println(readme)
	cards := [][2]string{{filepath.Join("assets", "og.png"), "x=0&lens=sub&g=0.4"}}
	for _, k := range figure.Catalogue() {
		cards = append(cards, [2]string{filepath.Join(statePictures, k.String()+".png"), "fn=" + k.String()})
	}
	return j.withPage(1, func(b *e2e.Browser, url string) error {
		if err := ready(b, url+"/embed.html", 1200, 630); err != nil {
			return err
		}
		for _, c := range cards {
			var card string
			if err := b.Eval(`const ask = {link: arguments[0], theme: 'light', handles: 'off', width: '1200px', height: 1920 * 630 / 1200};
				return (async () => { const p = await import('./picture.js'); return p.dataAddress(await p.pngFile(document.querySelector('[data-relu-figure]'), ask)) })()`, &card, c[1]); err != nil {
				return err
			}
			_, data, _ := strings.Cut(card, ",")
			raw, err := base64.StdEncoding.DecodeString(data)
			if err != nil {
				return err
			}
			if err := os.WriteFile(c[0], raw, 0o644); err != nil {
				return err
			}
			if err := fewColours(c[0]); err != nil {
				return err
			}
			fmt.Println(c[0])
		}
		return nil
	})
}

// fewColours writes a picture anew in the 256 colours that it has most of: a few inks and
// what is between them. It is a third of the size then, and looks the same.
func fewColours(file string) error {
	raw, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	img, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		return err
	}
	box, count := img.Bounds(), map[color.RGBA]int{}
	at := func(x, y int) color.RGBA { return color.RGBAModel.Convert(img.At(x, y)).(color.RGBA) }
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			count[at(x, y)]++
		}
	}
	colours := slices.SortedFunc(maps.Keys(count), func(a, b color.RGBA) int {
		key := func(c color.RGBA) int { return int(c.R)<<16 | int(c.G)<<8 | int(c.B) }
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(key(a), key(b)))
	})
	var palette color.Palette
	for _, c := range colours[:min(256, len(colours))] {
		palette = append(palette, c)
	}
	index := map[color.RGBA]uint8{}
	for _, c := range colours {
		index[c] = uint8(palette.Index(c))
	}
	small := image.NewPaletted(box, palette)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			small.SetColorIndex(x, y, index[at(x, y)])
		}
	}
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, small); err != nil {
		return err
	}
	return os.WriteFile(file, out.Bytes(), 0o644)
}

// withPage builds the page and gives it, served, to a function with a browser
// of a device pixel ratio.
func (j *job) withPage(scale float64, do func(b *e2e.Browser, url string) error) error {
	if err := j.build(); err != nil {
		return err
	}
	if err := j.installTools(); err != nil {
		return err
	}
	site, err := e2e.NewSite(dist)
	if err != nil {
		return err
	}
	defer site.Close()
	b, err := e2e.Start(e2e.Chromium, e2e.Options{Scale: scale})
	if err != nil {
		return err
	}
	defer b.Close()
	return do(b, site.URL)
}

// photograph opens a page and keeps what it shows once it is at rest.
func photograph(b *e2e.Browser, url string, w, h int, file string) error {
	if err := ready(b, url, w, h); err != nil {
		return err
	}
	raw, err := b.ScreenshotPNG()
	if err != nil {
		return err
	}
	return os.WriteFile(file, raw, 0o644)
}

// ready opens a page and waits until it is at rest.
func ready(b *e2e.Browser, url string, w, h int) error {
	const limit = 30 * time.Second
	if err := b.Navigate("about:blank"); err != nil { // else only the part after # would change
		return err
	}
	if err := b.Emulate(e2e.Screen{W: w, H: h}); err != nil {
		return err
	}
	if err := b.Navigate(url); err != nil {
		return err
	}
	if err := b.WaitFor("document.querySelector('[data-relu-figure]')?.dataset.state === 'ready'", limit); err != nil {
		return err
	}
	return b.Settle(limit)
}
