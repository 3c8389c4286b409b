package figure

import (
	"bytes"
	"math"
	"strconv"
	"strings"
)

// Number writes v with the given number of decimals, U+2212 as its minus, ±∞ as +∞ and −∞,
// "none" for NaN, and never −0.00.
func Number(v float64, decimals int) string { return string(AppendNumber(nil, v, decimals)) }

// Short writes v with two decimals, and without the zeros at the end where v is
// no other number: 1, −0.5, 0.42, and 0.50 for 0.499999. It never reads as a whole
// number, 0 above all, that v is not: it takes more decimals, six at most, then a
// power of ten: 0.996, 4.5·10⁻³⁴, 1 − 3·10⁻⁷, and ≈ 1 where float64 cannot say how
// far it is. So a slope that reads 0 is 0, and marks a minimiser. A number below
// 0.01 has two digits that count, and one half-way between hundredths a third
// decimal, so that a and 1 − a add up as they read.
func Short(v float64) string { return string(AppendShort(nil, v)) }

// ReadsExactly reports whether Short writes v itself, and not a number near it:
// whether v is a whole number of hundredths, or half-way between two.
func ReadsExactly(v float64) bool {
	u := 200 * v
	return math.Abs(u-math.Round(u)) <= same*math.Abs(u)
}

// Padded is Short with at least two decimals, for numbers that change under a
// hand: 0.40, 1.00, 0.0042.
func Padded(v float64) string { return string(AppendPadded(nil, v)) }

// Pairing writes what f′ does to a probe, with four decimals, or more where it
// would read as a whole number that it is not. See calculus.Function.Settled.
func Pairing(v float64) string { return string(AppendPairing(nil, v)) }

// fewest and most decimals that are spent on telling a value from its
// neighbours, and those of a pairing.
const (
	fewestDecimals  = 2
	mostDecimals    = 6
	pairingDecimals = 4
)

// same is how near two numbers are, in parts of them, that no arithmetic tells
// apart.
const same = 1e-12

// apart is how many decimals tell v from others that stand beside it and are
// not the same number.
func apart(v float64, others ...float64) int {
	var mine, theirs [32]byte
	for d := fewestDecimals; d < mostDecimals; d++ {
		told := true
		for _, o := range others {
			told = told && (o == v || !bytes.Equal(appendTold(mine[:0], v, d, padded), appendTold(theirs[:0], o, d, padded)))
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
func AppendShort(dst []byte, v float64) []byte { return appendTold(dst, v, fewestDecimals, short) }

// AppendPadded is Padded at the end of dst.
func AppendPadded(dst []byte, v float64) []byte { return appendTold(dst, v, fewestDecimals, padded) }

// AppendPairing is Pairing at the end of dst.
func AppendPairing(dst []byte, v float64) []byte {
	return appendTold(dst, v, pairingDecimals, padded)
}

// manner is how a number spends its decimals: as Padded or Short has it.
type manner uint8

const (
	padded manner = iota
	short
)

// appendTold writes v with at least so many decimals, or as many more as it
// takes not to read as a whole number that it is not.
func appendTold(dst []byte, v float64, decimals int, how manner) []byte {
	if !finite(v) {
		return AppendNumber(dst, v, 0)
	}
	whole := math.Round(v)
	if v != whole && math.Abs(v-whole) <= same*math.Abs(whole) { // never of 0
		return AppendNumber(append(dst, "≈ "...), whole, 0)
	}
	if halfway(v, decimals) {
		decimals++
	}
	for d := decimals; d <= max(decimals, mostDecimals); d++ {
		unit := math.Pow10(d)
		near := math.Round(v*unit) / unit
		exact := math.Abs(v-near) <= same*math.Abs(near)
		if v != whole && near == whole || !exact && math.Abs(v) < min(0.01, 10/unit) {
			continue
		}
		from := len(dst)
		dst = AppendNumber(dst, v, d)
		if how == short && exact && bytes.IndexByte(dst[from:], '.') >= 0 {
			dst = trimmed(dst)
		}
		return dst
	}
	return appendBeside(dst, whole, v-whole, how)
}

// AppendShares writes v and 1 − v at the end of dst with as many decimals, so that
// they add up as they read, and tells where the second begins.
func AppendShares(dst []byte, v float64) (both []byte, second int) {
	places := func(text []byte) int {
		if i := bytes.IndexByte(text, '.'); i >= 0 && !strings.Contains(string(text), "·") {
			return len(text) - i - 1
		}
		return fewestDecimals
	}
	from := len(dst)
	dst = AppendPadded(dst, v)
	d := places(dst[from:])
	n := len(dst)
	dst = AppendPadded(dst, 1-v)
	d = max(d, places(dst[n:]))
	dst = appendTold(dst[:from], v, d, padded)
	n = len(dst)
	return appendTold(dst, 1-v, d, padded), n
}

// trimmed is a decimal without the zeros at its end.
func trimmed(dst []byte) []byte {
	n := len(dst)
	for dst[n-1] == '0' {
		n--
	}
	if dst[n-1] == '.' {
		n--
	}
	return dst[:n]
}

// halfway reports whether v ends in a 5 behind so many decimals.
func halfway(v float64, decimals int) bool {
	u := math.Abs(v) * math.Pow10(decimals)
	return math.Abs(u-math.Floor(u)-0.5) <= same*u
}

// Told is v in words, told from others that stand beside it, with at least two
// decimals.
func Told(v float64, others ...float64) string {
	return string(appendTold(nil, v, apart(v, others...), padded))
}

// appendBeside writes a whole number and by how little another differs from it.
func appendBeside(dst []byte, whole, d float64, how manner) []byte {
	switch {
	case d == 0 && how == short:
		return AppendNumber(dst, whole, 0)
	case d == 0:
		return AppendNumber(dst, whole, fewestDecimals)
	case whole == 0:
		return appendPower(dst, d)
	case d < 0:
		return appendPower(append(AppendNumber(dst, whole, 0), " − "...), -d)
	}
	return appendPower(append(AppendNumber(dst, whole, 0), " + "...), d)
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
	text := strconv.AppendFloat(store[:0], v, 'e', 1, 64)
	e := bytes.IndexByte(text, 'e')
	digits, power := text[:e], text[e+1:]
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
