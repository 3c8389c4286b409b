package scene

// style holds the sizes of one layout, in CSS pixels.
type style struct {
	word, math, tick  float64 // font sizes of plot words, plot formulas, ticks
	graph, object     float64 // stroke widths: the graph and φ; the derivative's graph
	axis              float64
	handle, halo, hit float64 // a handle's radius, its halo's radius, its hit area's side
	lattice           float64 // radius of a lattice dot
	fan               int     // lines in a fan
	inside            bool    // labels of curves stand inside the plot, not right of it
	small             bool    // leave out what is only pleasant
}

// styles has a row for each layout at scale 1.
func styles(l Layout) style {
	switch l {
	case Desktop, Medium:
		return style{word: 16, math: 20, tick: 14, graph: 3, object: 3.2, axis: 1.2, handle: 9, halo: 17, hit: 44, lattice: 1.3, fan: 11}
	case Phone:
		return style{word: 14.5, math: 18, tick: 13, graph: 2.6, object: 2.8, axis: 1.2, handle: 10, halo: 18, hit: 44, lattice: 1.1, fan: 11, inside: true, small: true}
	case Projector:
		return style{word: 30, math: 38, tick: 26, graph: 5, object: 5.6, axis: 2, handle: 15, halo: 23, hit: 64, lattice: 2.2, fan: 11}
	default: // Embed, Short
		return style{word: 14, math: 17, tick: 12.5, graph: 2.4, object: 2.6, axis: 1.2, handle: 8, halo: 16, hit: 44, lattice: 1.1, fan: 11, inside: true, small: true}
	}
}

// scaled returns the style with every length multiplied by k.
func (s style) scaled(k float64) style {
	for _, v := range []*float64{&s.word, &s.math, &s.tick, &s.graph, &s.object, &s.axis, &s.handle, &s.halo, &s.hit, &s.lattice} {
		*v *= k
	}
	return s
}

// Derived widths, all in terms of the graph's own.
func (s style) selected() float64 { return s.graph * 1.25 } // the line with slope g
func (s style) thin() float64     { return s.graph * 1.1 / 3 }
func (s style) band() float64     { return s.graph * 4.6 }
func (s style) segment() float64  { return s.object * 2.1 } // the filled interval of ∂f
func (s style) open() float64     { return s.handle * 0.78 }
func (s style) openW() float64    { return s.object * 0.85 }

//go:noinline
func (s style) dash() Dash { return Dash{s.graph * 2.6, s.graph * 2} }
func (s style) dots() Dash { return Dash{1.5 * s.axis / 1.2, 4.5 * s.axis / 1.2} }
