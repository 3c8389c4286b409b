package pieces

import "testing"

func BenchmarkTmpValue(b *testing.B) {
	for _, text := range []string{"corners(-2:1, -1:0, 0:1, 1:0, 2:1)-0.25x+1.25", "|sin(x)|-0.25x+1.25", "|x|+|x-1|"} {
		c, _ := Cut(parse(b, text), 1)
		b.Run(text, func(b *testing.B) {
			x := 0.0
			for b.Loop() {
				x += 0.001
				if x > 6 { x = 0 }
				c.Value(x)
			}
		})
		b.Run("sub"+text, func(b *testing.B) {
			x := -6.0
			for b.Loop() {
				x += 0.001
				if x > 6 { x = -6 }
				c.Subdifferential(x)
			}
		})
	}
}
