package pieces

import (
	"math"
	"testing"
)

func TestSubdifferential(t *testing.T) {
	none := [2]float64{math.Inf(1), math.Inf(-1)}
	for _, c := range []struct {
		text string
		x    float64
		want [2]float64
	}{
		{"relu(x)", 0, [2]float64{0, 1}},
		{"relu(x)", -1, [2]float64{0, 0}},
		{"relu(x)", 1, [2]float64{1, 1}},
		{"|x|", 0, [2]float64{-1, 1}},
		{"-|x|", 0, none},
		{"-|x|", 1, none},
		{"x^2", 1, [2]float64{2, 2}},
		{"x^3", 0, none},
		{"H(x)", 0, none},
		{"H(x)", -1, [2]float64{0, 0}},
		{"H(x)", 1, none},
		{"sign(x)^2", 0, [2]float64{0, 0}},
		{"sqrt(|x|)", 0, [2]float64{0, 0}},
		{"min(1,max(0,x))", 0, [2]float64{0, 0}},
		{"sign(x) max(|x|-1,0)", 1, [2]float64{1, 1}},
		{"max(|x|-1, 2-|x|)", 1.5, [2]float64{0, 1}},
		{"|sin x|", 0, [2]float64{0, 0}},
		{"|x|+|x-1|", 0, [2]float64{-2, 0}},
		{"|x|+|x-1|", 1, [2]float64{0, 2}},
		{"max(x,0)-0.3x+ln(1+exp(-|x|))", 0, [2]float64{0.2, 0.2}},
		{"softplus(x)", 0, [2]float64{0.5, 0.5}},
		{"relu(1-|x|)", 0, none},
		{"relu(1-|x|)", -1, [2]float64{0, 0}},
		{"exp(x)", 0, [2]float64{1, 1}},
		{"exp(-|x|)", 0, none},
		{"sqrt(x^2+1)", 1, [2]float64{math.Sqrt2 / 2, math.Sqrt2 / 2}},
		{"{x=0: -1, |x|}", 0, [2]float64{-1, 1}},
		{"x^4-x^2", math.Sqrt2 / 2, [2]float64{0, 0}},
		{"x^4-x^2", 0, none},
		{"max(x, 2x, 3x-1)", 0, [2]float64{1, 2}},
		{"floor(x)", 0, none},
		{"x + floor(x)", 1, none},
		{"cantor(x)", -1, [2]float64{0, 0}},
		{"x ln|x|", 1, none},
		{"{x<0: x^2, x=0: 0, x ln x}", 1, [2]float64{1, 1}},
		{"2", 1, [2]float64{0, 0}},
	} {
		f, r := Cut(parse(t, c.text), 1)
		if r != nil {
			t.Errorf("%s is refused: %+v", c.text, *r)
			continue
		}
		s := f.Subdifferential(c.x)
		empty := c.want[0] > c.want[1]
		if empty != s.Empty() || !empty && (math.Abs(s.Lo-c.want[0]) > 1e-9 || math.Abs(s.Hi-c.want[1]) > 1e-9) || s.Looked < math.Inf(1) {
			t.Errorf("∂(%s)(%v) = %+v, want %v", c.text, c.x, s, c.want)
		}
	}
}

func BenchmarkSubdifferential(b *testing.B) {
	for _, text := range []string{"relu(x)", "max(x,0)-0.3x+ln(1+exp(-|x|))", "|sin x|", "x^4-x^2", "softplus(x)"} {
		c, _ := Cut(parse(b, text), 1)
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				c.Subdifferential(0)
			}
		})
	}
}
