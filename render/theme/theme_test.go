package theme

import (
	"math"
	"testing"
)

// luminance is the relative luminance of WCAG 2.2.
func luminance(c RGB) float64 {
	lin := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}

// contrast is the contrast ratio of WCAG 2.2, in [1, 21].
func contrast(a, b RGB) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// over is the colour of ink with opacity a laid over paper, mixed as browsers
// and the stage mix, in sRGB.
func over(ink, paper RGB, a float64) RGB {
	mix := func(i, p uint8) uint8 { return uint8(math.Round(a*float64(i) + (1-a)*float64(p))) }
	return RGB{mix(ink.R, paper.R), mix(ink.G, paper.G), mix(ink.B, paper.B)}
}

func TestContrastOnPaper(t *testing.T) {
	least := map[Role]float64{Ink: 14, Muted: 4.5, Axis: 3, Pointwise: 4.5, Subgradient: 4.5, Distribution: 4.5, Probe: 4.5, Warn: 4.5}
	for _, th := range Themes() {
		for r, want := range least {
			if got := contrast(th.Colors[r], th.Colors[Paper]); got < want {
				t.Errorf("%s: %s on paper has contrast %.2f, want ≥ %.1f", th.Name, r, got, want)
			}
		}
	}
}

func TestContrastOnFills(t *testing.T) {
	for _, th := range Themes() {
		c := th.Colors
		area := over(c[Distribution], c[Paper], th.Area)
		wash := over(c[Subgradient], c[Paper], th.Wash)
		hatch := over(c[Warn], c[Paper], HatchWash)
		for _, k := range []struct {
			what    string
			on, ink RGB
			want    float64
		}{
			{"distribution on its area", area, c[Distribution], 5.8},
			{"ink on the distribution's area", area, c[Ink], 8.1},
			{"fan lines on the wash", wash, over(c[Subgradient], wash, th.Line), 3},
			{"hatch lines on the hatch's wash", hatch, over(c[Warn], hatch, HatchLine), 3},
			{"text on the page's probe area", over(c[Probe], c[Paper], th.Wash), c[Probe], 4.4},
		} {
			if got := contrast(k.ink, k.on); got < k.want {
				t.Errorf("%s: %s has contrast %.2f, want ≥ %.1f", th.Name, k.what, got, k.want)
			}
		}
	}
}

func TestInksOfOneViewDiffer(t *testing.T) {
	for _, th := range Themes() {
		for a := range Roles {
			for b := range a {
				if th.Colors[a] == th.Colors[b] {
					t.Errorf("%s: %s and %s are the same colour", th.Name, a, b)
				}
			}
		}
	}
}

func TestHex(t *testing.T) {
	if got := (RGB{0xfb, 0xf7, 0x0e}).Hex(); got != "#fbf70e" {
		t.Errorf("Hex = %s", got)
	}
}
