package host

// typeset is how type runs in the page of a reader, against what the frame takes
// it for: the metrics of the shipped fonts. A reader may have set a least size, or
// letters, words and lines wider apart, or all text larger than the rest.
type typeset struct {
	wide  float64 // times the width
	tall  float64 // times the height of a line of a word in the drawing
	least float64 // px, of the smallest type that the browser sets
}

// plainType is that of a reader who has set nothing.
var plainType = typeset{wide: 1, tall: 1}

// Probes of type are set in these sizes, px: one is above any least size, the
// other is below.
const largeProbe, smallProbe = 100, 1

// probeLine is the height of a line of a word, em, as the style sheet has it.
const probeLine = 1.04

// typeOf is the type in which a large probe is w × h px and a small one, of no
// space between its letters, is small px wide, where the text of both is em wide in
// the shipped font. What is off by no more than fonts that stand in for it are is
// plain.
func typeOf(em, w, h, small float64) typeset {
	const near = 0.04
	t := typeset{wide: w / (largeProbe * em), tall: h / (largeProbe * probeLine)}
	if t.wide < 1+near {
		t.wide = 1
	}
	if t.tall < 1+near {
		t.tall = 1
	}
	const little = 9 // px, which no text of the figure is set in
	if t.least = small / em; t.least < little {
		t.least = 0
	}
	return t
}

// scale is by how much a text that is set in a size of at least t.least, of
// whole lines that wrap nowhere, is scaled to be as wide as the frame takes it for.
func (t typeset) scale(size float64) float64 { return size / max(size, t.least) / t.wide }

// base is a share of a word's height, of the line that the browser sets, for one
// of the line that the frame takes it for: both have the same middle.
func (t typeset) base(share float64) float64 { return (share + (t.tall-1)/2) / t.tall }

// What words that have outgrown their room give up, in [data-tight] of the root,
// where the style sheet takes it away.
type tight uint8

const (
	tightAir    tight = 1 << iota // of the tabs: the space around their names, and the drawings before them; the help button
	tightLead                     // of the title: all but the function's name
	tightNames                    // of the tabs: their names, but for readers who listen
	tightCalled                   // of the readouts: the words beside signs
	tightRows                     // their one row, or their two columns
	tightExtra                    // what they add in the lens that is on
	tightEnd    = iota
)

var tightNamesOf = [tightEnd]string{"air", "lead", "names", "called", "rows", "extra"}

// String is the value of data-tight.
func (t tight) String() string {
	s := ""
	for i, name := range tightNamesOf {
		if t&(1<<i) != 0 {
			if s != "" {
				s += " "
			}
			s += name
		}
	}
	return s
}

// first is the first of a list that has not been given up yet; 0 is none.
func (t tight) first(list ...tight) tight {
	for _, v := range list {
		if t&v == 0 {
			return v
		}
	}
	return 0
}

// header is what the header gives up next, where its title or its tabs have
// outgrown their room; 0 is nothing. They share one row, but for where the tabs
// have one of their own.
func (t tight) header(title, tabs, apart bool) tight {
	switch {
	case apart && tabs:
		if more := t.first(tightNames); more != 0 || !title {
			return more
		}
		fallthrough
	case apart && title:
		return t.first(tightAir, tightLead)
	case title || tabs:
		return t.first(tightAir, tightLead, tightNames)
	}
	return 0
}
