package main

import "math/big"

// digits of working precision: 320 bits are 96 decimal digits.
const precision = 320

type number = *big.Float

func of(x float64) number { return new(big.Float).SetPrec(precision).SetFloat64(x) }
func zero() number        { return of(0) }

func add(a, b number) number { return zero().Add(a, b) }
func sub(a, b number) number { return zero().Sub(a, b) }
func mul(a, b number) number { return zero().Mul(a, b) }
func div(a, b number) number { return zero().Quo(a, b) }
func neg(a number) number    { return zero().Neg(a) }
func abs(a number) number    { return zero().Abs(a) }
func sqrt(a number) number   { return zero().Sqrt(a) }

func half(a number) number { return zero().SetMantExp(a, -1) }

// below reports |a| < 10^−digits · |b|.
func below(a, b number, digits int) bool {
	if a.Sign() == 0 {
		return true
	}
	if b.Sign() == 0 {
		return false
	}
	return float64(a.MantExp(nil)-b.MantExp(nil)) < -float64(digits)*3.3219281
}

// atanh z = z + z³/3 + z⁵/5 + …, for |z| ≤ 1/2.
func atanh(z number) number {
	sum, term, square := zero().Set(z), zero().Set(z), mul(z, z)
	for k := 3; !below(term, sum, 100); k += 2 {
		term = mul(term, square)
		sum = add(sum, div(term, of(float64(k))))
	}
	return sum
}

// log 2 = 2·atanh(1/3)
var ln2 = mul(of(2), atanh(div(of(1), of(3))))

// exp x = 2ᵏ·(e^{r/2²⁰})^{2²⁰} with x = k·log 2 + r; 64 guard bits pay for the
// squarings.
func exp(x number) number {
	const guard, squarings = precision + 64, 20
	if x.Sign() == 0 {
		return of(1)
	}
	q, _ := div(x, ln2).Float64()
	if q < -1e8 {
		return zero()
	}
	k := int(q)
	wide := func() number { return new(big.Float).SetPrec(guard) }
	r := wide().Sub(x, wide().Mul(ln2, wide().SetInt64(int64(k))))
	r.SetMantExp(r, -squarings)
	sum, term := wide().SetInt64(1), wide().SetInt64(1)
	for n := int64(1); n < 40; n++ {
		term.Mul(term, r)
		term.Quo(term, wide().SetInt64(n))
		sum.Add(sum, term)
	}
	for range squarings {
		sum.Mul(sum, sum)
	}
	return zero().SetMantExp(sum, k)
}

// log1p z = log(1 + z), z ≥ 0, by log(1 + z) = 2·atanh(z/(2 + z)) where z is
// small, else after dividing 1 + z by a power of 2.
func log1p(z number) number {
	y := add(of(1), z)
	k := 0
	if z.Cmp(of(0.5)) > 0 {
		k = y.MantExp(nil)
		y = zero().SetMantExp(y, -k)
		z = sub(y, of(1))
	}
	l := mul(of(2), atanh(div(z, add(of(2), z))))
	return add(l, mul(ln2, of(float64(k))))
}

// π = 16·atan(1/5) − 4·atan(1/239), Machin.
var π = sub(mul(of(16), arcCot(5)), mul(of(4), arcCot(239)))

func arcCot(n float64) number {
	sum, term := div(of(1), of(n)), div(of(1), of(n))
	for k := 3; !below(term, sum, 100); k += 2 {
		term = neg(div(term, of(n*n)))
		sum = add(sum, div(term, of(float64(k))))
	}
	return sum
}
