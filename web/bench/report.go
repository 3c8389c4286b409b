//go:build !js

package bench

import (
	"fmt"
	"strings"
	"time"
)

// describes a metric in words, with its unit.
func describes(m metric) string {
	if rest, ok := strings.CutPrefix(string(m), "throttled "); ok {
		return "throttled, " + describes(metric(rest))
	}
	switch m {
	case transfer:
		return "transfer kB"
	case smallest:
		return "files as brotli kB"
	case worker:
		return "kept for work without a network kB"
	case firstInk:
		return "first paint ms"
	case painting:
		return "scene painted ms"
	case answering:
		return "interactive ms"
	case shift:
		return "layout shift"
	case jumping:
		return "largest jump, share of pixels"
	case perMove:
		return "main thread ms per drag move"
	case perSecond:
		return "frames a second while dragged"
	case asleep:
		return "CPU s in 10 s at rest"
	case heapSize:
		return "JavaScript heap MB"
	case wasmSize:
		return "WebAssembly memory MB"
	case wholeSize:
		return "whole browser MB (PSS)"
	}
	return string(m)
}

// table writes rows of metrics.
func (r *results) table(out *strings.Builder, first string, rows []string, columns ...metric) {
	heads := []string{first}
	for _, c := range columns {
		heads = append(heads, describes(c))
	}
	line(out, heads...)
	fmt.Fprintln(out, "|---"+strings.Repeat("|---:", len(columns))+"|")
	for _, row := range rows {
		cells := []string{row}
		for _, c := range columns {
			cells = append(cells, r.cell(row, c))
		}
		line(out, cells...)
	}
	fmt.Fprintln(out)
}

func line(out *strings.Builder, cells ...string) {
	fmt.Fprintln(out, "| "+strings.Join(cells, " | ")+" |")
}

// report writes the document. Every figure in it comes from the run.
func (r *results) report(list []page, a about, s soaking) string {
	out := &strings.Builder{}
	var names []string
	for _, p := range list {
		names = append(names, p.name)
	}
	fmt.Fprintf(out, `# The figure beside its peers

Written by `+"`./build.sh bench -write -rounds %d`"+`; do not edit.

%s UTC, %s, %s. WebGL by %s. State of the project: %s. Window of 1280 × 800 CSS px, device pixel ratio 2. %d rounds, pages in turn, in %v.

A cell is the median over the rounds, with the least and the most in brackets. Every load is that of a browser which has never seen the page. A page enters a median only if a screenshot shows the ramp, a drag moves the point, the point snaps into the corner and the fan is seen there. Throttled is a CPU four times slower and a line of 10 Mbit/s with 40 ms. Files are sent as brotli, quality 11, where the browser takes it.

`, a.rounds, a.date.Format(time.DateTime), a.browser, a.machine, a.gpu, a.commit, a.rounds, a.took.Round(time.Second))

	fmt.Fprint(out, "## Goals\n\n")
	if len(r.samples[alonePage]) > 0 && len(r.samples[canvasPage]) > 0 {
		line(out, "what", "goal", "measured", "")
		fmt.Fprintln(out, "|---|---|---:|---|")
		for _, g := range r.goals(a, s) {
			line(out, g.what, g.want, g.have, g.verdict())
		}
		fmt.Fprintln(out)
	}

	fmt.Fprint(out, "## Side by side\n\n")
	r.table(out, "page", names, transfer, firstInk, painting, answering, perMove, perSecond, asleep)
	fmt.Fprint(out, "Scene painted is read off a film of the window, whose making costs time; the other times are those of loads that are not filmed. A page without a point is dragged over: its time per move is what the driver costs, which is in all the others too. Frames of the pages without a point are those of the browser at rest.\n\n")
	r.table(out, "throttled", names, slow(firstInk), slow(painting), slow(answering))
	r.table(out, "bytes", names, transfer, smallest, worker)
	fmt.Fprint(out, "Transfer is what the server sent for the page, with heads of answers. Files as brotli counts each file the page asked for at its smallest, also one that the page unpacks by itself. The page with the essay has a service worker that fetches the rest of the site afterwards; that is the last column.\n\n")
	r.table(out, "stillness of the picture", names, shift, slow(shift), jumping, slow(jumping))
	r.table(out, "memory after loading", names, heapSize, wasmSize, wholeSize)

	fmt.Fprint(out, "## Where the time of our start goes\n\n")
	for _, row := range figures() {
		if len(r.samples[row]) == 0 {
			continue
		}
		line(out, row, "ms", "throttled ms")
		fmt.Fprintln(out, "|---|---:|---:|")
		for _, p := range phases() {
			line(out, p.name, r.cell(row, p.metric()), r.cell(row, slow(p.metric())))
		}
		line(out, "**interactive**", r.cell(row, answering), r.cell(row, slow(answering)))
		fmt.Fprintln(out)
	}
	r.growth(out)
	a.stillness(out)
	s.table(out)
	a.growth(out)
	fmt.Fprint(out, "## Failed measurements\n\n")
	if len(r.failed) == 0 {
		fmt.Fprintln(out, "None.")
	}
	for _, f := range r.failed {
		fmt.Fprintln(out, "-", strings.ReplaceAll(f, "\n", " "))
	}
	return out.String()
}

// growth writes what was measured of the figure alone.
func (r *results) growth(out *strings.Builder) {
	var rows []string
	for _, lens := range lenses() {
		rows = append(rows, lensRow+lens)
	}
	rows = append(rows, playRow)
	if len(r.samples[rows[0]]) == 0 && len(r.samples[playRow]) == 0 {
		return
	}
	fmt.Fprint(out, "## The figure in each lens\n\n")
	r.table(out, "dragged", rows, perMove, perSecond)
	fmt.Fprint(out, "While the derivation plays, a move is a frame.\n\n## Growth\n\n")
	var crowds, sizes []string
	for _, n := range numbers() {
		crowds = append(crowds, numberRow+fmt.Sprint(n))
	}
	for _, s := range screens() {
		sizes = append(sizes, s.row())
	}
	r.table(out, "figures of 720 × 420 below each other, the first dragged", crowds, "ready", "gpu", answering, perMove, asleep, heapSize, wasmSize, wholeSize)
	fmt.Fprint(out, "Ready is how many of them had started after the page came to rest, gpu how many say that they paint by WebGL; those out of sight wait.\n\n")
	r.table(out, "the figure alone, dragged", sizes, perMove, perSecond)
}

// stillness writes what the page did at rest.
func (a about) stillness(out *strings.Builder) {
	if len(a.activity) == 0 {
		return
	}
	fmt.Fprint(out, "## What the page does at rest\n\n")
	line(out, "in 3 s", "animation frames", "GL calls", "timers")
	fmt.Fprintln(out, "|---|---:|---:|---:|")
	for _, act := range a.activity {
		line(out, act.when, fmt.Sprint(act.did.Frames), fmt.Sprint(act.did.GL), fmt.Sprint(act.did.Timers))
	}
	fmt.Fprintln(out)
}

// table writes how memory went while the figure was dragged.
func (s soaking) table(out *strings.Builder) {
	if len(s.samples) == 0 {
		return
	}
	fmt.Fprintf(out, "## Memory while dragged at random for %v\n\n%d drags of all handles through all lenses, rubbish collected before each reading.\n\n", s.length, s.drags)
	line(out, "after", "JavaScript heap MB", "WebAssembly memory MB", "whole browser MB (PSS)")
	fmt.Fprintln(out, "|---|---:|---:|---:|")
	for i, m := range s.samples {
		line(out, (s.length * time.Duration(i) / 10).String(), number(m.heap), number(m.wasm), number(m.whole))
	}
	fmt.Fprintln(out)
}

// growth writes the Go benchmarks of growth.
func (a about) growth(out *strings.Builder) {
	if a.benchmarks != "" {
		fmt.Fprintf(out, "## Growth with the fan and the probe\n\nGo benchmarks, native: `go test -run '^$' -bench Growth -benchmem ./render/...`\n\n```\n%s\n```\n\n", a.benchmarks)
	}
}
