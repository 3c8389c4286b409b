package pieces

// A Refusal says why a formula cannot be shown.
type Refusal struct {
	Reason   Reason
	From, To float64 // where
}

// A Reason is what keeps a formula from being shown.
type Reason uint8

// The reasons.
const (
	NoValue       Reason = iota // on an interval
	NotIntegrable               // at a point: no distribution by itself
	TooManyBreaks               // on an interval
	TooLong                     // once it is written out
	Undecided                   // at a point: how it behaves beside it
	Staircase                   // the Cantor function as a part: Cut does not refuse it, but its pairings are not known
)
