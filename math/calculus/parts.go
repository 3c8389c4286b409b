package calculus

// A Part is the pairing on one stretch (Lo, Hi) of the support, over which f
// is one piece. Integrating by parts there,
//
//	−∫ f φ′ = f(Lo+)·φ(Lo) − f(Hi−)·φ(Hi) + ∫ f′ φ,
//	ByParts = BoundaryLo − BoundaryHi + Direct,
//
// up to rounding. An atom of f′ at a break belongs to neither side: it is what
// the boundary terms of neighbours leave there.
type Part struct {
	Lo, Hi     float64 // neighbouring breaks or edges of the support
	ByParts    float64 // −∫ f φ′ over (Lo, Hi)
	BoundaryLo float64 // f(Lo+)·φ(Lo), 0 at an edge of the support
	BoundaryHi float64 // f(Hi−)·φ(Hi), 0 at an edge of the support
	Direct     float64 // ∫ f′ φ over (Lo, Hi), the singular part included
}

// AppendParts appends ByParts and Direct cut at the breaks inside the support, from left
// to right; nothing for the zero probe.
func (f Function) AppendParts(dst []Part, p Probe) []Part {
	if !p.Valid() {
		return dst
	}
	b := bump{p.Bump()}
	places := f.places()
	for i := range len(places) + 1 {
		from, to := ends(places, i)
		part := Part{Lo: max(from, p.Lo()), Hi: min(to, p.Hi())}
		if part.Lo >= part.Hi {
			continue
		}
		part.ByParts = f.integrated(byParts, &b, from, to)
		part.Direct = f.integrated(direct, &b, from, to)
		if from > p.Lo() {
			part.BoundaryLo = f.RightValue(from) * b.Value(from)
		}
		if to < p.Hi() {
			part.BoundaryHi = f.LeftValue(to) * b.Value(to)
		}
		dst = append(dst, part)
	}
	return dst
}

// AreaByParts is −∫ f φ′ over the stretch (from, to) of the line, from < to, point masses
// left aside: the area under what is integrated. It is 0 for the zero probe, and NaN where
// the stretch cuts the staircase of the Cantor function.
func (f Function) AreaByParts(p Probe, from, to float64) float64 {
	return f.area(byParts, p, from, to)
}

// AreaDirect is ∫ f′ φ over the stretch, likewise, and NaN too where it meets a Pole.
func (f Function) AreaDirect(p Probe, from, to float64) float64 {
	return f.area(direct, p, from, to)
}

func (f *Function) area(q quantity, p Probe, from, to float64) float64 {
	if !p.Valid() {
		return 0
	}
	b := bump{p.Bump()}
	return f.integrated(q, &b, from, to)
}
