package calculus

import (
	"math"
	"testing"
)

// Soft thresholding, and what else is known in closed form.
func TestProximal(t *testing.T) {
	in := Interval{-7, 7}
	valley := own(t, "|x - 1| + |x + 1|")
	soft := func(x, t float64) float64 { return math.Copysign(max(0, math.Abs(x)-t), x) }
	for _, x := range []float64{-3, -1.4, -0.6, -0.1, 0, 1e-9, 0.1, 0.3, 0.6, 1.4, 3} {
		for _, step := range []float64{0.05, 0.1, 0.3, 0.6, 1, 1.4, 2} {
			for _, c := range []struct {
				f    Function
				want float64
			}{
				{Of(Abs, Params{}), soft(x, step)},
				{Of(ReLU, Params{}), min(x, max(0, x-step))},
				{Of(Square, Params{}), x / (1 + 2*step)},
				{valley, func() float64 { // flat between −1 and 1
					switch {
					case x > 1:
						return max(1, x-2*step)
					case x < -1:
						return min(-1, x+2*step)
					}
					return x
				}()},
			} {
				y, ok := c.f.Proximal(x, step, in)
				if !ok || math.Abs(y-c.want) > 1e-12 {
					t.Errorf("%v: the proximal point of %v with step %v is %v, %v; want %v", c.f.Kind(), x, step, y, ok, c.want)
				}
				if c.want == 0 && y != 0 && x != 0 {
					t.Errorf("%v: from %v with step %v it misses the corner by %v", c.f.Kind(), x, step, y)
				}
			}
		}
	}
}

// Whatever the convex function: no other place does better, and the slope at y is the one
// by which x moved.
func TestProximalIsLeast(t *testing.T) {
	in := Interval{-7, 7}
	for _, text := range []string{"|x|", "max(x, 0)", "x^2", "ln(1+exp(4x))/4", "max(0.3x, x^2-1)", "|x-0.5|+exp(x)/9", "|x|+|x-1|"} {
		f := own(t, text)
		for x := -3.3; x <= 3.3; x += 0.37 {
			for _, step := range []float64{0.05, 0.5, 2} {
				y, ok := f.Proximal(x, step, in)
				if !ok {
					t.Errorf("%s: none at %v with step %v", text, x, step)
					continue
				}
				cost := func(z float64) float64 { return f.Value(z) + (z-x)*(z-x)/(2*step) }
				for z := -7.0; z <= 7; z += 0.01 {
					if cost(z) < cost(y)-1e-12 {
						t.Errorf("%s: from %v with step %v to %v, but %v is better", text, x, step, y, z)
						break
					}
				}
				if s := (x - y) / step; s < f.Left(y)-1e-7 || s > f.Right(y)+1e-7 {
					t.Errorf("%s: (x − y)/t = %v is not between the slopes %v and %v at %v", text, s, f.Left(y), f.Right(y), y)
				}
			}
		}
	}
}

func TestProximalWhereThereIsNone(t *testing.T) {
	line := own(t, "3x")
	for _, c := range []struct {
		why     string
		f       Function
		x, step float64
		in      Interval
	}{
		{"concave", Of(MinusAbs, Params{}), 1, 1, Interval{-7, 7}},
		{"no step", Of(Abs, Params{}), 1, 0, Interval{-7, 7}},
		{"not a number", Of(Abs, Params{}), math.NaN(), 1, Interval{-7, 7}},
		{"beyond the interval", line, -3, 2, Interval{-3.3, 3.3}},
		{"outside already", Of(Abs, Params{}), 9, 1, Interval{-7, 7}},
	} {
		if y, ok := c.f.Proximal(c.x, c.step, c.in); ok {
			t.Errorf("%s: %v", c.why, y)
		}
	}
}
