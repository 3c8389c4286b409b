package formula

import (
	"crypto/sha256"
	"encoding/xml"
	"io"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"relu-three-ways/assets"
	"relu-three-ways/render/metrics"
	"relu-three-ways/render/theme"
)

// The names that the figure asks for; kinds and letters are those of packages
// calculus and figure, which this package does not import.
var (
	kinds   = []string{"relu", "leaky", "abs", "minusabs", "softplus", "square", "cube", "heaviside", "sqrtabs", "cantor", "kink"}
	derived = append([]string{"smooth", "cut", "jump", "pole"}, kinds...) // with those of formulas of one's own
	twice   = []string{"relu", "leaky", "abs", "minusabs", "softplus", "square", "cube", "heaviside", "kink", "smooth", "cut", "jump", "doublet"}
	letters = []string{"r", "f", "H"}
	each    = []string{"definition", "formula", "weak", "weak2", "direct", "direct-inline", "integrand-direct", "cases-point", "cases-sub"}
	perName = []string{"derivative", "support", "fn", "fn-x", "fn-y", "prime", "second", "bound", "bound2", "sub", "clarke", "sub-interval", "sub-point", "sub-empty", "clarke-interval", "clarke-point", "prime-at", "line", "line0", "pair", "parts", "parts-inline", "integrand-parts"}
	single  = []string{"iff-interval", "iff-point", "iff-about", "iff-empty", "point", "point-name", "g-eq", "c-eq", "w-eq", "a-eq", "h-eq", "beta-eq", "x", "h", "g", "phi", "delta"}
)

func names() []string {
	out := append([]string(nil), single...)
	for _, l := range letters {
		for _, n := range perName {
			out = append(out, n+"/"+l)
		}
	}
	for _, k := range kinds {
		for _, n := range each {
			out = append(out, n+"/"+k)
		}
	}
	for _, k := range derived {
		out = append(out, "definition/"+k, "weak/"+k, "weak2/"+k, "direct/"+k, "direct-inline/"+k, "integrand-direct/"+k, "d/"+k+"/lhs")
		for i := 1; i <= 5; i++ {
			out = append(out, "d/"+k+"/"+strconv.Itoa(i))
		}
	}
	for _, k := range twice {
		out = append(out, "dd/"+k+"/lhs", "ends2/"+k, "direct2/"+k, "direct-inline2/"+k, "integrand-direct2/"+k, "parts2/"+k, "parts-inline2/"+k, "integrand-parts2/"+k)
		for i := 1; i <= 5; i++ {
			out = append(out, "dd/"+k+"/"+strconv.Itoa(i))
		}
	}
	return append(out, "cut/1", "cut/2", "cut/3", "cut/4", "cut/5", "atom/jump", "atom/pole", "atom2/jump", "atom/heaviside", "atom2/heaviside", "atom2/doublet", "weak2/doublet", "weak2/steep", "here-point/has", "here-point/none", "here-sub/one", "here-sub/fan", "here-sub/empty")
}

func TestEveryLineIsThere(t *testing.T) {
	s := Load()
	for _, n := range names() {
		if !s.Has(n) {
			t.Errorf("no line %s", n)
			continue
		}
		l := s.Line(n)
		if l.W <= 0 || l.W > 30 || len(l.Items) == 0 {
			t.Errorf("%s is %v em wide and has %d glyphs", n, l.W, len(l.Items))
		}
		if strings.TrimSpace(l.Speech()) == "" {
			t.Errorf("%s says nothing", n)
		}
	}
}

func TestInkLiesInsideTheBox(t *testing.T) {
	s := Load()
	const slack = 0.06 // italics lean out of their advance
	for i := range s.Lines {
		l := &s.Lines[i]
		for j := range l.Items {
			x0, y0, x1, y1 := s.box(&l.Items[j])
			if x0 < -0.12 || x1 > l.W+0.15 || y0 < -l.Descent-slack || y1 > l.Ascent+slack {
				t.Errorf("%s: glyph %d has ink [%.2f, %.2f] × [%.2f, %.2f] outside %.2f wide, %.2f up, %.2f down", l.Name, j, x0, x1, y0, y1, l.W, l.Ascent, l.Descent)
			}
		}
	}
}

func TestMathMLIsWellFormed(t *testing.T) {
	s := Load()
	for _, n := range names() {
		d := xml.NewDecoder(strings.NewReader(s.Line(n).MathML()))
		d.Entity = xml.HTMLEntity
		elements, braces := 0, 0
		for {
			tok, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v in %s", n, err, s.Line(n).MathML())
			}
			if text, ok := tok.(xml.CharData); ok && string(text) == "{" {
				braces++
			} else if ok && string(text) == "}" {
				braces--
			}
			if e, ok := tok.(xml.StartElement); ok {
				if elements == 0 && e.Name.Local != "math" {
					t.Errorf("%s begins with %s", n, e.Name.Local)
				}
				elements++
			}
		}
		if elements < 2 {
			t.Errorf("%s has %d elements", n, elements)
		}
		if braces < 0 { // that of a case distinction is not closed
			t.Errorf("%s closes braces that it does not open: %s", n, s.Line(n).MathML())
		}
	}
}

func TestSlotsAreFilled(t *testing.T) {
	s := Load()
	for name, slots := range map[string][]string{"g-eq": {"v"}, "point": {"x", "y"}, "sub-interval/r": {"x", "lo", "hi"}, "prime-at/f": {"x", "v"}, "iff-interval": {"lo", "hi"}} {
		l := s.Line(name)
		for _, want := range slots {
			found := false
			for _, have := range l.Slots {
				found = found || have.Name == want
			}
			if !found || !strings.Contains(l.MathML(), "{"+want+"}") || !strings.Contains(l.Speech(), "{"+want+"}") {
				t.Errorf("%s has no slot %s everywhere", name, want)
			}
		}
	}
}

func TestLiveNumbersMoveWhatFollows(t *testing.T) {
	s := Load()
	l := s.Line("sub-interval/r")
	short, _, _ := s.Extent(l, 20, Live{"x", []byte("0")}, Live{"lo", []byte("0")}, Live{"hi", []byte("1")})
	long, _, _ := s.Extent(l, 20, Live{"x", []byte("−0.25")}, Live{"lo", []byte("0")}, Live{"hi", []byte("1")})
	if want := s.TextWidth([]byte("−0.25"), 20) - s.TextWidth([]byte("0"), 20); long-short < want*0.9 || long-short > want*1.1 {
		t.Errorf("the line grows by %v, the number by %v", long-short, want)
	}
	a := s.Place(nil, l, 0, 0, 20, theme.Ink, Live{"x", []byte("0")}, Live{"lo", []byte("0")}, Live{"hi", []byte("1")})
	b := s.Place(nil, l, 0, 0, 20, theme.Ink, Live{"x", []byte("−0.25")}, Live{"lo", []byte("0")}, Live{"hi", []byte("1")})
	if d := b[len(b)-1].X - a[len(a)-1].X; d < 1 {
		t.Errorf("the last glyph moved by %v", d)
	}
}

func TestDigitsAreTabular(t *testing.T) {
	s := Load()
	for d := '1'; d <= '9'; d++ {
		if s.TextWidth([]byte(string(d)), 1) != s.TextWidth([]byte("0"), 1) {
			t.Errorf("%c is as wide as %v, 0 as %v", d, s.TextWidth([]byte(string(d)), 1), s.TextWidth([]byte("0"), 1))
		}
	}
	for _, r := range "0123456789.−+e∞none" {
		if s.TextWidth([]byte(string(r)), 1) <= 0 {
			t.Errorf("%c has no width", r)
		}
	}
}

// TestNumbersOfAxesAreSans: they are as wide as the fonts' own table says, and
// none of their outlines is a formula's.
func TestNumbersOfAxesAreSans(t *testing.T) {
	s := Load()
	for _, r := range "0123456789.,−" {
		text := []byte(string(r))
		if got, want := s.SansWidth(text, 1000), metrics.Width(metrics.Sans400, text, 1000); math.Abs(got-want) > 1 {
			t.Errorf("%c is %v wide, in the words %v", r, got, want)
		}
		sans, own := s.Sans(nil, text, 0, 0, 1, theme.Ink), s.Text(nil, text, 0, 0, 1, theme.Ink)
		if len(sans) != 1 || len(own) != 1 || sans[0].Glyph == own[0].Glyph {
			t.Errorf("%c is set as %v, in formulas as %v", r, sans, own)
		}
	}
	comma := LoadComma()
	if a, b := comma.Sans(nil, []byte("0.5"), 0, 0, 1, theme.Ink), s.Sans(nil, []byte("0,5"), 0, 0, 1, theme.Ink); !slices.Equal(a, b) {
		t.Errorf("with a comma it is %v, not %v", a, b)
	}
}

// TestCasesSayWhereTheyHold: whatever x is, some row is lit; rows have air
// between them and after their brace, and there is no brace for one case.
func TestCasesSayWhereTheyHold(t *testing.T) {
	s := Load()
	const gap, row = 10.0 / 22, 32.0 / 22
	for i := range s.Lines {
		l := &s.Lines[i]
		if !strings.Contains(l.Name, "cases-") {
			continue
		}
		for _, key := range []string{"neg", "zero", "pos"} {
			if _, _, _, ok := s.Span(l, key); !ok {
				t.Errorf("%s says nothing where x is %s", l.Name, key)
			}
		}
		brace, entries, rows := math.Inf(-1), math.Inf(1), map[float64]bool{}
		for j := range l.Items {
			it := &l.Items[j]
			x0, _, x1, _ := s.box(it)
			char := rune(0)
			if it.Glyph >= 0 {
				char = s.Glyphs[it.Glyph].Char
			}
			if key := s.Terms[it.Term]; key != "" {
				entries = min(entries, x0)
				if strings.ContainsRune("<=>≤≥≠", char) {
					rows[it.Y] = true
				}
			} else if it.Glyph < 0 || char == '{' || char >= '⎧' && char <= '⎭' {
				brace = max(brace, x1)
			}
		}
		if (brace > 0) != (len(rows) > 1) {
			t.Errorf("%s has %d rows and a brace to %v", l.Name, len(rows), brace)
		}
		if entries-brace < gap {
			t.Errorf("%s: %.3f em between the brace and its entries", l.Name, entries-brace)
		}
		at := slices.Sorted(maps.Keys(rows))
		for j := 1; j < len(at); j++ {
			if at[j]-at[j-1] < row-0.001 {
				t.Errorf("%s: %.3f em from row to row", l.Name, at[j]-at[j-1])
			}
		}
	}
}

// TestDerivationsKeepTheirTerms: consecutive lines share a term or name where
// theirs came from, so that a morph has something to hold on to.
func TestDerivationsKeepTheirTerms(t *testing.T) {
	s := Load()
	keys := func(name string) map[string]bool {
		out := map[string]bool{}
		for _, it := range s.Line(name).Items {
			for _, part := range strings.Split(s.Terms[it.Term], "/") {
				if key, from, ok := strings.Cut(part, "<"); part != "" {
					out[key] = true
					if ok {
						out[from] = true
					}
				}
			}
		}
		return out
	}
	for _, k := range derived {
		for i := 1; i < 5; i++ {
			a, b := keys("d/"+k+"/"+strconv.Itoa(i)), keys("d/"+k+"/"+strconv.Itoa(i+1))
			shared := 0
			for key := range b {
				if a[key] {
					shared++
				}
			}
			if shared == 0 {
				t.Errorf("%s: lines %d and %d share no term: %v, %v", k, i, i+1, a, b)
			}
		}
	}
}

func TestEveryLineUnderlinesAnArea(t *testing.T) {
	s := Load()
	for _, k := range derived {
		for i := 1; i <= 5; i++ {
			l := s.Line("d/" + k + "/" + strconv.Itoa(i))
			lo, hi, _, b := s.Span(l, "area-b")
			lc, hc, _, c := s.Span(l, "area-c")
			if !b && !c || b && !(lo < hi && hi <= l.W+0.2) || c && !(lc < hc && hc <= l.W+0.2) {
				t.Errorf("%s: area-b %v [%v, %v], area-c %v [%v, %v], width %v", l.Name, b, lo, hi, c, lc, hc, l.W)
			}
		}
	}
}

func TestPlaceDoesNotAllocate(t *testing.T) {
	s := Load()
	l := s.Line("sub-interval/r")
	var dst []Placed
	place := func() {
		dst = s.Place(dst[:0], l, 1, 2, 20, theme.Ink, Live{"x", []byte("0")}, Live{"lo", []byte("−0.50")}, Live{"hi", []byte("1")})
	}
	place()
	if n := testing.AllocsPerRun(50, place); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestFormulasAreUpToDate compares the hash of the sources, kept in the file,
// with the sources: it needs no Node.
func TestFormulasAreUpToDate(t *testing.T) {
	dir := filepath.Join("..", "..", "assets")
	tex, err := filepath.Glob(filepath.Join(dir, "*.tex"))
	if err != nil || len(tex) == 0 {
		t.Fatalf("no sources: %v", err)
	}
	sort.Strings(tex)
	var files []string
	for _, f := range tex {
		files = append(files, "../"+filepath.Base(f))
	}
	files = append(files, "font.mjs", "formulas.mjs", "package-lock.json", "source.mjs", "typeset.mjs")
	h := sha256.New()
	for _, f := range files {
		b, err := os.ReadFile(filepath.Join(dir, "gen", f))
		if err != nil {
			t.Fatal(err)
		}
		h.Write([]byte(f + "\x00"))
		h.Write(b)
		h.Write([]byte{0})
	}
	if got := Load().Hash; string(got[:]) != string(h.Sum(nil)) {
		t.Error("formulas.bin is older than its sources: run go generate ./assets")
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte{})
	f.Add(assets.Formulas[:200])
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, b []byte) {
		if s, err := Decode(b); err == nil {
			for i := range s.Lines {
				s.Place(nil, &s.Lines[i], 0, 0, 10, theme.Ink)
			}
		}
	})
}

func TestCutOffDataIsAnError(t *testing.T) {
	for n := 0; n < len(assets.Formulas); n += 997 {
		if _, err := Decode(assets.Formulas[:n]); err == nil {
			t.Errorf("%d of %d bytes were taken for the whole", n, len(assets.Formulas))
		}
	}
}

// BenchmarkDecode is what the first frame waits for.
func BenchmarkDecode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decode(assets.Formulas); err != nil {
			b.Fatal(err)
		}
	}
}

// TestComma: with a decimal comma only live numbers and intervals are written
// otherwise.
func TestComma(t *testing.T) {
	point, comma := Load(), LoadComma()
	if point.chars['.'].glyph == comma.chars['.'].glyph || comma.chars['.'] != point.chars[','] {
		t.Error("a live number has no comma")
	}
	chars := func(s *Set, name string) (out string) {
		for _, i := range s.Line(name).Items {
			if i.Glyph >= 0 {
				out += string(s.Glyphs[i.Glyph].Char)
			}
		}
		return out
	}
	for name, semicolons := range map[string]int{"sub-interval/r": 1, "cases-sub/abs": 1, "cases-sub/kink": 1, "point": 1, "ends2/abs": 1, "d/relu/1": 0, "pair/r": 0, "definition/relu": 0} {
		got := chars(comma, name)
		if strings.Count(got, ";") != semicolons || strings.Contains(chars(point, name), ";") {
			t.Errorf("%s is set as %q", name, got)
		}
		if m := comma.Line(name).MathML(); strings.Count(m, "<mo>;</mo>") != semicolons || strings.Contains(point.Line(name).MathML(), "<mo>;</mo>") {
			t.Errorf("%s is told as %s", name, m)
		}
	}
	for i := range comma.Lines {
		l := &comma.Lines[i]
		if strings.Contains(l.MathML(), "}</mn><mo>,") {
			t.Errorf("%s has a comma after a number: %s", l.Name, l.MathML())
		}
		if strings.Count(chars(comma, l.Name), ";") != strings.Count(l.MathML(), "<mo>;</mo>") {
			t.Errorf("%s is set as %q and told as %s", l.Name, chars(comma, l.Name), l.MathML())
		}
	}
}
