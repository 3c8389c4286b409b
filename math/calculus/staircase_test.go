package calculus

import (
	"fmt"
	"math"
	"strconv"
	"testing"
)

// TestDecimalsInTheCantorSet: of the decimals with up to four places exactly those
// are in the set whose base 3 digits, which repeat, have no 1; and there is no slope at
// them.
func TestDecimalsInTheCantorSet(t *testing.T) {
	f, found := Of(Cantor, Params{}), 0
	const q = 10_000
	for p := 1; p < q; p++ {
		inside := true
		for r, n := p, 0; n == 0 || r != p; n++ {
			if 3*r/q == 1 {
				inside = false
				break
			}
			r = 3 * r % q
		}
		x, err := strconv.ParseFloat(fmt.Sprintf("0.%04d", p), 64)
		if err != nil {
			t.Fatal(err)
		}
		if _, has := f.Derivative(x); has == inside {
			t.Errorf("%v: has a slope: %v, is in the set: %v", x, has, inside)
		}
		if inside {
			found++
			if l, r := f.Left(x), f.Right(x); !math.IsInf(l, 1) || !math.IsInf(r, 1) {
				t.Errorf("%v: slopes %v and %v", x, l, r)
			}
			if !f.Subdifferential(x).Empty() {
				t.Errorf("%v: a line fits", x)
			}
		}
	}
	if found != 14 {
		t.Errorf("%d decimals are in the set", found)
	}
}
