package pieces

// taylor fills in the coefficients of the function about c,
//
//	f(c + h) = Σ aₖ hᵏ.
//
// Each is found from the differential equation of the function.
func taylor(o op, c float64, a *[kept + 1]float64) {
	a[0], a[1], _ = smooth(o, c)
	switch o {
	case expo: // y′ = y
		for k := 2; k <= kept; k++ {
			a[k] = a[k-1] / float64(k)
		}
	case logarithm: // y′ = 1/(c + h)
		for k := 2; k <= kept; k++ {
			a[k] = -a[k-1] * float64(k-1) / (float64(k) * c)
		}
	case sine, cosine: // y″ = −y
		for k := 2; k <= kept; k++ {
			a[k] = -a[k-2] / float64(k*(k-1))
		}
	case arctan: // y′ = 1/(1 + c² + 2ch + h²)
		r, before, q := a[1], 0.0, 1+c*c
		for k := 1; k < kept; k++ {
			r, before = -(2*c*r+before)/q, r
			a[k+1] = r / float64(k+1)
		}
	case tanh: // y′ = 1 − y²
		quadratic(a, 0, -1)
	case sigmoid: // y′ = y − y²
		quadratic(a, 1, -1)
	case softplus: // y′ is the sigmoid
		var s [kept + 1]float64
		taylor(sigmoid, c, &s)
		for k := 2; k <= kept; k++ {
			a[k] = s[k-1] / float64(k)
		}
	}
}

// quadratic goes on with a solution of y′ = c + line·y + square·y², of which a[0] and
// a[1] are there: the constant c counts in a[1] alone.
func quadratic(a *[kept + 1]float64, line, square float64) {
	for k := 1; k < kept; k++ {
		sum := line * a[k]
		for i := 0; i <= k; i++ {
			sum += square * a[i] * a[k-i]
		}
		a[k+1] = sum / float64(k+1)
	}
}
