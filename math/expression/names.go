package expression

// function is a name that is written before its operands.
type function struct {
	name        string
	op          Op
	least, most int // operands
}

// tangent stands for tan until it is read: it is kept as sin(u)/cos(u), so
// that its poles are zeros of a denominator. No tree holds it.
const tangent = Corners + 1

const many = 1 << 10 // more operands than a formula has room for

// functions lists the names; the first for an operation is the canonical one.
var functions = [...]function{
	{"abs", Abs, 1, 1},
	{"sign", Sign, 1, 1},
	{"H", Step, 1, 1},
	{"relu", Relu, 1, 1},
	{"max", Max, 2, many},
	{"min", Min, 2, many},
	{"clip", Clip, 3, 3},
	{"floor", Floor, 1, 1},
	{"sqrt", Sqrt, 1, 1},
	{"cbrt", Cbrt, 1, 1},
	{"exp", Exp, 1, 1},
	{"ln", Ln, 1, 1},
	{"sin", Sin, 1, 1},
	{"cos", Cos, 1, 1},
	{"arctan", Arctan, 1, 1},
	{"tanh", Tanh, 1, 1},
	{"sigmoid", Sigmoid, 1, 1},
	{"softplus", Softplus, 1, 2},
	{"cantor", Cantor, 1, 1},
	{"corners", Corners, 2, many},
	{"tan", tangent, 1, 1},
	{"heaviside", Step, 1, 1},
	{"step", Step, 1, 1},
	{"theta", Step, 1, 1},
	{"sgn", Sign, 1, 1},
	{"atan", Arctan, 1, 1},
	{"clamp", Clip, 3, 3},
}

// letters lists the names of values.
var letters = [...]function{{"x", X, 0, 0}, {"a", A, 0, 0}, {"e", Euler, 0, 0}, {"pi", Pi, 0, 0}}

// elsewhere lists names of other books and programs, and what to write for
// them here; without it asin would be a·sin, and sinh a misspelt sin.
var elsewhere = [...][2]string{
	{"log", "ln"}, {"lg", "ln(x)/ln(10)"}, {"cot", "cos(x)/sin(x)"}, {"sec", "1/cos(x)"}, {"csc", "1/sin(x)"},
	{"sinh", "(exp(x) - exp(-x))/2"}, {"cosh", "(exp(x) + exp(-x))/2"}, {"elu", "{x < 0: exp(x) - 1, x}"},
	{"silu", "x sigmoid(x)"}, {"swish", "x sigmoid(x)"}, {"ceil", "-floor(-x)"}, {"round", "floor(x + 1/2)"}, {"mod", "x - floor(x)"},
	{"if", sample}, {"and", "0 < x < 1"},
	{"asin", ""}, {"acos", ""}, {"arcsin", ""}, {"arccos", ""}, {"atanh", ""}, {"artanh", ""},
}

// nameOf returns the canonical name of an operation, or "" if it has none.
func nameOf(op Op) string {
	for i := range functions {
		if functions[i].op == op {
			return functions[i].name
		}
	}
	return ""
}

// usage shows how a function is written.
func (f *function) usage() string {
	switch f.op {
	case Max, Min:
		return f.name + "(0, x)"
	case Clip:
		return f.name + "(x, 0, 1)"
	case Corners:
		return "corners(-1:0, 0:1, 1:0)"
	}
	return f.name + "(x)"
}

// same compares a name of the list with letters of a text. Capitals do not
// matter, except that h is no H.
func same(name, text string) bool {
	if len(name) != len(text) || name == "H" {
		return name == text
	}
	for i := range len(name) {
		if name[i] != text[i]|0x20 {
			return false
		}
	}
	return true
}

// longest returns the longest name that text begins with.
func longest(text string) (best *function) {
	for _, list := range [2][]function{letters[:], functions[:]} {
		for i := range list {
			f := &list[i]
			if (best == nil || len(f.name) > len(best.name)) && len(f.name) <= len(text) && same(f.name, text[:len(f.name)]) {
				best = f
			}
		}
	}
	return best
}

// nearest returns the function whose name is most likely meant by a misspelt
// text, or "": one slip may be in a short name, two in a longer one.
func nearest(text string) string {
	found, least := "", 3
	if len(text) < 4 {
		least = 2
	}
	for i := range functions {
		if d := slips(functions[i].name, text); d < least && d < len(text) {
			found, least = functions[i].name, d
		}
	}
	return found
}

// slips counts the letters left out, put in, changed, or swapped with their
// neighbour between a name and a text of fewer than 16 letters.
func slips(name, text string) int {
	const room = 16
	if len(text) >= room || len(name) >= room {
		return room
	}
	var d [room][room]int
	for i := range len(name) + 1 {
		for j := range len(text) + 1 {
			if i == 0 || j == 0 {
				d[i][j] = i + j
				continue
			}
			change := 1
			if name[i-1]|0x20 == text[j-1]|0x20 {
				change = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+change)
			if i > 1 && j > 1 && name[i-1] == text[j-2]|0x20 && name[i-2] == text[j-1]|0x20 {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(name)][len(text)]
}
