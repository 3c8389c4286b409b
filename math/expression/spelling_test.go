package expression

import "testing"

func TestSpellings(t *testing.T) {
	for _, c := range []struct{ text, canonical string }{
		// numbers and letters
		{"1", "1"}, {".5", "0.5"}, {"5.", "5"}, {"0.250", "0.25"}, {"007", "7"}, {"1e-3", "0.001"}, {"2E3", "2000"}, {"1e21", "1e21"}, {"1e-9", "1e-9"},
		{"x", "x"}, {"X", "x"}, {"a", "a"}, {"pi", "pi"}, {"π", "pi"}, {"e", "e"}, {"2e", "2e"}, {"2e-x", "2e - x"},
		{"  x\t", "x"}, {"$x$", "x"}, {"$$x$$", "x"}, {`\(x\)`, "x"}, {`\[x\]`, "x"},
		{"f(x) = x", "x"}, {"f ( x )=x", "x"}, {"y = 2x", "2x"}, {"f=x", "x"}, {"f(x, a) := ax", "ax"}, {"h(x)=a x", "ax"},
		// sums and products
		{"1+x", "1 + x"}, {"1 − x", "1 - x"}, {"1 – x", "1 - x"}, {"x-1-a", "x - 1 - a"}, {"x-(1-a)", "x - (1 - a)"},
		{"+x", "x"}, {"-x", "-x"}, {"--x", "-(-x)"}, {"x--1", "x - (-1)"}, {"x+-1", "x + (-1)"}, {"-x+1", "-x + 1"}, {"-2x", "-2x"},
		{"2*x", "2x"}, {"2·x", "2x"}, {"2×x", "2x"}, {"2∙x", "2x"}, {"2⋅x", "2x"}, {"x*2", "x*2"}, {"2*3", "2*3"}, {"2*-x", "2(-x)"},
		{"1/2", "1/2"}, {"1÷2", "1/2"}, {"1/2x", "1/2*x"}, {"1/(2x)", "1/(2x)"}, {"2x/3", "2x/3"}, {"x/2/a", "x/2/a"}, {"x/(2/a)", "x/(2/a)"},
		{"3(x-1)", "3(x - 1)"}, {"(x+1)(x-1)", "(x + 1)(x - 1)"}, {"x(x+1)", "x(x + 1)"}, {"a pi x", "a pi x"}, {"2pi x", "2pi x"}, {"x*(2*a)", "x(2a)"},
		{"ax", "ax"}, {"xsin(x)", "x sin(x)"}, {"axe", "axe"}, {"pix", "pi x"}, {"ex", "ex"}, {"expx", "exp(x)"}, {"e x pi", "ex pi"},
		{"x^2 x", "x^2*x"}, {"x^2 sin x", "x^2 sin(x)"}, {"2x^2", "2x^2"}, {"x^2(x-1)", "x^2*(x - 1)"},
		// powers
		{"x^2", "x^2"}, {"x²", "x^2"}, {"x³", "x^3"}, {"x¹²", "x^12"}, {"x⁻¹", "x^-1"}, {"x^-1", "x^-1"}, {"x**2", "x^2"}, {"-x^2", "-x^2"}, {"(-x)^2", "(-x)^2"},
		{"2^x", "2^x"}, {"2^x^2", "2^x^2"}, {"(2^x)^2", "(2^x)^2"}, {"x^(1/3)", "x^(1/3)"}, {"x^-x^2", "x^-x^2"}, {"x^(-2x)", "x^(-2x)"}, {"x^{2}", "x^2"}, {"e^-x^2", "e^-x^2"},
		{"e^2x", "e^2*x"}, {"x²^3", "(x^2)^3"}, {"x^2²", "x^2^2"}, {"(x+1)²", "(x + 1)^2"},
		// bars
		{"|x|", "|x|"}, {"||x|-1|", "||x| - 1|"}, {"|x||x-1|", "|x||x - 1|"}, {"x|x|", "x|x|"}, {"|x| + |x-1|", "|x| + |x - 1|"}, {"|x*|x||", "|x*|x||"}, {"abs(x abs x)", "|x*|x||"},
		{"|x-|x-1||", "|x - |x - 1||"}, {"|(x|x|)|", "|x*|x||"}, {"2|x|^2", "2|x|^2"}, {"|x|²", "|x|^2"}, {"|||x|-1|-1|", "|||x| - 1| - 1|"},
		// functions
		{"max(x,0)", "max(x, 0)"}, {"max(x;0)", "max(x, 0)"}, {"Max(x, 0, a)", "max(x, 0, a)"}, {"min(1, x)", "min(1, x)"}, {"max{0,x}", "max(0, x)"},
		{"relu x", "relu(x)"}, {"ReLU(x)", "relu(x)"}, {"H(x)", "H(x)"}, {"theta(x)", "H(x)"}, {"θ(x)", "H(x)"}, {"Θ(x)", "H(x)"}, {"Heaviside(x)", "H(x)"}, {"step(x)", "H(x)"},
		{"sgn(x)", "sign(x)"}, {"sign x", "sign(x)"}, {"atan(x)", "arctan(x)"}, {"tan^{-1}(x)", "arctan(x)"}, {"tan^-1 x", "arctan(x)"}, {"tan⁻¹x", "arctan(x)"}, {"tan(2x)", "sin(2x)/cos(2x)"},
		{"clamp(x,0,1)", "clip(x, 0, 1)"}, {"softplus(x)", "softplus(x)"}, {"softplus(x, 4)", "softplus(x, 4)"}, {"⌊x⌋", "floor(x)"}, {"floor(x)", "floor(x)"}, {"cantor(x)", "cantor(x)"},
		{"√x", "sqrt(x)"}, {"√(x+1)", "sqrt(x + 1)"}, {"√x²", "sqrt(x^2)"}, {"√2x", "sqrt(2)x"}, {"∛x", "cbrt(x)"}, {"√|x|", "sqrt(|x|)"}, {"√√x", "sqrt(sqrt(x))"},
		{"sin x", "sin(x)"}, {"sin 2x", "sin(2x)"}, {"sin 2 pi x", "sin(2pi x)"}, {"2 sin(x)", "2sin(x)"}, {"x sin x", "x sin(x)"}, {"sin x cos x", "sin(x)cos(x)"}, {"sin x^2", "sin(x^2)"},
		{"sin x/2", "sin(x)/2"}, {"sin(x)^2", "sin(x)^2"}, {"sin^2 x", "sin(x)^2"}, {"sin²(x)", "sin(x)^2"}, {"sin^{2}x", "sin(x)^2"}, {"relu²(x)", "relu(x)^2"}, {"sin(x)x", "sin(x)x"}, {"sin -x", "sin(-x)"}, {"ln|x|", "ln(|x|)"},
		{"sin x + 1", "sin(x) + 1"}, {"sin sin x", "sin(sin(x))"}, {"sinx", "sin(x)"}, {"2cosx", "2cos(x)"},
		{"max(0,x)-max(0,x-1)", "max(0, x) - max(0, x - 1)"}, {"1/(1+e^(-x))", "1/(1 + e^-x)"}, {"(|x|+x)/2", "(|x| + x)/2"}, {"|2 sin x|", "|2sin(x)|"}, {"|sin x| + |cos x|", "|sin(x)| + |cos(x)|"},
		{"e^(-1/x²)", "e^(-1/x^2)"}, {"sin πx", "sin(pi x)"}, {"x·H(x)", "x H(x)"}, {"max(−1, min(1, x))", "max(-1, min(1, x))"}, {"|x−1|^(1/3)", "|x - 1|^(1/3)"}, {"x^2 sin(1/x)", "x^2 sin(1/x)"}, {"exp -x", "exp(-x)"},
		// cases and corners
		{"{|x|<1: 1 - |x|, 0}", "{|x| < 1: 1 - |x|, 0}"}, {"{-1<=x<=1: x|x|; |x|}", "{-1 <= x <= 1: x|x|, |x|}"},
		{"{x<0: -1, x<1: x^2, 2x-1}", "{x < 0: -1, x < 1: x^2, 2x - 1}"}, {"{x=0: 1, sin(x)/x}", "{x = 0: 1, sin(x)/x}"}, {"{0<x<1: 1}", "{0 < x < 1: 1}"},
		{"{x≤0: 1; x⩾1: 2;}", "{x <= 0: 1, x >= 1: 2}"}, {"{x<0: -1\n x<1: x\n 2}", "{x < 0: -1, x < 1: x, 2}"}, {"{\nx<0:\n-1,\n\n1\n}", "{x < 0: -1, 1}"}, {"{x<0: 1\n -1<x: 2}", "{x < 0: 1, -1 < x: 2}"},
		{"{0<x>1: 1, otherwise: 2}", "{0 < x > 1: 1, 2}"}, {"{x==0: 1, else 2}", "{x = 0: 1, 2}"}, {"2{x<0: 1, 2}", "2{x < 0: 1, 2}"}, {"{x+1}^2", "(x + 1)^2"}, {"{x<0: {a<0: 1, 2}, 3}", "{x < 0: {a < 0: 1, 2}, 3}"},
		{"|{x<0: x|x|, 1}|", "|{x < 0: x|x|, 1}|"}, {"x\n+1", "x + 1"},
		{"corners(-1:0, 0:1, 1:0)", "corners(-1:0, 0:1, 1:0)"}, {"corners(-1/2:0; 2*3:-.5)", "corners(-0.5:0, 6:-0.5)"}, {"corners(0:0,1/3:1)", "corners(0:0, 0.3333333333333333:1)"}, {"corners(-0:-0,1:1)", "corners(0:0, 1:1)"},
		// TeX
		{`\max(0, x)`, "max(0, x)"}, {`\max\{0, x\}`, "max(0, x)"}, {`\max\left(0, x\right)`, "max(0, x)"}, {`\frac{1}{2}x`, "1/2*x"}, {`\tfrac12x`, "1/2*x"}, {`\dfrac x2`, "x/2"}, {`\frac{x+1}{x-1}`, "(x + 1)/(x - 1)"},
		{`\left|x\right|`, "|x|"}, {`\lvert x\rvert`, "|x|"}, {`\left\lvert x \right\rvert`, "|x|"}, {`\lvert x\lvert x\rvert\rvert`, "|x*|x||"}, {`\sqrt{x}`, "sqrt(x)"}, {`\sqrt x`, "sqrt(x)"}, {`\sqrt[3]{x}`, "cbrt(x)"},
		{`2\cdot x`, "2x"}, {`2 \times x`, "2x"}, {`\pi x`, "pi x"}, {`\mathrm{e}^{-x^{2}}`, "e^-x^2"}, {`\operatorname{relu}(x)`, "relu(x)"}, {`\operatorname{relu} x`, "relu(x)"}, {`\ln x`, "ln(x)"}, {`\exp(x)`, "exp(x)"},
		{`\sin^2 x`, "sin(x)^2"}, {`\sin{x}`, "sin(x)"}, {`\lfloor x \rfloor`, "floor(x)"}, {`\left\lfloor x\right\rfloor`, "floor(x)"}, {`\theta(x)`, "H(x)"}, {`x\,\ \;\!\quad x`, "xx"}, {`\arctan x`, "arctan(x)"},
		{`\begin{cases} -1 & x<0 \\ x^2 & x \leq 1 \\ 2x-1 & \text{otherwise} \end{cases}`, "{x < 0: -1, x <= 1: x^2, 2x - 1}"},
		{`\begin{cases} 0, & \text{if } x\le 0,\\ x, & \text{else} \end{cases}`, "{x <= 0: 0, x}"}, {`\begin{cases}1&x\ge0\end{cases}`, "{x >= 0: 1}"}, {`\left\{x<0:-1,x\right\}`, "{x < 0: -1, x}"},
		{`\text{relu}(x)`, "relu(x)"}, {`\mathrm x`, "x"}, {`\sqrt[2]x`, "sqrt(x)"}, {`\sqrt x^2`, "sqrt(x)^2"}, {`\operatorname{ReLU}\left(x\right)`, "relu(x)"}, {`\begin{cases} 1 & \text{für } x > 0; \\ 2 & \text{sonst} \end{cases}`, "{x > 0: 1, 2}"},
		{"tan({x<0: corners(0:0,1:1), 2})", "sin({x < 0: corners(0:0, 1:1), 2})/cos({x < 0: corners(0:0, 1:1), 2})"}, {"√{x+1}", "sqrt(x + 1)"}, {"e^{-x}", "e^-x"},
		{`f(x) = \begin{cases} 1 & x > 0 \\ 2 \end{cases}`, "{x > 0: 1, 2}"},
	} {
		n, err := Parse(c.text)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if got := n.String(); got != c.canonical {
			t.Errorf("%q is written %q, want %q", c.text, got, c.canonical)
		}
		back, err := Parse(c.canonical)
		if err != nil || !equal(back, n) {
			t.Errorf("%q does not read back from %q: %v", c.text, c.canonical, err)
		}
	}
}
