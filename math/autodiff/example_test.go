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
