package pieces

import (
	"math"
	"math/rand/v2"
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
		{"|sin x|-0.25x+1", 0, [2]float64{-0.25, -0.25}},
		{"x/3-|sin x|", 0, none},
		{"{x<0: 0, x<7: -x^2/49, 100(x-7)-1}", Edge, [2]float64{0, 100}},
		{"{x<7: |x|, 2x}", 2, [2]float64{1, 1}},
		{"{x<1: 2|x|, x<7: 3-x, 50}", 0, [2]float64{-2, -4. / 7}},
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
		{"x^4 - x^2 + 5relu(x)", 0, [2]float64{2 / math.Sqrt(27), 5 - 2/math.Sqrt(27)}},
		{"ln(1+exp(5x))/5", 0, [2]float64{0.5, 0.5}},
		{"1/(1+exp(-1000x))", 0, none},
		{"(x^4)^(1/4)", 0, [2]float64{-1, 1}},
		{"|x|^9", 0, [2]float64{0, 0}},
		{"|x|^9", 1, [2]float64{9, 9}},
		{"|x|^7+exp(x)", 0, [2]float64{1, 1}},
		{"2", 1, [2]float64{0, 0}},
		{"1/(1+exp(-20x))", -2, none}, // whose tangent crosses the axis far out
		{"1/(1+exp(-8x))", -3, none},
		{"sigmoid(20x)", -2, none},
		{"tanh(20x)", -2, none},
		{"exp(-20x^2)", 2, none},
		{"exp(-20x)", 3, [2]float64{0, 0}},
		{"-sin(x)", math.Pi / 2, [2]float64{0, 0}},
		{"sin(x)^2", math.Pi, [2]float64{0, 0}},
		{"softplus(9x)", 7, [2]float64{9, 9}},
		{"cbrt(x)^2", 0, [2]float64{0, 0}},
		{"cbrt(x^2)", 0, [2]float64{0, 0}},
		{"(x^2)^(1/3)", 0, [2]float64{0, 0}},
		{"cbrt(x)^2+|x|", 0, [2]float64{-1, 1}},
		{"cbrt(x)^2-|x|/10", 0, none},
		{"exp(x)exp(-x)-exp(-10000(x+1.05)^2)", 1.4, none},
		{"sin(x)^2+cos(x)^2-exp(-1000(x+1.05)^2)", 3, none},
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

// TestDomainThatEnds: beyond it there is nothing, and nothing is claimed.
func TestDomainThatEnds(t *testing.T) {
	for _, c := range []struct {
		text string
		x, g float64
	}{{"-sqrt(x+8)", 0, -1 / (2 * math.Sqrt(8))}, {"-sqrt(10-x)", 0, 1 / (2 * math.Sqrt(10))}, {"-sqrt(64-x^2)", 5, 5 / math.Sqrt(39)}, {"-ln(x+8)", 0, -1. / 8}} {
		f, no := Cut(parse(t, c.text), 1)
		if no != nil {
			t.Errorf("%s: %+v", c.text, *no)
			continue
		}
		if s := f.Subdifferential(c.x); math.Abs(s.Lo-c.g) > 1e-9 || math.Abs(s.Hi-c.g) > 1e-9 || s.Looked < Edge || math.IsInf(s.Looked, 1) {
			t.Errorf("∂(%s)(%v) = %+v, want %v as far as can be looked", c.text, c.x, s, c.g)
		}
	}
	f, _ := Cut(parse(t, "{x<sqrt(2): x^2, 2sqrt(2)x-2} - 1.9999"), 1)
	if s := f.Subdifferential(f.Breaks[0].X); math.Abs(s.Lo-2*math.Sqrt2) > 1e-9 || s.Empty() {
		t.Errorf("where the value is nearly 0: %+v", s)
	}
}

// TestMinimiserButForRounding: the slope there is a multiple of the last digit of x, and that
// of the line is 0.
func TestMinimiserButForRounding(t *testing.T) {
	for text, x := range map[string]float64{"-sin(x)": 1.5707963267948966, "sin(x)^2": 3.141592653589793, "cos(x)": 3.141592653589793} {
		f, _ := Cut(parse(t, text), 1)
		if s := f.Subdifferential(x); s.Lo != 0 || s.Hi != 0 {
			t.Errorf("∂(%s)(%v) = %+v", text, x, s)
		}
	}
}

// TestGivenUpInward: a search that gives up on its way to 0 has not seen what is beyond.
func TestGivenUpInward(t *testing.T) {
	for _, x := range []float64{1.4, -1.4} {
		f, _ := Cut(parse(t, "exp(x)exp(-x)"), 1)
		if s := f.Subdifferential(x); s.Looked != 0 || s.Empty() {
			t.Errorf("at %v: %+v", x, s)
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

// TestSupportOfRandomFormulas: no chord that is tried, near or far, is steeper than
// the least subgradient or flatter than the greatest, and some is nearly as steep.
func TestSupportOfRandomFormulas(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 2))
	found, short := 0, 0
	for range 400 {
		text := formula(r, 1+r.IntN(3))
		c, no := Cut(parse(t, text), 1)
		if no != nil {
			continue
		}
		values := make([]float64, len(c.code))
		f := func(x float64) float64 { c.code.at(x, values); return values[len(values)-1] }
		at := []float64{math.Round(r.Float64()*120-60) / 10}
		for _, b := range c.Breaks {
			at = append(at, b.X)
		}
		for _, x := range at {
			fx := c.At(x).Value
			if fx != fx {
				continue
			}
			s := c.Subdifferential(x)
			if s.Looked < Edge {
				short++
				if short < 9 {
					t.Logf("%s at %v: looked to %v", text, x, s.Looked)
				}
				continue
			}
			steepest, flattest := math.Inf(-1), math.Inf(1)
			try := func(y, v float64) {
				if v != v || math.Abs(y-x) < 1e-6 || math.Abs(y) > s.Looked {
					return
				}
				g := (v - fx) / (y - x)
				if y < x {
					steepest = max(steepest, g)
				} else {
					flattest = min(flattest, g)
				}
			}
			for k := range 1500 {
				y := (float64(k)/750 - 1) * 7
				try(y, f(y))
				try(x+1e-5*math.Pow(1.05, float64(k)), f(x+1e-5*math.Pow(1.05, float64(k))))
				try(x-1e-5*math.Pow(1.05, float64(k)), f(x-1e-5*math.Pow(1.05, float64(k))))
			}
			for _, b := range c.Breaks {
				try(b.X, b.Value)
				try(b.X, b.Left.Limit)
				try(b.X, b.Right.Limit)
			}
			const near = 1e-8
			if s.Empty() {
				if steepest < flattest-3e-3*(1+math.Abs(flattest)) {
					t.Errorf("∂(%s)(%v) is empty, but chords leave [%v, %v]", text, x, steepest, flattest)
				}
				continue
			}
			found++
			noise := near * (1 + math.Abs(fx))
			if steepest > s.Lo+noise*(1+math.Abs(steepest)) || flattest < s.Hi-noise*(1+math.Abs(flattest)) {
				t.Errorf("∂(%s)(%v) = %+v, but chords leave [%v, %v]", text, x, s, steepest, flattest)
			}
			if s.Looked < farthest {
				continue
			}
			if steepest < s.Lo-2e-2*(1+math.Abs(s.Lo)) && !math.IsInf(s.Lo, 0) || flattest > s.Hi+2e-2*(1+math.Abs(s.Hi)) && !math.IsInf(s.Hi, 0) {
				t.Errorf("∂(%s)(%v) = %+v, but chords leave as much as [%v, %v]", text, x, s, steepest, flattest)
			}
		}
	}
	t.Log(found, short)
	if found < 200 || short > found/20 {
		t.Errorf("%d subdifferentials are tried, %d not found", found, short)
	}
}
