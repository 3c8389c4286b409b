package figure

import (
	"math"
	"strconv"
	"strings"
)

// Number writes v with so many decimals, U+2212 as its minus, ±∞ as +∞ and −∞,
// "none" for NaN, and never −0.00.
func Number(v float64, decimals int) string {
	switch {
	case v != v:
		return "none"
	case math.IsInf(v, 1):
		return "+∞"
	case math.IsInf(v, -1):
		return "−∞"
	}
	s := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	if v < 0 && strings.Trim(s, "0.") != "" {
		return "−" + s
	}
	return s
}

// mostDecimals bounds the decimals that Short and Nonzero spend on telling a
// value from its neighbour.
const mostDecimals = 6

// Short writes v with two decimals at most and no zeros at the end: 1, −0.5,
// 0.42. If v is not whole but would read so, it gets as many decimals as tell
// it apart, six at most: 0.996, not 1.
func Short(v float64) string {
	if !finite(v) {
		return Number(v, 0)
	}
	for d := 2; ; d++ {
		s := Number(v, d)
		if strings.Contains(s, ".") {
			s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
		}
		if strings.Contains(s, ".") || v == math.Trunc(v) || d == mostDecimals {
			return s
		}
	}
}

// Nonzero writes v with two decimals, or with as many more, six at most, as it
// needs so as not to read 0.00 when it is not 0: h near its end, x near 0.
func Nonzero(v float64) string {
	for d := 2; ; d++ {
		s := Number(v, d)
		if v == 0 || d == mostDecimals || strings.Trim(s, "−0.") != "" {
			return s
		}
	}
}
