package expression

import (
	"strings"
	"testing"
)

// Each mistake has its place, in bytes, and its sentence.
func TestMistakes(t *testing.T) {
	for _, c := range []struct {
		text     string
		at, end  int
		sentence string
	}{
		{"", 0, 0, "nothing is written here; write a formula such as max(0, x)"},
		{"   ", 0, 0, "nothing is written here; write a formula such as max(0, x)"},
		{"f(x) =", 6, 6, "nothing is written here; write a formula such as max(0, x)"},
		{"2 x y", 4, 5, "y is not known here; the variable is x, the parameter a"},
		{"y", 0, 1, "y is not known here; the variable is x, the parameter a"},
		{"xy", 1, 2, "y is not known here; the variable is x, the parameter a"},
		{"ab", 1, 2, "b is not known here; the variable is x, the parameter a"},
		{"rlu(x)", 0, 3, "rlu is not known; did you mean relu?"},
		{"mxa(0, x)", 0, 3, "mxa is not known; did you mean max?"},
		{"hat(x)", 0, 3, "hat is not known here; write a function such as max(0, x)"},
		{"foo(x)", 0, 3, "foo is not known here; write a function such as max(0, x)"},
		{"heavyside(x)", 0, 9, "heavyside is not known; did you mean heaviside?"},
		{"log(x)", 0, 3, "log is not known here; write ln"},
		{"\\log x", 1, 4, "log is not known here; write ln"},
		{"asin(x)", 0, 4, "asin is not known here; write a function such as arctan(x)"},
		{"sinh(x)", 0, 4, "sinh is not known here; write (exp(x) - exp(-x))/2"},
		{"cot(x)", 0, 3, "cot is not known here; write cos(x)/sin(x)"},
		{"ELU(x)", 0, 3, "ELU is not known here; write {x < 0: exp(x) - 1, x}"},
		{"\\foo{x}", 0, 4, "\\foo is not known here; write the formula without it"},
		{"\\", 0, 1, "\\ is not known here; write the formula without it"},
		{"x # 2", 2, 3, "# is not known here; leave it out"},
		{"x'", 1, 2, "' is not known here; leave it out"},
		{"1.2.3", 0, 5, "1.2.3 is not a number that can be used; write one such as 0.5"},
		{"1e999", 0, 5, "1e999 is not a number that can be used; write one such as 1000"},
		{"*x", 0, 1, "a formula cannot begin with *; write a value before it"},
		{")", 0, 1, ") closes nothing; write ( where it begins"},
		{"x +", 3, 3, "after x + another value is expected"},
		{"2*/3", 2, 3, "after 2* another value is expected"},
		{"(x + )", 5, 6, "after (x + another value is expected"},
		{"max(0,", 6, 6, "after max(0, another value is expected"},
		{"max(0,)", 6, 7, "after max(0, another value is expected"},
		{"max()", 0, 5, "max needs an argument; write max(0, x)"},
		{"max(x)", 0, 6, "max(x) has too few values; write max(0, x)"},
		{"max x", 0, 3, "max needs an argument; write max(0, x)"},
		{"clip(x,1)", 0, 9, "clip(x,1) has too few values; write clip(x, 0, 1)"},
		{"sin(x, 1)", 5, 6, "sin has too many values; write sin(x)"},
		{"sin", 0, 3, "sin needs an argument; write sin(x)"},
		{"sin + ", 5, 5, "after sin + another value is expected"},
		{"|sin|", 1, 4, "sin needs an argument; write sin(x)"},
		{"2 sin", 2, 5, "sin needs an argument; write sin(x)"},
		{"sin 2(x+1)", 5, 6, "it is not clear where the argument of sin ends; put it in brackets: sin(x)"},
		{"sin x|x|", 5, 6, "it is not clear where the argument of sin ends; put it in brackets: sin(x)"},
		{"sin^-1(x)", 3, 6, "the name sin cannot have this exponent; write the power behind the argument, as in sin(x)^2"},
		{"sin^a x", 3, 4, "the name sin cannot have this exponent; write the power behind the argument, as in sin(x)^2"},
		{"max^2(x)", 3, 5, "the name max cannot have this exponent; write the power behind the argument, as in max(0, x)^2"},
		{"x 2", 2, 3, "a number stands before what it multiplies, and x is followed by one; write one of 2x, x^2"},
		{"x2", 1, 2, "a number stands before what it multiplies, and x is followed by one; write one of 2x, x^2"},
		{"(x+1) 2", 6, 7, "a number stands before what it multiplies, and (x+1) is followed by one; write one of (x+1)*2, (x+1)^2"},
		{"2 3", 0, 3, "2 3 are two numbers side by side; write 2*3"},
		{"sin 2 3", 6, 7, "a number stands before what it multiplies, and sin 2 is followed by one; write one of sin 2*3, sin 2^3"},
		{"(x", 0, 1, "( is opened and not closed; write ) where it ends"},
		{"max(0, x", 0, 4, "max( is opened and not closed; write ) where it ends"},
		{"|x", 0, 1, "| is opened and not closed; write | where it ends"},
		{"|x|x||", 6, 6, "it is not clear which | closes which in |x|x||; write abs(x) for some of them"},
		{"||||||", 6, 6, "it is not clear which | closes which in ||||||; write abs(x) for some of them"},
		{"x)", 1, 2, ") closes nothing; write ( where it begins"},
		{"x}", 1, 2, "} closes nothing; write { where it begins"},
		{"x]", 1, 2, "] is not known here; write )"},
		{"\\rvert x", 0, 6, "\\rvert closes nothing; write | where it begins"},
		{"⌊x", 0, 3, "⌊ is opened and not closed; write ⌋ where it ends"},
		{"x⌋", 1, 4, "⌋ closes nothing; write ⌊ where it begins"},
		{"x, 1", 1, 2, ", separates the values of a function, and there is none around it; write max(0, x)"},
		{"0,5", 0, 3, "0,5 is read as two numbers; write 0.5, with a decimal point"},
		{"(0,5)", 1, 4, "0,5 is read as two numbers; write 0.5, with a decimal point"},
		{"sin(0,5)", 4, 7, "0,5 is read as two numbers; write 0.5, with a decimal point"},
		{"x: 1", 1, 2, ": stands behind a condition in braces; write cases such as {x < 0: -1, 1}"},
		{"x < 1", 2, 3, "< compares, and stands in conditions only; write cases in braces such as {x < 0: -1, 1}"},
		{"(x < 1)", 3, 4, "< compares, and stands in conditions only; write cases in braces such as {x < 0: -1, 1}"},
		{"{x<0: }", 6, 7, "after {x<0: another value is expected"},
		{"{x<0}", 1, 4, "after the condition x<0 its value is expected; write x<0: 1"},
		{"{x<0, 1}", 1, 4, "after the condition x<0 its value is expected; write x<0: 1"},
		{"{x: 1}", 1, 2, "x is not a condition; write one such as x < 0"},
		{"{1, x<0: 2}", 1, 2, "1 has no condition, so it comes last; write one, such as x < 0, or move it to the end"},
		{"{x<0: 1", 0, 1, "{ is opened and not closed; write } where it ends"},
		{"{x<0: 1, x>1}", 9, 12, "after the condition x>1 its value is expected; write x>1: 1"},
		{"{x<0: x<1}", 7, 8, "< compares, and stands in conditions only; write cases in braces such as {x < 0: -1, 1}"},
		{"{}", 1, 2, "after { another value is expected"},
		{"{x<0: 1}}", 8, 9, "} closes nothing; write { where it begins"},
		{"\\begin{cases} 1 & x<0 \\\\ 2 & x \\end{cases}", 29, 30, "x is not a condition; write one such as x < 0"},
		{"\\begin{cases} 1 & x<0 ", 0, 13, "\\begin{cases} is opened and not closed; write \\end{cases} where it ends"},
		{"\\begin{matrix} 1 \\end{matrix}", 0, 14, "\\begin{matrix} is not known here; write the formula without it"},
		{"\\begin{cases} 1 \\\\ 2 & x<0 \\end{cases}", 14, 15, "1 has no condition, so it comes last; write one, such as x < 0, or move it to the end"},
		{"\\text{if} x", 0, 9, "\\text{if} is not expected here; leave it out"},
		{"corners(0:0)", 0, 12, "corners(0:0) has too few values; write corners(-1:0, 0:1, 1:0)"},
		{"corners(0:0, 0:1)", 13, 16, "corners go from left to right, and 0:1 does not; write corners(-1:0, 0:1, 1:0)"},
		{"corners(x:0, 0:1)", 8, 9, "x is not a number, and corners are given by numbers; write corners(-1:0, 0:1, 1:0)"},
		{"corners(0:0, 1:1/0)", 15, 18, "1/0 is not a number, and corners are given by numbers; write corners(-1:0, 0:1, 1:0)"},
		{"corners(0, 1)", 8, 9, "a corner is written as x:y, and 0 has no colon; write corners(-1:0, 0:1, 1:0)"},
		{"corners(0:0, 1:1", 0, 8, "corners( is opened and not closed; write ) where it ends"},
		{"corners", 0, 7, "corners needs an argument; write corners(-1:0, 0:1, 1:0)"},
		{"\\frac{1}{2", 8, 9, "{ is opened and not closed; write } where it ends"},
		{"\\frac{1}", 8, 8, "after \\frac{1} another value is expected"},
		{"\\sqrt[4]{x}", 5, 6, "[ is not expected here; leave it out"},
		{"x^", 2, 2, "after x^ another value is expected"},
		{"x^*2", 2, 3, "after x^ another value is expected"},
		{"f(x) < 2", 0, 1, "f is not known here; the variable is x, the parameter a"},
		{"[x]", 0, 1, "[ is not known here; write ("},
		{"x!", 1, 2, "! is not known here; leave it out"},
		{"50%", 2, 3, "% is not known here; leave it out"},
		{"∞", 0, 3, "∞ is not known here; leave it out"},
		{"a = 3", 2, 3, "= compares, and stands in conditions only; write cases in braces such as {x < 0: -1, 1}"},
		{"x = 2", 2, 3, "= compares, and stands in conditions only; write cases in braces such as {x < 0: -1, 1}"},
		{"ünïcode", 0, 2, "ü is not known here; leave it out"},
		{"{x<0: 1, x<1: 2, x<2: 3, x<3: 4, x<4: ", 37, 37, "after …2, x<2: 3, x<3: 4, x<4: another value is expected"},
		{"|x|-1|", 6, 6, "it is not clear which | closes which in |x|-1|; write abs(x) for some of them"},
		{"\\%", 0, 2, "\\% is not known here; write the formula without it"},
		{"x \\text", 2, 7, "\\text is not known here; write the formula without it"},
		{"x \\end{cases}", 2, 13, "\\end{cases} closes nothing; write \\begin{cases} where it begins"},
		{"\\begin{cases}\\end{cases}", 13, 24, "after \\begin{cases} another value is expected"},
		{"\\begin{cases} 1 & \\text{because} x<0 \\end{cases}", 18, 32, "\\text{because} is not expected here; leave it out"},
		{"\\frac0.5x", 5, 8, "0.5 is not a number that can be used; write one such as {0.5}"},
		{"\\sqrt[3x", 7, 8, "x is not expected here; leave it out"},
		{"sin^{2x", 3, 6, "the name sin cannot have this exponent; write the power behind the argument, as in sin(x)^2"},
		{"averyveryverylongname", 0, 21, "averyveryverylongname is not known here; write a function such as max(0, x)"},
		{"{x != 0: 1}", 3, 5, "!= is not known here; write {x = 0: 1, x^2}"},
		{"{x ≠ 0: 1}", 3, 6, "≠ is not known here; write {x = 0: 1, x^2}"},
		{"{x \\ne 0: 1}", 3, 6, "\\ne is not known here; write {x = 0: 1, x^2}"},
		{"{0<x and x<1: 1}", 5, 8, "and is not known here; write 0 < x < 1"},
		{"ceil(x)", 0, 4, "ceil is not known here; write -floor(-x)"},
		{"  f(x) = $2 x y$", 9, 10, "$ is not known here; leave it out"},
		{" $f(x) = 2 x y$", 13, 14, "y is not known here; the variable is x, the parameter a"},
	} {
		n, err := Parse(c.text)
		if err == nil {
			t.Errorf("%q is read as %s", c.text, n)
			continue
		}
		if err.At != c.at || err.End != c.end || err.Error() != c.sentence {
			t.Errorf("%q: %d to %d, %s", c.text, err.At, err.End, err)
		}
	}
}

func TestLimits(t *testing.T) {
	for _, c := range []struct {
		text    string
		problem Problem
		fine    bool
	}{
		{strings.Repeat(" ", 299) + "x", 0, true},
		{strings.Repeat(" ", 300) + "x", TooLong, false},
		{strings.Repeat("√", 300), TooDeep, false},
		{"x" + strings.Repeat("+x", 74), 0, true},
		{"x" + strings.Repeat("+x", 75), TooLong, false}, // 301 characters with spaces
		{strings.Repeat("x", 100), 0, true},
		{strings.Repeat("x", 101), TooLarge, false},
		{strings.Repeat("abs ", 40) + "x", 0, true},
		{strings.Repeat("abs ", 41) + "x", TooDeep, false},
		{strings.Repeat("(", 80) + "x" + strings.Repeat(")", 80), 0, true},
		{strings.Repeat("(", 100) + "x" + strings.Repeat(")", 100), TooDeep, false},
		{strings.Repeat("-", 39) + "x", 0, true},
		{strings.Repeat("-", 50) + "x", TooDeep, false},
		{"x" + strings.Repeat("^x", 40), 0, true},
		{"x" + strings.Repeat("^x", 41), TooDeep, false},
		{strings.Repeat("tan ", 8) + "x", TooLarge, false},
		{strings.Repeat("|", 300), TooDeep, false},
		{strings.Repeat("{", 300), TooDeep, false},
	} {
		switch _, err := Parse(c.text); {
		case c.fine && err != nil:
			t.Errorf("%q: %v", c.text, err)
		case !c.fine && (err == nil || err.Problem != c.problem):
			t.Errorf("%q: %v, want %q", c.text, err, c.problem.Template())
		}
	}
}

// Every problem has a sentence that says what to write, and slots of two kinds.
func TestTemplates(t *testing.T) {
	for p := range Problem(len(templates)) {
		sentence := p.Template()
		if sentence == "" {
			t.Errorf("problem %d has no sentence", p)
		}
		rest := strings.NewReplacer("{name}", "", "{hint}", "").Replace(sentence)
		if strings.ContainsAny(rest, "{}") {
			t.Errorf("%q has an unknown slot", sentence)
		}
	}
	if Problem(200).Template() == "" {
		t.Error("an unknown problem has a sentence, too")
	}
}

// What fills a slot is not read as a template again.
func TestSlotsAreFilledOnce(t *testing.T) {
	e := Error{Problem: Misspelt, Name: "{hint}", Hint: "{name}"}
	if got, want := e.Error(), "{hint} is not known; did you mean {name}?"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
