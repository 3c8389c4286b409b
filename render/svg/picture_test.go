package svg

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
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
			s := Picture(m, 1920, 1080, theme.Light(), "p")
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
	s := Picture(m, 1920, 1080, theme.Dark(), "")
	for _, word := range strings.Fields(figure.Plain(figure.Question(m).String())) {
		if !strings.Contains(s, word) {
			t.Errorf("%q is missing", word)
		}
	}
}
