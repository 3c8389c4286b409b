package poster

import "strings"

// early selects what stands in a figure that no program has laid out yet.
const early = ".relu-figure:not([data-layout]) "

// arrangement is when an arrangement of the figure holds, as at-rules about the
// window and the container, outermost first: scene.ChooseLayout in the words of
// a style sheet.
type arrangement struct {
	layout string
	rules  []string
}

// arrangements are all that the style sheet speaks of, but for those that come
// with the program alone.
var arrangements = [...]arrangement{
	{"desktop", []string{notTall, "@container (min-width:1200px)"}},
	{"medium", []string{notTall, "@container (min-width:900px) and (max-width:1199.98px)"}},
	{"embed", []string{"@media (orientation:landscape)", "@container (min-width:560px) and (max-width:899.98px)"}},
	{"embed", []string{"@media (max-height:559.98px)", "@container (min-width:900px)"}},
	{"phone", []string{"@media (orientation:portrait)", "@container (min-width:560px) and (max-width:899.98px)"}},
	{"phone", []string{"@container (max-width:559.98px)"}},
	{"phone", []string{tall, "@container (min-width:900px)"}},
}

// Windows that are tall, whatever their width is, and others: scene.TallFrom.
const tall, notTall = "@media (max-aspect-ratio:10/11)", "@media (min-aspect-ratio:10/11)"

// Arrangements is what a style sheet says of each arrangement, [data-layout="…"],
// said once more for the time when the root does not have that attribute yet,
// and its size decides.
func Arrangements(sheet string) string {
	var b strings.Builder
	all := rulesOf(sheet)
	for _, a := range arrangements {
		var css strings.Builder
		for _, r := range all {
			var selectors []string
			for _, s := range selectorsOf(r.selector) {
				if s, ok := undecided(s, a.layout); ok {
					selectors = append(selectors, s)
				}
			}
			if len(selectors) > 0 {
				css.WriteString(strings.Join(selectors, ",") + "{" + r.body + "}")
			}
		}
		b.WriteString(within(a.rules, css.String()) + "\n")
	}
	return b.String()
}

// undecided is a selector of an arrangement for a root that has none yet.
func undecided(selector, layout string) (string, bool) {
	mine := `[data-layout="` + layout + `"]`
	at := strings.Index(selector, mine)
	if at < 0 {
		return "", false
	}
	from, to := at, at+len(mine)
	if open := strings.LastIndex(selector[:at], ":is("); open >= 0 && !strings.Contains(selector[open:at], ")") {
		from, to = open, at+strings.Index(selector[at:], ")")+1
	}
	return selector[:from] + ":not([data-layout])" + selector[to:], true
}

// rule is a rule of a style sheet.
type rule struct{ selector, body string }

// rulesOf are the rules at the top of a style sheet; those within at-rules are
// for a figure that runs.
func rulesOf(sheet string) (list []rule) {
	for {
		open := strings.IndexByte(sheet, '{')
		if open < 0 {
			return list
		}
		selector := strings.TrimSpace(sheet[:open])
		if i := strings.LastIndex(selector, "*/"); i >= 0 {
			selector = strings.TrimSpace(selector[i+2:])
		}
		end, depth := open+1, 1
		for depth > 0 && end < len(sheet) {
			switch sheet[end] {
			case '{':
				depth++
			case '}':
				depth--
			}
			end++
		}
		if !strings.HasPrefix(selector, "@") {
			list = append(list, rule{selector, strings.TrimSpace(sheet[open+1 : end-1])})
		}
		sheet = sheet[end:]
	}
}

// selectorsOf splits a list of selectors at its commas, but not at those in
// parentheses.
func selectorsOf(list string) (out []string) {
	depth, from := 0, 0
	for i, c := range list {
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		case ',':
			if depth == 0 {
				out, from = append(out, strings.TrimSpace(list[from:i])), i+1
			}
		}
	}
	return append(out, strings.TrimSpace(list[from:]))
}
