package pieces

import "testing"

// The cost of a keystroke: a formula of up to five breaks is cut anew.
func BenchmarkCut(b *testing.B) {
	for _, text := range []string{"max(x,0)", "|x|+|x-1|", "max(x,0)-0.3x+ln(1+exp(-|x|))", "|sin x|", "max(|x|-1, 2-|x|)", "sqrt((x^2-2)^2)", "{x<0: -1, x<1: x^2, 2x-1}", "floor(x)", "|x^5-3x^3+x-0.1|"} {
		n := parse(b, text)
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Cut(n, 1)
			}
		})
	}
}
