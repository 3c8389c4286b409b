//go:build !js

package bench

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// table writes rows of metrics, with the columns that a row has something in.
func (r *results) table(out *strings.Builder, first string, rows []string, columns ...metric) {
	columns = slices.DeleteFunc(columns, func(m metric) bool {
		return !slices.ContainsFunc(rows, func(row string) bool { return len(r.samples[row][m]) > 0 })
	})
	if len(columns) == 0 {
		return
	}
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

func goalTable(out *strings.Builder, goals []goal) {
	line(out, "what", "goal", "measured", "")
	fmt.Fprintln(out, "|---|---|---:|---|")
	for _, g := range goals {
		line(out, g.what, g.want, g.have, g.verdict())
	}
	fmt.Fprintln(out)
}

// report writes the document. Every figure in it comes from the run.
func (r *results) report(list []page, a about, soaks []soaking) string {
	out := &strings.Builder{}
	var names []string
	for _, p := range list {
		names = append(names, p.name)
	}
	fmt.Fprintf(out, `# The figure beside its peers

Written by `+"`./build.sh bench -write -rounds %d`"+`; do not edit.

%s UTC, %s, %s. WebGL by %s. The empty game is of stock Ebitengine %s. State of the project: %s. Window of 1280 × 800 CSS px, device pixel ratio 2. %d rounds, pages in turn, in %v.

A cell is the median over the rounds, with the least and the most in brackets. Every load is that of a browser which has never seen the page. A page enters a median only if a screenshot shows the ramp, a drag moves the point, the point snaps into the corner and the fan is seen there. The machine has no GPU: the browser composes pages by the CPU, and there the figure paints SVG of its own accord; rows "by WebGL" make it paint as where there is one. Throttled is a CPU four times slower and a line of 10 Mbit/s with 40 ms. Files are sent as brotli, quality 11, where the browser takes it.

`, a.rounds, a.date.Format(time.DateTime), a.browser, a.machine, a.gpu, a.ebitengine, a.commit, a.rounds, a.took.Round(time.Second))

	fmt.Fprint(out, "## Goals\n\n")
	if len(r.samples[alonePage]) > 0 && len(r.samples[canvasPage]) > 0 {
		goalTable(out, r.goals(a, soaks))
	}

	fmt.Fprint(out, "## Side by side\n\n")
	r.table(out, "page", names, transfer, firstInk, painting, answering, firstDrag, perMove, perSecond, asleep)
	fmt.Fprint(out, "Scene painted is read off a film of the window, whose making costs time; the other times are those of loads that are not filmed. The first answered drag is that of a hand in a hurry: from the navigation on the point is pressed, moved by 60 px and released, again and again, until the coordinate that the page tells has changed. A page without a point is dragged over: its time per move is what the driver costs, which is in all the others too. Frames of the pages without a point are those of the browser at rest.\n\n")
	r.table(out, "throttled", names, slow(firstInk), slow(painting), slow(answering), slow(firstDrag))
	r.table(out, "bytes", names, transfer, smallest, worker)
	fmt.Fprint(out, "Transfer is what the server sent for the page, with heads of answers. Files as brotli counts each file the page asked for at its smallest, also one that the page unpacks by itself. The page with the essay has a service worker that fetches the rest of the site afterwards; that is the last column.\n\n")
	r.table(out, "stillness of the picture", names, shift, slow(shift), jumping, slow(jumping))
	r.table(out, "memory after loading", names, heapSize, wasmSize, wholeSize)

	fmt.Fprint(out, "## Where the time of our start goes\n\n")
	for _, row := range figures() {
		if len(r.samples[row][answering]) == 0 {
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
	r.keyTable(out)
	r.growth(out)
	a.stillness(out)
	for _, s := range soaks {
		s.table(out)
	}
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
