//go:build !js

package e2e

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// alikeStates are links: every function in every lens, its corner and other
// places, and the inks of all themes. A window of its own makes each
// arrangement.
func alikeStates() (list []struct {
	link string
	w, h int
}) {
	windows := [][2]int{{880, 620}, {1280, 800}, {540, 900}}
	for _, window := range windows { // each is made once
		n := 0
		add := func(link string) {
			if !strings.Contains(link, "theme=") {
				link += "&theme=light" // a theme stays until another is asked for
			}
			if windows[n%len(windows)] == window {
				list = append(list, struct {
					link string
					w, h int
				}{link, window[0], window[1]})
			}
			n++
		}
		for i, fn := range functions() {
			for _, link := range []string{
				"lens=point&x=0&h=0.6",
				fmt.Sprintf("lens=sub&x=0&g=%.1f", []float64{0.4, 1.3, -0.6}[i%3]),
				fmt.Sprintf("lens=dist&c=%.1f&w=1.2&p=%.1f", 0.3+float64(i)/10, 1+float64(i%9)/2),
				"lens=compare&g=0.3",
			} {
				add("fn=" + fn + "&" + link)
			}
		}
		for _, link := range []string{
			"fn=relu&lens=sub&x=1.4", "fn=abs&lens=sub&x=-0.6", "fn=square&lens=sub&x=0.7", "fn=minusabs&lens=sub&x=0.5",
			"fn=relu&lens=sub&x=0&g=0", "fn=abs&lens=sub&x=0&g=-1", "fn=kink&lens=sub&x=0&a=-1.5", "fn=leaky&lens=sub&x=0&a=0.5&g=0.7",
			"fn=relu&lens=compare&s=-0.5&w=0.8", "fn=abs&lens=compare&s=0.4&theme=dark",
			"fn=relu&lens=sub&x=0&theme=dark", "fn=abs&lens=sub&x=0&g=1.2&theme=dark", "fn=sqrtabs&lens=sub&x=0&theme=contrast",
			"fn=relu&lens=sub&x=0&theme=contrast", "fn=relu&lens=dist&p=4&theme=dark", "fn=cantor&lens=point&x=0.5&theme=contrast",
		} {
			add(link)
		}
	}
	return list
}

// Bounds of a difference between painters, of 255.
const (
	wholeBound = 0.3 // of the mean of a picture
	patchBound = 4 // of the mean of a patch, see patch
)

// tryPainters compares what the two painters make of the same state. On average
// they may hardly differ, no pixel may differ from all of its neighbours in the
// other picture, since edges agree within a pixel, and nowhere may one be
// brighter than the other over a patch.
//
// One page shows all states, first by the GPU and then, as where it is lost, by
// SVG.
func tryPainters(v *visit) {
	v.open("/#lens=point")
	size := [2]int{}
	var worst Difference
	for _, s := range alikeStates() {
		if is := [2]int{s.w, s.h}; is != size {
			size = is
			v.must(v.Emulate(Screen{W: s.w, H: s.h}))
			v.must(v.Settle(soon))
		}
		v.shown("gpu", s.link)
		gpu, err := v.Screenshot()
		v.must(err)
		v.shown("svg", "")
		d := v.unlike(gpu)
		v.shown("gpu", "")
		worst.Mean, worst.Off, worst.Patch = max(worst.Mean, d.Mean), max(worst.Off, d.Off), max(worst.Patch, d.Patch)
	}
	v.Logf("the painters differ by %.3f of 255 at the most, %.2f in a patch, %.4f%% of the pixels off", worst.Mean, worst.Patch, 100*worst.Off)
	v.clean()
}

// shown has a painter paint a state, or the one before, and waits until it has.
func (v *visit) shown(painter, link string) {
	v.Helper()
	v.must(v.Eval(`const root = document.querySelector('[data-relu-figure]'), [painter, link] = arguments;
		root.dataset.painter = painter;
		if (link) {
			root.dispatchEvent(new CustomEvent('relu-show', {detail: link}));
			root.dispatchEvent(new CustomEvent('relu-land'));
		}
		for (const a of document.getAnimations()) a.finish(); // of colours
		return (async () => {
			for (let n = 0; n < 2 || __e2e.waiting > 0; n++) await new Promise(done => requestAnimationFrame(done));
		})()`, nil, painter, link))
}

// unlike compares a picture with the page, and tells of what is too much.
func (v *visit) unlike(gpu image.Image) (d Difference) {
	v.Helper()
	var svg image.Image
	much := true
	// Firefox may still give the picture of an earlier frame.
	for end := time.Now().Add(2 * time.Second); much; {
		var err error
		svg, err = v.Screenshot()
		v.must(err)
		d = compare(gpu, svg)
		much = d.Mean > wholeBound || d.Off > 0.001 || d.Patch > patchBound
		if v.Engine != Firefox || time.Now().After(end) {
			break
		}
	}
	if much {
		var link string
		v.inRoot(0, "root.dataset.link", &link)
		v.Errorf("%v, %s: the painters differ by %.3f of 255 on average, by %.2f around %v, and %.4f%% of the pixels are off", gpu.Bounds().Size(), link, d.Mean, d.Patch, d.Where, 100*d.Off)
		v.keep(link+"-gpu", gpu)
		v.keep(link+"-svg", svg)
	}
	return d
}

// keep writes a picture into the ignored folder .shots, for looking at.
func (v *visit) keep(name string, m image.Image) {
	v.Helper()
	var out bytes.Buffer
	v.must(png.Encode(&out, m))
	dir := filepath.Join("..", "..", ".shots", "failed")
	v.must(os.MkdirAll(dir, 0o755))
	file := filepath.Join(dir, string(v.Engine)+"-"+name+".png")
	v.must(os.WriteFile(file, out.Bytes(), 0o644))
	v.Logf("kept %s", file)
}
