package figure

import (
	"math"
	"strings"
	"testing"

	"relu-three-ways/math/autodiff"
	"relu-three-ways/math/calculus"
	"relu-three-ways/math/expression"
)

func TestPrograms(t *testing.T) {
	for _, c := range []struct{ link, want string }{
		// the three
		{"f=max(x,0)-0.3x%2Bln(1%2Bexp(-|x|))&x=0", "JAX and MLX return −0.3, PyTorch 0.2, TensorFlow 0.7. The slope is 0.2."},
		{"f=relu(x)-relu(-x)&x=0", "PyTorch, JAX, TensorFlow and MLX return 0, although the slope is 1."},
		{"f=sqrt(x^2)&x=0", "PyTorch, JAX, TensorFlow and MLX return NaN, which is not a subgradient: ∂f(0) = [−1, 1]."},

		// ties
		{"x=0", "PyTorch, JAX, TensorFlow and MLX return 0, which is a subgradient: ∂r(0) = [0, 1]."},
		{"fn=abs&x=0", "PyTorch, TensorFlow and MLX return 0, JAX 1. All of these are subgradients: ∂f(0) = [−1, 1]."},
		{"fn=minusabs&x=0", "PyTorch, TensorFlow and MLX return 0, JAX −1. None of these is a subgradient, but all are in Clarke’s subdifferential, [−1, 1]."},
		{"fn=leaky&a=0.1&x=0", "PyTorch and TensorFlow return 0.1, JAX and MLX 1. All of these are subgradients: ∂f(0) = [0.1, 1]."},
		{"fn=kink&a=0.5&x=0", "PyTorch, JAX, TensorFlow and MLX return 1, which is a subgradient: ∂f(0) = [0.5, 1]."},
		{"fn=kink&a=1&x=0", ""},
		{"fn=heaviside&x=0", "JAX and MLX return 0. There is no slope."},
		{"fn=sqrtabs&x=0", "PyTorch, TensorFlow and MLX return NaN, JAX +∞. There is no slope."},
		{"fn=softplus&x=0", ""},
		{"fn=square&x=0", ""},
		{"fn=cube&x=0", ""},
		{"fn=cantor&x=0", ""},
		{"fn=cantor&x=1", ""},
		{"f=max(x,0)&x=0", "PyTorch and JAX return 0.5, TensorFlow 1, MLX 0. All of these are subgradients: ∂f(0) = [0, 1]."},
		{"f=max(0,x)&x=0", "PyTorch and JAX return 0.5, TensorFlow 0, MLX 1. All of these are subgradients: ∂f(0) = [0, 1]."},
		{"f=clip(x,0,1)&x=0", "PyTorch and MLX return 0, JAX 0.5, TensorFlow 1. Not all of these are subgradients: ∂f(0) = {0}."},
		{"f=clip(x,0,1)&x=1", "PyTorch and MLX return 0, JAX 0.5, TensorFlow 1. None of these is a subgradient, but all are in Clarke’s subdifferential, [0, 1]."},
		{"f=2relu(x)-relu(-x)&x=0", "PyTorch, JAX, TensorFlow and MLX return 0, which is not a subgradient: ∂f(0) = [1, 2]."},
		{"f=relu(x-1)-relu(1-x)&x=1", "PyTorch, JAX, TensorFlow and MLX return 0, although the slope is 1."}, // where nothing breaks
		{"f=relu(x-1)-relu(1-x)&x=0.99", ""},
		{"f=cbrt(x)%2Bx&x=-1", ""},
		{"f=cbrt(x)^3&x=0", "PyTorch, JAX, TensorFlow and MLX return NaN, although the slope is 1."},
		{"f=sin(x)/x&x=0", ""},
		{"f=a*|x|&a=-2&x=0", "PyTorch, TensorFlow and MLX return 0, JAX −2. None of these is a subgradient, but all are in Clarke’s subdifferential, [−2, 2]."},

		{"x=1", ""},
		{"x=0&lens=dist", ""},
		{"x=1&lens=compare", "PyTorch, JAX, TensorFlow and MLX return 0, which is a subgradient: ∂r(0) = [0, 1]."},
		{"f=|x-1|&lens=compare", "PyTorch, TensorFlow and MLX return 0, JAX 1. All of these are subgradients: ∂f(1) = [−1, 1]."},
		{"f=max(x,0)&x=0&lang=de", "PyTorch und JAX liefern 0,5; TensorFlow 1; MLX 0. Das sind alles Subgradienten: ∂f(0) = [0; 1]."},
	} {
		m, warnings := Parse(c.link)
		if len(warnings) > 0 {
			t.Errorf("%s: %s", c.link, warnings)
		}
		if got := Plain(Programs(m).String()); got != c.want {
			t.Errorf("%s: %q, want %q", c.link, got, c.want)
		}
		if p := Programs(m); m.Lens != Compare && !p.Empty() && !strings.HasSuffix(Describe(m), string(p.AppendPlain(nil))) {
			t.Errorf("%s: %q does not say what programs return", c.link, Describe(m))
		}
	}
}

// TestProgramsOfTheCatalogue: the programs compute the functions, and what they return at 0
// for any value of the parameter is what is made of two. Elsewhere they return the slope.
func TestProgramsOfTheCatalogue(t *testing.T) {
	for k := range calculus.Kinds {
		of := []float64{0.3}
		if r, ok := DialOf(k); ok {
			of = []float64{r.Lo, -0.7, 0, 0.1, 0.33, 0.99, 1, 1.7, r.Hi}
		} else if k == calculus.Softplus {
			of = []float64{0.5, 4, 63}
		}
		for _, a := range of {
			f := Model{Fn: k, A: a, Beta: a}.Function()
			if r, ok := DialOf(k); ok && !r.Contains(a) {
				continue
			}
			all := catalogued(k, a)
			for s := range autodiff.Frameworks {
				text := asProgram(k, s)
				if k == calculus.Cantor { // which no system has
					if all[s].OK {
						t.Errorf("%v: %q %+v", k, text, all[s])
					}
					continue
				}
				n, err := expression.Parse(text)
				if err != nil {
					t.Errorf("%v, %v: %q: %v", k, s, text, err)
					continue
				}
				if got := autodiff.Derive(n, 0, a, s); got.OK != all[s].OK || got.OK && !alike(got.Slope, all[s].Slope) {
					t.Errorf("%v, %v, a = %v: %+v, want %+v", k, s, a, all[s], got)
				}
				for _, x := range []float64{-2.9, -1, -0.01, 0, 0.01, 0.7, 3} {
					if got := n.At(x, a); math.Abs(got-f.Value(x)) > 1e-12 {
						t.Errorf("%v, %v, a = %v: %v at %v, want %v", k, s, a, got, x, f.Value(x))
					}
					slope, has := f.Derivative(x)
					if got := autodiff.Derive(n, x, a, s); has && got.OK && x != 0 && !alike(got.Slope, slope) {
						t.Errorf("%v, %v, a = %v: %+v at %v, where the slope is %v", k, s, a, got, x, slope)
					}
				}
			}
		}
	}
}

// TestProgramsDoNotAllocate: for the catalogue, whatever a hand moves, and for a formula at
// a place that was asked for before.
func TestProgramsDoNotAllocate(t *testing.T) {
	for _, link := range []string{"x=0", "x=0&fn=leaky", "x=0&fn=kink&lens=sub&lang=de", "x=0&fn=minusabs", "x=1", "f=max(x,0)&x=0"} {
		m, _ := Parse(link)
		dst := make([]byte, 0, 400)
		n := testing.AllocsPerRun(50, func() {
			if m.Fn != calculus.Own {
				m.A += 1e-3
			}
			p := Programs(m)
			dst = p.Append(dst[:0])
		})
		if n > 0 {
			t.Errorf("%s: %v allocations", link, n)
		}
	}
}

// TestProgramsAreRightWhereNothingTies: away from what breaks nothing is said of a formula,
// unless it has a root that is not taken there: that is differentiated all the same.
func TestProgramsAreRightWhereNothingTies(t *testing.T) {
	for _, text := range append(formulasTried(), programsTried()...) {
		m := Update(New(), Define{text})
		for x := -3.29; x < 3.3; x += 0.1 {
			m.X = grained(X, x)
			if m.atBreak(m.X) || math.Abs(m.X-math.Round(m.X)) < 1e-9 {
				continue
			}
			untaken := strings.Contains(text, "sqrt(1-x^2)") && math.Abs(m.X) > 1
			if p := Programs(m); p.Empty() == untaken {
				t.Errorf("%s at %v: %s", text, m.X, p)
			}
		}
	}
}

func BenchmarkPrograms(b *testing.B) {
	for _, link := range []string{"x=0", "f=max(x,0)-0.3x%2Bln(1%2Bexp(-|x|))"} {
		b.Run(link, func(b *testing.B) {
			m, _ := Parse(link)
			b.ReportAllocs()
			for b.Loop() {
				if m.Fn == calculus.Own {
					m.X = math.Mod(m.X+0.01, 3)
				}
				Programs(m)
			}
		})
	}
}
