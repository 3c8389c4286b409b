package expression

// kind says what a token is.
type kind uint8

const (
	end kind = iota
	bad      // what the scanner could not read; the last token before end
	numeral
	letter // x, a, e, π
	name   // of a function
	plus
	minus
	times
	slash
	caret
	raised // a whole number in superscript digits
	open
	closing
	brace
	braceEnd
	bracket // [ and ], which only \sqrt[3] has
	bracketEnd
	bar // | on either side
	barOpen
	barEnd
	floorOpen
	floorEnd
	comma
	semicolon
	colon
	relation
	ampersand
	row      // \\
	radical  // √, and \sqrt
	fraction // \frac
	begin    // \begin{cases}
	finish   // \end{cases}
	words    // \text{…}
	space    // nothing; the scanner leaves it out
)

// token is a stretch of the text that has a meaning of its own.
type token struct {
	kind  kind
	line  bool // a line of the text ends before it
	op    Op   // of letters and radicals
	rel   Rel
	at    int // its bytes in the text
	end   int
	value float64   // of numerals and raised
	fn    *function // of names
}

// sign is a character, or a few, that is a token by itself.
type sign struct {
	text string
	kind kind
	op   Op
	rel  Rel
}

// signs has longer ones before those they begin with.
var signs = [...]sign{
	{text: "**", kind: caret},
	{text: "<=", kind: relation, rel: LessEqual}, {text: ">=", kind: relation, rel: GreaterEqual},
	{text: "=<", kind: relation, rel: LessEqual}, {text: "==", kind: relation, rel: Equals},
	{text: "≤", kind: relation, rel: LessEqual}, {text: "≥", kind: relation, rel: GreaterEqual},
	{text: "⩽", kind: relation, rel: LessEqual}, {text: "⩾", kind: relation, rel: GreaterEqual},
	{text: "<", kind: relation, rel: Less}, {text: ">", kind: relation, rel: Greater},
	{text: "=", kind: relation, rel: Equals},
	{text: "+", kind: plus}, {text: "-", kind: minus}, {text: "−", kind: minus}, {text: "–", kind: minus},
	{text: "*", kind: times}, {text: "·", kind: times}, {text: "×", kind: times}, {text: "∙", kind: times},
	{text: "⋅", kind: times}, {text: "∗", kind: times},
	{text: "/", kind: slash}, {text: "÷", kind: slash}, {text: "∕", kind: slash}, {text: "⁄", kind: slash},
	{text: "^", kind: caret}, {text: "(", kind: open}, {text: ")", kind: closing},
	{text: "{", kind: brace}, {text: "}", kind: braceEnd}, {text: "[", kind: bracket}, {text: "]", kind: bracketEnd},
	{text: "|", kind: bar}, {text: "⌊", kind: floorOpen}, {text: "⌋", kind: floorEnd},
	{text: ",", kind: comma}, {text: ";", kind: semicolon}, {text: ":", kind: colon}, {text: "&", kind: ampersand},
	{text: "√", kind: radical, op: Sqrt}, {text: "∛", kind: radical, op: Cbrt},
	{text: "π", kind: letter, op: Pi},
	{text: "\u00a0", kind: space}, {text: "\u2009", kind: space}, {text: "\u202f", kind: space},
	{text: "\u2061", kind: space}, {text: "\u2062", kind: space},
}

// commands are the words of TeX that are no names of functions.
var commands = [...]sign{
	{text: "frac", kind: fraction}, {text: "tfrac", kind: fraction}, {text: "dfrac", kind: fraction},
	{text: "sqrt", kind: radical, op: Sqrt},
	{text: "cdot", kind: times}, {text: "times", kind: times}, {text: "div", kind: slash},
	{text: "le", kind: relation, rel: LessEqual}, {text: "leq", kind: relation, rel: LessEqual},
	{text: "leqslant", kind: relation, rel: LessEqual}, {text: "lt", kind: relation, rel: Less},
	{text: "ge", kind: relation, rel: GreaterEqual}, {text: "geq", kind: relation, rel: GreaterEqual},
	{text: "geqslant", kind: relation, rel: GreaterEqual}, {text: "gt", kind: relation, rel: Greater},
	{text: "lvert", kind: barOpen}, {text: "rvert", kind: barEnd}, {text: "vert", kind: bar},
	{text: "lfloor", kind: floorOpen}, {text: "rfloor", kind: floorEnd},
	{text: "lbrace", kind: brace}, {text: "rbrace", kind: braceEnd},
	{text: "text", kind: words}, {text: "textrm", kind: words}, {text: "mbox", kind: words},
	{text: "begin", kind: begin}, {text: "end", kind: finish},
	{text: "quad", kind: space}, {text: "qquad", kind: space}, {text: "displaystyle", kind: space},
	{text: "left", kind: space}, {text: "right", kind: space},
	{text: "mathrm", kind: space}, {text: "operatorname", kind: space}, {text: "mathit", kind: space},
}
