package autodiff_test

import (
	"fmt"

	"relu-three-ways/math/autodiff"
	"relu-three-ways/math/expression"
)

// Both formulas are softplus(x) − 0.3x, whose slope at 0 is 0.2.
func ExampleDerive() {
	for _, text := range []string{
		"max(x, 0) - 0.3x + ln(1 + exp(-|x|))",
		"softplus(x) - 0.3x",
	} {
		n, err := expression.Parse(text)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(text)
		for f := range autodiff.Frameworks {
			fmt.Printf("  %-10v %4.1f\n", f, autodiff.Derive(n, 0, 0, f).Slope)
		}
	}
	// Output:
	// max(x, 0) - 0.3x + ln(1 + exp(-|x|))
	//   PyTorch     0.2
	//   JAX        -0.3
	//   TensorFlow  0.7
	//   MLX        -0.3
	// softplus(x) - 0.3x
	//   PyTorch     0.2
	//   JAX         0.2
	//   TensorFlow  0.2
	//   MLX         0.2
}

// At an end of clip the four have three answers.
func ExampleRules() {
	for f := range autodiff.Frameworks {
		for _, r := range autodiff.Rules(f) {
			if r.Formula == "clip(x, 0, 1)" {
				fmt.Printf("%v: %v, by %s\n", f, r.Answer.Slope, r.Law)
			}
		}
	}
	// Output:
	// PyTorch: 0, by g if low < u < high, else 0, for bounds that are numbers; up to 2.13 also g at the bounds
	// JAX: 0.5, by minimum(high, maximum(low, u))
	// TensorFlow: 1, by maximum(minimum(u, high), low)
	// MLX: 0, by minimum(maximum(u, low), high)
}
