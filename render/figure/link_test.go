package figure

import (
	"fmt"
	"strings"
	"testing"

	"relu-three-ways/math/calculus"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		link, want string
		warnings   int
	}{
		{"", "", 0},
		{"#", "", 0},
		{"#fn=abs&x=0", "fn=abs&x=0", 0},
		{"x=0&fn=abs", "fn=abs&x=0", 0},
		{"a=0.3&fn=leaky", "fn=leaky&a=0.3", 0},
		{"a=0.3", "", 0},                         // ReLU has no a
		{"fn=leaky&a=1.5", "fn=leaky&a=0.99", 1}, // out of its range, though in the kink dial's
		{"fn=kink&a=1.5", "fn=kink&a=1.5", 0},
		{"unknown=1&lens=sub&=&&x", "lens=sub", 1}, // x without a value
		{"x=abc&g=&w=NaN&h=5&c=-1e999&p=6", "c=-3&h=2&p=5", 6},
		{"x=9&s=-7&beta=0&scene=1e9&order=3", "x=3.3&beta=0.5&s=-1&scene=99", 5},
		{"scene=1.5&f=a/x&a=-9&h=0", "h=0.0009765625", 3},
		{"x=1&x=2", "x=2", 0},
		{"x=%2D1%2e5", "x=-1.5", 0},
		{"x=%", "", 1},
		{"x=−1", "x=-1", 0},
		{"x=-0", "x=0", 0},
		{"theme=dark&ui=lecture&scene=7", "theme=dark&ui=lecture&scene=7", 0},
		{"theme=pink&ui=9&scene=-1&lens=Sub&fn=RELU", "", 5},
		{"x=0.5&g=0.4&c=0.8&w=1.4&h=1&p=1&beta=4&lens=point&fn=relu&theme=auto&ui=full&scene=0", "", 0},
		{"w=0.05&h=0.0009765625&beta=64", "w=0.05&h=0.0009765625&beta=64", 0},
	} {
		m, warnings := Parse(c.link)
		if got := m.Link(); got != c.want || len(warnings) != c.warnings {
			t.Errorf("%q: %q, want %q; warnings %q, want %d", c.link, got, c.want, warnings, c.warnings)
		}
	}
	_, w := Parse("g=" + strings.Repeat("é", 100))
	if len(w) != 1 || len(w[0]) > 120 || !strings.Contains(w[0], "using 0.4") {
		t.Errorf("a long bad value: %q", w)
	}
}

func ExampleParse() {
	m, warnings := Parse("#fn=abs&lens=sub&x=0&w=wide")
	fmt.Println(m.Fn, m.X, m.W)
	fmt.Println(warnings[0])
	fmt.Println(m.Link())
	// Output:
	// abs 0 1.4
	// w=wide is not a number from 0.05 to 3; using 1.4
	// fn=abs&lens=sub&x=0
}

func ExampleUpdate() {
	m := New()
	for _, e := range []Event{Grab{X}, Drag{Control: X, To: 0.06, Pull: 8.0 / 112}, Release{X}, Choose{calculus.Abs}} {
		m = Update(m, e)
	}
	fmt.Println(m.X, m.Link())
	// Output: 0 fn=abs&x=0
}

func TestUnknownKeys(t *testing.T) {
	for link, want := range map[string]int{"": 0, "#fn=abs&x=0": 0, "zoom=3": 1, "fn=abs&zoom&%zz=1&x=1": 2, "&&": 0, strings.Repeat("k", 400): 1} {
		got := Unknown(link)
		if len(got) != want {
			t.Errorf("%.20q: %q", link, got)
		}
		for _, w := range got {
			if len(w) > 100 {
				t.Errorf("%.20q: a warning of %d bytes", link, len(w))
			}
		}
	}
}
