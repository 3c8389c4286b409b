// Command reference prints both sides of −∫ f φ′ = ⟨f′, φ⟩ to 40 digits, for
// the catalogue and probes that cover, straddle, touch and miss the breaks. It
// shares nothing with the package: 320-bit numbers, its own exp and log,
// tanh-sinh quadrature in x, and Taylor series with the moments of the Cantor
// measure. Run it in this folder, it takes about two minutes:
//
//	go run . > ../reference.txt
package main

import (
	"bufio"
	"fmt"
	"os"
)

type function struct {
	name      string
	parameter float64
	value     func(x number) number
	slope     func(x number) number
	jump      float64 // of the values at 0
}

func bent(name string, a, b, parameter float64) function {
	pick := func(x number) number {
		if x.Sign() < 0 {
			return of(a)
		}
		return of(b)
	}
	return function{name, parameter, func(x number) number { return mul(pick(x), x) }, pick, 0}
}

func soft(β float64) function {
	b := of(β)
	return function{"softplus", β,
		func(x number) number {
			y := mul(b, x)
			l := log1p(exp(neg(abs(y))))
			if y.Sign() > 0 {
				l = add(l, y)
			}
			return div(l, b)
		},
		func(x number) number { return div(of(1), add(of(1), exp(neg(mul(b, x))))) }, 0}
}

func catalogue() []function {
	step := func(x number) number { return of(float64((1 + x.Sign()) / 2)) }
	return []function{
		bent("relu", 0, 1, 0), bent("leaky", 0.1, 1, 0.1), bent("abs", -1, 1, 0), bent("minusabs", 1, -1, 0),
		soft(0.5), soft(4), soft(64),
		{"square", 0, func(x number) number { return mul(x, x) },
			func(x number) number { return mul(of(2), x) }, 0},
		{"cube", 0, func(x number) number { return mul(x, mul(x, x)) },
			func(x number) number { return mul(of(3), mul(x, x)) }, 0},
		{"heaviside", 0, step, func(number) number { return zero() }, 1},
		{"sqrtabs", 0, func(x number) number { return sqrt(abs(x)) },
			func(x number) number { return div(of(0.5*float64(x.Sign())), sqrt(abs(x))) }, 0},
		bent("kink", -1, 1, -1), bent("kink", 0.5, 1, 0.5), bent("kink", 2, 1, 2),
	}
}

// Probes: centre and half-width, as float64.
var probes = [][2]float64{
	{0.8, 1.4}, {-0.35, 1.4}, {0, 0.05}, {0, 3}, {0.3, 3}, {-0.04, 0.05}, {1.25, 2.5},
	{3, 0.05}, {-3, 0.05}, {0.5, 0.05}, {0.34, 0.07}, {3, 2.9}, {-3, 2.9}, // beside the break
	{1.4, 1.4}, {-1.4, 1.4}, {-3, 3}, {3, 3}, {-0.05, 0.05}, {2, 1}, {0.75, 0.25}, // touching
	{-1, 1.03}, {-1, 1.002}, {1, 1.002}, {-2.9, 2.95}, {1.2, 0.21}, {2.5, 1.502}, // just over it
}

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	fmt.Fprintln(out, "# −∫ f φ′ and ∫ |f φ′|; written by testdata/reference")
	fmt.Fprintln(out, "# function parameter c w pairing scale")
	one := func(number) number { return of(1) }
	mass := pair(function{value: one, slope: one}, zero(), of(1))
	fmt.Fprintf(out, "mass 0 0 1 %.40g %.40g\n", mass[1], mass[1])
	line := func(name string, parameter float64, at [2]float64, pairing, scale number) {
		fmt.Fprintf(out, "%s %v %v %v %.40g %.40g\n", name, parameter, at[0], at[1], pairing, scale)
	}
	for _, f := range catalogue() {
		for _, at := range probes {
			s := pair(f, of(at[0]), of(at[1]))
			if !below(sub(s[0], s[1]), s[2], 42) {
				panic("reference: the two sides differ for " + f.name)
			}
			line(f.name, f.parameter, at, s[0], s[2])
		}
	}
	for _, at := range probes {
		// ∫|cφ′| = 2c(C) − ∫_{x<C} φ dμ + ∫_{x>C} φ dμ, as φ(C) = 1.
		left, right := cantor(of(at[0]), of(at[1]))
		scale := add(mul(of(2), staircase(of(at[0]))), sub(right, left))
		line("cantor", 0, at, add(left, right), scale)
	}
}

// pair integrates over the support, cut at 0 and at the centre.
func pair(f function, c, w number) sides {
	lo, hi := sub(c, w), add(c, w)
	cuts := []number{lo}
	for _, x := range []number{zero(), c} {
		if c.Sign() < 0 {
			x = sub(c, x) // the lower one first
		}
		if x.Cmp(cuts[len(cuts)-1]) > 0 && x.Cmp(hi) < 0 {
			cuts = append(cuts, x)
		}
	}
	cuts = append(cuts, hi)
	total := sides{zero(), zero(), zero()}
	for i := range cuts[1:] {
		for j, v := range integrate(bump(f, c, w), cuts[i], cuts[i+1]) {
			total[j] = add(total[j], v)
		}
	}
	if v := depth(zero(), c, w); f.jump != 0 && v != nil {
		total[1] = add(total[1], mul(of(f.jump), exp(neg(v))))
	}
	return total
}

// bump makes the integrands of f against the probe:
// φ = e^{−v}, φ′ = −2(x − c)w²/((w − d)(w + d))²·φ with d = x − c.
func bump(f function, c, w number) func(x, fromA, toB number) sides {
	return func(x, _, _ number) sides {
		v := depth(x, c, w)
		if v == nil || v.Cmp(of(3000)) > 0 {
			return sides{zero(), zero(), zero()}
		}
		φ := exp(neg(v))
		d := sub(x, c)
		r := div(w, mul(sub(w, d), add(w, d)))
		slope := mul(mul(of(-2), d), mul(φ, mul(r, r)))
		by := neg(mul(f.value(x), slope))
		return sides{by, mul(f.slope(x), φ), abs(by)}
	}
}
