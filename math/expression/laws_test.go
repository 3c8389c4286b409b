package expression

import (
	"encoding/xml"
	"io"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// What String writes is read as the same tree, and written the same again.
func TestStringReadsBack(t *testing.T) {
	g := gardener{rand.New(rand.NewPCG(1, 2))}
	tried := 0
	for range 30000 {
		n := g.tree(1 + g.IntN(25))
		text := n.String()
		if utf8.RuneCountInString(text) > longestText || n.nesting() > deepest {
			continue
		}
		tried++
		back, err := Parse(text)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if !equal(n, back) {
			t.Fatalf("%q is read as %q", text, back)
		}
		if again := back.String(); again != text {
			t.Fatalf("%q becomes %q", text, again)
		}
	}
	if tried < 20000 {
		t.Errorf("only %d trees are short enough", tried)
	}
}

func TestMathMLIsWellFormed(t *testing.T) {
	g := gardener{rand.New(rand.NewPCG(5, 6))}
	for range 5000 {
		n := g.tree(1 + g.IntN(30))
		if problem := malformed(n.MathML()); problem != "" {
			t.Fatalf("%s: %s", n, problem)
		}
	}
}

// malformed says what is wrong with MathML: a tag or attribute that is not in
// the list, or text that the package does not write.
func malformed(text string) string {
	children := map[string]int{"mfrac": 2, "msup": 2, "mroot": 2, "mtr": 2}
	d := xml.NewDecoder(strings.NewReader(text))
	var open []string
	var count []int
	for {
		token, err := d.Token()
		if err == io.EOF {
			if len(open) > 0 {
				return "not closed: " + open[0]
			}
			return ""
		}
		if err != nil {
			return err.Error()
		}
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			if !strings.Contains(" mi mn mo mtext mrow mfrac msup msqrt mroot mtable mtr mtd ", " "+name+" ") {
				return "tag " + name
			}
			for _, a := range token.Attr {
				if !strings.Contains(" form=prefix form=postfix stretchy=true separator=true mathvariant=normal class=otherwise ", " "+a.Name.Local+"="+a.Value+" ") {
					return "attribute " + a.Name.Local + "=" + a.Value
				}
			}
			if len(count) > 0 {
				count[len(count)-1]++
			}
			open, count = append(open, name), append(count, 0)
		case xml.EndElement:
			last := len(open) - 1
			if want, fixed := children[open[last]]; fixed && count[last] != want {
				return "children of " + open[last]
			}
			open, count = open[:last], count[:last]
		case xml.CharData:
			if !legible(open, string(token)) {
				return "text " + string(token)
			}
		default:
			return "neither tag nor text"
		}
	}
}

func legible(open []string, text string) bool {
	if len(open) == 0 {
		return false
	}
	switch open[len(open)-1] {
	case "mn":
		return strings.Trim(text, "0123456789.") == ""
	case "mo":
		return strings.Contains("+ − · : , ( ) | { ⌊ ⌋ < ≤ > ≥ = \u2061 \u2062 ⋅", text)
	case "mtext":
		return text == "otherwise"
	case "mi":
		f := longest(text)
		return text == "π" || f != nil && f.name == text
	}
	return false
}

func TestParameter(t *testing.T) {
	for text, want := range map[string]bool{"x": false, "abs(x)": false, "a": true, "max(x, a)": true, "{x < a: 1}": true, "{x < 1: a}": true, "corners(0:0, 1:1)": false} {
		if got := read(t, text).HasParameter(); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}

func read(t testing.TB, text string) *Node {
	t.Helper()
	n, err := Parse(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return n
}

func TestAtDoesNotAllocate(t *testing.T) {
	n := read(t, "max(x, 0, a) + {x < 0: x^(1/3), sin(x)/x < 1: softplus(x, 2), clip(x, 0, 1)} + corners(-1:0, 0:1, 1:0)cantor(x) + |x|^2.5")
	if count := testing.AllocsPerRun(100, func() { n.At(0.3, -1) }); count != 0 {
		t.Errorf("%v allocations", count)
	}
}

// At answers for every formula at every place, NaN and infinities included.
func TestAtIsTotal(t *testing.T) {
	g := gardener{rand.New(rand.NewPCG(7, 8))}
	places := []float64{0, 1, -1, 0.5, 1e300, -1e300, math.Inf(1), math.Inf(-1), math.NaN(), 5e-324}
	for range 3000 {
		n := g.tree(1 + g.IntN(20))
		for _, x := range places {
			n.At(x, 1)
		}
	}
}

// Formulas that are made by a program may hold negative numbers.
func TestNegativeNumbers(t *testing.T) {
	two := &Node{Op: Number, Value: -2}
	x := &Node{Op: X}
	for _, c := range []struct {
		n            *Node
		text, mathML string
	}{
		{two, "-2", `<mrow><mo form="prefix">&#x2212;</mo><mn>2</mn></mrow>`},
		{&Node{Op: Mul, Args: []*Node{two, x}}, "(-2)x", ""},
		{&Node{Op: Sub, Args: []*Node{x, two}}, "x - (-2)", ""},
		{&Node{Op: Pow, Args: []*Node{two, two}}, "(-2)^(-2)", ""},
		{&Node{Op: Number, Value: -1e-9}, "-1e-9", `<mrow><mo form="prefix">&#x2212;</mo><mrow><mn>1</mn><mo>&#x22C5;</mo><msup><mn>10</mn><mrow><mo form="prefix">&#x2212;</mo><mn>9</mn></mrow></msup></mrow></mrow>`},
	} {
		if c.n.String() != c.text || c.mathML != "" && c.n.MathML() != c.mathML {
			t.Errorf("%s, %s", c.n, c.n.MathML())
		}
		if n := read(t, c.text); n.At(3, 0) != c.n.At(3, 0) {
			t.Errorf("%s has another value than %s", n, c.n)
		}
	}
}
