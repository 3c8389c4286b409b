package svg

import (
	"encoding/xml"
	"flag"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

var update = flag.Bool("update", false, "write the golden anew")

func draw(m figure.Model, w, h float64, o Options) string {
	var f scene.Frame
	scene.Draw(&f, m, scene.Ask{W: w, H: h, Theme: theme.Light()})
	var b strings.Builder
	Draw(&b, &f, theme.Light(), o)
	return b.String()
}

// elements parses the drawing and counts its elements by name; an error is not
// well-formed XML.
func elements(s string) (map[string]int, error) {
	n := map[string]int{}
	d := xml.NewDecoder(strings.NewReader(s))
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
		if e, ok := tok.(xml.StartElement); ok {
			n[e.Name.Local]++
		}
	}
}

func TestEveryPictureIsWellFormed(t *testing.T) {
	for k := range calculus.Kinds {
		for l := range figure.Lenses {
			m, _ := figure.Parse("x=0&g=1.3&p=4&fn=" + k.String())
			m.Lens = l
			s := draw(m, 1440, 900, Options{Words: true, Paper: true, ID: "t"})
			n, err := elements(s)
			if err != nil {
				t.Fatalf("%v, lens %d: %v", k, l, err)
			}
			if n["svg"] != 1 || n["path"] < 20 || n["text"] == 0 && (l == figure.Point || l == figure.Compare) {
				t.Errorf("%v, lens %d: %v", k, l, n)
			}
			if numbers := strings.ReplaceAll(s, "return NaN", ""); strings.Contains(numbers, "NaN") || strings.Contains(numbers, "Inf") {
				t.Errorf("%v, lens %d: a number is none", k, l)
			}
		}
	}
}

func TestIdsBelongToTheDrawing(t *testing.T) {
	m, _ := figure.Parse("x=0&lens=sub&g=1.3")
	s := draw(m, 720, 420, Options{ID: "a-"})
	if !strings.Contains(s, `id="da-1"`) {
		t.Error("no id of this drawing")
	}
	for _, part := range strings.Split(s, `url(#`)[1:] {
		id := part[:strings.Index(part, ")")]
		if strings.Count(s, `id="`+id+`"`) != 1 {
			t.Errorf("%s is used and defined %d times", id, strings.Count(s, `id="`+id+`"`))
		}
	}
}

func TestGolden(t *testing.T) {
	m, _ := figure.Parse("x=0&lens=sub&g=1.3")
	got := strings.ReplaceAll(draw(m, 720, 420, Options{Words: true}), "><", ">\n<")
	file := filepath.Join("testdata", "violation.svg")
	if *update {
		os.MkdirAll("testdata", 0o755)
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Error("the drawing differs from testdata/violation.svg; look at both, and run go test -update if the new one is better")
	}
}

func TestFormulaStandsOnTheBaseline(t *testing.T) {
	s := Formula(formula.Load().Line("formula/relu"), 20)
	if _, err := elements(s); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"currentColor", `aria-hidden="true"`} {
		if !strings.Contains(s, want) {
			t.Errorf("no %s in %.200s", want, s)
		}
	}
}

func TestNumbersAreShort(t *testing.T) {
	for v, want := range map[float64]string{0: "0", -0.001: "0", 1: "1", 1.5: "1.5", -2.346: "-2.35", 100: "100"} {
		if got := num(v); got != want {
			t.Errorf("num(%v) = %s, want %s", v, got, want)
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	var f scene.Frame
	scene.Draw(&f, figure.New(), scene.Ask{W: 1440, H: 900, Theme: theme.Light()})
	b.ReportAllocs()
	for b.Loop() {
		var w strings.Builder
		Draw(&w, &f, theme.Light(), Options{})
	}
}

// TestNumbersAreAsStrconvHasThem: the quick way to write a number is the slow
// way's equal.
func TestNumbersAreAsStrconvHasThem(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 200000 {
		v := (r.Float64() - 0.5) * 4000
		if i%3 == 0 {
			v = math.Round(v*200) / 200 // ties
		}
		want := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(v, 'f', 2, 64), "0"), ".")
		if want == "-0" {
			want = "0"
		}
		if got := num(v); got != want {
			t.Fatalf("num(%v) = %s, want %s", v, got, want)
		}
	}
}
