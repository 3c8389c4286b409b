package autodiff

// convention is what a framework does where operations have no derivative, and
// where its rule decides between 0 and 0·∞. What each of these is read from stands
// in rulebook_test.go.
type convention struct {
	name string

	abs   float64 // |·|′(0)
	tie   float64 // the share of u in max(u, v) and min(u, v) if u = v; v gets the rest
	clip  clipping
	sign  flatness
	floor flatness
	step  flatness

	reluSelects  bool // else it multiplies, as described at part
	tieSelects   bool
	whereSelects bool

	sqrtGuarded bool // the cotangent 0 gives 0, even at √0
	tanhByCosh  bool
	threshold   float64 // softplus′(u) is 1 for u above it; 0 for none
	cbrt        cubeRoot
	zeroth      zeroth
	base        base

	needsPath bool // if nothing leads from x to the result there is no answer, else it is 0
}

// flatness says what is done about a function that is constant between its jumps.
type flatness uint8

const (
	passes flatness = iota // the operand gets the cotangent 0, and 0·∞ is still possible below
	cut                    // the operand is not differentiated
	raises                 // an error
)

// clipping says how clip(u, low, high) is computed.
type clipping uint8

const (
	strict    clipping = iota // an operation of its own, which passes g on for low < u < high
	upperLast                 // min(max(u, low), high)
	lowerLast                 // max(min(u, high), low)
)

// cubeRoot says how ∛u is written.
type cubeRoot uint8

const (
	native         cubeRoot = iota // g/(3y²)
	power                          // u^(1/3), for u ≥ 0 only
	signTimesPower                 // sign(u)·|u|^(1/3)
)

// zeroth says what the slope of u⁰ is at 0.
type zeroth uint8

const (
	zero      zeroth = iota
	zeroOfInt        // NaN if the exponent is no int
	undefined        // 0·0^(−1) = NaN
)

// base says what the slope of u^p as a function of p is where ln u is infinite
// or does not exist.
type base uint8

const (
	zeroBase     base = iota // 0 if u = 0 and p ≥ 0
	logOfOne                 // ln 1 for ln 0
	positiveBase             // 0 if u ≤ 0
	zeroValue                // 0 if u^p = 0
)

var conventions = [Frameworks]convention{
	PyTorch: {
		name: "PyTorch",
		tie:  0.5, clip: strict, step: raises,
		reluSelects: true, tieSelects: true, whereSelects: true,
		threshold: 20, cbrt: power, zeroth: zero, base: zeroBase,
		needsPath: true,
	},
	JAX: {
		name: "JAX",
		abs:  1, tie: 0.5, clip: upperLast, sign: cut, floor: cut, step: cut,
		reluSelects: true, whereSelects: true,
		cbrt: native, zeroth: zeroOfInt, base: logOfOne,
	},
	TensorFlow: {
		name: "TensorFlow",
		tie:  1, clip: lowerLast, floor: cut, step: cut,
		tieSelects: true, whereSelects: true, sqrtGuarded: true,
		cbrt: signTimesPower, zeroth: undefined, base: positiveBase,
		needsPath: true,
	},
	MLX: {
		name: "MLX",
		tie:  0, clip: upperLast, step: cut,
		tanhByCosh: true,
		cbrt:       power, zeroth: undefined, base: zeroValue,
	},
}
