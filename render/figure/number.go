package figure

import (
	"bytes"
	"math"
	"strconv"
)

// Number writes v with the given number of decimals, U+2212 as its minus, ±∞ as +∞ and −∞,
// "none" for NaN, and never −0.00.
func Number(v float64, decimals int) string { return string(AppendNumber(nil, v, decimals)) }

// Short writes v with two decimals at most and no zeros at the end: 1, −0.5,
// 0.42. It never reads as a whole number that v is not: it takes more decimals,
// six at most, then a power of ten: 0.996, 4.5·10⁻³⁴, 1 − 3·10⁻⁷. So a slope
// that reads 0 is 0, and marks a minimiser.
func Short(v float64) string { return string(AppendShort(nil, v)) }

// Nonzero is Short with at least two decimals, for numbers that change under a
// hand: 0.40, 1.00, 0.004.
func Nonzero(v float64) string { return string(AppendNonzero(nil, v)) }

// fewest and most decimals that Short and Nonzero spend on telling a value from
// its neighbours.
const (
	fewestDecimals = 2
	mostDecimals   = 6
)

// apart is how many decimals tell v from others that stand beside it and are
// not the same number.
func apart(v float64, others ...float64) int {
	for d := fewestDecimals; d < mostDecimals; d++ {
		unit, told := math.Pow10(d), true
		for _, o := range others {
			told = told && (o == v || math.Round(o*unit) != math.Round(v*unit))
		}
		if told {
			return d
		}
	}
	return mostDecimals
}

// AppendNumber is Number at the end of dst. The drawing writes its numbers so,
// into a store that it uses again for the next frame.
func AppendNumber(dst []byte, v float64, decimals int) []byte {
	switch {
	case v != v:
		return append(dst, "none"...)
	case math.IsInf(v, 1):
		return append(dst, "+∞"...)
	case math.IsInf(v, -1):
		return append(dst, "−∞"...)
	}
	from := len(dst)
	if v < 0 {
		dst = append(dst, "−"...)
	}
	digits := len(dst)
	dst = strconv.AppendFloat(dst, math.Abs(v), 'f', decimals, 64)
	if v < 0 && zero(dst[digits:]) {
		dst = append(dst[:from], dst[digits:]...)
	}
	return dst
}

// AppendShort is Short at the end of dst.
func AppendShort(dst []byte, v float64) []byte { return appendTold(dst, v, fewestDecimals, true) }

// AppendNonzero is Nonzero at the end of dst.
func AppendNonzero(dst []byte, v float64) []byte { return appendTold(dst, v, fewestDecimals, false) }

// appendTold writes v with at least so many decimals, or as many more as it
// takes not to read as a whole number that it is not.
func appendTold(dst []byte, v float64, decimals int, trim bool) []byte {
	if !finite(v) {
		return AppendNumber(dst, v, 0)
	}
	whole := math.Round(v)
	if math.Abs(v-whole) <= 1e-12*math.Abs(whole) {
		v = whole // no arithmetic tells them apart; this is never 0
	}
	for d := decimals; d <= max(decimals, mostDecimals); d++ {
		if v != whole && math.Abs(v-whole) <= 0.5*math.Pow10(-d) {
			continue
		}
		from := len(dst)
		dst = AppendNumber(dst, v, d)
		if trim && bytes.IndexByte(dst[from:], '.') >= 0 {
			dst = bytes.TrimRight(bytes.TrimRight(dst, "0"), ".")
		}
		return dst
	}
	switch d := v - whole; {
	case whole == 0:
		return appendPower(dst, v)
	case d < 0:
		return appendPower(append(AppendNumber(dst, whole, 0), " − "...), -d)
	default:
		return appendPower(append(AppendNumber(dst, whole, 0), " + "...), d)
	}
}

// settled is a whole number, 0 too, for one that is no farther from it than what
// its computation may be wrong by.
func settled(v, noise float64) float64 {
	if whole := math.Round(v); math.Abs(v-whole) <= noise {
		return whole
	}
	return v
}

// appendPower writes a small number with two digits and a power of ten.
func appendPower(dst []byte, v float64) []byte {
	if v < 0 {
		dst, v = append(dst, "−"...), -v
	}
	var store [16]byte
	digits, power, _ := bytes.Cut(strconv.AppendFloat(store[:0], v, 'e', 1, 64), []byte("e"))
	if digits = bytes.TrimSuffix(digits, []byte(".0")); string(digits) != "1" {
		dst = append(append(dst, digits...), "·"...)
	}
	dst = append(dst, "10"...)
	for i, c := range power {
		switch {
		case c == '-':
			dst = append(dst, "⁻"...)
		case i == 1 && c == '0': // e-07
		default:
			dst = append(dst, superscripts[c-'0']...)
		}
	}
	return dst
}

// superscripts are the digits of an exponent.
var superscripts = [10]string{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}

// zero reports whether a number has no digit but 0.
func zero(digits []byte) bool {
	for _, d := range digits {
		if d != '0' && d != '.' {
			return false
		}
	}
	return true
}
