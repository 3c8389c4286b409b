package scene

import (
	"strings"
	"testing"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

// TestCasesLightTheRowOfThePoint: the case distinction is of the function as it
// is, and what of it holds at the point is in the lens's ink.
func TestCasesLightTheRowOfThePoint(t *testing.T) {
	var f Frame
	for link, want := range map[string]string{
		"fn=relu&lens=point&x=-1":       "cases-point/relu: r'0x<0",
		"fn=relu&lens=sub&x=0":          "cases-sub/relu: ∂r[0,1]x=0",
		"fn=kink&lens=point&x=0":        "cases-point/kink: f'undefinedx=0",
		"fn=kink&a=1&lens=point&x=0":    "cases-point/straight: f'1",
		"fn=kink&a=1&lens=sub&x=1":      "cases-sub/straight: ∂f{1}",
		"fn=kink&a=1.5&lens=sub&x=-1":   "cases-sub/concave: ∂f∅",
		"fn=kink&a=1.5&lens=point&x=-1": "cases-point/kink: f'1.5x<0",
		"fn=square&lens=point&x=-1":     "cases-point/square: f'2x",
		"fn=heaviside&lens=point&x=1":   "cases-point/heaviside: H'0x≠0",
		"fn=heaviside&lens=sub&x=0":     "cases-sub/heaviside: ∂H∅x≥0",
		"fn=sqrtabs&lens=sub&x=0":       "cases-sub/sqrtabs: ∂f{0}x=0",
		"fn=cantor&lens=sub&x=-1":       "cases-sub/cantor: ∂f{0}x≤0",
	} {
		m, _ := figure.Parse(link)
		Draw(&f, m, Ask{W: 1440, H: 900, Theme: theme.Light()})
		got := ""
		for _, mirror := range f.Mirrors {
			if strings.HasPrefix(mirror.Key, "cases-") {
				got = mirror.Key + ": "
			}
		}
		for _, mark := range f.Marks {
			cases := false
			for _, g := range mark.Glyphs {
				cases = cases || f.set.In(g.Term, "zero")
			}
			for _, g := range mark.Glyphs {
				if cases && g.Ink == figure.LensInk(m.Lens) && g.Glyph >= 0 {
					got += string(plainLetter(f.set.Glyphs[g.Glyph].Char))
				}
			}
		}
		if got != want {
			t.Errorf("%s: %s, want %s", link, got, want)
		}
	}
}

// TestNeeds: a block that turns out to need more has it where the frame is as tall
// as its words, and what is below it gives way; elsewhere nothing changes.
func TestNeeds(t *testing.T) {
	var f, g Frame
	for _, w := range []float64{390, 720, 1440} {
		for l := range figure.Lenses {
			m, _ := figure.Parse("x=0")
			m.Lens = l
			ask := Ask{W: w, H: 0.6 * w, Theme: theme.Light(), Rooms: true}
			Draw(&f, m, ask)
			for s := range Slots {
				ask.Needs[s] = 200
			}
			Draw(&g, m, ask)
			below := 0.0
			for i, b := range g.Blocks {
				was := f.Blocks[i]
				grows := b.Slot == SlotQuestion || b.Slot == SlotCaption || b.Slot == SlotEquation || b.Slot == SlotReadout
				switch {
				case g.Layout != Phone:
					if b != was {
						t.Errorf("%v px, %d: %+v was %+v", w, l, b, was)
					}
				case grows && b.Rect.H != 200, b.Rect.Y < was.Rect.Y, b.Rect.Y+b.Rect.H > g.H, grows && b.Rect.Y < below:
					t.Errorf("%v px, %d: %+v of %v px, after %v", w, l, b, g.H, below)
				}
				if grows {
					below = b.Rect.Bottom()
				}
			}
		}
	}
}

// plainLetter is the letter that an italic of mathematics is of.
func plainLetter(r rune) rune {
	switch {
	case r >= '𝑎' && r <= '𝑧':
		return r - '𝑎' + 'a'
	case r >= '𝐴' && r <= '𝑍':
		return r - '𝐴' + 'A'
	case r == '𝜕':
		return '∂'
	case r == '′':
		return '\''
	}
	return r
}
