// Package calculus differentiates functions of one real variable in three
// ways and lets the answers be compared.
//
// A function is a list of pieces, each a law such as k·x + b, and the breaks
// between them. Nothing else is stated about it: values, one-sided slopes,
// convexity, the subdifferentials and the distributional derivative all follow
// from that one list, so that they cannot contradict each other.
//
// Everything is without units: x, f(x) and slopes are real numbers in float64.
// At a jump a function is continuous from the right, so H(0) = 1; the
// distributional derivative does not see this choice.
//
// Sources: R. T. Rockafellar, Convex Analysis, §§23–24 (subdifferential,
// one-sided derivatives); F. H. Clarke, Optimization and Nonsmooth Analysis,
// §2 (generalised gradient); L. Hörmander, The Analysis of Linear Partial
// Differential Operators I, §§1.2, 2 and 3.1 (test functions, distributions
// and their derivatives).
package calculus
