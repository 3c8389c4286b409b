package poster

import (
	"encoding/xml"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/scene"
)

func wellFormed(t *testing.T, markup string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader("<root>" + markup + "</root>"))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestThePosterHasASheetForEveryArrangement(t *testing.T) {
	for l := range figure.Lenses {
		m := figure.New()
		m.Lens = l
		poster, css := drawings(m, sheets(l))
		wellFormed(t, poster)
		for _, s := range sheets(l) {
			if !regexp.MustCompile(`class="rf-sheet-` + s.name + `[" ]`).MatchString(poster) {
				t.Errorf("lens %d: no sheet %s", l, s.name)
			}
			if !strings.Contains(css, ".rf-poster svg.rf-sheet-"+s.name+"{display:block;") {
				t.Errorf("lens %d: sheet %s is never shown", l, s.name)
			}
		}
		for _, line := range strings.Split(css, "\n") { // which early.js takes or leaves
			if strings.Count(line, "{") != strings.Count(line, "}") {
				t.Errorf("lens %d: unbalanced braces in %.80s", l, line)
			}
		}
		for _, bad := range []string{"NaN", "Inf"} {
			if strings.Contains(poster+css, bad) {
				t.Errorf("lens %d: %s in the poster", l, bad)
			}
		}
	}
}

// A stage is drawn with the range of x that its name and its rules claim, and
// the style sheet computes its unit as the scene does.
func TestSheetsHaveTheirRange(t *testing.T) {
	var f scene.Frame
	for _, s := range sheets(figure.Point) {
		s.draw(&f, figure.New())
		if s.beside && !strings.HasPrefix(s.name, "beside"+decimal(math.Floor(10*f.Window.Hi), 0)+"-") {
			t.Errorf("%s shows x up to %v", s.name, f.Window.Hi)
		}
	}
}

// TestWordsUseWhatIsComputed: a place that used a property which nobody sets there
// would be no place at all.
func TestWordsUseWhatIsComputed(t *testing.T) {
	m := figure.New()
	for _, r := range append(append([]room{}, rooms[:]...), besideRooms[:]...) {
		css := roomsCSS(m, []room{r})
		for part, name := range map[uint]string{uPart: "--u)", kPart: "--rf-k)", tPart: "--rf-t)"} {
			if r.known()&part == 0 && strings.Contains(css, name) {
				t.Errorf("%v, %v … %v px: var(%s is not computed", r.rules, r.lo, r.hi, name)
			}
		}
	}
}

// TestWordsAreFitted: in windows of every size the style sheet puts the words
// where the scene does, but for few that are left to fits which do not hold.
func TestWordsAreFitted(t *testing.T) {
	for l := range figure.Lenses {
		m := figure.New()
		m.Lens = l
		css, asked, off := 0, 0, 0
		for _, r := range append(append([]room{}, rooms[:]...), besideRooms[:]...) {
			for _, s := range surveyors(m, r) {
				for from := r.lo; from <= r.hi; {
					to := s.reach(from)
					f := s.fit(from, to)
					css += len(s.css(f))
					for w := from; w <= to; w += 17 {
						for h := s.room.low; h <= s.room.high; h += 31 {
							asked++
							if at := s.at(w, h); !alike(f.like, at) || f.off(at) > 2*near {
								off++
							}
						}
					}
					from = to + 1
				}
			}
		}
		t.Logf("lens %d: %d bytes of CSS, off in %d of %d windows", l, css, off, asked)
		if css > 220_000 || off*12 > asked {
			t.Errorf("lens %d: %d bytes of CSS, off in %d of %d windows", l, css, off, asked)
		}
	}
}

// In usual windows nothing of the opening state is off.
func TestWordsOfUsualWindows(t *testing.T) {
	all := append(append([]room{}, rooms[:]...), besideRooms[:]...)
	for _, c := range []struct {
		in   int // the room
		w, h float64
	}{{0, 360, 640}, {0, 390, 844}, {0, 412, 915}, {1, 768, 1024}, {1, 820, 1180}, {2, 720, 420}, {5, 1024, 768}, {6, 1280, 720}, {6, 1280, 800}, {6, 1366, 768}, {6, 1440, 780}, {6, 1440, 900}, {6, 1536, 730}, {6, 1920, 960}, {6, 1920, 1080}, {6, 2560, 1440}} {
		for _, s := range surveyors(figure.New(), all[c.in]) {
			if c.h < s.room.low || c.h > s.room.high+0.98 {
				continue
			}
			for from := s.room.lo; from <= s.room.hi; {
				to := s.reach(from)
				if from <= c.w && c.w <= to {
					if f, at := s.fit(from, to), s.at(c.w, c.h); !alike(f.like, at) || f.off(at) > 2*near {
						t.Errorf("%v × %v: the words are %v px off", c.w, c.h, f.off(at))
					}
				}
				from = to + 1
			}
		}
	}
}

func TestArrangementsSayWhatTheArrangementsSay(t *testing.T) {
	got := Arrangements(`/* c */ .a { x: 1 } @font-face { y: 2 }
.f[data-layout="phone"] .b, .g { z: 3 }
.f:is([data-layout="embed"], [data-layout="short"]) .c { u: 4 }
@container (min-width: 1px) { .f[data-layout="phone"] .d { v: 5 } }`)
	for _, want := range []string{
		"@container (max-width:559.98px){.f:not([data-layout]) .b{z: 3}}",
		"@media (max-height:559.98px){@container (min-width:900px){.f:not([data-layout]) .c{u: 4}}}",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is missing in\n%s", want, got)
		}
	}
	for _, never := range []string{".a", "font", ".g", ".d", "short"} {
		if strings.Contains(got, never) {
			t.Errorf("%s is in\n%s", never, got)
		}
	}
}
