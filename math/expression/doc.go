// Package expression reads a formula of one real variable x, with a parameter
// a, as a tree, finds its values, and writes it: as plain text that is read back
// as the same tree, and in MathML.
//
// It is forgiving in spelling and strict in meaning. 2x, 2·x and 2*x are one
// formula, as are |x|, abs(x) and \left|x\right|; but what could be read in two
// ways, such as x 2 or sin 2(x+1), is a mistake with a place and a proposal.
//
// # Notation
//
//	formula   = [letter ["(x)" | "(x, a)"] "="] sum
//	sum       = [sign] term {sign term}
//	term      = factor {("*" | "/" | nothing) factor}
//	factor    = primary {superscript | "^" [sign] factor}
//	primary   = number | "x" | "a" | "e" | "pi" | call | root | fraction
//	          | "(" sum ")" | "|" sum "|" | "⌊" sum "⌋" | cases | corners
//	call      = name [power] ("(" sum {"," sum} ")" | run)
//	power     = superscript | "^" whole number
//	run       = [sign] factor {letter factor}
//	root      = ("√" | "∛") ("(" sum ")" | factor)
//	cases     = "{" case {("," | ";" | new line) case} "}"
//	case      = chain ":" sum | sum
//	chain     = sum relation sum {relation sum}
//	relation  = "<" | "<=" | ">" | ">=" | "="
//	corners   = "corners(" point "," point {"," point} ")"
//	point     = sum ":" sum
//	number    = digits ["." digits] ["e" [sign] digits] | "." digits …
//
// The names are abs, sign, H, relu, max, min, clip, floor, sqrt, cbrt, exp, ln,
// sin, cos, arctan, tanh, sigmoid, softplus and cantor; also sgn, step, heaviside,
// theta, clamp, atan, and tan, which is read as sin(u)/cos(u). Capitals do not
// matter, except in H. The usual signs of Unicode and the commands of TeX stand for
// the same things: −, ·, ×, ÷, ≤, ≥, π, x², \frac{1}{2}, \sqrt[3]{x}, \cdot, \le,
// \operatorname{relu}, \begin{cases} value & condition \\ … \end{cases}. Braces
// around a sum are brackets. A comma separates; decimals have a point.
//
// Where readers might differ:
//
//   - A product without a sign is a product like others, read from the left:
//     1/2x is (1/2)·x. String writes 1/2*x.
//   - A power binds more tightly than a minus before it, and powers are read from
//     the right: −x² is −(x²), 2^x^2 is 2^(x²). A superscript belongs to what is
//     before it: x²^3 is (x²)³.
//   - Letters side by side are cut into the longest names: ax is a·x, xsin(x) is
//     x·sin(x), exp is no product. Names known elsewhere, such as asin, are not cut.
//   - An e with digits directly behind it is part of the number: 2e-3 is 0.002,
//     2e - 3 is not.
//   - Without brackets a function applies to one factor or, if that begins with a
//     number or a letter, to the run of letters that follows: sin 2x is sin(2x),
//     sin x cos x and sin x/2 are a product and a quotient. sin² x is (sin x)²,
//     and tan⁻¹ is arctan; sin⁻¹ is a mistake.
//   - Inside |…| a | that follows a value closes, elsewhere it opens. ||x|-1| and
//     |x||x-1| are read as they look; |x|x|| is a mistake, to be written |x*|x||.
//   - √ is drawn over one factor: √2x is (√2)·x.
//   - In a chain each relation holds: 0 < x > 1 means 0 < x and x > 1.
//
// A formula has at most 300 characters, both as it is given and as String writes
// it, at most 200 nodes, and at most 40 levels.
//
// # Values
//
// At a break the value is the one that the formula says: H(0) = 1, sign(0) = 0,
// floor is continuous from the right. The first case that holds counts; if none
// does, there is no value. There is none for a division by 0, for ln u with u ≤ 0
// or √u with u < 0, and for 0 to a negative power. 0⁰ = 1.
//
// u^(p/q) with whole numbers p and q, q odd in lowest terms, is (u^(1/q))^p for
// u < 0 as well: x^(1/3) is the cube root of x, and x^(2/3) is even. For any
// other exponent that is not whole it has no value for u < 0.
//
// clip(u, l, h) = min(max(u, l), h), also for l > h. softplus(u) = ln(1 + eᵘ) and
// softplus(u, b) = softplus(b·u)/b. cantor is the Cantor function, 0 for u ≤ 0 and
// 1 for u ≥ 1. corners(x₁:y₁, …) is straight between its corners, and its first
// and last slope go on; it is a function of x itself.
//
// # Mistakes
//
// An [Error] has the bytes of the text that it is about, and a [Problem] with one
// sentence in which two slots are filled from the text. Whoever shows them escapes
// them.
package expression
