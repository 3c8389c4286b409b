//go:build !js

package bench

import (
	"fmt"
	"math"
	"slices"
)

// metric names a column: what was measured, and how.
type metric string

const (
	transfer  metric = "transfer"   // kB
	smallest  metric = "smallest"   // kB, all files as brotli
	worker    metric = "worker"     // kB, what a service worker fetches besides
	firstInk  metric = "first ink"  // ms, first-contentful-paint
	painting  metric = "painted"    // ms, the scene seen in a film
	answering metric = "answering"  // ms, the mark "interactive"
	firstDrag metric = "first drag" // ms, the frame in which a drag has first moved the point
	shift     metric = "shift"      // cumulative layout shift
	jumping   metric = "jump"       // share of pixels
	perMove   metric = "per move"   // ms of the main thread
	perSecond metric = "frames"     // animation frames a second
	promptly  metric = "own frame"  // share of moves drawn in the frame of their event
	asleep    metric = "rest"       // CPU s in 10 s
	heapSize  metric = "heap"       // MB
	wasmSize  metric = "wasm"       // MB
	wholeSize metric = "whole"      // MB
)

// slow is the metric on a throttled machine and line.
func slow(m metric) metric { return "throttled " + m }

// results are all samples of a run, by row and metric.
type results struct {
	samples map[string]map[metric][]float64
	failed  []string
}

func newResults() *results { return &results{samples: map[string]map[metric][]float64{}} }

func (r *results) add(row string, m metric, v float64) {
	if r.samples[row] == nil {
		r.samples[row] = map[metric][]float64{}
	}
	r.samples[row][m] = append(r.samples[row][m], v)
}

// fail notes a measurement that counts for nothing.
func (r *results) fail(row, what string, err error) {
	line := fmt.Sprintf("%s, %s: %v", row, what, err)
	r.failed = append(r.failed, line)
	fmt.Println("FAILED", line)
}

// median is that of a row's samples; NaN where there are none.
func (r *results) median(row string, m metric) float64 {
	s := slices.Sorted(slices.Values(r.samples[row][m]))
	if len(s) == 0 {
		return math.NaN()
	}
	return (s[(len(s)-1)/2] + s[len(s)/2]) / 2
}

// spread is the least and the most of a row's samples.
func (r *results) spread(row string, m metric) (lo, hi float64) {
	s := r.samples[row][m]
	if len(s) == 0 {
		return math.NaN(), math.NaN()
	}
	return slices.Min(s), slices.Max(s)
}

// cell is the median with its spread, as a table has it.
func (r *results) cell(row string, m metric) string {
	v := r.median(row, m)
	if math.IsNaN(v) {
		return "–"
	}
	lo, hi := r.spread(row, m)
	if number(lo) == number(hi) {
		return number(v)
	}
	return fmt.Sprintf("%s (%s–%s)", number(v), number(lo), number(hi))
}

// number writes a figure with as many digits as it is worth.
func number(v float64) string {
	switch a := math.Abs(v); {
	case math.IsNaN(v):
		return "–"
	case a == 0:
		return "0"
	case a >= 100:
		return fmt.Sprintf("%.0f", v)
	case a >= 10:
		return fmt.Sprintf("%.1f", v)
	case a >= 0.1:
		return fmt.Sprintf("%.2f", v)
	}
	return fmt.Sprintf("%.4f", v)
}
