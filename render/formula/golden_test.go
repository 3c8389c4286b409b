package formula

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"relu-three-ways/render/theme"
)

var update = flag.Bool("update", false, "write the goldens anew")

// TestGoldens prints a few lines that between them have everything: a fraction,
// limits, a stretched brace, a root, marks inside marks, filled slots. Glyphs
// are printed by character, so that a new formula elsewhere changes nothing.
func TestGoldens(t *testing.T) {
	s := Load()
	for _, c := range []struct {
		name string
		live []Live
	}{
		{name: "derivative/r"},
		{name: "d/relu/4"},
		{name: "d/sqrtabs/5"},
		{name: "cases-sub/kink"},
		{name: "sub-interval/f", live: []Live{{"x", []byte("0")}, {"lo", []byte("−1")}, {"hi", []byte("1")}}},
		{name: "cases-sub/leaky", live: []Live{{"a", []byte("0.5")}}},
	} {
		file := filepath.Join("testdata", strings.ReplaceAll(c.name, "/", "-")+".txt")
		got := printed(s, s.Line(c.name), c.live)
		if *update {
			if err := os.MkdirAll("testdata", 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs; look at it and run go test -update if it is better\n%s", file, got)
		}
	}
}

// printed is a line at 100 px to the em: its box, its words, and every glyph
// with place, size, ink and term.
func printed(s *Set, l *Line, live []Live) string {
	num := func(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }
	var b strings.Builder
	w, up, down := s.Extent(l, 100, live...)
	b.WriteString("box " + num(w) + " " + num(up) + " " + num(down) + "\nsay " + l.Speech() + "\n")
	for _, p := range s.Place(nil, l, 0, 0, 100, theme.Ink, live...) {
		if p.Glyph < 0 {
			b.WriteString("rule " + num(p.W) + "×" + num(p.H))
		} else {
			b.WriteString(string(s.Glyphs[p.Glyph].Char))
		}
		b.WriteString(" " + num(p.X) + " " + num(p.Y) + " " + num(p.Size) + " " + p.Ink.String() + " " + s.Terms[p.Term] + "\n")
	}
	return b.String()
}

// TestCellsKeepTheirColumns: a longer number in a row of cases moves what
// follows in its own cell and nothing else.
func TestCellsKeepTheirColumns(t *testing.T) {
	s := Load()
	l := s.Line("cases-sub/leaky")
	short := s.Place(nil, l, 0, 0, 100, theme.Ink, Live{"a", []byte("0")})
	long := s.Place(nil, l, 0, 0, 100, theme.Ink, Live{"a", []byte("9")})
	wide := s.Place(nil, l, 0, 0, 100, theme.Ink, Live{"a", []byte("0.25")})
	last := func(ps []Placed, char rune) float64 {
		x := -1.0
		for _, p := range ps {
			if p.Glyph >= 0 && s.Glyphs[p.Glyph].Char == char {
				x = p.X
			}
		}
		return x
	}
	if a, b := last(short, ']'), last(long, ']'); a != b {
		t.Errorf("digits of one width moved the bracket from %v to %v", a, b)
	}
	if d, want := last(wide, ']')-last(short, ']'), s.TextWidth([]byte("0.25"), 100)-s.TextWidth([]byte("0"), 100); d < want-0.1 || d > want+0.1 {
		t.Errorf("the bracket moved by %v, the number grew by %v", d, want)
	}
	if a, b := last(short, '>'), last(wide, '>'); a != b {
		t.Errorf("the conditions moved from %v to %v", a, b)
	}
	w0, _, _ := s.Extent(l, 100, Live{"a", []byte("0")})
	if w1, _, _ := s.Extent(l, 100, Live{"a", []byte("0.25")}); w0 != w1 {
		t.Errorf("the line grew from %v to %v", w0, w1)
	}
}
