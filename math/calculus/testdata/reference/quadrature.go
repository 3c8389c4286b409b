package main

// A point of the tanh-sinh rule on an interval of length 1: its distances from
// both ends and its weight, each to full relative accuracy.
//
//	x = 1/(1 + e^{−2q}),  q = (π/2)·sinh s,  s = k·step
type point struct{ low, high, weight number }

var rules = map[int][]point{}

// rule has the step 2^−level.
func rule(level int) []point {
	if points, ok := rules[level]; ok {
		return points
	}
	var points []point
	step := of(1)
	step.SetMantExp(step, -level)
	for k := 0; ; k++ {
		e := exp(mul(step, of(float64(k))))
		sinh, cosh := half(sub(e, div(of(1), e))), half(add(e, div(of(1), e)))
		t := exp(neg(mul(π, sinh))) // e^{−2q}
		sum := add(of(1), t)
		near, far := div(t, sum), div(of(1), sum)
		weight := mul(mul(mul(π, cosh), step), mul(near, far))
		if below(weight, of(1), 95) {
			break
		}
		points = append(points, point{far, near, weight})
		if k > 0 {
			points = append(points, point{near, far, weight})
		}
	}
	rules[level] = points
	return points
}

// sides are −∫ fφ′, ∫ f′φ and ∫ |fφ′|.
type sides [3]number

// integrate sums the integrands over [a, b], halving the step until all three
// agree to 45 digits of the third, the scale.
func integrate(at func(x, fromA, toB number) sides, a, b number) sides {
	length := sub(b, a)
	var before sides
	for level := 4; ; level++ {
		now := sides{zero(), zero(), zero()}
		for _, p := range rule(level) {
			fromA, toB := mul(length, p.low), mul(length, p.high)
			x := add(a, fromA)
			if p.high.Cmp(p.low) < 0 {
				x = sub(b, toB)
			}
			for i, v := range at(x, fromA, toB) {
				now[i] = add(now[i], mul(v, p.weight))
			}
		}
		good := level > 4
		for i := range now {
			now[i] = mul(now[i], length)
			good = good && below(sub(now[i], before[i]), now[2], 45)
		}
		if good {
			return now
		}
		if level == 11 {
			panic("reference: no convergence")
		}
		before = now
	}
}
