//go:build !js

package bench

import (
	"fmt"
	"math"
	"slices"
)

// metric is what was measured, as a table's column says it.
type metric string

const (
	bytes      metric = "bytes kB"
	firstPaint metric = "first paint ms"
	answering  metric = "interactive ms"
	firstDrag  metric = "first answered drag ms" // the frame in which a drag has first moved the point
	perMove    metric = "main thread ms per drag move"
	perSecond  metric = "frames a second while dragged"
	promptly   metric = "share of moves drawn in the animation frame of their event"
	heapSize   metric = "JavaScript heap MB"
	wasmSize   metric = "WebAssembly memory MB"
)

// slow is the metric on a throttled machine and line.
func slow(m metric) metric { return "throttled, " + m }

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

// cell is the median with the least and the most, as a table has it.
func (r *results) cell(row string, m metric) string {
	s := r.samples[row][m]
	if len(s) == 0 {
		return "–"
	}
	v, lo, hi := number(r.median(row, m)), number(slices.Min(s)), number(slices.Max(s))
	if lo == hi {
		return v
	}
	return fmt.Sprintf("%s (%s–%s)", v, lo, hi)
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
