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
)

// Bounds of how far two painters may be apart, of 255.
const (
	wholeBound = 0.3 // for the mean of a picture
	patchBound = 7   // for the mean of a patch: what edges come to where lines crowd
)

// state is a link and the window that it is seen in.
type state struct {
	link string
	w, h int
}

// paintedStates are every function in every lens, at its corner and elsewhere, in
// all themes and three arrangements, one window after the other.
func paintedStates() []state {
	windows := [...][2]int{{1280, 800}, {880, 620}, {540, 900}}
	var in [len(windows)][]state
	n := 0
	add := func(link string) {
		if !strings.Contains(link, "theme=") {
			link += "&theme=light" // a theme stays until another is asked for
		}
		i := n % len(windows)
		in[i] = append(in[i], state{link, windows[i][0], windows[i][1]})
		n++
	}
	for i, fn := range functions() {
		add("fn=" + fn + "&lens=point&x=0&h=0.6")
		add(fmt.Sprintf("fn=%s&lens=sub&x=0&g=%.1f", fn, [...]float64{0.4, 1.3, -0.6}[i%3]))
		add(fmt.Sprintf("fn=%s&lens=dist&c=%.1f&w=1.2&p=%.1f", fn, 0.3+float64(i)/10, 1+float64(i%9)/2))
		add("fn=" + fn + "&lens=compare&g=0.3")
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
	return append(append(in[0], in[1]...), in[2]...)
}

// tryPainters compares what the two painters make of the same states: all of
// them in Chromium, every third elsewhere. On average they may hardly differ; no
// pixel may differ from all of its neighbours in the other picture, since edges
// agree within a pixel; and nowhere may there be a patch of another brightness.
//
// One page shows all states, each by the GPU and then by SVG, as where the GPU is
// lost.
func tryPainters(v *visit) {
	v.open("/#lens=point")
	var window [2]int
	var most Difference
	for i, s := range paintedStates() {
		if v.Engine != Chromium && i%3 != 0 {
			continue
		}
		if is := [2]int{s.w, s.h}; is != window {
			window = is
			v.must(v.Emulate(Screen{W: s.w, H: s.h}))
			v.must(v.Settle(soon))
		}
		d := v.unlike(s)
		most.Mean, most.Off, most.Patch = max(most.Mean, d.Mean), max(most.Off, d.Off), max(most.Patch, d.Patch)
	}
	v.Logf("the painters differ by %.3f of 255 at the most, by %.2f in a patch, and %.4f%% of the pixels are off", most.Mean, most.Patch, 100*most.Off)
	v.clean()
}

// unlike is how far the pictures of a state are apart. It tries again before it
// fails: an engine may give a picture of an earlier frame.
func (v *visit) unlike(s state) (d Difference) {
	v.Helper()
	var gpu, svg image.Image
	for range 3 {
		gpu, svg = v.painted("gpu", s.link), v.painted("svg", s.link)
		d = compare(gpu, svg)
		if d.Mean <= wholeBound && d.Off <= 0.001 && d.Patch <= patchBound {
			return d
		}
	}
	v.Errorf("%s in %d × %d: the painters differ by %.3f of 255, by %.2f around %v, and %.4f%% of the pixels are off", s.link, s.w, s.h, d.Mean, d.Patch, d.Where, 100*d.Off)
	v.keep(s.link+"-gpu", gpu)
	v.keep(s.link+"-svg", svg)
	return d
}

// painted is what a painter makes of a link. Nothing moves or fades any more.
func (v *visit) painted(painter, link string) image.Image {
	v.Helper()
	v.must(v.Eval(`const root = document.querySelector('[data-relu-figure]');
		root.dataset.painter = arguments[0];
		root.dispatchEvent(new CustomEvent('relu-show', {detail: arguments[1]}));
		root.dispatchEvent(new CustomEvent('relu-land'));
		for (const a of document.getAnimations()) a.finish(); // of colours
		return (async () => {
			for (let n = 0; n < 2 || __e2e.waiting > 0; n++) await new Promise(done => requestAnimationFrame(done));
		})()`, nil, painter, link))
	m, err := v.Screenshot()
	v.must(err)
	return m
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
