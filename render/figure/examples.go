package figure

// An Example is a formula to begin with.
type Example struct{ Name, Text string }

// Examples are formulas to begin with, by what they are called.
func Examples() []Example {
	return []Example{
		{"hat", "relu(1-|x|)"},
		{"two hinges", "|x|+|x-1|"},
		{"ReLU6", "min(relu(x),6)"},
		{"Huber", "{|x|<1: x^2/2, |x|-1/2}"},
		{"soft threshold", "sign(x)*relu(|x|-1)"},
		{"rectified sine", "|sin(x)|"},
		{"floor", "floor(x)"},
		{"odd square", "x*|x|"},
		{"maximum of three lines", "max(-x-1,x/2,2x-2)"},
		{"ramp of width a", "clip(x/a,0,1)"},
		{"cross-entropy with logits", "max(x,0)-0.3x+ln(1+exp(-|x|))"},
		{"difference of two ramps", "relu(x)-relu(-x)"},
	}
}
