//go:build !js

package bench

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"time"
)

// about is when, where and with what a run was made.
type about struct {
	date          time.Time
	browser, gpu  string
	machine, tree string
	rounds        int
	took          time.Duration
}

// describe asks the system and a browser what they are.
func describe(s *site) (a about, err error) {
	info, _ := os.ReadFile("/proc/cpuinfo") // none but on Linux
	_, name, _ := strings.Cut(string(info), "model name")
	name, _, _ = strings.Cut(strings.TrimLeft(name, "\t: "), "\n")
	commit, _ := exec.Command("git", "describe", "--always", "--dirty").Output() // none outside a checkout
	a = about{date: time.Now().UTC(), tree: strings.TrimSpace(string(commit)), machine: fmt.Sprintf("%s %s, %d cores, %s", name, runtime.GOARCH, runtime.NumCPU(), runtime.GOOS)}
	t, err := openTab(s, page{}, 1)
	if err != nil {
		return a, err
	}
	defer t.Close()
	var version struct{ Product string }
	if err := t.call("Browser.getVersion", nil, &version); err != nil {
		return a, err
	}
	a.browser = version.Product
	err = t.eval(`(gl => gl ? gl.getParameter(gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER) : 'none')(document.createElement('canvas').getContext('webgl2'))`, &a.gpu)
	return a, err
}

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
		heads = append(heads, string(c))
	}
	head(out, heads...)
	for _, row := range rows {
		cells := []string{row}
		for _, c := range columns {
			cells = append(cells, r.cell(row, c))
		}
		line(out, cells...)
	}
	fmt.Fprintln(out)
}

// head begins a table, whose first column is of words.
func head(out *strings.Builder, cells ...string) {
	line(out, cells...)
	fmt.Fprintln(out, "|---"+strings.Repeat("|---:", len(cells)-1)+"|")
}

func line(out *strings.Builder, cells ...string) {
	fmt.Fprintln(out, "| "+strings.Join(cells, " | ")+" |")
}

func goalTable(out *strings.Builder, goals []goal) {
	head(out, "what", "goal", "measured", "")
	for _, g := range goals {
		line(out, g.what, g.want, g.have, g.verdict())
	}
	fmt.Fprintln(out)
}

// report writes the document. Every figure in it comes from the run.
func (r *results) report(list []page, a about, soaks []soaking) string {
	out := &strings.Builder{}
	var names, lenses []string
	for _, p := range list {
		names = append(names, p.name)
	}
	for _, by := range painters() {
		for _, p := range append(lensPages(by), playing(by)) {
			lenses = append(lenses, p.name)
		}
	}
	fmt.Fprintf(out, `# The figure beside its peers

Written by `+"`./build.sh bench -write -rounds %d`"+`; do not edit.

%s UTC, %s, %s. WebGL by %s. State of the project: %s. Window of %d × %d CSS px, device pixel ratio 2. %d rounds, pages in turn, in %v.

A cell is the median over the rounds, with the least and the most in brackets. Every load is that of a browser which has never seen the page. A page enters a median only if a drag moves the point, and the point snaps into the corner and screenshots show the fan there. Without a GPU the browser composes pages by the CPU, and there the figure paints SVG of its own accord; rows "by WebGL" make it paint as where there is one. Throttled is a CPU four times slower and a line of 10 Mbit/s with 40 ms. Files are sent as brotli, quality 11, where the browser takes it.

## Goals

`, a.rounds, a.date.Format(time.DateTime), a.browser, a.machine, a.gpu, a.tree, width, height, a.rounds, a.took.Round(time.Second))
	if len(r.samples[alonePage]) > 0 && len(r.samples[svgPage]) > 0 {
		goalTable(out, r.goals(soaks))
	}
	fmt.Fprint(out, "## Side by side\n\n")
	r.table(out, "page", names, bytes, firstPaint, answering, firstDrag, perMove, perSecond, heapSize, wasmSize)
	fmt.Fprint(out, "Bytes are of all files that the page asked for, each as small as brotli makes it, also one that the page unpacks by itself. The first answered drag is that of a hand in a hurry: from the navigation on the point is pressed, moved by 60 px and released, again and again, until the coordinate that the page tells has changed.\n\n")
	r.table(out, "throttled", names, slow(firstPaint), slow(answering), slow(firstDrag))
	r.table(out, "the figure", lenses, perMove, perSecond, promptly)
	fmt.Fprint(out, "While the derivation plays, a move is a frame.\n\n## Where the time of our start goes\n\n")
	for _, row := range figures() {
		if len(r.samples[row][answering]) == 0 {
			continue
		}
		head(out, row, "ms", "throttled ms")
		for _, p := range phases() {
			line(out, string(p.name), r.cell(row, p.name), r.cell(row, slow(p.name)))
		}
		fmt.Fprintln(out)
	}
	for _, s := range soaks {
		s.table(out)
	}
	r.failures(out)
	return out.String()
}

func (r *results) failures(out *strings.Builder) {
	fmt.Fprint(out, "## Failed measurements\n\n")
	if len(r.failed) == 0 {
		fmt.Fprintln(out, "None.")
	}
	for _, f := range r.failed {
		fmt.Fprintln(out, "-", strings.ReplaceAll(f, "\n", " "))
	}
}
