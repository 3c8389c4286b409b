package figure

import (
	"math"
	"strconv"

	"relu-three-ways/math/expression"
	"relu-three-ways/math/pieces"
	"relu-three-ways/render/lang"
)

// Mistake says what is wrong with a formula that was typed, and what to write
// instead.
func Mistake(e *expression.Error, l lang.Lang) Text {
	t := text(e.Problem.Template())
	for rest := t.pattern; ; {
		_, name, after, ok := slot(rest)
		if !ok {
			return t.in(l)
		}
		rest = after
		if name == "hint" {
			t = t.and(asTyped(e.Hint))
		} else {
			t = t.and(asTyped(e.Name))
		}
	}
}

// Refused says why a formula without mistakes cannot be shown, and what to write
// instead.
func Refused(r *pieces.Refusal, l lang.Lang) Text { return refused(r).in(l) }

func refused(r *pieces.Refusal) Text {
	x, lo, hi := num(r.From), to(r.From, r.To), to(r.To, r.From)
	switch r.Reason {
	case pieces.NoValue:
		if r.From <= -pieces.Edge && r.To >= pieces.Edge {
			return text("The formula is undefined everywhere between {lo} and {hi}. Write another one, such as max(0, x).", lo, hi)
		}
		return text("The formula is undefined between {lo} and {hi}. Give it values there, for example {hint}.", lo, hi, zeroed(r.From, r.To, 100))
	case pieces.NotIntegrable:
		return text("Near {x} the formula is not integrable, so it defines no distribution. Change it there, for example to {hint}.", x, beside(r.From))
	case pieces.Undecided:
		return text("How the formula behaves near {x} cannot be decided. Change it there, for example to {hint}.", x, beside(r.From))
	case pieces.TooManyBreaks:
		if r.From < r.To {
			return text("The formula has too many possible breaks between {lo} and {hi}. Write one with fewer jumps and corners.", lo, hi)
		}
		return text("The formula has too many possible breaks. Write one with fewer jumps and corners.")
	case pieces.Staircase:
		return text("The Cantor function can be shown by itself alone. Write {hint}.", asTyped("cantor(x)"))
	case pieces.TooLong:
		return text("The formula is too long once all its functions are written out. Write a shorter one.")
	}
	return text("The formula cannot be shown. Write another one, such as max(0, x).")
}

// beside is what to write for a formula that is to be changed near a point.
func beside(x float64) arg { return zeroed(x-0.1, x+0.1, 10) }

// zeroed is what to write for a formula that is to be 0 between two places: cases
// whose bounds are rounded away from each other, to so many parts of 1, or left out
// at the edge.
func zeroed(lo, hi, parts float64) arg {
	bound := func(v float64) string { return strconv.FormatFloat(v/parts+0, 'f', -1, 64) } // not −0
	lower, upper := bound(math.Floor(lo*parts+1e-9)), bound(math.Ceil(hi*parts-1e-9))
	switch {
	case lo <= -pieces.Edge:
		return asTyped("{x < " + upper + ": 0, …}")
	case hi >= pieces.Edge:
		return asTyped("{x > " + lower + ": 0, …}")
	}
	return asTyped("{" + lower + " < x < " + upper + ": 0, …}")
}
