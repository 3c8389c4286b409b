package pieces

import "math"

// taylor fills in the coefficients of the function about c,
//
//	f(c + h) = Σ aₖ hᵏ.
//
// Each is found from the differential equation of the function.
func taylor(o op, c float64, a *[kept + 1]float64) {
	switch o {
	case expo: // y′ = y
		a[0] = math.Exp(c)
		for k := 1; k <= kept; k++ {
			a[k] = a[k-1] / float64(k)
		}
	case logarithm: // y′ = 1/(c + h)
		a[0] = math.Log(c)
		r := 1 / c
		for k := 1; k <= kept; k++ {
			a[k] = r / float64(k)
			r /= -c
		}
	case sine, cosine: // y″ = −y
		s, cos := math.Sincos(c)
		a[0], a[1] = s, cos
		if o == cosine {
			a[0], a[1] = cos, -s
		}
		for k := 2; k <= kept; k++ {
			a[k] = -a[k-2] / float64(k*(k-1))
		}
	case arctan: // y′ = 1/(1 + c² + 2ch + h²)
		a[0] = math.Atan(c)
		r, before, q := 1/(1+c*c), 0.0, 1+c*c
		for k := 1; k <= kept; k++ {
			a[k] = r / float64(k)
			r, before = -(2*c*r+before)/q, r
		}
	case tanh: // y′ = 1 − y²
		a[0] = math.Tanh(c)
		quadratic(a, 1/(math.Cosh(c)*math.Cosh(c)), -1)
	case sigmoid: // y′ = y − y²
		logistic(c, a)
	case softplus: // y′ = sigmoid
		var s [kept + 1]float64
		logistic(c, &s)
		a[0] = max(c, 0) + math.Log1p(math.Exp(-math.Abs(c)))
		for k := 1; k <= kept; k++ {
			a[k] = s[k-1] / float64(k)
		}
	}
}

func logistic(c float64, a *[kept + 1]float64) {
	e := math.Exp(-math.Abs(c))
	a[0] = 1 / (1 + e)
	if c < 0 {
		a[0] = e / (1 + e)
	}
	// y′ = y − y², and (y′)′ = y′·(1 − 2y) keeps the accuracy of a[1].
	a[1] = e / ((1 + e) * (1 + e))
	for k := 1; k < kept; k++ {
		sum := a[k]
		for i := 0; i <= k; i++ {
			sum -= a[i] * a[k-i]
		}
		a[k+1] = sum / float64(k+1)
	}
}

// quadratic solves y′ = first + … where y″ = 2·square·y·y′.
func quadratic(a *[kept + 1]float64, first, square float64) {
	a[1] = first
	for k := 1; k < kept; k++ {
		sum := 0.0
		for i := 0; i <= k; i++ {
			sum += square * a[i] * a[k-i]
		}
		a[k+1] = sum / float64(k+1)
	}
}
