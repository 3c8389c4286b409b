package host

import (
	"math"
	"testing"
)

func TestTypeOf(t *testing.T) {
	const em = 9.5
	for name, c := range map[string]struct{ w, h, small, wide, tall, least float64 }{
		"plain":                {950, 104, 10, 1, 1, 0},
		"another font":         {975, 104, 10, 1, 1, 0},
		"a least size":         {950, 104, 190, 1, 1, 20},
		"a small least size":   {950, 104, 57, 1, 1, 0},
		"text alone, twice":    {1900, 208, 19, 2, 2, 0},
		"spacing":              {1235, 150, 10, 1.3, 150. / 104, 0},
		"spacing, least size":  {1235, 150, 190, 1.3, 150. / 104, 20},
		"narrower than it was": {900, 104, 9, 1, 1, 0},
	} {
		got := typeOf(em, c.w, c.h, c.small)
		if math.Abs(got.wide-c.wide) > 1e-9 || math.Abs(got.tall-c.tall) > 1e-9 || math.Abs(got.least-c.least) > 1e-9 {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if got := typeOf(em, 950, 104, 10); got != plainType {
		t.Errorf("what is set as the metrics say is %+v", got)
	}
}

// TestWordsKeepTheirBoxes: a word is as wide as the frame takes it for, about the
// same middle.
func TestWordsKeepTheirBoxes(t *testing.T) {
	for _, r := range []typeset{plainType, {1, 1, 20}, {1.3, 1.44, 0}, {2, 2, 24}} {
		for _, size := range []float64{12.5, 16, 30} {
			set := max(size, r.least) // px of the type that the browser sets
			if wide := r.scale(size) * set * r.wide; math.Abs(wide-size) > 1e-9 {
				t.Errorf("%+v: %v px are as wide as %v", r, size, wide)
			}
			for _, share := range []float64{0, 0.5, 1} {
				line := probeLine * r.tall // em of the line that is set
				if off := (0.5-r.base(share))*line - (0.5-share)*probeLine; math.Abs(off) > 1e-9 {
					t.Errorf("%+v: at %v the middle is off by %v em", r, share, off)
				}
			}
		}
	}
}

// TestHeaderGivesUp: there is an end to it, and tabs of their own row cost the
// title nothing.
func TestHeaderGivesUp(t *testing.T) {
	for _, c := range []struct {
		title, tabs, apart bool
		want               string
	}{
		{false, false, false, ""}, {true, false, false, "air lead names"}, {false, true, false, "air lead names"},
		{false, true, true, "names"}, {true, false, true, "air lead"}, {true, true, true, "air lead names"},
	} {
		var all tight
		for range 10 {
			all |= all.header(c.title, c.tabs, c.apart)
		}
		if all.String() != c.want {
			t.Errorf("%+v: %q is given up", c, all)
		}
	}
}
