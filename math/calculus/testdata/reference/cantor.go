package main

// The Cantor measure μ is half its copy on [0, 1/3] and half its copy on
// [2/3, 1]. About the centre, with y = 2x − 1, its moments M_k = ∫ yᵏ dμ are 0
// for odd k and satisfy, as y ↦ (y ± 2)/3,
//
//	M_k = 3^{−k} Σ_j C(k, j)·2^{k−j}·M_j  over even j.
const terms = 90

var moments = cantorMoments()

func cantorMoments() []number {
	m := []number{of(1)}
	power := of(1) // 3ᵏ
	row := []number{of(1)}
	for k := 1; k < terms; k++ {
		power = mul(power, of(3))
		next := []number{of(1)}
		for j := 1; j < k; j++ {
			next = append(next, add(row[j-1], row[j]))
		}
		row = append(next, of(1))
		sum, two := zero(), of(1)
		for j := k - 1; j >= 0; j-- {
			two = mul(two, of(2))
			if (k-j)%2 == 0 {
				sum = add(sum, mul(mul(row[j], two), m[j]))
			}
		}
		m = append(m, div(sum, sub(power, of(1))))
	}
	return m
}

// bumpSeries is the Taylor series of φ(x0 + s·y) in y, from
// φ = e·e^{−g}, g = 1/(1 − u²), u = u0 + d·y.
func bumpSeries(u0, d number) []number {
	// n = 1 − u² = n0 + n1·y + n2·y²
	n0, n1, n2 := sub(of(1), mul(u0, u0)), neg(mul(of(2), mul(u0, d))), neg(mul(d, d))
	g := make([]number, terms)
	for k := range g {
		s := zero()
		if k == 0 {
			s = of(1)
		}
		if k >= 1 {
			s = sub(s, mul(n1, g[k-1]))
		}
		if k >= 2 {
			s = sub(s, mul(n2, g[k-2]))
		}
		g[k] = div(s, n0)
	}
	φ := make([]number, terms)
	φ[0] = exp(sub(of(1), g[0]))
	for k := 1; k < terms; k++ {
		s := zero()
		for j := 1; j <= k; j++ {
			s = sub(s, mul(mul(of(float64(j)), g[j]), φ[k-j]))
		}
		φ[k] = div(s, of(float64(k)))
	}
	return φ
}

// A triad is the interval [a, a + l] of the construction with its mass.
type triad struct{ a, l, mass number }

// cantor is ∫ φ dμ over x < c and over x > c.
func cantor(c, w number) (left, right number) {
	left, right = zero(), zero()
	nearest := zero().Set(c)
	if c.Sign() < 0 {
		nearest = zero()
	} else if c.Cmp(of(1)) > 0 {
		nearest = of(1)
	}
	least := depth(nearest, c, w)
	if least == nil {
		return left, right
	}
	limit, largest := add(least, of(160)), exp(neg(least))
	var descend func(t triad)
	descend = func(t triad) {
		end := add(t.a, t.l)
		inside := t.a.Cmp(c) < 0 && c.Cmp(end) < 0
		closest := zero().Set(c)
		if c.Cmp(t.a) <= 0 {
			closest = t.a
		} else if c.Cmp(end) >= 0 {
			closest = end
		}
		v := depth(closest, c, w)
		if v == nil || v.Cmp(limit) > 0 || below(t.mass, of(1), 60) {
			return
		}
		mid, reach := add(t.a, half(t.l)), half(t.l)
		room := sub(w, abs(sub(mid, c))) // to the nearer edge of the support
		var series []number
		if !inside && mul(reach, of(8)).Cmp(room) < 0 {
			series = bumpSeries(div(sub(mid, c), w), div(reach, w))
		}
		if series != nil && below(series[terms-1], largest, 50) && below(series[terms-2], largest, 50) {
			sum := zero()
			for k := 0; k < terms; k += 2 {
				sum = add(sum, mul(series[k], moments[k]))
			}
			sum = mul(sum, t.mass)
			if mid.Cmp(c) < 0 {
				left = add(left, sum)
			} else {
				right = add(right, sum)
			}
			return
		}
		third := div(t.l, of(3))
		descend(triad{t.a, third, half(t.mass)})
		descend(triad{sub(end, third), third, half(t.mass)})
	}
	descend(triad{zero(), of(1), of(1)})
	return left, right
}

// depth is v of φ = e^{−v}, nil off the support.
func depth(x, c, w number) number {
	d := sub(x, c)
	room := mul(sub(w, d), add(w, d))
	if room.Sign() <= 0 {
		return nil
	}
	return div(mul(d, d), room)
}

// staircase is the Cantor function, from the ternary digits of x.
func staircase(x number) number {
	if x.Sign() <= 0 {
		return zero()
	}
	if x.Cmp(of(1)) >= 0 {
		return of(1)
	}
	value, bit := zero(), of(0.5)
	for range 200 {
		x = mul(x, of(3))
		digit, _ := x.Int64()
		x = sub(x, of(float64(digit)))
		if digit > 0 {
			value = add(value, bit)
		}
		if digit == 1 {
			break
		}
		bit = half(bit)
	}
	return value
}
