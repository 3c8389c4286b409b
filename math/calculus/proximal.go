package calculus

// Proximal is the proximal point of f at x with step t > 0: the y of an interval with
// x in it at which f(y) + (y − x)²/(2t) is least. For convex f it is the one y with
//
//	(x − y)/t ∈ ∂f(y)
//
// (Moreau, Proximité et dualité dans un espace hilbertien, 1965; Parikh and Boyd,
// Proximal Algorithms, 2014, section 3.2), and a corner is hit exactly. It reports false
// where f is not known to be convex, where t is not positive, and where y is not in the
// interval.
func (f Function) Proximal(x, t float64, in Interval) (y float64, ok bool) {
	if !f.Convex() || !(t > 0) || !in.Contains(x) {
		return 0, false
	}
	// toward is the side of y on which the least value is: −1, 1, or 0 if it is at y.
	toward := func(y float64) float64 {
		switch pull := (y - x) / t; {
		case f.Right(y)+pull < 0:
			return 1
		case f.Left(y)+pull > 0:
			return -1
		}
		return 0
	}
	dir := toward(x)
	if dir == 0 {
		return x, true
	}
	for _, b := range f.places() {
		if in.Contains(b) && (b-x)*dir > 0 && toward(b) == 0 {
			return b, true
		}
	}
	near, far := x, in.Hi
	if dir < 0 {
		far = in.Lo
	}
	switch side := toward(far); side {
	case 0:
		return far, true
	case dir:
		return 0, false
	}
	for range 200 {
		mid := near + (far-near)/2
		if mid == near || mid == far {
			break
		}
		if toward(mid) == dir {
			near = mid
		} else {
			far = mid
		}
	}
	y = far
	if s, smooth := f.Derivative(y); smooth { // exact where f is straight there
		if z := x - t*s; f.Left(z) == s && f.Right(z) == s {
			y = z
		}
	}
	return y, true
}
