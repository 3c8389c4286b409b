package figure

import (
	"encoding/json"
	"strings"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/lang"
)

// TestReportsAreJSON: whatever the model, the report can be read, its state
// leads back to the same figure and its readout says what is shown.
func TestReportsAreJSON(t *testing.T) {
	every(func(m Model) {
		var r struct {
			Link    string
			State   map[string]any
			Readout struct {
				X, Value, Left, Right, Pointwise *float64
				Subdifferential, Clarke          []float64
				Probe                            struct{ C, W float64 }
				Pairing                          calculus.Pairing
			}
		}
		m = m.settled()
		if err := json.Unmarshal([]byte(Report(m)), &r); err != nil {
			t.Fatalf("%s: %v in %s", m.name(), err, Report(m))
		}
		at := m
		at.X = m.place() // Compare is made at 0
		f := at.Facts()
		if r.State["fn"] != m.Fn.String() || r.State["x"] != m.X || r.State["p"] != m.P || *r.Readout.X != at.X {
			t.Fatalf("%s: the state is %v", m.name(), r.State)
		}
		if back, warnings := Parse(r.Link); back.Link() != m.Link() || len(warnings) > 0 {
			t.Fatalf("%s: the link is %q", m.name(), r.Link)
		}
		if (r.Readout.Pointwise != nil) != f.HasSlope || f.HasSlope && *r.Readout.Pointwise != f.Slope {
			t.Fatalf("%s: pointwise %v", m.name(), r.Readout.Pointwise)
		}
		if (r.Readout.Subdifferential == nil) != f.Sub.Empty() || r.Readout.Pairing != f.Pairing {
			t.Fatalf("%s: %+v", m.name(), r.Readout)
		}
	})
}

var inGerman = strings.NewReplacer(", ", "; ", ".", ",", "none", "fehlt", "empty", "leer")

// TestReportsAreLocal: what an output in the prose shows is written as the
// reader's language writes numbers, and the same numbers.
func TestReportsAreLocal(t *testing.T) {
	every(func(m Model) {
		read := func(l lang.Lang) map[string]string {
			m.Lang = l
			var r struct{ Words map[string]string }
			if err := json.Unmarshal([]byte(Report(m)), &r); err != nil {
				t.Fatalf("%s: %v", m.name(), err)
			}
			return r.Words
		}
		english, german := read(lang.English), read(lang.German)
		for name, text := range english {
			want := inGerman.Replace(text)
			if german[name] != want || unpresentable[lang.German].MatchString(want) {
				t.Fatalf("%s: %s is %q in German, want %q", m.name(), name, german[name], want)
			}
		}
	})
}
