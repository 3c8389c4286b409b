package svg

import (
	"encoding/json"
	"encoding/xml"
	"html"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

// reel is one of a film with so many frames a second.
func reel(kind, link string, rate int) *Reel {
	f, ok := figure.NewFilm(kind, link, []string{"lens=sub&x=0&g=0.5", "x=-1&g=1", "lens=dist&c=0.3&p=3", "lens=compare", "lens=dist&p=5&w=0.7"}, 0.5)
	if !ok {
		panic(kind)
	}
	return NewReel(f, "", []string{"First, _x_ < 0.", "", "Then more."}, 1920, 1080, theme.Light(), rate, "f", Take{})
}

// TestAFrameIsAFunctionOfItsNumber: whichever frames were asked for before, and
// whatever the rate, the picture is the same.
func TestAFrameIsAFunctionOfItsNumber(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 8))
	for _, kind := range []string{"derivation", "shrink", "sweep", "descent", "steps"} {
		const link = "fn=abs&x=0.3&h=0.7&steps=shrinking&k=2"
		r, other := reel(kind, link, 20), reel(kind, link, 20)
		frames := make([]string, r.Frames())
		for i := range frames {
			frames[i] = r.Picture(i)
		}
		for range 4 {
			if n := rng.IntN(len(frames)); other.Picture(n) != frames[n] {
				t.Errorf("%s: frame %d depends on those before", kind, n)
			}
		}
		if n := len(frames); r.Picture(n+5) != frames[n-1] || r.Picture(-1) != frames[0] || frames[n-1] != frames[n-10] {
			t.Errorf("%s: it does not hold at its end", kind)
		}
		if fast := reel(kind, link, 60); fast.Picture(3*(len(frames)-1)) != frames[len(frames)-1] {
			t.Errorf("%s: three times the frames lead elsewhere", kind)
		}
		if bad := reel(kind, link, 17); bad.Frames() != reel(kind, link, 30).Frames() {
			t.Errorf("%s: a rate that is none has %d frames", kind, bad.Frames())
		}
		if !strings.Contains(frames[0], "First, <tspan") || kind == "steps" && !strings.Contains(frames[len(frames)-1], ">Then more.<") {
			t.Errorf("%s: the sentence is not at its foot", kind)
		}
		for _, s := range []string{frames[0], frames[len(frames)/2]} {
			for d := xml.NewDecoder(strings.NewReader(s)); ; {
				if _, err := d.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Fatalf("%s: %v", kind, err)
				}
			}
		}
	}
}

// TestWordsOfAFilmAreSteady: from frame to frame no text leaps farther than a glide takes it,
// unless it has faded.
func TestWordsOfAFilmAreSteady(t *testing.T) {
	type word struct{ x, y, alpha float64 }
	words := func(s string) map[string]word {
		all := map[string]word{}
		twice := map[string]bool{}
		d := xml.NewDecoder(strings.NewReader(s))
		for {
			token, err := d.Token()
			if err != nil {
				break
			}
			start, ok := token.(xml.StartElement)
			if !ok || start.Name.Local != "text" {
				continue
			}
			w := word{alpha: 1}
			for _, a := range start.Attr {
				v, _ := strconv.ParseFloat(a.Value, 64)
				switch a.Name.Local {
				case "x":
					w.x = v
				case "y":
					w.y = v
				case "opacity":
					w.alpha = v
				}
			}
			var text struct {
				Runs []string `xml:"tspan"`
				All  string   `xml:",chardata"`
			}
			d.DecodeElement(&text, &start)
			key := strings.Join(text.Runs, "") + text.All
			twice[key] = twice[key] || all[key] != word{}
			all[key] = w
		}
		for key := range twice {
			if twice[key] {
				delete(all, key)
			}
		}
		return all
	}
	for _, kind := range []string{"derivation", "shrink", "sweep", "descent", "steps"} {
		for _, link := range []string{"fn=heaviside&x=-1.2&w=0.8", "fn=softplus&beta=4", "fn=abs&x=1.3&t=0.5"} {
			r := reel(kind, link, 30)
			was := words(r.Picture(0))
			for n := 1; n < r.Frames(); n++ {
				now := words(r.Picture(n))
				for key, w := range now {
					b, ok := was[key]
					if far := math.Hypot(w.x-b.x, w.y-b.y); ok && min(w.alpha, b.alpha) > 0.5 && far > 60 {
						t.Errorf("%s of %s, frame %d: %q leaps %.0f px", kind, link, n, key, far)
					}
				}
				was = now
			}
		}
	}
}

// TestClearFilmsHideNothing: where there is no paper, nothing of its colour is under a
// label or around a point, in a film or in a picture, and where there is, something is.
func TestClearFilmsHideNothing(t *testing.T) {
	patch := regexp.MustCompile(`stroke="#ffffff" stroke-width="[^"]*"`)
	patches := 0
	for _, kind := range []string{"derivation", "shrink", "sweep", "steps"} {
		r := reel(kind, "fn=abs&x=0.3&h=0.7", 20)
		with := NewReel(r.film, "", nil, 1920, 1080, theme.Light(), 20, "f", Take{White: true})
		clear := NewReel(r.film, "", nil, 1920, 1080, theme.Light(), 20, "f", Take{White: true, Clear: true})
		for n := 0; n < clear.Frames(); n += 7 {
			patches += len(patch.FindAllString(with.Picture(n), -1))
			if found := patch.FindString(clear.Picture(n)); found != "" {
				t.Errorf("%s: frame %d has %s", kind, n, found)
			}
		}
	}
	for _, link := range []string{"lens=dist&p=4", "lens=sub&x=0&g=0.4", "lens=compare&fn=abs"} {
		m, _ := figure.Parse(link)
		patches += len(patch.FindAllString(Picture(m, 1920, 1080, theme.Light(), "", Take{White: true}), -1))
		if found := patch.FindString(Picture(m, 1920, 1080, theme.Light(), "", Take{White: true, Clear: true})); found != "" {
			t.Errorf("%s: %s", link, found)
		}
	}
	if patches < 100 {
		t.Errorf("only %d patches where there is paper", patches)
	}
}

// TestEveryRuneIsDrawn: the outlines that pictures and films are made of have every sign of
// every word that can be in them, so that no machine lends another.
func TestEveryRuneIsDrawn(t *testing.T) {
	b, err := os.ReadFile("../../assets/fonts/outlines.json")
	if err != nil {
		t.Fatal(err)
	}
	var faces map[string]map[string]any
	if err := json.Unmarshal(b, &faces); err != nil {
		t.Fatal(err)
	}
	has := func(r rune) bool { // as outlined in web/take/picture.js looks for it
		for _, face := range []string{"stix-two-text-400-italic", "source-sans-3-400", "signs"} {
			if faces[face][string(r)] != nil {
				return true
			}
		}
		return false
	}
	runes := 0
	look := func(where, text string) {
		for _, r := range text {
			if runes++; r >= ' ' && !has(r) {
				t.Errorf("%s: nothing draws %q (%U)", where, r, r)
			}
		}
	}
	for _, file := range []string{"assets/lang/de.txt", "web/lecture/deck.json", "web/lecture/deck.de.json"} {
		b, err := os.ReadFile("../../" + file)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(b), "\n") {
			if !strings.HasPrefix(line, "#") {
				look(file, line)
			}
		}
	}
	written := regexp.MustCompile(`<text[^>]*>(.*?)</text>`)
	for _, k := range figure.Catalogue() {
		for l := range figure.Lenses {
			for _, link := range []string{"x=0&p=4&g=1.3", "x=0.37&p=5&order=2&lang=de", "x=0.000001&steps=fixed&t=0.4"} {
				m, _ := figure.Parse(link + "&fn=" + k.String())
				m.Lens = l
				for _, text := range written.FindAllStringSubmatch(Picture(m, 1920, 1080, theme.Light(), "", Take{}), -1) {
					look(m.Link(), html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(text[1], "")))
				}
			}
		}
	}
	if runes < 100000 {
		t.Errorf("only %d signs were looked at", runes)
	}
}
