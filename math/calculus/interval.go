package calculus

// An Interval is the closed interval [Lo, Hi] of ℝ, where an infinite bound
// means no bound. It is empty if and only if Lo > Hi; the zero value is
// the single point 0.
type Interval struct{ Lo, Hi float64 }

// Empty reports whether no number lies in the interval.
func (i Interval) Empty() bool { return i.Lo > i.Hi }

// Contains reports whether v ∈ [Lo, Hi]. NaN lies in no interval.
func (i Interval) Contains(v float64) bool { return i.Lo <= v && v <= i.Hi }

// Width is Hi − Lo, and 0 for an empty interval.
func (i Interval) Width() float64 {
	if i.Empty() {
		return 0
	}
	return i.Hi - i.Lo
}

// clamp is the point of the interval nearest to v, and otherwise if v is NaN.
func (i Interval) clamp(v, otherwise float64) float64 {
	if v != v {
		return otherwise
	}
	return min(max(v, i.Lo), i.Hi)
}
