package formula

import (
	"math/rand"
	"testing"

	"relu-three-ways/assets"
	"relu-three-ways/render/theme"
)

// TestDamagedDataDoesNotPanic changes a few bytes of the real file, which gets
// deeper than fuzzing from short seeds: some of the results still decode, and
// those must also be safe to place and measure.
func TestDamagedDataDoesNotPanic(t *testing.T) {
	random := rand.New(rand.NewSource(7))
	head := len(magic) + hashSize
	decoded, refused := 0, 0
	for i := range 400 {
		b := append([]byte(nil), assets.Formulas...)
		for range 1 + i%4 {
			b[head+random.Intn(len(b)-head)] = byte(random.Intn(256))
		}
		s, err := Decode(b)
		if err != nil {
			refused++
			continue
		}
		decoded++
		for k := range s.Lines {
			l := &s.Lines[k]
			s.Extent(l, 10, Live{"x", []byte("1")})
			s.Place(nil, l, 0, 0, 10, theme.Ink, Live{"x", []byte("1")})
			s.Span(l, "area-b")
		}
	}
	if decoded == 0 || refused == 0 {
		t.Errorf("%d decoded, %d refused: the damage tests nothing", decoded, refused)
	}
}
