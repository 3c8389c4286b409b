package pieces

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"
)

// formula is a random formula of a depth.
func formula(r *rand.Rand, depth int) string {
	number := func() string {
		switch r.IntN(4) {
		case 0:
			return strconv.Itoa(r.IntN(4))
		case 1:
			return strconv.FormatFloat(float64(r.IntN(60)-30)/10, 'g', -1, 64)
		case 2:
			return strconv.Itoa(1+r.IntN(5)) + "/" + strconv.Itoa(1+r.IntN(7))
		}
		return "1"
	}
	if depth == 0 {
		if r.IntN(3) > 0 {
			return "x"
		}
		return number()
	}
	sub := func() string { return "(" + formula(r, depth-1) + ")" }
	switch r.IntN(22) {
	case 0, 1, 2:
		return sub() + "+" + sub()
	case 3, 4:
		return sub() + "-" + sub()
	case 5, 6, 7:
		return sub() + "*" + sub()
	case 8:
		return "|" + sub() + "|"
	case 9:
		return "max(" + sub() + "," + sub() + ")"
	case 10:
		return "min(" + sub() + "," + sub() + ")"
	case 11:
		return "relu" + sub()
	case 12:
		return "sin" + sub()
	case 13:
		return "sqrt(|" + sub() + "|)"
	case 14:
		return "H" + sub()
	case 15:
		return "clip(" + sub() + ",-1," + number() + ")"
	case 16:
		return sub() + "^2"
	case 17:
		return "{x<" + number() + ":" + sub() + "," + sub() + "}"
	case 18:
		return "tanh" + sub()
	case 19:
		return "exp(-|" + sub() + "|)"
	case 20:
		return "sign" + sub()
	}
	return sub() + "/(1+" + sub() + "^2)"
}

// legendre4 is Gauss's rule on [−1, 1].
var legendre4 = [4][2]float64{{-0.8611363115940526, 0.34785484513745385}, {-0.3399810435848563, 0.6521451548625461}, {0.3399810435848563, 0.6521451548625461}, {0.8611363115940526, 0.34785484513745385}}

// TestNothingBreaksBetweenBreaks: between neighbouring breaks a curve is the integral
// of its slope, which it would not be if a jump or a corner had been missed; and
// beside each break it is what its sides say.
func TestNothingBreaksBetweenBreaks(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 1))
	shown, refused := 0, map[Reason]int{}
	for range 1000 {
		text := formula(r, 1+r.IntN(4))
		c, no := Cut(parse(t, text), 1)
		if no != nil {
			refused[no.Reason]++
			continue
		}
		shown++
		last := len(c.code) - 1
		values, out := make([]float64, last+1), make([]series, last+1)
		f := func(x float64) float64 { c.code.at(x, values); return values[last] }
		slope := func(x float64) float64 {
			c.code.near(place{x, 0}, right, out)
			return sideOf(out[last], right).Slope
		}
		for i := range len(c.Breaks) + 1 {
			lo, hi := -float64(Edge), float64(Edge)
			if i > 0 {
				lo = c.Breaks[i-1].X
			}
			if i < len(c.Breaks) {
				hi = c.Breaks[i].X
			}
			if hi-lo < 0.02 {
				continue
			}
			const cells = 60
			from, to := lo+(hi-lo)*0.03, hi-(hi-lo)*0.03
			for k := range cells {
				a, b := from+(to-from)*float64(k)/cells, from+(to-from)*float64(k+1)/cells
				sum, size := 0.0, math.Abs(f(a))+math.Abs(f(b))
				for _, node := range legendre4 {
					s := slope((a+b)/2 + (b-a)/2*node[0])
					sum += node[1] * s * (b - a) / 2
					size += math.Abs(s) * (b - a)
				}
				if got := f(b) - f(a); size < 5*(b-a)+math.Abs(f(a))+math.Abs(f(b)) && math.Abs(got-sum) > 2e-3*size+1e-9 {
					t.Errorf("%s: between %v and %v it grows by %v, its slope says %v; breaks %v", text, a, b, got, sum, placesOf(c))
					break
				}
			}
		}
		for i, p := range c.Breaks {
			if i > 0 && p.X-c.Breaks[i-1].X < 1e-4 || i+1 < len(c.Breaks) && c.Breaks[i+1].X-p.X < 1e-4 {
				continue
			}
			for from, s := range map[side]Side{left: p.Left, right: p.Right} {
				const h = 1e-7
				v := f(p.X + float64(from)*h)
				if s.Limit == s.Limit && !math.IsInf(s.Limit, 0) && !math.IsInf(s.Slope, 0) && math.Abs(v-s.Limit) > 2e-3*(1+math.Abs(v)) {
					t.Errorf("%s: beside %v it is %v, not %v", text, p.X, v, s.Limit)
				}
				if got := (v - s.Limit) / (float64(from) * h); s.Slope == s.Slope && !math.IsInf(s.Slope, 0) && !math.IsInf(s.Curvature, 0) && math.Abs(got-s.Slope) > 1e-3*(1+math.Abs(got))+1e-8*math.Abs(v) {
					t.Errorf("%s: beside %v its slope is about %v, not %v", text, p.X, got, s.Slope)
				}
			}
		}
	}
	if shown < 800 {
		t.Errorf("only %d formulas are shown; refused are %v", shown, refused)
	}
	t.Log(shown, refused)
}

func placesOf(c *Curve) (xs []float64) {
	for _, b := range c.Breaks {
		xs = append(xs, b.X)
	}
	return xs
}

// TestValues: a curve has the values of the formula, which are computed otherwise.
func TestValues(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 3))
	texts := []string{"max(x,x)", "min(x,x)", "max(|x-1|,|x-a|)", "max(ax,2x)", "min((x-1)^2,(x-a)^2)", "min(sqrt(x^2),|x|)", "max(sin(x),sin(x))", "max(softplus(x),ln(1+exp(x)))", "max(a,1)", "-(-3)", "-(-a)", "clip(a,1,1)", "{x<1: x, x}", "|x|+0*x"}
	for range 1500 {
		texts = append(texts, formula(r, 1+r.IntN(4)))
	}
	for _, text := range texts {
		for _, a := range []float64{1, 2} {
			n := parse(t, text)
			c, no := Cut(n, a)
			if no != nil {
				continue
			}
			for range 20 {
				x := 12*r.Float64() - 6
				got, want := c.Value(x), n.At(x, a)
				if math.Abs(got-want) > 1e-9*(1+math.Abs(want)) || (got != got) != (want != want) {
					t.Errorf("%s, a = %v: %v at %v, want %v", text, a, got, x, want)
					break
				}
			}
		}
	}
}
