package scene

import (
	"bytes"
	"math"

	"relu-three-ways/render/figure"
	"relu-three-ways/render/formula"
)

// Live numbers are written into a store of the frame, as its points are, and
// not into strings: a hand that drags changes them all at every frame.

// written is what was written into the store since it had n bytes.
func (f *Frame) written(n int) []byte { return f.digits[n:len(f.digits):len(f.digits)] }

// num writes a number with the given number of decimals.
func (f *Frame) num(v float64, decimals int) []byte {
	n := len(f.digits)
	f.digits = figure.AppendNumber(f.digits, v, decimals)
	return f.written(n)
}

// real writes a number as some function does.
//
//go:noinline
func (f *Frame) real(write func([]byte, float64) []byte, v float64) []byte {
	n := len(f.digits)
	f.digits = write(f.digits, v)
	return f.written(n)
}

// ofModel writes a number of the model.
//
//go:noinline
func (f *Frame) ofModel(write func([]byte, figure.Model) []byte) []byte {
	n := len(f.digits)
	f.digits = write(f.digits, f.m)
	return f.written(n)
}

// short writes a number as briefly as can be.
//
//go:noinline
func (f *Frame) short(v float64) []byte { return f.real(figure.AppendShort, v) }

// padded writes a number that changes under a hand.
//
//go:noinline
func (f *Frame) padded(v float64) []byte { return f.real(figure.AppendPadded, v) }

// partNumber writes a part of a pairing.
func (f *Frame) partNumber(v float64) []byte {
	return f.real(figure.AppendPairing, f.f.SettledPart(v, f.probe))
}

// pairingNumber writes what f′ does to the probe.
func (f *Frame) pairingNumber(v float64) []byte {
	return f.real(figure.AppendPairing, f.f.Settled(v, f.probe))
}

// triedSlope writes the slope that is tried.
//
//go:noinline
func (f *Frame) triedSlope() []byte { return f.ofModel(figure.AppendTried) }

// smoothedSlope writes the slope of the smoothed graph at 0.
//
//go:noinline
func (f *Frame) smoothedSlope() []byte { return f.ofModel(figure.AppendSmoothed) }

// share writes how much of the mollifier is left of 0.
func (f *Frame) share() []byte { return f.ofModel(figure.AppendShare) }

// times writes what stands before a symbol that it multiplies.
func (f *Frame) times(v float64) []byte {
	n := len(f.digits)
	f.digits = figure.AppendTimes(f.digits, v, "")
	return f.written(n)
}

// factor writes a number of a product with two decimals: one numeral, which reads
// as 0 only if it is.
func (f *Frame) factor(v float64) []byte {
	if v != 0 && math.Abs(v) < 0.005 {
		return f.padded(v)
	}
	return f.num(v, 2)
}

// sharesOf writes v and 1 − v, which add up as they read.
func (f *Frame) sharesOf(v float64) (a, b []byte) {
	n, second := len(f.digits), 0
	f.digits, second = figure.AppendShares(f.digits, v)
	all := f.written(n)
	a, b = all[:second-n:second-n], all[second-n:]
	if bytes.IndexByte(b, ' ') >= 0 { // 1 − 10⁻⁷, of which H is a multiple
		b = f.around("(", b, ")")
	}
	return a, b
}

// around writes a text between two others.
//
//go:noinline
func (f *Frame) around(before string, text []byte, after string) []byte {
	n := len(f.digits)
	f.digits = append(append(append(f.digits, before...), text...), after...)
	return f.written(n)
}

// slot fills a slot of a formula.
//
//go:noinline
func slot(name string, text []byte) formula.Live { return formula.Live{Slot: name, Text: text} }

// lives keeps the slots of a formula in the frame's own store.
//
//go:noinline
func (f *Frame) lives(slots ...formula.Live) []formula.Live {
	n := len(f.live)
	f.live = append(f.live, slots...)
	return f.live[n:len(f.live):len(f.live)]
}

// width is how wide a number is at em pixels to the em.
//
//go:noinline
func (f *Frame) width(text []byte, em float64) float64 { return f.set.TextWidth(text, em) }
