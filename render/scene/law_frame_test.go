package scene

import "math"

// plotsOf are the panels of a frame.
func plotsOf(f *Frame) []panel { return f.plots }

// plotOf is the panel that a mark says it is in, from 1, or 0.
func plotOf(m *Mark) int { return int(m.Plot) }

// unitsOf are the pixels of a unit of x and of y.
func unitsOf(a panel) (float64, float64) { return a.ux, a.uy }

// labelsOf are the labels of a frame.
func labelsOf(dst []placed, f *Frame) []placed {
	from := len(dst)
	for _, n := range f.named {
		if n.key == "" {
			continue
		}
		nth := 0
		for _, o := range dst[from:] {
			if o.key == n.key && o.line == n.line {
				nth++
			}
		}
		dst = append(dst, placed{key: n.key, line: n.line, nth: nth, box: n.box, anchor: n.anchor, shown: n.shown})
	}
	return dst
}

// unitOf is how many px a handle moves for a unit of its value.
func unitOf(s Spot) float64 {
	switch u, v := math.Abs(s.move.ux), math.Abs(s.move.uy); {
	case v == 0:
		return u
	case u == 0:
		return v
	default:
		return min(u, v)
	}
}
