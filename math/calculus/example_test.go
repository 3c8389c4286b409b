package calculus_test

import (
	"fmt"

	"relu-three-ways/math/calculus"
	"relu-three-ways/math/expression"
	"relu-three-ways/math/pieces"
)

// The ramp has no derivative at its corner, an interval of supporting slopes,
// and −∫ r φ′ = ∫ H φ for every probe.
func Example() {
	r := calculus.Of(calculus.ReLU, calculus.Params{})
	_, exists := r.Derivative(0)
	fmt.Println("derivative:", exists, r.Left(0), r.Right(0))
	fmt.Println("subdifferential:", r.Subdifferential(0))
	p := r.Pair(calculus.Probe{C: 0.8, W: 1.4})
	fmt.Printf("pairing: %.12f = %.12f\n", p.ByParts, p.Direct)
	// Output:
	// derivative: false 0 1
	// subdifferential: {0 1}
	// pairing: 1.548669055080 = 1.548669055080
}

func ExampleOf() {
	soft := calculus.Of(calculus.Softplus, calculus.Params{Beta: 1000})
	fmt.Printf("%.4f, which is log 2/64, as 1000 is above the range\n", soft.Value(0))
	// Output: 0.0108, which is log 2/64, as 1000 is above the range
}

// formula is the function of a formula.
func formula(text string) calculus.Function {
	tree, bad := expression.Parse(text)
	if bad != nil {
		panic(bad)
	}
	curve, no := pieces.Cut(tree, 1)
	if no != nil {
		panic(no)
	}
	return calculus.Formula(curve)
}

func ExampleParseKind() {
	k, ok := calculus.ParseKind("heaviside")
	fmt.Println(k, ok)
	// Output: heaviside true
}

func ExampleFunction_Value() {
	h := formula("H(x)")
	fmt.Println(h.LeftValue(0), h.Value(0), h.ValueJump(0))
	// Output: 0 1 1
}

// x³ has a tangent at 0 that is not a supporting line.
func ExampleFunction_Subdifferential() {
	cube := calculus.Of(calculus.Cube, calculus.Params{})
	fmt.Println(cube.Subdifferential(0).Empty(), cube.Subdifferential(0).Contains(0))
	// Output: true false
}

// −|x| has no supporting line at 0, and yet a Clarke subdifferential.
func ExampleFunction_Clarke() {
	f := calculus.Of(calculus.MinusAbs, calculus.Params{})
	clarke, ok := f.Clarke(0)
	fmt.Println(f.Subdifferential(0).Empty(), clarke, ok)
	// Output: true {-1 1} true
}

// The width of the fan is the jump of the slope, the mass of f″ at 0.
func ExampleFunction_SlopeJump() {
	f := calculus.Of(calculus.Leaky, calculus.Params{A: 0.25})
	jump, _ := f.SlopeJump(0)
	fmt.Println(jump, f.Subdifferential(0).Width())
	// Output: 0.75 0.75
}

func ExampleFunction_Atoms() {
	fmt.Println(formula("H(x)").Atoms())
	// Output: [{0 1}]
}

// The integral by parts on each side of the corner.
func ExampleFunction_AppendParts() {
	f := calculus.Of(calculus.Abs, calculus.Params{})
	for _, p := range f.AppendParts(nil, calculus.Probe{C: 0.5, W: 1}) {
		fmt.Printf("[%g, %g] %.4f = %.4f\n", p.Lo, p.Hi, p.ByParts, p.Direct)
	}
	// Output:
	// [-0.5, 0] -0.1484 = -0.1484
	// [0, 1.5] 1.0585 = 1.0585
}

// Every subgradient is a limit of slopes of smoothings.
func ExampleFunction_Smoothed() {
	r := calculus.Of(calculus.ReLU, calculus.Params{})
	for _, centre := range []float64{-0.5, 0, 0.5} {
		fmt.Printf("%.6f ", r.Smoothed(calculus.Probe{C: centre, W: 1}, 0))
	}
	// Output: 0.877033 0.500000 0.122967
}

func ExampleProbe() {
	p := calculus.Probe{C: 1, W: 2}
	fmt.Println(p.Lo(), p.Hi(), p.Value(1), p.Value(3), p.Derivative(1))
	fmt.Printf("%.12f %.4f\n", p.Mass(), p.Value(1)/p.Mass())
	// Output:
	// -1 3 1 0 -0
	// 2.413800644876 0.4143
}

func ExampleInterval() {
	fmt.Println(calculus.Interval{Lo: -1, Hi: 1}.Contains(0), calculus.Interval{Lo: 1, Hi: 0}.Width())
	// Output: true 0
}
