//go:build !js

package bench

import (
	"errors"
	"image"
	"image/color"
	"math"
	"strings"
	"testing"
)

func TestCell(t *testing.T) {
	r := newResults()
	for _, v := range []float64{3, 1, 2} {
		r.add("a", perMove, v)
	}
	r.add("b", perMove, 12.34)
	for row, want := range map[string]string{"a": "2.00 (1.00–3.00)", "b": "12.3", "none": "–"} {
		if got := r.cell(row, perMove); got != want {
			t.Errorf("%s: %q, want %q", row, got, want)
		}
	}
}

// A goal without a figure is neither met nor missed, and a failure is told.
func TestReportInventsNothing(t *testing.T) {
	r := newResults()
	r.fail("D3", "round 1", errors.New("it\nfell"))
	for _, g := range r.goals([]soaking{{}}) {
		if g.verdict() != "not measured" {
			t.Errorf("%s: %s", g.what, g.verdict())
		}
	}
	text := r.report(pages(""), about{}, []soaking{{}})
	if !strings.Contains(text, "- D3, round 1: it fell") {
		t.Error("the failure is not told")
	}
	for _, bad := range []string{"NaN", "Inf", "| met |"} {
		if strings.Contains(text, bad) {
			t.Errorf("the report of an empty run has %q", bad)
		}
	}
}

func TestGoal(t *testing.T) {
	for have, want := range map[float64]string{1: "met", 2: "met", 3: "**not met**", math.NaN(): "not measured"} {
		if got := below("time", "limit", have, 2).verdict(); got != want {
			t.Errorf("%g: %s, want %s", have, got, want)
		}
	}
}

func TestChanged(t *testing.T) {
	a, b := image.NewRGBA(image.Rect(0, 0, 20, 10)), image.NewRGBA(image.Rect(0, 0, 20, 10))
	b.Set(3, 4, color.RGBA{0, 20, 0, 255}) // which nobody sees
	b.Set(5, 6, color.RGBA{0, 0, 90, 255})
	if got := changed(a, b); got != 1./200 {
		t.Errorf("%g of the pixels differ, want 1 of 200", got)
	}
}
