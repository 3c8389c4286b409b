package autodiff

// entry is a formula, of which the derivative at 0 shows a rule, and the rule of
// each framework.
type entry struct {
	formula string
	cited   [Frameworks]citation
}

// citation is a rule and where it stands.
type citation struct {
	law   string
	from  text
	place string
}

// text is a revision that was read.
type text uint8

const (
	torch text = iota
	torchKernel
	torchCopy
	torchChange
	torchThread
	torchKnown
	jax
	tfMath
	tfKernel
	tfRelu
	tfSoftplus
	tfNumpy
	tfClip
	tfManual
	keras
	mlx
)

var texts = [...]struct{ where, version string }{
	torch:       {"ROCm/pytorch 10b22ea5c6a60ffa85520eb2d293affc48cea8ee", "2.8 or 2.9"},
	torchKernel: {"ROCm/pytorch 3539e1d233cc445a86dbb07c99d6a7da3d97d845", "undated"},
	torchCopy:   {"candle-org/candle 72f5f0be9b03453beaa51f5034731ea1f1f2a365, a copy of PyTorch's", "copied before 2026-06-16"},
	torchChange: {"pytorch/pytorch#191142, and docs/source/notes/autograd.md at 3b5cdd4f472f28ef44038ccee2007539f7624abf", "2.14"},
	torchThread: {"pytorch/pytorch#148856", "undated"},
	torchKnown:  {"its documented error", "file not read"},
	jax:         {"jax-ml/jax cec06d116c05f0d52adfceee3d3b730fdbcb0ce5", "0.11.1, 2026-08-08"},
	tfMath:      {"ROCm/tensorflow-upstream 331f225969aac52a6ad09b8f241ba4ea2de25ef4, tensorflow/python/ops/math_grad.py", "undated"},
	tfKernel:    {"tensorflow/tensorflow 036fd97ec6c7fedc3ae9ea049d5f40e7e45a15ed, cwise_ops_gradients.h", "undated"},
	tfRelu:      {"tensorflow/tensorflow 12b1fb47f72fd26e02193f2724fe052c479ff488, relu_op_functor.h", "undated"},
	tfSoftplus:  {"tensorflow/tensorflow 0501f8f4448be108705de290e7383f00c2d68974, softplus_op.h", "undated"},
	tfNumpy:     {"tensorflow/tensorflow 025c09ae10d4fb755b6be03eb2bcbf939ed53a28, np_math_ops.py", "undated"},
	tfClip:      {"tensorflow/tensorflow 65cd5c9d33948cbabbc1871d0dc9fb8411cabd95, clip_ops.py", "undated, an old revision"},
	tfManual:    {"tensorflow.org/api_docs/python/tf/UnconnectedGradients", "2024-04-26"},
	keras:       {"keras-team/keras 3422977a5e38fb2f7709aaa9a08e47f0c43d0f60", "3.15.0, 2026-08-21"},
	mlx:         {"ml-explore/mlx 846d176227a0ac13d2667e58d2bb68b322109ab0", "0.32.1, 2026-08-22"},
}

var rulebook = [...]entry{
	{"relu(x)", [Frameworks]citation{
		{"0 if y <= 0, else g", torch, "aten/src/ATen/native/cpu/Activation.cpp, threshold_kernel"},
		{"select(u > 0, g, 0)", jax, "jax/_src/nn/functions.py:107"},
		{"g·(u > 0)", tfRelu, "ReluGrad"},
		{"maximum(u, 0)", mlx, "python/mlx/nn/layers/activations.py:35"},
	}},
	{"|x|", [Frameworks]citation{
		{"g·sgn(u)", torchCopy, "tools/autograd/derivatives.yaml:221"},
		{"select(u >= 0, g, −g)", jax, "jax/_src/lax/lax.py:4791"},
		{"g·sign(u)", tfMath, "_AbsGrad"},
		{"g·sign(u)", mlx, "mlx/primitives.cpp:219"},
	}},
	{"sign(x)", [Frameworks]citation{
		{"zeros", torchCopy, "tools/autograd/derivatives.yaml:1582"},
		{"no cotangent", jax, "jax/_src/lax/lax.py:4487, jax/_src/interpreters/ad.py:1023"},
		{"zeros", tfMath, "_SignGrad"},
		{"zeros", mlx, "mlx/primitives.cpp:4920"},
	}},
	{"max(x, 0)", [Frameworks]citation{
		{"g/2 to each of two equal tensors, 0 put for the smaller", torchCopy, "tools/autograd/derivatives.yaml:1176; kept in 2.14 by the policy of docs/source/notes/autograd.md"},
		{"g·1/2 to each of two equal operands, g·0 to the smaller", jax, "jax/_src/lax/lax.py:5153; rewritten in 0.11.2 with the same shares (#40578)"},
		{"g to the first if u >= v, else to the second; relu for tf.experimental.numpy.maximum(u, 0)", tfMath, "_MaximumGrad, np_math_ops.py"},
		{"g·(u > v) to the first, g·(u <= v) to the second", mlx, "mlx/primitives.cpp:3088"},
	}},
	{"max(0, x)", [Frameworks]citation{
		{"as for max(x, 0)", torchCopy, "tools/autograd/derivatives.yaml:1176; kept in 2.14 by the policy of docs/source/notes/autograd.md"},
		{"as for max(x, 0)", jax, "jax/_src/lax/lax.py:5153; rewritten in 0.11.2 with the same shares (#40578)"},
		{"g to the first if u >= v, else to the second", tfMath, "_MaximumGrad"},
		{"g·(u > v) to the first, g·(u <= v) to the second", mlx, "mlx/primitives.cpp:3088"},
	}},
	{"min(x, 0)", [Frameworks]citation{
		{"g/2 to each of two equal tensors, 0 put for the larger", torchCopy, "tools/autograd/derivatives.yaml:1238; kept in 2.14 by the policy of docs/source/notes/autograd.md"},
		{"g·1/2 to each of two equal operands, g·0 to the larger", jax, "jax/_src/lax/lax.py:5153; rewritten in 0.11.2 with the same shares (#40578)"},
		{"g to the first if u <= v, else to the second", tfMath, "_MinimumGrad"},
		{"g·(u < v) to the first, g·(u >= v) to the second", mlx, "mlx/primitives.cpp:3130"},
	}},
	{"clip(x, 0, 1)", [Frameworks]citation{
		{"g if low < u < high, else 0, for bounds that are numbers; up to 2.13 also g at the bounds", torchChange, "clamp"},
		{"minimum(high, maximum(low, u))", jax, "jax/_src/numpy/lax_numpy.py:3411"},
		{"maximum(minimum(u, high), low)", tfClip, "clip_by_value"},
		{"minimum(maximum(u, low), high)", mlx, "mlx/ops.cpp:1271"},
	}},
	{"floor(x)", [Frameworks]citation{
		{"zeros", torchCopy, "tools/autograd/derivatives.yaml:747"},
		{"no cotangent", jax, "jax/_src/lax/lax.py:4505"},
		{"None", tfMath, "_FloorGrad"},
		{"zeros", mlx, "mlx/primitives.cpp:2391"},
	}},
	{"H(x)", [Frameworks]citation{
		{"error: the derivative of aten::heaviside is not implemented", torchThread, "absent from tools/autograd/derivatives.yaml"},
		{"where(u < 0, 0, where(u > 0, 1, h))", jax, "jax/_src/numpy/ufuncs.py:3705"},
		{"nested where of constants: None", tfNumpy, "heaviside"},
		{"no such function; written where(u < 0, 0, 1)", mlx, "mlx/ops.h"},
	}},
	{"{x < 0: 0, 1}", [Frameworks]citation{
		{"error: the result does not require grad", torchKnown, "element 0 of tensors does not require grad"},
		{"0 without a path from x", jax, "jax/_src/interpreters/ad.py:1023"},
		{"None without a path from x", tfManual, "NONE"},
		{"zeros without a path from x", mlx, "mlx/transforms.cpp:551"},
	}},
	{"{x > 0: ln(x), 0}", [Frameworks]citation{
		{"where(c, g, 0) and where(c, 0, g)", torchCopy, "tools/autograd/derivatives.yaml:2020"},
		{"select(c, g, 0) and select(c, 0, g)", jax, "jax/_src/lax/lax.py:8199, docs/faq.rst:153"},
		{"where(c, g, 0) and where(c, 0, g)", tfMath, "_SelectGradV2"},
		{"c·g and (not c)·g", mlx, "mlx/primitives.cpp:3238"},
	}},
	{"sqrt(x)", [Frameworks]citation{
		{"g/(2y)", torchCopy, "tools/autograd/derivatives.yaml:1674"},
		{"g·(0.5/y)", jax, "jax/_src/lax/lax.py:4802"},
		{"0 if g = 0, else 0.5·g/y", tfKernel, "scalar_sqrt_gradient_op"},
		{"(0.5·g)/y", mlx, "mlx/primitives.cpp:5588"},
	}},
	{"{x > 0: sqrt(x), 0}", [Frameworks]citation{
		{"g/(2y)", torchCopy, "tools/autograd/derivatives.yaml:1674"},
		{"g·(0.5/y)", jax, "jax/_src/lax/lax.py:4802"},
		{"0 if g = 0, else 0.5·g/y", tfKernel, "scalar_sqrt_gradient_op"},
		{"(0.5·g)/y", mlx, "mlx/primitives.cpp:5588"},
	}},
	{"cbrt(x)", [Frameworks]citation{
		{"no such function found; written u^(1/3)", torch, "torch/csrc/autograd/FunctionsManual.cpp, pow_backward"},
		{"g·(1/3·y^−2)", jax, "jax/_src/lax/lax.py:4815"},
		{"sign(u)·|u|^(1/3)", keras, "keras/src/backend/tensorflow/numpy.py:1197"},
		{"no such function; written u^(1/3)", mlx, "mlx/primitives.cpp:3446"},
	}},
	{"x^(1/3)", [Frameworks]citation{
		{"g·(p·u^(p−1))", torch, "torch/csrc/autograd/FunctionsManual.cpp, pow_backward"},
		{"g·(p·u^(p−1))", jax, "jax/_src/lax/lax.py:4847"},
		{"g·p·u^(p−1)", tfMath, "_PowGrad"},
		{"g·(u^(p−1)·p)", mlx, "mlx/primitives.cpp:3446"},
	}},
	{"x^0", [Frameworks]citation{
		{"zeros if p = 0", torch, "torch/csrc/autograd/FunctionsManual.cpp, pow_backward"},
		{"0 for the int 0; NaN for the float", jax, "jax/_src/lax/lax.py:4889"},
		{"g·p·u^(p−1)", tfMath, "_PowGrad"},
		{"g·(u^(p−1)·p)", mlx, "mlx/primitives.cpp:3446"},
	}},
	{"x^x", [Frameworks]citation{
		{"to p: 0 if u = 0 and p >= 0; to u: 0 if p = 0", torch, "torch/csrc/autograd/FunctionsManual.cpp, pow_backward_self"},
		{"to p: g·y·ln u, with ln 1 for ln 0; to u: g·(p·u^(p−1))", jax, "jax/_src/lax/lax.py:4866"},
		{"to p: g·y·ln u, with 0 for ln u if u <= 0; to u: g·p·u^(p−1)", tfMath, "_PowGrad"},
		{"to p: g·y·ln u, and 0 if y = 0; to u: g·(u^(p−1)·p)", mlx, "mlx/primitives.cpp:3446"},
	}},
	{"ln(x)", [Frameworks]citation{
		{"g/u", torchCopy, "tools/autograd/derivatives.yaml:1015"},
		{"g/u", jax, "jax/_src/lax/lax.py:4551"},
		{"g·(1/u)", tfMath, "_LogGrad"},
		{"g/u", mlx, "mlx/primitives.cpp:2758"},
	}},
	{"exp(x)", [Frameworks]citation{
		{"g·y", torchCopy, "tools/autograd/derivatives.yaml:690"},
		{"g·y", jax, "jax/_src/lax/lax.py:4528"},
		{"g·y", tfMath, "exp"},
		{"g·y", mlx, "mlx/primitives.cpp:2033"},
	}},
	{"arctan(x)", [Frameworks]citation{
		{"g/(u·u + 1)", torchCopy, "tools/autograd/derivatives.yaml:351"},
		{"g/(1 + u²)", jax, "jax/_src/lax/lax.py:4696"},
		{"g·1/(1 + u²)", tfMath, "atan"},
		{"g/(1 + u²)", mlx, "mlx/primitives.cpp:505"},
	}},
	{"tanh(x)", [Frameworks]citation{
		{"g·(1 − y·y)", torchKernel, "aten/src/ATen/native/cpu/BinaryOpsKernel.cpp"},
		{"(g + g·y)·(1 − y)", jax, "jax/_src/lax/lax.py:4574"},
		{"g·(1 − y·y)", tfKernel, "tanh"},
		{"g/cosh(u)²", mlx, "mlx/primitives.cpp:5772"},
	}},
	{"sigmoid(x)", [Frameworks]citation{
		{"g·(1 − y)·y", torchKernel, "aten/src/ATen/native/cpu/BinaryOpsKernel.cpp"},
		{"g·(y·(1 − y))", jax, "jax/_src/lax/lax.py:4589"},
		{"g·y·(1 − y)", tfKernel, "sigmoid"},
		{"g·(y·(1 − y))", mlx, "mlx/primitives.cpp:4881"},
	}},
	{"softplus(x)", [Frameworks]citation{
		{"g·z/(z + 1), z = exp(u); g if u > 20", torch, "aten/src/ATen/native/cpu/Activation.cpp, softplus_backward_kernel"},
		{"g·exp(u − y)", jax, "jax/_src/lax/other.py:282"},
		{"g/(exp(−u) + 1)", tfSoftplus, "SoftplusGrad"},
		{"g·sigmoid(u)", mlx, "mlx/primitives.cpp:2928"},
	}},
}
