package figure

import (
	"bytes"
	"math"
	"strconv"
)

// Number writes v with so many decimals, U+2212 as its minus, ±∞ as +∞ and −∞,
// "none" for NaN, and never −0.00.
func Number(v float64, decimals int) string { return string(AppendNumber(nil, v, decimals)) }

// Short writes v with two decimals at most and no zeros at the end: 1, −0.5,
// 0.42. If v is not whole but would read so, it gets as many decimals as tell
// it apart, six at most: 0.996, not 1.
func Short(v float64) string { return string(AppendShort(nil, v)) }

// Nonzero writes v with two decimals, or with as many more, six at most, as it
// needs so as not to read 0.00 when it is not 0: h near its end, x near 0.
func Nonzero(v float64) string { return string(AppendNonzero(nil, v)) }

// mostDecimals bounds the decimals that Short and Nonzero spend on telling a
// value from its neighbour.
const mostDecimals = 6

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
func AppendShort(dst []byte, v float64) []byte {
	if !finite(v) {
		return AppendNumber(dst, v, 0)
	}
	from := len(dst)
	for d := 2; ; d++ {
		dst = AppendNumber(dst[:from], v, d)
		dst = bytes.TrimRight(bytes.TrimRight(dst, "0"), ".") // there is a point: d > 0
		if bytes.IndexByte(dst[from:], '.') >= 0 || v == math.Trunc(v) || d == mostDecimals {
			return dst
		}
	}
}

// AppendNonzero is Nonzero at the end of dst.
func AppendNonzero(dst []byte, v float64) []byte {
	from := len(dst)
	for d := 2; ; d++ {
		dst = AppendNumber(dst[:from], v, d)
		if v == 0 || d == mostDecimals || !finite(v) || !zero(bytes.TrimPrefix(dst[from:], []byte("−"))) {
			return dst
		}
	}
}

// zero reports whether a number has no digit but 0.
func zero(digits []byte) bool {
	for _, d := range digits {
		if d != '0' && d != '.' {
			return false
		}
	}
	return true
}
