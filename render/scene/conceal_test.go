package scene

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"testing"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/lang"
	"relu-three-ways/render/theme"
)

// TestHiding: a picture that keeps something back is the whole picture with some of its
// parts taken out. Nothing has another place, and what is kept back is not there.
func TestHiding(t *testing.T) {
	random := rand.New(rand.NewPCG(16, 2))
	links := []string{
		"", "x=0", "x=-1.2&h=0.3", "fn=heaviside&x=0", "fn=cantor&x=0.25", "lens=sub&x=0", "lens=sub&x=0&g=1.3", "lens=sub&x=1", "fn=minusabs&lens=sub&x=0",
		"lens=dist", "lens=dist&p=5", "lens=dist&p=3.4&c=0", "fn=heaviside&lens=dist&p=5", "lens=dist&order=2&p=5", "lens=dist&sweep=on",
		"lens=compare", "lens=compare&s=0.5", "fn=abs&lens=compare", "fn=cantor&lens=compare", "fn=heaviside&lens=compare", "f=corners(-1:0,0:1,1:0)&draw=on",
		"f=max(x,-0.3x)&lens=sub&x=0", "f=|x|%2B|x-1|&lens=compare&x=1",
	}
	for i := range 40 * len(links) {
		m, warnings := figure.Parse(links[i%len(links)])
		if len(warnings) > 0 {
			t.Fatal(warnings)
		}
		m.UI, m.Hide = figure.UI(random.IntN(4)), figure.Hide(1+random.IntN(int(figure.HideAll)))
		size := tried[random.IntN(len(tried))]
		s := state{m: m, w: size[0], h: size[1]}.settled()
		var some, all Frame
		Draw(&some, s.m, s.ask())
		hide := s.m.KeptBack()
		s.m.Hide = 0
		Draw(&all, s.m, s.ask())
		if some.W != all.W || some.H != all.H || len(some.Blocks) != len(all.Blocks) || len(some.Plots) != len(all.Plots) {
			t.Fatalf("%v: another layout", s)
		}
		for i, b := range all.Blocks {
			if some.Blocks[i] != b {
				t.Fatalf("%v: block %v is elsewhere", s, b.Slot)
			}
		}
		print := func(m Mark) string {
			for _, ink := range []*theme.Role{&m.Ink, &m.Ring} { // the line that is tried may have another
				if *ink == theme.Warn {
					*ink = theme.Subgradient
				}
			}
			return m.Print()
		}
		k := 0
		for _, m := range all.Marks {
			if k < len(some.Marks) && print(some.Marks[k]) == print(m) {
				k++
			} else if m.veil == 0 && m.part != passing {
				t.Fatalf("%v hide %b hides what is given: %s; next is %s", s, hide, m.Print(), some.Marks[min(k, len(some.Marks)-1)].Print())
			}
		}
		if k != len(some.Marks) {
			t.Fatalf("%v hide %v: %s is not of the whole picture", s, m.Hide, some.Marks[k].Print())
		}
		for _, m := range some.Marks {
			if m.veil&hide != 0 {
				t.Fatalf("%v: %s is seen", s, m.Print())
			}
		}
		words := map[string]Word{}
		for _, w := range all.Words {
			words[w.Key] = w
		}
		for _, w := range some.Words {
			o := words[w.Key]
			if w.Ink = o.Ink; w != o {
				t.Fatalf("%v: the word %s is not of the whole picture", s, w.Key)
			}
			if hide&figure.HideNumbers != 0 && w.Text.Numeric() && w.veil != 0 {
				t.Errorf("%v: %q is read", s, w.Text.String())
			}
			if w.Key == ProgramsKey && hide != 0 {
				t.Errorf("%v: programs are told", s)
			}
		}
		if m.Hide&figure.HideCases != 0 && m.Lens != figure.Dist {
			for _, mirror := range some.Mirrors {
				if mirror.line.Name[:min(5, len(mirror.line.Name))] == "cases" {
					t.Errorf("%v: %s is read", s, mirror.line.Name)
				}
			}
		}
	}
	for b, lens := range [...]string{"point", "point", "point", "point", "point", "sub", "dist&p=5", "sub", "compare", "point", "dist", "dist&p=4"} {
		m, _ := figure.Parse("lens=" + lens + "&ui=lecture&x=0")
		var some, all Frame
		Draw(&all, m, Ask{W: 1920, H: 1080, Theme: theme.Light()})
		m.Hide = 1 << b
		Draw(&some, m, Ask{W: 1920, H: 1080, Theme: theme.Light()})
		if len(some.Marks)+len(some.Words) >= len(all.Marks)+len(all.Words) {
			t.Errorf("part %d hides nothing", b)
		}
	}
}

// TestReveal: whatever is kept back, in every arrangement with controls, there is a
// button that shows it. It is on the frame, on no words and on no handle.
func TestReveal(t *testing.T) {
	random := rand.New(rand.NewPCG(16, 3))
	for i := range 600 {
		m, _ := figure.Parse([...]string{"x=0", "fn=abs&x=1.2", "lens=sub&x=0", "lens=dist", "lens=dist&p=5", "lens=compare", "fn=heaviside&lens=compare", "lens=sub&steps=fixed&x=1.3&k=3"}[i%8])
		m.Lang, m.UI = [...]lang.Lang{lang.English, lang.German}[i/8%2], [...]figure.UI{figure.UIFull, figure.UIMin, figure.UINone, figure.UILecture}[random.IntN(4)]
		m.Hide = figure.Hide(random.IntN(int(figure.HideAll) + 1))
		size := tried[random.IntN(len(tried))]
		s := state{m: m, w: size[0], h: size[1]}.settled()
		var f Frame
		Draw(&f, s.m, s.ask())
		r := f.Reveal.Rect
		if want := s.m.KeptBack() != 0 && (m.UI == figure.UIFull || m.UI == figure.UIMin); want != (r.W > 0) {
			t.Fatalf("%v: the button is %v", s, r)
		} else if !want {
			continue
		}
		if r.X < 0 || r.Y < 0 || r.X+r.W > f.W || r.Y+r.H > f.H || r.H < leastHit {
			t.Errorf("%v: the button is at %v, in a frame of %v × %v", s, r, f.W, f.H)
		}
		for _, w := range f.Words {
			if over(r, w.Box, 4) && f.Layout != Short {
				t.Errorf("%v: the button %v is on %q at %v", s, r, w.Text.String(), w.Box)
			}
		}
		for _, b := range f.Blocks {
			if over(r, b.Rect, 6) && b.Slot != SlotCaption && b.Slot != SlotEquation {
				t.Errorf("%v: the button %v is on block %v at %v", s, r, b.Slot, b.Rect)
			}
		}
		for _, o := range f.Spots {
			if over(r, rect(o.At.X-o.Radius, o.At.Y-o.Radius, 2*o.Radius, 2*o.Radius), 0) && f.Layout != Short {
				t.Errorf("%v: the button %v is on a handle at %v", s, r, o.At)
			}
		}
	}
}

// TestLowerGoesWhole: with the lower panel goes all that is read in it.
func TestLowerGoesWhole(t *testing.T) {
	read := 0
	for _, link := range []string{"x=0", "x=1", "fn=heaviside&x=0", "lens=sub&x=0", "lens=sub&x=0&g=1.3", "fn=minusabs&lens=sub&x=0", "lens=dist&p=5", "fn=heaviside&lens=dist&p=5", "lens=dist&order=2&p=5", "fn=cantor&lens=dist&p=5"} {
		for _, size := range tried {
			m, _ := figure.Parse(link)
			var all, some Frame
			Draw(&all, m, Ask{W: size[0], H: size[1], Theme: theme.Light()})
			m.Hide = figure.HideLower
			Draw(&some, m, Ask{W: size[0], H: size[1], Theme: theme.Light()})
			low := all.Plots[len(all.Plots)-1]
			inside := func(f Frame) (n int) {
				for _, m := range f.Mirrors {
					if x, y := m.Rect.X+m.Rect.W/2, m.Rect.Y+m.Rect.H/2; m.row == 0 && y > low.Y && y < low.Y+low.H && x > low.X && x < low.X+low.W {
						n++
					}
				}
				return n
			}
			read += inside(all)
			if n := inside(some); n > 0 {
				t.Errorf("%s at %v: %d formulas are read in the lower panel", link, size, n)
			}
		}
	}
	if read == 0 {
		t.Error("none are read there at all")
	}
}

// TestFormulaGoesWhole: with the definition goes all that is made of it, on every line and on
// the way to the next. The bump stays, and so does what it stands under.
func TestFormulaGoesWhole(t *testing.T) {
	for _, link := range []string{"lens=dist", "lens=dist&p=3.5", "lens=dist&p=4", "lens=dist&p=5", "fn=heaviside&lens=dist&p=5", "lens=dist&order=2&p=4", "lens=dist&sweep=on", "fn=cantor&lens=dist&p=4&lang=de"} {
		for _, size := range tried {
			m, _ := figure.Parse(link)
			m.Hide = figure.HideFormula
			var f Frame
			Draw(&f, m, Ask{W: size[0], H: size[1], Theme: theme.Light()})
			mid := f.Plots[1]
			seen := 0
			for _, mark := range f.Marks {
				if mark.Ink != theme.Probe && mark.Ink != theme.Distribution {
					continue
				}
				seen++
				for _, q := range mark.Points {
					if q.Y > mid.Y+1 && q.Y < mid.Y+mid.H-1 && q.X > mid.X && q.X < mid.X+mid.W {
						t.Fatalf("%s at %v: %s is in the panel of the integral", link, size, mark.Print())
					}
				}
			}
			if seen == 0 {
				t.Errorf("%s at %v: nothing is seen of the bump", link, size)
			}
			for _, mirror := range f.Mirrors {
				if mirror.row > 0 || mirror.Key == "parts/r" || mirror.Key == "by" {
					t.Errorf("%s at %v: %s is read", link, size, mirror.Key)
				}
			}
			for _, w := range f.Words {
				if w.Key == "reason" {
					t.Errorf("%s at %v: %q is read", link, size, w.Text.String())
				}
			}
			for _, target := range f.Targets {
				if target.row > 0 || target.Term == figure.PartsTerm {
					t.Errorf("%s at %v: %s can be pointed at", link, size, target.Key)
				}
			}
			if said := f.Spoken(); said != "" {
				t.Errorf("%s at %v says %q", link, size, said)
			}
		}
	}
}

// TestLinesToCome: of the derivation the lines that have been reached are shown.
func TestLinesToCome(t *testing.T) {
	for _, p := range []string{"1", "2.4", "3", "5"} {
		m, _ := figure.Parse("lens=dist&hide=cases&p=" + p)
		var f Frame
		Draw(&f, m, Ask{W: 1440, H: 900, Theme: theme.Light()})
		last := 0
		for _, m := range f.Mirrors {
			last = max(last, m.row)
		}
		if want := int(p[0]-'0') + (len(p)-1)/2; last != want {
			t.Errorf("at p = %s line %d is read", p, last)
		}
	}
}

// TestNumbersThatAreSeenAreTold: where the picture of a step of a lecture has a number of the
// notion that is shown, its readout is not withheld, and neither is the caption.
func TestNumbersThatAreSeenAreTold(t *testing.T) {
	partly := 0
	for _, name := range []string{"deck.json", "deck.de.json"} {
		text, err := os.ReadFile("../../web/lecture/" + name)
		if err != nil {
			t.Fatal(err)
		}
		var deck struct {
			Scenes []struct {
				Figure string
				Steps  []json.RawMessage
			}
		}
		if err := json.Unmarshal(text, &deck); err != nil {
			t.Fatal(err)
		}
		for n, s := range deck.Scenes {
			if s.Figure == "" {
				continue
			}
			m, _ := figure.Parse(s.Figure)
			for k := range len(s.Steps) + 1 {
				if k > 0 {
					var step struct{ Figure string }
					if json.Unmarshal(s.Steps[k-1], &step.Figure) != nil {
						json.Unmarshal(s.Steps[k-1], &step)
					}
					m = figure.Update(m, figure.Show{Link: m.Link()})
					m, _ = figure.Parse(figure.Update(m, figure.Steer{Link: step.Figure}).Goal().Link())
				}
				m.UI = figure.UILecture
				var f Frame
				Draw(&f, m, Ask{W: 1920, H: 1080, Theme: theme.Light()})
				seen := [theme.Roles]bool{}
				for _, mark := range f.Marks {
					if mark.veil&figure.HideNumbers != 0 {
						seen[mark.Ink] = true
					}
				}
				for _, w := range f.Words {
					if w.Text.Numeric() && w.veil != 0 {
						seen[w.Ink] = true
					}
				}
				told := figure.Readouts(m)
				tells := func(notion int, some bool) {
					if some && told[notion].Text == "?" && told[notion].Extra == "" {
						t.Errorf("%s, scene %d, step %d shows a number that %s withholds", name, n+1, k, told[notion].Name)
					}
					if some && figure.Caption(m, true).String() == "The answer is hidden for now. Predict it first." {
						t.Errorf("%s, scene %d, step %d shows a number, and the caption hides it", name, n+1, k)
					}
					if some && m.Hides() {
						partly++
					}
				}
				tells(1, seen[theme.Pointwise])
				tells(2, (seen[theme.Subgradient] || seen[theme.Warn]) && m.Lens != figure.Dist)
				tells(3, m.Lens == figure.Dist && (seen[theme.Probe] || seen[theme.Distribution]))
			}
		}
	}
	if partly == 0 {
		t.Error("no step shows a number and hides another")
	}
}
