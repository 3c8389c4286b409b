package scene

import (
	"math"
	"testing"
)

// TestShownPartsAddUp: to the digits that are shown, and none is off by as much as one
// of them.
func TestShownPartsAddUp(t *testing.T) {
	for _, parts := range [][]float64{{1.64484, -0.09616}, {0.00004, 0.00004, 1}, {-1.14004, 0.5}, {0, 0.33335, 0.33335}} {
		total, sum := 0.0, 0.0
		shown := append([]float64(nil), parts...)
		for _, v := range parts {
			total += v
		}
		addUp(shown, total)
		for i, v := range shown {
			sum += math.Round(v * 1e4)
			if math.Abs(v-parts[i]) > 1.01e-4 {
				t.Errorf("%v is shown as %v", parts[i], v)
			}
		}
		if sum != math.Round(total*1e4) {
			t.Errorf("%v add up to %v, not to %v", shown, sum/1e4, total)
		}
	}
}
