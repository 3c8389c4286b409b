package pieces

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"relu-three-ways/math/expression"
)

func parse(t testing.TB, text string) *expression.Node {
	t.Helper()
	n, err := expression.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return n
}

// shown is a curve's breaks in short.
func shown(c *Curve) string {
	var b strings.Builder
	number := func(v float64) string {
		if v == 0 {
			v = 0
		}
		return fmt.Sprintf("%.12g", v)
	}
	for i, p := range c.Breaks {
		if i > 0 {
			b.WriteString("; ")
		}
		fmt.Fprintf(&b, "%s:%d %s|%s|%s %s,%s %s,%s", number(p.X), p.Order, number(p.Left.Limit), number(p.Value), number(p.Right.Limit), number(p.Left.Slope), number(p.Right.Slope), number(p.Left.Curvature), number(p.Right.Curvature))
	}
	return b.String()
}

// A break is written as place:order, limit|value|limit, slopes, curvatures.
func TestBreaks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"x^2", ""},
		{"|x|", "0:1 0|0|0 -1,1 0,0"},
		{"relu(x)", "0:1 0|0|0 0,1 0,0"},
		{"H(x)", "0:0 0|1|1 0,0 0,0"},
		{"sign(x)", "0:0 -1|0|1 0,0 0,0"},
		{"sign(x)^2", "0:0 1|0|1 0,0 0,0"},
		{"|x|+|x-1|", "0:1 1|1|1 -2,0 0,0; 1:1 1|1|1 0,2 0,0"},
		{"max(x,x)", ""},
		{"relu(x)-relu(-x)", ""},
		{"sqrt(x^2)", "0:1 0|0|0 -1,1 0,0"},
		{"sqrt(x^2+1)", ""},
		{"sqrt((x-1/3)^2)", "0.333333333333:1 0|0|0 -1,1 0,0"},
		{"x|x|", "0:2 0|0|0 0,0 -2,2"},
		{"|x|^3", "0:3 0|0|0 0,0 0,0"},
		{"|x|^9", ""},
		{"sqrt(|x|)", "0:1 0|0|0 -Inf,+Inf -Inf,-Inf"},
		{"cbrt(x)", "0:1 0|0|0 +Inf,+Inf +Inf,-Inf"},
		{"x^(2/3)", "0:1 0|0|0 -Inf,+Inf -Inf,-Inf"},
		{"{x=0: 1, sin(x)/x}", ""},
		{"sin(x)/x", "0:0 1|NaN|1 0,0 -0.333333333333,-0.333333333333"},
		{"max(x,0)-0.3x+ln(1+exp(-|x|))", ""},
		{"floor(x/4)", "-4:0 -2|-1|-1 0,0 0,0; 0:0 -1|0|0 0,0 0,0; 4:0 0|1|1 0,0 0,0"},
		{"relu(1-|x|)", "-1:1 0|0|0 0,1 0,0; 0:1 1|1|1 1,-1 0,0; 1:1 0|0|0 -1,0 0,0"},
		{"corners(-1:0, 0:1, 1:0)", "0:1 1|1|1 1,-1 0,0"},
		{"|sin x|", "-6.28318530718:1 0|0|0 -1,1 0,0; -3.14159265359:1 0|0|0 -1,1 0,0; 0:1 0|0|0 -1,1 0,0; 3.14159265359:1 0|0|0 -1,1 0,0; 6.28318530718:1 0|0|0 -1,1 0,0"},
		{"clip(x,-1,1)", "-1:1 -1|-1|-1 0,1 0,0; 1:1 1|1|1 1,0 0,0"},
		{"{x<0: -1, x<1: x^2, 2x-1}", "0:0 -1|0|0 0,0 0,2; 1:2 1|1|1 2,2 2,0"},
		{"max(|x|-1, 2-|x|)", "-1.5:1 0.5|0.5|0.5 -1,1 0,0; 0:1 2|2|2 1,-1 0,0; 1.5:1 0.5|0.5|0.5 -1,1 0,0"},
		{"|x^2-2|", "-1.41421356237:1 0|0|0 -2.82842712475,2.82842712475 2,-2; 1.41421356237:1 0|0|0 -2.82842712475,2.82842712475 -2,2"},
		{"sqrt((x^2-2)^2)", "-1.41421356237:1 0|0|0 -2.82842712475,2.82842712475 2,-2; 1.41421356237:1 0|0|0 -2.82842712475,2.82842712475 -2,2"},
		{"x ln|x|", "0:0 0|NaN|0 -Inf,-Inf -Inf,+Inf"},
		{"1/sqrt(|x|)", "0:0 +Inf|NaN|+Inf NaN,NaN NaN,NaN"},
		{"softplus(x)", ""},
		{"tanh(5x)", ""},
		{"cantor(x)", "0:1 0|0|0 0,NaN 0,NaN; 1:1 1|1|1 NaN,0 NaN,0"},
		{"|x-0.1|", "0.1:1 0|0|0 -1,1 0,0"},
		{"|e^x-2|", "0.69314718056:1 0|0|0 -2,2 -2,2"},
		{"|0.1x+0.2x-0.3x|", ""},
		{"min(tanh x, sin x)", "-1.87510406871:1 -0.954054604377|-0.954054604377|-0.954054604377 0.0897798118669,-0.299632795046 0.171309685784,0.954054604377; 0:3 0|0|0 1,1 0,0; 1.87510406871:1 0.954054604377|0.954054604377|0.954054604377 0.0897798118669,-0.299632795046 -0.171309685784,-0.954054604377"},
		{"max(|x|, sin x)", "0:1 0|0|0 -1,1 0,0"},
		{"max(x, sin x)", "0:3 0|0|0 1,1 0,0"},
		{"|x^2-0.00000001|", "-0.0001:1 0|0|0 -0.0002,0.0002 2,-2; 0.0001:1 0|0|0 -0.0002,0.0002 -2,2"},
		{"|x^3-3x^2+3x-1|", "1:3 0|0|0 0,0 0,0"},
		{"sqrt((x^3-2)^2)", "1.25992104989:1 0|0|0 -4.7622031559,4.7622031559 -7.55952629937,7.55952629937"},
		{"sqrt((x^3-2)^4)", ""},
		{"min(1, 1/|x|)", "-1:1 1|1|1 1,0 2,0; 0:0 1|NaN|1 0,0 0,0; 1:1 1|1|1 0,-1 0,2"},
		{"|x|^|x|", "0:1 1|1|1 +Inf,-Inf +Inf,+Inf"},
		{"sign(x^7)", "0:0 -1|0|1 0,0 0,0"},
		{"sign(sin(x)^7)", "-6.28318530718:0 -1|0|1 0,0 0,0; -3.14159265359:0 1|0|-1 0,0 0,0; 0:0 -1|0|1 0,0 0,0; 3.14159265359:0 1|0|-1 0,0 0,0; 6.28318530718:0 -1|0|1 0,0 0,0"},
		{"{x^7>0: x, 0}", "0:1 0|0|0 0,1 0,0"},
		{"(x^4)^(1/4)", "0:1 0|0|0 -1,1 0,0"},
		{"sqrt(x^6)", "0:3 0|0|0 0,0 0,0"},
		{"ln(1+exp(5x))/5", ""},
		{"1/(1+exp(-1000x))", ""},
		{"arctan(1/x)", "0:0 -1.57079632679|NaN|1.57079632679 -1,-1 0,0"},
	} {
		t.Run(c.text, func(t *testing.T) {
			f, r := Cut(parse(t, c.text), 1)
			if r != nil {
				t.Fatalf("refused: %+v", *r)
			}
			if got := shown(f); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		text   string
		reason Reason
	}{
		{"1/x", NotIntegrable},
		{"1/x^2", NotIntegrable},
		{"tan x", NotIntegrable},
		{"sqrt(x)", NoValue},
		{"ln x", NoValue},
		{"sin(1/x)", Undecided},
		{"x sin(1/x)", Undecided},
		{"{x=0: 0, x^2 sin(1/x)}", Undecided},
		{"max(1/x,0)", NotIntegrable},
		{"x^0.2", NoValue},
		{"1/x^7", NotIntegrable},
		{"1/(x-0.3)^7", NotIntegrable},
		{"|sin(100x)|", TooManyBreaks},
		{"floor(40x)", TooManyBreaks},
	} {
		if _, r := Cut(parse(t, c.text), 1); r == nil || r.Reason != c.reason {
			t.Errorf("%s: %+v, want %d", c.text, r, c.reason)
		}
	}
	if _, r := Cut(parse(t, "{x<0: 0, sqrt(x)}"), 1); r != nil {
		t.Errorf("{x<0: 0, sqrt(x)} is refused: %+v", *r)
	}
}

func TestStairs(t *testing.T) {
	for _, c := range [][4]float64{{0.5, 0.5, 1. / 3, 2. / 3}, {0.25, 1. / 3, 0.25, 0.25}, {0.12, 0.25, 1. / 9, 2. / 9}, {-1, 0, math.Inf(-1), 0}, {2, 1, 1, math.Inf(1)}} {
		v, low, high := stairs(c[0])
		for i, got := range []float64{v, low, high} {
			if got != c[i+1] && math.Abs(got-c[i+1]) > 1e-15 {
				t.Errorf("stairs(%v) has %v, want %v", c[0], got, c[i+1])
			}
		}
	}
}
