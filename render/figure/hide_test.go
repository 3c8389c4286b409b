package figure

import (
	"regexp"
	"strings"
	"testing"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/lang"
)

// everythingSaid is all that a model says, but for what is given: the place, the value there
// and the name of the function.
func everythingSaid(m Model) string {
	all := []string{Caption(m, false).String(), Caption(m, true).String(), Question(m).String(), Programs(m).String(), Describe(m)}
	for _, r := range Readouts(m)[1:] {
		all = append(all, r.Text, r.Extra, r.JSON)
	}
	for c := X; c < Controls; c++ {
		if c != A && c != Beta && m.Has(c) && c != P {
			all = append(all, Slider(m, c).ValueText)
		}
	}
	for _, c := range Equation(m) {
		all = append(all, c.Text, c.Value)
	}
	report := Report(m)
	all = append(all, regexp.MustCompile(`"(x|value)":("[^"]*"|[^,}]*)`).ReplaceAllString(report[strings.Index(report, `"readout"`):], ""))
	before := m
	before.Hide, before.Held = 0, 1<<C
	for _, b := range []Model{before, func() Model { b := m; b.Held = 1 << X; return b }(), func() Model { b := m; b.Held = 1 << H; return b }()} {
		all = append(all, Announce(b, m))
	}
	return strings.Join(all, "\n")
}

// TestHiddenIsUnheard: while anything is hidden, no word and no number depends on what
// is to be found out. What is said of one function or place is said of all others.
func TestHiddenIsUnheard(t *testing.T) {
	places, letters := regexp.MustCompile(`(x = |slope at |Steigung bei |At the top, |Oben )(?:[−0-9.,]*[0-9]|\pL\b)`), regexp.MustCompile(`_?\pL_?([′″])`)
	for _, l := range []lang.Lang{lang.English, lang.German} {
		for i := range 2 * Lenses {
			lens, hide := i/2, [...]Hide{HideNumbers, HideFormula}[i%2]
			if hideOf[lens]&hide == 0 {
				continue
			}
			first := ""
			for fn := range calculus.Kinds {
				for _, x := range []float64{0, 0.37, -1.2} {
					m := New().chosen(fn)
					m.Lens, m.X, m.Hide, m.Lang = lens, x, hide, l
					m = m.settled()
					var said string
					for _, line := range strings.Split(everythingSaid(m), "\n") {
						for _, known := range []string{Plain(m.Say(TitleOf(m))), Plain(m.Say(NameOf(m)))} {
							line = strings.ReplaceAll(line, known, "#")
						}
						line = places.ReplaceAllString(line, "$1#")
						said += letters.ReplaceAllString(line, "f$1") + "\n"
					}
					if first == "" {
						first = said
					} else if said != first && !(lens == Sub && m.Tries() != strings.Contains(first, "g =")) {
						t.Fatalf("%s at %v, lens %d, says\n%s\nand elsewhere is said\n%s", fn, x, lens, said, first)
					}
				}
			}
		}
	}
}

// TestHideIsRead: the key is a list of names, and what is not is told.
func TestHideIsRead(t *testing.T) {
	for h := range HideAll + 1 {
		m := New()
		m.Hide = h
		if back, warnings := Parse(m.Link()); back.Hide != h || len(warnings) > 0 {
			t.Errorf("%q is read as %b: %q", m.Link(), back.Hide, warnings)
		}
	}
	for _, bad := range []string{"all", "labels,", ",", "labels;cases", "labels,labels2"} {
		if m, warnings := Parse("hide=" + bad); m.Hide != 0 || len(warnings) != 1 {
			t.Errorf("hide=%s is read as %b: %q", bad, m.Hide, warnings)
		}
	}
	m, _ := Parse("hide=lower,labels&x=0")
	if m = Update(m, Steer{Link: "hide="}).landed(); m.Hide != 0 || m.X != 0 {
		t.Errorf("after hide= there is %q", m.Link())
	}
	if m = Update(Update(m, Steer{Link: "hide=sub"}), Show{Link: "x=0"}); m.Hide != 0 {
		t.Errorf("a scene begins with %q", m.Link())
	}
}

// TestRevealIsTold: who listens is told what has become visible.
func TestRevealIsTold(t *testing.T) {
	before, _ := Parse("x=0&hide=numbers")
	after := Update(before, Steer{Link: "hide="})
	if said := Announce(before, after); said != Plain(Caption(after, true).String()) {
		t.Errorf("the reveal is told as %q", said)
	}
}

// TestOnlyItsOwnIsHidden: what a lens does not have keeps back none of its words, and
// what programs return can be kept back alone.
func TestOnlyItsOwnIsHidden(t *testing.T) {
	for _, link := range []string{"x=0", "x=0&lens=sub", "lens=dist", "lens=compare"} {
		m, _ := Parse(link)
		for i := range hideNames {
			some := m
			some.Hide = 1 << i
			told, same := Plain(Caption(m, false).String()), Plain(Caption(some, false).String())
			if (told == same) == (hideOf[m.Lens]&some.Hide&HideAnswer != 0) {
				t.Errorf("%s with %s hidden says %q", link, hideNames[i], same)
			}
			if hideOf[m.Lens]&some.Hide != 0 && !Programs(some).Empty() {
				t.Errorf("%s with %s hidden tells of programs", link, hideNames[i])
			}
		}
	}
	if m, _ := Parse("x=0"); Programs(m).Empty() {
		t.Error("at 0 nothing is told of programs")
	}
}
