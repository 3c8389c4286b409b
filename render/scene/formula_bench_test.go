package scene

import (
	"testing"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/theme"
)

// BenchmarkFormulaDragged is a frame that follows a hand.
func BenchmarkFormulaDragged(b *testing.B) {
	for _, text := range []string{"|x|+|x-1|", "max(x,0)-0.3x+ln(1+exp(-|x|))", "|sin(x)|", "floor(x)"} {
		for lens := range figure.Lenses {
			m := figure.Update(figure.Update(figure.New(), figure.Define{Text: text}), figure.Look{Lens: lens})
			c := [...]figure.Control{figure.X, figure.X, figure.C, figure.S}[lens]
			m = figure.Update(m, figure.Grab{Control: c})
			b.Run(text+"/"+figure.LensName(lens), func(b *testing.B) {
				var f Frame
				i := 0
				for b.Loop() {
					i++
					m = figure.Update(m, figure.Drag{Control: c, To: float64(i%100)/100 + 0.003})
					Draw(&f, m, Ask{W: 1280, H: 800, Theme: theme.Light()})
				}
			})
		}
	}
}

// BenchmarkKeystroke is what a key in the field of a formula costs: the text is read,
// cut at its breaks and drawn. Each round has another text, so that nothing is
// known of it.
func BenchmarkKeystroke(b *testing.B) {
	for _, text := range []string{"relu(x)", "|x|+|x-1|", "max(x,0)-0.3x+ln(1+exp(-|x|))", "sqrt(|x|)", "|sin(x)|", "|sin(x)|-x/4", "corners(-2:1, -1:0, 0:1, 1:0, 2:1)"} {
		for lens := range figure.Lenses {
			m := figure.Update(figure.New(), figure.Look{Lens: lens})
			b.Run(text+"/"+figure.LensName(lens), func(b *testing.B) {
				var f Frame
				i := 0
				for b.Loop() {
					i++
					m := figure.Update(m, figure.Define{Text: text + "+" + string(rune('0'+i%10)) + string(rune('0'+i/10%10)) + "/1000"})
					Draw(&f, m, Ask{W: 1280, H: 800, Theme: theme.Light()})
				}
			})
		}
	}
}
