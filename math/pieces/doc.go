// Package pieces cuts a formula at its breaks into smooth pieces, and tells how it
// behaves at each of them.
//
// A formula may switch: |u|, max, sign, conditions, steps; or lose its smoothness
// where a root, a power, a logarithm or a quotient has the argument 0. Each of these
// has an argument u, and breaks are among the zeros of u. They are isolated by
// interval arithmetic, not by sampling: an interval in which an enclosure of u does
// not meet 0 has none, and one in which an enclosure of u′ does not has at most
// one. Arguments are taken in the order of evaluation, so that between the breaks
// found so far the next argument is smooth.
//
// What a formula does at a break is read off a short series on each side,
//
//	f = Σ cₖ t^eₖ (ln t)^mₖ,  t = |x − b|,
//
// computed by the rules of series through every operation, and not from small
// steps. A coefficient that its own rounding error could make 0 counts as 0.
//
// Sources: R. E. Moore, R. B. Kearfott, M. J. Cloud, Introduction to Interval
// Analysis (2009), chapters 5 and 8 (enclosures of slopes, isolation of zeros);
// D. E. Knuth, The Art of Computer Programming 2, §4.7 (arithmetic of power
// series).
package pieces
