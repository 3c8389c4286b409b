// Package calculus differentiates functions of one real variable in three
// ways and lets the answers be compared.
//
// A function is a list of pieces, each a law such as k·x + b or a formula without
// switches, and the breaks between them. Nothing else is stated about it: values,
// one-sided slopes, convexity, the subdifferentials and the distributional derivative
// all follow from that one list, so that they cannot contradict each other.
//
// # The three derivatives
//
// Pointwise, f′(x) = lim (f(x+h) − f(x))/h where the limit exists. Where it does
// not, there is no number to show: max(0, x) has the one-sided slopes 0 and 1 at 0.
// It needs continuity at x: sign(x)² has the value 0 and the limit 1 at 0, so no
// slope there, though its distributional derivative is 0.
//
// The subdifferential is the set ∂f(x) = {g : f(y) ≥ f(x) + g·(y − x) for all y}
// of the slopes of supporting lines; each of them is a subgradient. If f is convex
// it is [f′₋(x), f′₊(x)]. A point x is a minimiser of f if and only if 0 ∈ ∂f(x).
// It looks at the whole graph and depends on single values: ∂H(0) is empty for
// H(0) = 1 and {0} for H(0) = 0. Clarke's subdifferential, of a function that is
// Lipschitz near x, is the convex hull of the limits of f′(y) as y → x; at the
// corner of −|x| it is [−1, 1], where ∂f is empty, as it is on the straight parts.
// Where f is differentiable ∂f(x) is {f′(x)} or empty; to write f′(x) for {f′(x)},
// and to call the set the subgradient, is an abuse.
//
// The distributional derivative is the rule φ ↦ ⟨f′, φ⟩ := −∫ f φ′ for smooth φ of
// compact support. If {f′} is f′ where it exists, and [f](b) the jump at a break
// b, then f′ = {f′} + Σ [f](b) δ_b for a function whose pieces are absolutely
// continuous up to their ends: r′ = H for r(x) = max(0, x), and H′ = δ. If f′ is
// so on each piece, too, its one-sided limits are finite, and
//
//	f″ = {f″} + Σ [f′](b) δ_b + Σ [f](b) δ′_b;
//
// δ_b has the jump of the slope as its mass, and is not that jump. Else f″ need
// not be a measure: that of √|x| is a finite part. The Cantor function c is not
// absolutely continuous on [0, 1]: c(Σ 2aₖ/3ᵏ) = Σ aₖ/2ᵏ for aₖ in {0, 1}, and c is
// constant on each interval that holds no such point. So {c′} = 0, and yet c′ is a
// measure of mass 1, without atoms and without density.
//
// # What they have in common
//
// For a convex function the jump of the slope at x, the width of ∂f(x) and the
// mass of f″ at x are one number. For −|x| jump and mass are −2 and ∂f(0) is empty;
// at a jump of the value f″ is not a measure.
//
// A continuous f that is differentiable almost everywhere has its pointwise
// derivative as distributional derivative if and only if it is locally absolutely
// continuous. The Cantor function is not, and without continuity single points
// can spoil this: the indicator function of ℚ is 0 almost everywhere and differentiable
// nowhere.
//
// For a mollifier η, (r ∗ η)′(0) is the mass of η on x ≤ 0, since (r ∗ η)(0) =
// ∫ r(−t) η(t) dt. As η moves from right to left it takes every value in ∂r(0).
//
// # Steps that minimise
//
// For convex Lipschitz f the best value of the subgradient method x ← x − tₖ g with
// g ∈ ∂f(x) tends to the minimum, or to −∞, if tₖ → 0 and Σ tₖ = ∞ (Shor; Polyak).
// With a fixed t it need not: for |x| it goes on oscillating about 0 unless it hits
// 0 and picks g = 0 there. Chosen subgradients obey no sum rule and no chain rule:
// r(t) − r(−t) = t, but with s for r′(0) they give 2s, which is right for s = 1/2
// alone.
//
// # Conventions
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
