//go:build !js

package bench

// phase is a part of our start, between two marks.
type phase struct{ name, from, to string }

// phases follow each other, but for the compilation, which runs beside the
// download and is counted from the last byte.
func phases() []phase {
	return []phase{
		{"page and scripts, until the program is asked for", "", "fetch"},
		{"download of the program", "fetch", "fetched"},
		{"compilation, after the last byte", "fetched", "relu-compiled"},
		{"instance of the module", "relu-compiled", "relu-instance"},
		{"Go runtime and packages", "relu-instance", "relu-runtime"},
		{"figure joined to the page and painted as SVG: interactive", "relu-runtime", "interactive"},
		{"Ebitengine start, after that", "interactive", "relu-context"},
		{"first frame of the GPU", "relu-context", "relu-drawn"},
	}
}

func (p phase) metric() metric { return metric("phase " + p.name) }

// of is how long a phase of a start took, in milliseconds; ok is false where a
// mark is missing.
func (p phase) of(l loading) (ms float64, ok bool) {
	at := func(mark string) (float64, bool) {
		switch mark {
		case "":
			return 0, true
		case "interactive":
			return l.Interactive, l.Interactive > 0
		}
		v, ok := l.Marks[mark]
		return v, ok
	}
	from, ok1 := at(p.from)
	to, ok2 := at(p.to)
	return to - from, ok1 && ok2 && len(l.Marks) > 2
}
