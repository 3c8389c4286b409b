package page

import (
	"slices"
	"testing"
)

func TestReworded(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     []Rewording
		texts    int
	}{
		{`<i>x</i> = 0.95`, `<i>x</i> = 0.96`, []Rewording{{1, " = 0.95", " = 0.96"}}, 2},
		{`a<b>1</b><b>2</b>c`, `a<b>3</b><b>2</b>d`, []Rewording{{1, "1", "3"}, {3, "c", "d"}}, 4},
		{`one`, `two`, []Rewording{{0, "one", "two"}}, 1},
		{`<i>x</i> = 1`, `<b>x</b> = 2`, nil, 0},             // another element
		{`<i class="a">x</i>`, `<i class="b">y</i>`, nil, 0}, // another attribute
		{`<i>x</i>`, `<i>x</i> = 1`, nil, 0},                 // a text where there was none
		{`<i>x</i> = 1`, `<i>x</i>`, nil, 0},
		{``, `x`, nil, 0},
		{`1 &lt; 2`, `1 &lt; 3`, nil, 0}, // an entity
		{`1 &lt; 2`, `1 = 1`, nil, 0},
		{`<b>1</b> &lt; 2`, `<b>0</b> &lt; 2`, []Rewording{{0, "1", "0"}}, 2}, // which stays
		{`x`, `x`, nil, 1},
	} {
		if got, n := Reworded(c.from, c.to); !slices.Equal(got, c.want) || n != c.texts {
			t.Errorf("from %s to %s: %v of %d texts, want %v of %d", c.from, c.to, got, n, c.want, c.texts)
		}
	}
}
