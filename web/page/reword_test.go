package page

import (
	"slices"
	"testing"
)

func TestReworded(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     []Rewording
	}{
		{`<i>x</i> = 0.95`, `<i>x</i> = 0.96`, []Rewording{{1, " = 0.96"}}},
		{`a<b>1</b><b>2</b>c`, `a<b>3</b><b>2</b>d`, []Rewording{{1, "3"}, {3, "d"}}},
		{`one`, `two`, []Rewording{{0, "two"}}},
		{`<i>x</i> = 1`, `<b>x</b> = 2`, nil},             // another element
		{`<i class="a">x</i>`, `<i class="b">y</i>`, nil}, // another attribute
		{`<i>x</i>`, `<i>x</i> = 1`, nil},                 // a text where there was none
		{`<i>x</i> = 1`, `<i>x</i>`, nil},
		{``, `x`, nil},
		{`1 &lt; 2`, `1 &lt; 3`, nil}, // an entity
		{`x`, `x`, nil},
	} {
		if got := Reworded(c.from, c.to); !slices.Equal(got, c.want) {
			t.Errorf("from %s to %s: %v, want %v", c.from, c.to, got, c.want)
		}
	}
}
