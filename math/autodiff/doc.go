// Package autodiff tells what PyTorch, JAX, TensorFlow and MLX answer when they are
// asked for the derivative of a formula at a point.
//
// Such a system differentiates a program, operation by operation, and not the function
// that the program computes. Each operation has a rule, also where it has no
// derivative: relu′(0) is 0 for all four, |·|′(0) is 1 for JAX and 0 for the others.
// The answer is right wherever every operation is differentiable at its argument.
// Elsewhere two programs for one function may have different answers: with s for
// relu′(0), relu(x) − relu(−x) = x has the slope 2s at 0. No choice of s repairs this:
// s = 1/2 is wrong for other programs.
//
// # How an answer is found
//
// As reverse mode does it: first every operation gets its value, then the root
// gets the cotangent 1, and each operation passes on to its operands what its rule
// makes of its own cotangent g. What arrives at x is added up. The arithmetic is that
// of IEEE 754, in float64 (the systems use 32 bits unless told otherwise), so that
// 0·∞ is NaN where it is for them: √(x²) at 0 has ∞ from the root times 0 from the
// square. What a formula does not take, such as √x in {x > 0: √x, 0} for x ≤ 0,
// gets the cotangent 0 and is differentiated all the same.
//
// # How a formula is written
//
// In the obvious way, with x a float tensor:
//
//   - relu, softplus, sigmoid, tanh: the function of that name in torch.nn.functional,
//     jax.nn, tf.nn or mlx.nn.
//   - max and min: maximum and minimum of two tensors, from the left, so max(u, v, w) is
//     maximum(maximum(u, v), w).
//   - clip: torch.clamp, jnp.clip, tf.clip_by_value, mx.clip. Bounds without x are
//     plain numbers, with x they are tensors.
//   - H: torch.heaviside, jnp.heaviside, tf.experimental.numpy.heaviside; for
//     MLX, which has none, where(u < 0, 0, 1).
//   - cases: nested where, all branches evaluated, NaN where no case holds. Corners:
//     the same, with conditions x < b, so at a corner the segment on its right counts.
//   - cbrt: jnp.cbrt, keras.ops.cbrt; for PyTorch and MLX the power 1/3.
//   - powers: ** with the exponent as it is written. 2 is an int, 1/3 a float, and so is
//     the parameter a.
//
// A program that has another value at x than the formula is no program for it:
// (−8)^(1/3) is −2 here and NaN for a power of floats. Where the formula has no value,
// and the program may have one, such as −∞ for ln 0, the answer of the program stands.
// The Cantor function is not written at all.
//
// # Where the rules are from
//
// The tests list each rule with its law, the version and the place where it was read on
// 2026-11-29. Nothing was run. JAX (0.11.1) and MLX (0.32.1) were read in
// one revision each. PyTorch's rules are those of 2.14 for clamp, known from the
// change itself and from what users report, and a text of 2.8 or 2.9 for the rest, read
// in copies. The TensorFlow files carry no version; the kernels and clip_ops.py may be
// old. What PyTorch 2.14 does at ties of clamp with tensor bounds was not found, and is
// not answered. Sums, products, quotients, sine and cosine follow the textbook
// here; of these, quotients were read for JAX, MLX and TensorFlow, sine and cosine
// for JAX.
//
// Left out: 32-bit rounding, compilers that rewrite a program (XLA, torch.compile,
// graph rewriting), kernels for GPUs, and second derivatives.
//
// Sources: J. Bolte, E. Pauwels, Conservative set valued fields, automatic
// differentiation, stochastic gradient methods and deep learning (arXiv 1909.10300),
// and A mathematical model for automatic differentiation in machine learning (arXiv
// 2006.02080); D. Bertoin, J. Bolte, S. Gerchinovitz, E. Pauwels, Numerical influence
// of ReLU′(0) on backpropagation (NeurIPS 2021).
package autodiff
