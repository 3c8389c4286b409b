package expression

import (
	"strconv"
	"strings"
)

// digits writes a number in the fewest decimal digits that are read back as
// the same float64: 0.5, 1200, 1e-9.
func digits(v float64) string {
	if v == 0 {
		return "0" // also for −0
	}
	if size := max(v, -v); 1e-6 <= size && size < 1e15 {
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	text := strconv.FormatFloat(v, 'e', -1, 64)
	mantissa, exponent, found := strings.Cut(text, "e")
	if !found {
		return text // not finite
	}
	sign := ""
	if exponent[0] == '-' {
		sign = "-"
	}
	return mantissa + "e" + sign + strings.TrimLeft(exponent, "+-0")
}

// number is the node of a number that is not negative.
func number(v float64) *Node { return &Node{Op: Number, Value: v} }
