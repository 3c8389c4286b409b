package svg

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

// TestPicturesStandAlone: every picture is one well-formed document that names
// no file and no style of a page, and holds its address and its claim.
func TestPicturesStandAlone(t *testing.T) {
	for k := range calculus.Kinds {
		for l := range figure.Lenses {
			m := figure.Update(figure.New(), figure.Choose{Fn: k})
			m = figure.Update(m, figure.Look{Lens: l})
			m.Turn = figure.Turn{}
			s := Picture(m, 1920, 1080, theme.Light(), "p", Take{})
			var link, desc string
			ids := map[string]bool{}
			for d := xml.NewDecoder(strings.NewReader(s)); ; {
				token, err := d.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatalf("%s: %v", m.Link(), err)
				}
				start, ok := token.(xml.StartElement)
				if !ok {
					continue
				}
				for _, a := range start.Attr {
					if a.Name.Local == "id" {
						if ids[a.Value] {
							t.Errorf("%s: the id %s is there twice", m.Link(), a.Value)
						}
						ids[a.Value] = true
					}
					if a.Name.Local == "href" || strings.Contains(a.Value, "var(") || a.Name.Local == "class" {
						t.Errorf("%s: %s=%q needs a page", m.Link(), a.Name.Local, a.Value)
					}
				}
				switch start.Name.Local {
				case "metadata":
					d.DecodeElement(&link, &start)
				case "desc":
					d.DecodeElement(&desc, &start)
				}
			}
			if link != "#"+m.Link() {
				t.Errorf("%s: the picture's address is %q", m.Link(), link)
			}
			if !strings.Contains(desc, figure.Plain(figure.Caption(m, false).String())) || !strings.Contains(desc, "pairing") {
				t.Errorf("%s: it is described as %q", m.Link(), desc)
			}
			if again, _ := figure.Parse(link); again.Link() != m.Link() {
				t.Errorf("%s comes back as %s", m.Link(), again.Link())
			}
		}
	}
}

// TestTitlesOfPicturesAreWhole: the question stands in it, word by word.
func TestTitlesOfPicturesAreWhole(t *testing.T) {
	m := figure.New()
	s := Picture(m, 1920, 1080, theme.Dark(), "", Take{})
	for _, word := range strings.Fields(figure.Plain(figure.Question(m).String())) {
		if !strings.Contains(s, word) {
			t.Errorf("%q is missing", word)
		}
	}
}

// TestTakesHaveWhatIsAskedFor: for every function and lens, alone all ink is on the
// paper and reaches near its edges; without handles there are no halos; what glyphs were
// set from is a formula that a document can have.
func TestTakesHaveWhatIsAskedFor(t *testing.T) {
	b, err := os.ReadFile("../../assets/tex.json")
	if err != nil {
		t.Fatal(err)
	}
	var tex map[string]string
	if err := json.Unmarshal(b, &tex); err != nil {
		t.Fatal(err)
	}
	for _, l := range formula.Load().Lines {
		if tex[l.Name] == "" {
			t.Errorf("tex.json has no %s; run go generate ./assets", l.Name)
		}
	}
	box := regexp.MustCompile(`viewBox="(\S+) (\S+) (\S+) (\S+)"`)
	halo := `opacity="` + num(theme.Light().Halo) + `"`
	lines, texts, halos := 0, 0, 0
	for k := range calculus.Kinds {
		for l := range figure.Lenses {
			for _, link := range []string{"x=0&g=1.3&p=4", "x=1.4&p=5&order=2&lang=de"} {
				m, _ := figure.Parse(link + "&fn=" + k.String())
				m.Lens = l
				s := Picture(m, 1920, 1080, theme.Light(), "", Take{Alone: true, Clear: true, Plain: true, Sources: true})
				if strings.Contains(s, `<circle`) && strings.Contains(s, halo+"/>") || strings.Contains(s, `width="100%"`) {
					t.Errorf("%s: there is a halo, or paper", m.Link())
				}
				halos += strings.Count(Picture(m, 1920, 1080, theme.Light(), "", Take{}), halo)
				v := box.FindStringSubmatch(s)
				if v == nil || strings.Contains(v[0], "Inf") || strings.Contains(v[0], "NaN") {
					t.Fatalf("%s: its box is %q", m.Link(), v)
				}
				near := [4]float64{math.Inf(1), math.Inf(1), math.Inf(1), math.Inf(1)} // ink to each edge, px
				var edge [4]float64
				for i := range edge {
					edge[i], _ = strconv.ParseFloat(v[i+1], 64)
				}
				var f scene.Frame
				m.UI = figure.UINone
				scene.Draw(&f, m, scene.Ask{W: 1920, H: 1080, Theme: theme.Light(), Still: true, Bare: true, Plain: true, Alone: true})
				for i := range f.Marks {
					if f.Marks[i].Ink == theme.Paper {
						continue
					}
					for _, q := range f.Marks[i].Points {
						for j, d := range [4]float64{q.X - edge[0], q.Y - edge[1], edge[0] + edge[2] - q.X, edge[1] + edge[3] - q.Y} {
							near[j] = min(near[j], d)
						}
					}
				}
				for j, d := range near {
					if d < 20 || d > 240 { // where an edge is a label's
						t.Errorf("%s: at edge %d ink ends %.1f px from it", m.Link(), j, d)
					}
				}
				for _, name := range regexp.MustCompile(` data-line="([^"]*)"`).FindAllStringSubmatch(s, -1) {
					lines++
					if tex[name[1]] == "" {
						t.Errorf("%s: tex.json has no %s", m.Link(), name[1])
					}
				}
				texts += strings.Count(s, " data-text=")
			}
		}
	}
	if lines < 300 || texts < 300 || halos < 100 {
		t.Errorf("only %d lines, %d texts, %d halos", lines, texts, halos)
	}
}

// TestAloneSaysWhatTheSlideSays: the drawing alone has every label, formula and word that
// stands in the drawing of the slide.
func TestAloneSaysWhatTheSlideSays(t *testing.T) {
	said := func(m figure.Model, alone bool) map[string]bool {
		m.UI = figure.UILecture
		if alone {
			m.UI = figure.UINone
		}
		var f scene.Frame
		scene.Draw(&f, m, scene.Ask{W: 1920, H: 1080, Theme: theme.Light(), Still: true, Bare: true, Plain: true, Sources: true, Alone: alone})
		all := map[string]bool{}
		for i := range f.Marks {
			s, ok := f.Source(&f.Marks[i])
			if !ok || !alone && s.At.X < f.Edge+f.Measure && m.Lens != figure.Compare { // in the column
				continue
			}
			text := s.Name + s.Text
			for _, l := range s.Live {
				text += " " + string(l.Text)
			}
			all[text] = true
		}
		for _, w := range f.Words {
			if w.Key != "lens" && (alone || w.Box.X > f.Edge+f.Measure || m.Lens == figure.Compare) {
				all[w.Text.String()] = true
			}
		}
		return all
	}
	n := 0
	for _, k := range figure.Catalogue() {
		for l := range figure.Lenses {
			for _, link := range []string{"x=0&g=1.3&p=4", "x=1.4&p=5", "x=0&p=2", "x=0.5&p=3&c=-0.4&w=1&lang=de", "x=0&steps=fixed&t=0.4&p=5&order=2"} {
				m, _ := figure.Parse(link + "&fn=" + k.String())
				m.Lens = l
				here := said(m, true)
				for text := range said(m, false) {
					if n++; !here[text] {
						t.Errorf("%s: alone it does not say %q", m.Link(), text)
					}
				}
			}
		}
	}
	if n < 1500 {
		t.Errorf("the slides say only %d things", n)
	}
}
