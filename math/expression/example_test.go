package expression_test

import (
	"fmt"

	"relu-three-ways/math/expression"
)

func ExampleParse() {
	f, _ := expression.Parse("f(x) = x² − a|x|")
	fmt.Println(f, "at -2 with a = 3 is", f.At(-2, 3))

	_, err := expression.Parse("2rlu(x)")
	fmt.Println(err)
	fmt.Println("from byte", err.At, "to", err.End)
	// Output:
	// x^2 - a|x| at -2 with a = 3 is -2
	// rlu is not known; did you mean relu?
	// from byte 1 to 4
}

func ExampleNode_String() {
	for _, text := range []string{`\max\left(x, 0\right)`, "sin²2x", "√x/2", "{x≤0: −1; 1}"} {
		f, _ := expression.Parse(text)
		fmt.Println(f)
	}
	// Output:
	// max(x, 0)
	// sin(2x)^2
	// sqrt(x)/2
	// {x <= 0: -1, 1}
}

func ExampleNode_MathML() {
	f, _ := expression.Parse("x^2/2 - 1")
	fmt.Println(f.MathML())
	// Output:
	// <mrow><mfrac><msup><mi>x</mi><mn>2</mn></msup><mn>2</mn></mfrac><mo>&#x2212;</mo><mn>1</mn></mrow>
}

func ExampleNode_HTML() {
	for _, text := range []string{"max(-x, a*2)", "{x < 0: exp(x)}", "x^-2 - 3", "|x|^(a x)x", "2^(x+1)*3", "e^(-(x+1)^2)", "(2^x)^2", "2^sin(x)+1", "e^-|x-1|", "{x <= 2pi: x, x >= 8: pi x}"} {
		f, _ := expression.Parse(text)
		fmt.Println(f.HTML())
	}
	// Output:
	// max(−<i>x</i>, <i>a</i>·2)
	// {<i>x</i> &lt; 0: exp(<i>x</i>)}
	// <i>x</i><sup>−2</sup> − 3
	// |<i>x</i>|<sup><i>a</i><i>x</i></sup>·<i>x</i>
	// 2<sup><i>x</i> + 1</sup>·3
	// e<sup>−(<i>x</i> + 1)<sup>2</sup></sup>
	// (2<sup><i>x</i></sup>)<sup>2</sup>
	// 2<sup>sin(<i>x</i>)</sup> + 1
	// e<sup>−|<i>x</i> − 1|</sup>
	// {<i>x</i> ≤ 2π: <i>x</i>, <i>x</i> ≥ 8: π <i>x</i>}
}

func ExampleNode_At() {
	for _, text := range []string{"H(x)", "sign(x)", "x^0", "1/x", "{x > 0: 1}", "{x = 0: 1, sin(x)/x}"} {
		f, _ := expression.Parse(text)
		fmt.Println(text, "at 0 is", f.At(0, 0))
	}
	// Output:
	// H(x) at 0 is 1
	// sign(x) at 0 is 0
	// x^0 at 0 is 1
	// 1/x at 0 is NaN
	// {x > 0: 1} at 0 is NaN
	// {x = 0: 1, sin(x)/x} at 0 is 1
}

func ExampleProblem_Template() {
	fmt.Println(expression.Misspelt.Template())
	// Output:
	// {name} is not known; did you mean {hint}?
}
