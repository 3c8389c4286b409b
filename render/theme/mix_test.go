package theme

import "testing"

func TestMixHasItsEnds(t *testing.T) {
	for _, th := range Themes() {
		for a := range Roles {
			for b := range Roles {
				if th.Mix(a, b, 0) != th.Colors[a] || th.Mix(a, b, 1) != th.Colors[b] {
					t.Errorf("%s: %v to %v does not end at its colours", th.Name, a, b)
				}
				for _, c := range []RGB{th.Mix(a, b, 1e-9), th.Mix(a, b, 1-1e-9)} {
					if c != th.Colors[a] && c != th.Colors[b] {
						t.Errorf("%s: %v to %v jumps at an end: %s", th.Name, a, b, c.Hex())
					}
				}
			}
		}
	}
}

// TestMixOfBlackAndWhite: the grey half way in OKLab has L = 1/2, which is a
// linear light of 1/8, #636363.
func TestMixOfBlackAndWhite(t *testing.T) {
	var th Theme
	th.Colors[Ink], th.Colors[Paper] = RGB{0, 0, 0}, RGB{255, 255, 255}
	if got := th.Mix(Ink, Paper, 0.5).Hex(); got != "#636363" {
		t.Errorf("half way from black to white is %s", got)
	}
}
