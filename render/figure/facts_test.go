package figure

import (
	"math"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/lang"
)

// Sentences are chosen by facts, so functions that the catalogue does not have
// find their words too.
func TestWordsForOtherFunctions(t *testing.T) {
	m := New()
	m.X = 1.4
	m.Fn = calculus.Kink // whose letter is f
	inf := math.Inf(1)
	nothing := calculus.Interval{Lo: inf, Hi: -inf}
	for _, c := range []struct {
		name string
		got  Text
		want string
	}{
		{"min(1, max(0, x)) at 0 in Sub", m.subCaption(Facts{Right: 1, Looked: inf, Sub: calculus.Interval{}, Supports: true}, false),
			"Only the horizontal line fits underneath, although _f_ has no slope at 1.4. So 0 belongs to ∂_f_(1.4), and _x_ = 1.4 is a minimiser."},
		{"soft thresholding at 1", m.subCaption(Facts{Right: 1, Looked: inf, Sub: calculus.Interval{Lo: 1, Hi: 1}, Supports: true}, true),
			"Only the line of slope 1 fits underneath, although _f_ has no slope at 1.4."},
		{"min(|x|, 1) − x² at 0", m.whyEmpty(Facts{Left: -1, Right: 1, Sub: nothing}), "Every line that fits near 1.4 rises above the graph farther out, so no line fits underneath."},
		{"−√|x|", m.whyEmpty(Facts{Left: inf, Right: -inf, Sub: nothing}), "On both sides of 1.4 the graph falls below every line through the point, so none fits underneath."},
		{"1 − H", m.whyEmpty(Facts{Right: -inf, Sub: nothing}), "Just to the right of 1.4 the graph is below every line through the point, so none fits underneath."},
		{"a staircase of two", m.distCaption(Shape{Linear: true, Stationary: true, Jumps: Jump{2, 0, 1}}, true), "Move the prime onto _φ_, with a minus sign, and _f_′ acts as the pointwise derivative of _f_, with a point mass at each jump."},
		{"clip", m.distCaption(Shape{Linear: true, Corners: Jump{2, 0, 1}, Right: 1}, true), "Move the prime onto _φ_, with a minus sign, and _f_′ acts as a step function, the slope of each piece."},
		{"clip, again", m.secondCaption(Shape{Linear: true, Corners: Jump{2, 0, 1}, Right: 1}, true), "Repeat the step: _f_″ is the slope of _f_′, with a point mass at each corner."},
		{"x + H", m.distCaption(Shape{Linear: true, Jumps: Jump{1, 0, 1}, Left: 1, Right: 1}, true), "Move the prime onto _φ_, with a minus sign, and _f_′ acts as the pointwise derivative of _f_, with a point mass at each jump."},
		{"max(|x| − 1, 2 − |x|) at 3/2", m.compareCaption(Facts{Left: -1, Right: 1, HasSlopeJump: true, SlopeJump: 2, Sub: calculus.Interval{Hi: 1}}, Shape{}, true),
			"The jump of the slope and the mass of _f_″ at 0 agree, but the fan is narrower because of the graph elsewhere."},
		{"a corner between curves", m.pointCaption(Facts{X: 1.4, StraightLeft: 1.4, StraightRight: 1.4, Left: -2, Right: 3, HasSlopeJump: true}, Shape{}, true),
			"The slope of the left secant tends to −2, that of the right secant to 3: there is no slope at 1.4."},
		{"a corner with short arms", m.pointCaption(Facts{X: 1.4, StraightLeft: 1, StraightRight: 2, Left: 0, Right: 1, HasSlopeJump: true}, Shape{Linear: true}, true),
			"The slope of the left secant tends to 0, that of the right secant to 1: there is no slope at 1.4."},
		{"an odd square, x|x|", m.secondCaption(Shape{Breaks: 1}, false), "Repeat the step: _f_″ acts as the distributional derivative of _f_′."},
	} {
		if got := c.got.String(); got != c.want {
			t.Errorf("%s:\n%q\n%q", c.name, got, c.want)
		}
		if german := c.got.in(lang.German).String(); german == c.want {
			t.Errorf("%s: %q is not said in German", c.name, german)
		}
	}
}

// TestWhereTheLineIsAbove: of several stretches the ones that are seen are told, and
// "both sides" only where the line is above the graph beside the point.
func TestWhereTheLineIsAbove(t *testing.T) {
	for link, want := range map[string]string{
		"fn=minusabs&lens=sub&x=0&g=0.4":              "on both sides of 0",
		"fn=minusabs&lens=sub&x=-1.2&g=0":             "left of −1.2 and right of 1.2",
		"fn=minusabs&lens=sub&x=-1e-7&g=1":            "right of 0",
		"fn=kink&a=2&lens=sub&x=-1e-7&g=2":            "right of 0",
		"fn=minusabs&lens=sub&x=0.0005&g=-1":          "left of 0",
		"fn=cube&lens=sub&x=0&g=0":                    "left of 0",
		"fn=cube&lens=sub&x=-0.5&g=0.75":              "on both sides of −0.5",
		"fn=cube&lens=sub&x=0.25&g=0.4":               "left of −0.72 and from 0.25 to 0.46",
		"fn=heaviside&lens=sub&x=1&g=0.4":             "from −1.5 to 0 and right of 1",
		"fn=sqrtabs&lens=sub&x=0&g=3":                 "right of 0.112",
		"fn=cantor&lens=sub&x=0&g=3":                  "right of 0.042 and elsewhere",
		"fn=cantor&lens=sub&x=0.00001&g=0":            "left of 0",
		"fn=cantor&lens=sub&x=0.6666666666666666&g=3": "right of 0.7084 and elsewhere",
	} {
		m, _ := Parse(link)
		if got := text("{where}").where(m.above()).String(); got != want {
			t.Errorf("%s: %q, want %q", link, got, want)
		}
	}
}
