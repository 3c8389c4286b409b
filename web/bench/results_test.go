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

func TestDrawn(t *testing.T) {
	g := geometry{640, 560, 160}
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for i := range img.Pix {
		img.Pix[i] = 0xff
	}
	if drawn(img, g) == nil {
		t.Error("a blank picture is taken for the scene")
	}
	for x := -3.9; x < 3.4; x += 0.005 {
		img.Set(int(g.x+x*g.unit), int(g.y-max(0, x)*g.unit), color.Black)
	}
	if err := drawn(img, g); err != nil {
		t.Error(err)
	}
	for i := range img.Pix {
		img.Pix[i] &= 0x01
	}
	if drawn(img, g) == nil {
		t.Error("a black picture is taken for the scene")
	}
}
