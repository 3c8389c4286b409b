package scene

import (
	"math"
	"math/rand/v2"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
)

// TestRoundNumbersByHand leads every handle of many pictures along, from pixel to pixel:
// what it sets is at most half a pixel from the hand, or half of the last digit that is
// shown, is the roundest there, and does not turn back; and 0.5 can be hit, wherever
// the pixels begin.
func TestRoundNumbersByHand(t *testing.T) {
	texts := append([]string{""}, "corners(-1.2:0.3, 0.31:1.07, 1.4:0)", "|x|", "x^2-a")
	tried, hit := map[figure.Control]int{}, 0
	for k := range 240 {
		r := rand.New(rand.NewPCG(21, uint64(k)))
		s := randomState(r, texts[k%len(texts)])
		if k%3 == 0 {
			s = stepping(r, texts[k%len(texts)])
		}
		s.m = figure.Update(s.m, figure.Sketch{On: k%len(texts) == 1})
		s = s.settled()
		var f Frame
		Draw(&f, s.m, s.ask())
		for i := range f.Spots {
			if c := f.Spots[i].Control; c == figure.P || c == figure.K { // which have lines and steps
				continue
			}
			tried[f.Spots[i].Control]++
			if walks(t, s, &f, i, r.Float64()) {
				hit++
			}
		}
	}
	for c := figure.X; c < figure.Controls; c++ {
		if tried[c] == 0 && c != figure.P && c != figure.K {
			t.Errorf("no handle of %s was tried", nameOf(c))
		}
	}
	if tried[figure.Corner(1)] == 0 || hit < 60 {
		t.Errorf("%d corners were tried, and 0.5 was hit %d times", tried[figure.Corner(1)], hit)
	}
}

// TestHandAllocatesNothing: what a hand does is known without a store of its own.
func TestHandAllocatesNothing(t *testing.T) {
	s := stateAt("390x844 lens=dist&fn=relu")
	var f Frame
	Draw(&f, s.m, s.ask())
	m := figure.Update(s.m, figure.Grab{Control: f.Spots[0].Control})
	x := 0.0
	if n := testing.AllocsPerRun(100, func() {
		x++
		m = figure.Update(m, f.Drag(0, pt(f.Spots[0].At.X+math.Mod(x, 7), f.Spots[0].At.Y), 1, 8))
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// walks leads one handle, and reports whether there was a 0.5 to be hit.
func walks(t *testing.T, s state, f *Frame, i int, begin float64) bool {
	spot := f.Spots[i]
	c := spot.Control
	_, corner := c.Corner()
	held := figure.Update(s.m, figure.Grab{Control: c})
	if !held.Held.Has(c) {
		return false
	}
	words := figure.Slider(s.m, c)
	up := spot.move.kind == alongY || spot.move.kind == around || corner
	before, last, hits, quarter, passed := math.NaN(), math.NaN(), false, false, [2]bool{}
	for n := range 160 {
		q := pt(spot.At.X+float64(n-80)+begin, spot.At.Y)
		if up {
			q = pt(spot.At.X, spot.At.Y+float64(80-n)+begin)
		}
		d := f.Drag(i, q, 1, 0)
		v, about := d.To, d.About
		if corner {
			v, about = d.Y, d.AboutY
		}
		if !(math.Abs(v) < 1e4) {
			continue
		}
		m := figure.Update(held, d)
		got := figure.Slider(m, c).Now
		if c == figure.G { // of which the slider tells what a step makes of it
			got = m.G
		}
		if corner && m.Merges != 0 {
			continue
		}
		if c == figure.X && m.K == 0 && got != m.X {
			t.Fatalf("%s: X shows %v and is %v", s, got, m.X)
		}
		grain := 0.005
		if c == figure.H && v < 0.1 {
			grain = 0.0005
		}
		lo, hi := v-max(about.Below, grain), v+max(about.Above, grain)
		least, most := words.Min, words.Max
		if c == figure.X {
			least, most = max(least, s.m.Window.Lo), min(most, s.m.Window.Hi)
		}
		if c == figure.W {
			least = max(least, figure.PointerW)
		}
		switch {
		case got == least && lo <= least, got == most && hi >= most:
		case c == figure.A && got == s.m.A, corner && got == words.Now: // it cannot be shown, or there is no room for it
		case got < lo || got > hi:
			t.Errorf("%s: %s is %v, and the hand at %v to %v", s, nameOf(c), got, lo, hi)
		case digits(got) > fewest(lo, hi):
			t.Errorf("%s: %s is %v, and there are rounder numbers from %v to %v", s, nameOf(c), got, lo, hi)
		}
		if v > before && got < last || v < before && got > last {
			t.Errorf("%s: %s turns back from %v to %v, with the hand at %v and %v", s, nameOf(c), last, got, before, v)
		}
		if got == 0.5 {
			hits = true
		}
		quarter = quarter || got == 0.25
		passed[0], passed[1] = passed[0] || v < 0.2, passed[1] || v > 0.55
		before, last = v, got
	}
	in := calculus.Interval{Lo: words.Min, Hi: words.Max}
	if !passed[0] || !passed[1] || !in.Contains(0.5) || corner {
		return false
	}
	if pixel := math.Abs(unitOf(spot)); !hits && !(pixel < 4) {
		t.Errorf("%s: %s cannot be brought to 0.5", s, nameOf(c))
	}
	if c == figure.X && unitOf(spot) > 20 && !quarter {
		t.Errorf("%s: x cannot be brought to 0.25", s)
	}
	return hits
}

// steps of numbers, the roundest first.
var roundSteps = []float64{10, 5, 1, 0.5, 0.1, 0.05, 0.01, 0.005, 0.001}

// digits is which of the steps a number is the first to be a multiple of.
func digits(v float64) int {
	for i, step := range roundSteps {
		if math.Abs(v/step-math.Round(v/step)) < 1e-9 {
			return i
		}
	}
	return len(roundSteps)
}

// fewest is that of the roundest number of an interval.
func fewest(lo, hi float64) int {
	for i, step := range roundSteps {
		if math.Floor(hi/step) >= math.Ceil(lo/step) {
			return i
		}
	}
	return len(roundSteps)
}
