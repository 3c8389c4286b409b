package expression

import (
	"strings"
	"testing"
)

func FuzzParse(f *testing.F) {
	for _, text := range []string{
		"max(0, x)", "2x^2 - |x||x-1|", "{x<0: -1, 0<x<=1: x^2, 2x-1}", "corners(-1:0, 0:1/2)", `\begin{cases} 1 & x<0 \\ \text{otherwise} \end{cases}`,
		`\frac12\sqrt[3]{x}\left|x\right|`, "sin^2 2x", "x²⁻¹", "tan^{-1}(x)", "f(x) = √x", "$x$", "<script>", `\operatorname{relu}(x)`, "||||||", "1e-3e", "{x<0\n1}", "\xff", "⌊x⌋≤",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, err := Parse(text)
		if err != nil {
			if n != nil || err.At < 0 || err.At > err.End || err.End > len(text) || int(err.Problem) >= len(templates) || err.Error() == "" {
				t.Fatalf("%q: %+v", text, err)
			}
			return
		}
		written := n.String()
		back, err := Parse(written)
		if err != nil {
			t.Fatalf("%q is written %q: %v", text, written, err)
		}
		if !equal(n, back) || back.String() != written {
			t.Fatalf("%q is written %q and read as %q", text, written, back)
		}
		if problem := malformed(n.MathML()); problem != "" {
			t.Fatalf("%q: %s", text, problem)
		}
		n.At(0.5, 1)
	})
}

func BenchmarkParse(b *testing.B) {
	for _, text := range []string{
		"max(0, x)",
		"{x < 0: -1, x < 1: x^2, 2x - 1}",
		strings.Repeat("|", 300),
		strings.Repeat("{x<", 100),
		"x" + strings.Repeat("-|x|", 60),
		strings.Repeat(`\frac{`, 50),
	} {
		b.Run(text[:min(len(text), 12)], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Parse(text)
			}
		})
	}
}

func BenchmarkAt(b *testing.B) {
	n := read(b, "{x < 0: -1, x < 1: x^2, 2x - 1} + max(0, x - a)")
	b.ReportAllocs()
	for b.Loop() {
		n.At(0.5, 1)
	}
}
