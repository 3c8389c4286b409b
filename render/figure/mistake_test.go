package figure

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"relu-three-ways/math/expression"
	"relu-three-ways/math/pieces"
	"relu-three-ways/render/lang"
)

// mistaken is a text with its mistake. What the sentence about it claims is put to
// expression.Parse: that the text can be read once the advice is followed.
type mistaken struct {
	text string
	*expression.Error
}

func parses(s string) bool { _, err := expression.Parse(s); return err == nil }

// with is the text with something else where the mistake is.
func (m mistaken) with(s string) string { return m.text[:m.At] + s + m.text[m.End:] }

// names reports whether the sentence is about what stands there.
func (m mistaken) names() bool { return m.text[m.At:m.End] == m.Name }

func (m mistaken) hinted() bool   { return m.names() && parses(m.with(m.Hint)) }
func (m mistaken) left() bool     { return m.names() && parses(m.with("")) }
func (m mistaken) example() bool  { return parses(m.Hint) && m.Hint != m.text }
func (m mistaken) sample() bool   { return m.names() && m.example() }
func (m mistaken) argument() bool { return parses(m.with(m.Hint)) && strings.HasPrefix(m.Hint, m.Name) }

func (m mistaken) missing() bool {
	read := m.text[:m.At]
	return strings.HasSuffix(strings.TrimSpace(read), m.Name) && parses(read+"x"+m.text[m.At:])
}

// mistakes are texts with every mistake there is, and what its sentence claims.
var mistakes = []struct {
	text    string
	problem expression.Problem
	claim   func(m mistaken) bool
}{
	{"", expression.Empty, mistaken.example},
	{"1" + strings.Repeat("0", 300), expression.TooLong, func(m mistaken) bool { return utf8.RuneCountInString(m.text) > 300 && parses(m.text[:299]) }},
	{strings.Repeat("x", 101), expression.TooLarge, func(m mistaken) bool { return 2*len(m.text)-1 > 200 && parses(m.text[1:]) }}, // letters and products
	{strings.Repeat("abs ", 41) + "x", expression.TooDeep, func(m mistaken) bool { return strings.Count(m.text, "abs") > 40 && parses(m.text[4:]) }},
	{"x # 2", expression.UnknownCharacter, func(m mistaken) bool { return m.names() && parses(strings.ReplaceAll(m.with("+"), m.Name, "")) }},
	{"x\u200b", expression.UnknownCharacter, mistaken.left},
	{"2 x y", expression.UnknownLetter, func(m mistaken) bool { return m.names() && parses(m.with("x")) && parses(m.with("a")) }},
	{"hat(x)", expression.UnknownName, mistaken.sample},
	{"asin(x)", expression.UnknownName, mistaken.sample},
	{"\\foo{x}", expression.UnknownCommand, mistaken.left},
	{"rlu(x)", expression.Misspelt, mistaken.hinted},
	{"log(x)", expression.WrittenOtherwise, mistaken.hinted},
	{"sinh(x)", expression.WrittenOtherwise, mistaken.sample},
	{"1.2.3", expression.BadNumber, mistaken.hinted},
	{"*x", expression.NoStart, func(m mistaken) bool { return m.names() && parses("2"+m.text) }},
	{"x +", expression.ValueMissing, mistaken.missing},
	{"(x + )", expression.ValueMissing, mistaken.missing},
	{"sin", expression.ArgumentMissing, mistaken.argument},
	{"max()", expression.ArgumentMissing, mistaken.argument},
	{"sin 2(x+1)", expression.ArgumentUnclear, func(m mistaken) bool { return parses("sin(2)(x+1)") && parses("sin(2(x+1))") && m.example() }},
	{"clip(x,1)", expression.TooFew, mistaken.hinted},
	{"sin(x, 1)", expression.TooMany, func(m mistaken) bool {
		return strings.HasPrefix(m.text, m.Name) && parses(m.text[:m.At]+")") && m.example()
	}},
	{"sin^-1(x)", expression.PowerOfName, func(m mistaken) bool { return strings.HasPrefix(m.text, m.Name+"^") && m.example() }},
	{"corners^2(0:0, 1:1)", expression.PowerOfName, mistaken.example},
	{"x 2", expression.NumberBehind, func(m mistaken) bool {
		one, other, _ := strings.Cut(m.Hint, ", ")
		return strings.HasPrefix(m.text, m.Name) && parses(one) && parses(other)
	}},
	{"2 3", expression.TwoNumbers, mistaken.hinted},
	{"|x|x||", expression.BarsUnclear, func(m mistaken) bool { return strings.Count(m.Name, "|") > 2 && m.example() && parses("abs(x)|x|") }},
	{"(x", expression.Unclosed, func(m mistaken) bool { return m.names() && parses(m.text+m.Hint) }},
	{"\\begin{cases} 1 & x<0 ", expression.Unclosed, func(m mistaken) bool { return m.names() && parses(m.text+m.Hint) }},
	{"x)", expression.Unopened, func(m mistaken) bool { return m.names() && parses(m.Hint+m.text) }},
	{"x, 1", expression.CommaAstray, mistaken.sample},
	{"sin(0,5)", expression.DecimalComma, mistaken.hinted},
	{"x: 1", expression.ColonAstray, func(m mistaken) bool { return m.sample() && parses("{x < 0: 1}") }},
	{"x < 1", expression.RelationAstray, func(m mistaken) bool { return m.sample() && parses("{"+m.text+": 1}") }},
	{"\\text{if} x", expression.Unexpected, mistaken.left},
	{"{x: 1}", expression.ConditionMissing, mistaken.hinted},
	{"{x<0}", expression.ColonMissing, mistaken.hinted},
	{"{1, x<0: 2}", expression.OtherwiseNotLast, func(m mistaken) bool {
		return m.names() && parses(m.with(m.Hint+": "+m.Name)) && parses("{x<0: 2, 1}")
	}},
	{"corners(0, 1)", expression.CornerColon, func(m mistaken) bool { return m.names() && !strings.Contains(m.Name, ":") && m.example() }},
	{"corners(x:0, 0:1)", expression.CornerNotNumber, func(m mistaken) bool { return m.names() && parses(m.with("-1")) && m.example() }},
	{"corners(0:0, 0:1)", expression.CornersOutOfOrder, func(m mistaken) bool { return m.names() && parses(m.with("1:1")) && m.example() }},
}

// TestEveryMistakeIsTold: there is an example of each problem, what its sentence
// claims is true, and what it advises can be read.
func TestEveryMistakeIsTold(t *testing.T) {
	told := map[expression.Problem]bool{}
	for _, c := range mistakes {
		_, err := expression.Parse(c.text)
		if err == nil || err.Problem != c.problem {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		told[c.problem] = true
		if m := (mistaken{c.text, err}); !c.claim(m) {
			t.Errorf("%q: %q is not true", c.text, err)
		}
		english := Mistake(err, lang.English)
		if got := Plain(english.String()); err.Name+err.Hint == Plain(asText(err.Name+err.Hint)) && got != err.Error() {
			t.Errorf("%q is %q, want %q", c.text, got, err)
		}
		presentable(t, c.text, func(l lang.Lang) Text { return Mistake(err, l) }, 120)
	}
	unknown := expression.Problem(math.MaxUint8)
	for p := expression.Problem(0); p.Template() != unknown.Template(); p++ {
		if !told[p] {
			t.Errorf("no example of %q", p.Template())
		}
	}
	presentable(t, "an unknown problem", func(l lang.Lang) Text { return Mistake(&expression.Error{Problem: unknown}, l) }, 120)
}

func asText(s string) string { t := text(alone, asTyped(s)); return t.String() }

// presentable checks a sentence in all languages: that it is in the catalogue, has
// nothing left of a slot or of markup but what was typed, and says the same numbers.
func presentable(t *testing.T, of string, say func(lang.Lang) Text, most int) {
	t.Helper()
	numbers := func(s string) []string {
		n := slices.DeleteFunc(written.FindAllString(s, -1), func(s string) bool { return s == "0" })
		slices.Sort(n)
		return n
	}
	var english []string
	for l := range lang.Langs {
		said := say(l)
		whole := Plain(said.String())
		if plain := string(said.AppendPlain(nil)); plain != whole {
			t.Errorf("%q: %q and %q", of, whole, plain)
		}
		if _, ok := l.Find(said.pattern); !ok || l != lang.English && Plain(say(lang.English).String()) == whole {
			t.Errorf("%q: %q is not in the catalogue", of, said.pattern)
		}
		if n := utf8.RuneCountInString(whole); n > most || !utf8.ValidString(whole) {
			t.Errorf("%q: %d letters: %q", of, n, whole)
		}
		for i := range said.args[:said.n] { // what was typed stands there, and is no part of what follows
			if a := &said.args[i]; a.form == typed {
				if a.s == "" || !strings.Contains(whole, a.s) {
					t.Errorf("%q: %q does not quote %q", of, whole, a.s)
				}
				a.s = "*"
			}
		}
		markup := said.String()
		if p := strings.ReplaceAll(Plain(markup), "max(0, x)", "*"); unpresentable[l].MatchString(p) || strings.Contains(p, "  ") || strings.TrimSpace(p) != p {
			t.Errorf("%q: %q is not presentable", of, p)
		}
		if l == lang.English {
			english = numbers(markup)
		} else if n := numbers(strings.ReplaceAll(markup, ",", ".")); l.Comma() && !slices.Equal(n, english) {
			t.Errorf("%q: %q has other numbers: %v, %v", of, markup, n, english)
		}
	}
}

// TestAnyTextIsPresentable: whatever is typed, the sentence about it is whole.
func TestAnyTextIsPresentable(t *testing.T) {
	parts := []string{"x", "a", "2", "0.5", "0,5", " ", "+", "*", "^", "(", ")", "{", "}", "[", "]", "|", ",", ":", "<", "_", "_x_", "{name}", "{hint}", "\\text{if}", "\\frac",
		"sin", "max(", "corners(", "0:1", "\\begin{cases}", "&", "\\\\", "\n", "\x1f", "\u200b", "\u202e", "\xff", "é", "\u2061", "otherwise", "log", "<b>", "!", "?"}
	r := rand.New(rand.NewPCG(5, 9))
	n := 6000
	if testing.Short() {
		n = 1000
	}
	for range n {
		var s strings.Builder
		for range 1 + r.IntN(12) {
			s.WriteString(parts[r.IntN(len(parts))])
		}
		if _, err := expression.Parse(s.String()); err != nil {
			presentable(t, s.String(), func(l lang.Lang) Text { return Mistake(err, l) }, 165)
			said := Mistake(err, lang.German)
			for _, run := range Runs(said.String()) {
				if run.Math {
					t.Fatalf("%q: %q is markup", s.String(), run.Text)
				}
			}
		}
		if t.Failed() {
			return
		}
	}
}

// TestTypedTextIsNoMarkup: it stands as it was typed, on one line, in the middle of
// words that have markup and numbers of their own.
func TestTypedTextIsNoMarkup(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"x", "x"}, {"_x_", "_x_"}, {"_", "_"}, {"a_b", "a_b"}, {"{hint}", "{hint}"}, {"{v}", "{v}"}, {"0.5", "0.5"}, {"[0.5, 1", "[0.5, 1"},
		{"x\n+\t1", "x + 1"}, {"x\u00a0+", "x +"}, {"sin\u2061x", "sinx"}, {"\u200b", "U+200B"}, {"\x1f_\x00", "U+001F_U+0000"}, {"\U000e0041", "U+E0041"},
		{"\xff", "\ufffd"}, {"<b>&amp;", "<b>&amp;"}, {"corners(-1:0, 0:1, 1:0)^2", "corners(-1:0, 0:1, 1:0)^2"}, {"abcdefghijklmnopqrstuvwxyz_", "abcdefghijkl…opqrstuvwxyz_"},
	} {
		for l := range lang.Langs {
			said := text("_{v}_ {x} _φ_ {s}", num(0.5), asTyped(c.typed), num(2.5)).in(l)
			runs := Runs(said.String())
			whole := ""
			for _, r := range runs {
				whole += r.Text
			}
			want := fmt.Sprintf("%s %s φ %s", l.Say("0.5"), c.want, l.Say("2.5"))
			if whole != want || Plain(said.String()) != want || string(said.AppendPlain(nil)) != want {
				t.Errorf("%q is %q, %q and %q, want %q", c.typed, whole, Plain(said.String()), said.AppendPlain(nil), want)
			}
			if len(runs) != 4 || !runs[0].Math || !runs[2].Math || runs[1].Math || runs[3].Math {
				t.Errorf("%q: %+v", c.typed, runs)
			}
		}
	}
}

// refusals are formulas that cannot be shown, and what is said of them.
var refusals = []struct {
	formula, english string
}{
	{"sqrt(x)", "The formula is undefined between −7 and 0. Give it values there, for example {x < 0: 0, …}."},
	{"ln(2.5 - x)", "The formula is undefined between 2.5 and 7. Give it values there, for example {x > 2.5: 0, …}."},
	{"sqrt(x^2 - 1/3)", "The formula is undefined between −0.58 and 0.58. Give it values there, for example {-0.58 < x < 0.58: 0, …}."},
	{"sqrt(x - 1/3)", "The formula is undefined between −7 and 0.33. Give it values there, for example {x < 0.34: 0, …}."},
	{"sqrt((x - 1)(x - 1.001))", "The formula is undefined between 1 and 1.001. Give it values there, for example {1 < x < 1.01: 0, …}."},
	{"{x < 0: 1}", "The formula is undefined between 0 and 7. Give it values there, for example {x > 0: 0, …}."},
	{"ln(-1 - x^2)", "The formula is undefined everywhere between −7 and 7. Write another one, such as max(0, x)."},
	{"1/x", "Near 0 the formula is not integrable, so it defines no distribution. Change it there, for example to {-0.1 < x < 0.1: 0, …}."},
	{"{x < 0: 0, x^(-3/2)}", "Near 0 the formula is not integrable, so it defines no distribution. Change it there, for example to {-0.1 < x < 0.1: 0, …}."},
	{"1/(x - 2/3)", "Near 0.67 the formula is not integrable, so it defines no distribution. Change it there, for example to {0.5 < x < 0.8: 0, …}."},
	{"sin(1/x)", "How the formula behaves near 0 cannot be decided. Change it there, for example to {-0.1 < x < 0.1: 0, …}."},
	{"|sin(50x)|", "The formula has too many possible breaks between −7 and 7. Write one with fewer jumps and corners."},
	{"|x sin(1/x)|", "The formula has too many possible breaks between −7 and 0. Write one with fewer jumps and corners."},
	{"floor(99x)", "The formula has too many possible breaks. Write one with fewer jumps and corners."},
}

// refusalClaims are what the sentences say of a formula.
var refusalClaims = map[string]func(n *expression.Node, r *pieces.Refusal, hint string) bool{
	"The formula is undefined everywhere between {lo} and {hi}. Write another one, such as max(0, x).": func(n *expression.Node, r *pieces.Refusal, _ string) bool {
		return r.From == -7 && r.To == 7 && undefined(n, -7, 7) && shownAs("max(0, x)")
	},
	"The formula is undefined between {lo} and {hi}. Give it values there, for example {hint}.": func(n *expression.Node, r *pieces.Refusal, hint string) bool {
		return undefined(n, r.From, r.To) && helps(n, r, hint)
	},
	"Near {x} the formula is not integrable, so it defines no distribution. Change it there, for example to {hint}.": func(n *expression.Node, r *pieces.Refusal, hint string) bool {
		return r.From == r.To && diverges(n, r.From) && helps(n, r, hint)
	},
	"How the formula behaves near {x} cannot be decided. Change it there, for example to {hint}.": func(n *expression.Node, r *pieces.Refusal, hint string) bool {
		return r.From == r.To && helps(n, r, hint)
	},
	"The formula has too many possible breaks between {lo} and {hi}. Write one with fewer jumps and corners.": func(n *expression.Node, r *pieces.Refusal, _ string) bool {
		return upward(n, r.From, r.To) > pieces.MostBreaks
	},
	"The formula has too many possible breaks. Write one with fewer jumps and corners.": func(n *expression.Node, _ *pieces.Refusal, _ string) bool {
		return upward(n, -pieces.Edge, pieces.Edge) > pieces.MostBreaks
	},
}

func shownAs(s string) bool {
	n, err := expression.Parse(s)
	if err != nil {
		return false
	}
	_, r := pieces.Cut(n, 0)
	return r == nil
}

func undefined(n *expression.Node, lo, hi float64) bool {
	for i := 1; i < 1000; i++ {
		if v := n.At(lo+(hi-lo)*float64(i)/1000, 0); v == v {
			return false
		}
	}
	return true
}

// diverges reports whether the integral of |f| beside x grows by as much again
// with each tenth of the distance, on one side at least.
func diverges(n *expression.Node, x float64) bool {
	for _, side := range []float64{-1, 1} {
		ring := func(d float64) (sum float64) { // from d/10 to d, by the substitution t = d·10^−s
			const cells = 400
			for i := range cells {
				t := d * math.Pow(10, -(float64(i)+0.5)/cells)
				sum += math.Abs(n.At(x+side*t, 0)) * t * math.Ln10 / cells
			}
			return sum
		}
		if first := ring(1e-2); first > 0 && ring(1e-4) > 0.9*first && ring(1e-6) > 0.9*first {
			return true
		}
	}
	return false
}

// upward counts the places, of so many that are looked at, where a graph jumps or
// bends upward.
func upward(n *expression.Node, lo, hi float64) (count int) {
	const cells = 400_000
	h := (hi - lo) / cells
	before, rise := n.At(lo, 0), 0.0
	for i := 1; i <= cells; i++ {
		v := n.At(lo+h*float64(i), 0)
		if v-before-rise > h {
			count++
		}
		before, rise = v, v-before
	}
	return count
}

// helps reports whether the formula, changed as advised, is no longer refused
// there.
func helps(n *expression.Node, r *pieces.Refusal, hint string) bool {
	changed, err := expression.Parse(strings.Replace(hint, "…", n.String(), 1))
	if err != nil || !strings.Contains(hint, "…") {
		return false
	}
	_, still := pieces.Cut(changed, 0)
	return still == nil || still.To < r.From || still.From > r.To
}

// TestEveryRefusalIsTold: what is said of a formula is true of it, and what it
// advises helps.
func TestEveryRefusalIsTold(t *testing.T) {
	said := map[string]bool{}
	for _, c := range refusals {
		n, err := expression.Parse(c.formula)
		if err != nil {
			t.Fatalf("%s: %v", c.formula, err)
		}
		_, r := pieces.Cut(n, 0)
		if r == nil {
			t.Errorf("%s is shown", c.formula)
			continue
		}
		english := Refused(r, lang.English)
		if got := Plain(english.String()); got != c.english {
			t.Errorf("%s: %q, want %q", c.formula, got, c.english)
		}
		said[english.pattern] = true
		hint := ""
		for _, a := range english.args[:english.n] {
			if a.form == typed {
				hint = a.s
			}
		}
		if claim, ok := refusalClaims[english.pattern]; !ok || !claim(n, r, hint) {
			t.Errorf("%s: %q is not true", c.formula, c.english)
		}
		presentable(t, c.formula, func(l lang.Lang) Text { return Refused(r, l) }, 130)
	}
	for pattern := range refusalClaims {
		if !said[pattern] {
			t.Errorf("nothing says %q", pattern)
		}
	}
	for _, r := range []pieces.Reason{pieces.TooLong, math.MaxUint8} { // of which there is no short example
		presentable(t, "", func(l lang.Lang) Text { return Refused(&pieces.Refusal{Reason: r}, l) }, 120)
	}
}

// TestMistakesAreLocal: numbers of the figure have a decimal comma in German,
// formulas keep their points.
func TestMistakesAreLocal(t *testing.T) {
	for typed, want := range map[string]string{
		"sin(0,5)":                   "0,5 wird als zwei Zahlen gelesen; schreiben Sie 0.5, mit Dezimalpunkt",
		"rlu(x)":                     "rlu ist nicht bekannt; meinten Sie relu?",
		"[0.5, x]":                   "[ ist hier nicht bekannt; schreiben Sie (",
		"{1.5 x, x < 0: 0}":          "1.5 x hat keine Bedingung; schreiben Sie eine dazu, etwa x < 0, oder setzen Sie es ans Ende",
		"max(0.5, x":                 "max( wird geöffnet, aber nicht geschlossen; schreiben Sie ) dort, wo es endet",
		"x 0.5":                      "ein Zahlenfaktor steht vorn und nicht hinter x; möglich sind 0.5x, x^0.5",
		"sqrt(0.25 - x)":             "Zwischen 0,25 und 7 hat die Formel keinen Wert. Geben Sie ihr dort einen, zum Beispiel {x > 0.25: 0, …}.",
		"1/(x - 1.5)":                "Nahe 1,5 ist die Formel nicht integrierbar und definiert keine Distribution. Ändern Sie sie dort, etwa in {1.4 < x < 1.6: 0, …}.",
		"{x < 1: 1, sin(1/(x - 1))}": "Wie sich die Formel nahe 1 verhält, lässt sich nicht entscheiden. Ändern Sie sie dort, etwa in {0.9 < x < 1.1: 0, …}.",
	} {
		n, err := expression.Parse(typed)
		var said Text
		if err != nil {
			said = Mistake(err, lang.German)
		} else if _, r := pieces.Cut(n, 0); r != nil {
			said = Refused(r, lang.German)
		}
		if got := Plain(said.String()); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

// What the Unicode standard calls a control, a separator, a mark of format, a surrogate
// or a character for private use cannot be seen, but for the ordinary space and the
// Arabic, Syriac and Kaithi signs that surround numbers. Letters of formulas can.
func TestVisible(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		hidden := unicode.In(r, unicode.Cc, unicode.Z, unicode.Cf, unicode.Cs, unicode.Co) && r != ' '
		around := unicode.In(r, unicode.Prepended_Concatenation_Mark) || r > 0xffff && r < 0xe0000 // signs of notations
		if visible(r) == hidden && !around && (hidden || unicode.IsPrint(r)) && !unicode.In(r, unicode.Variation_Selector) {
			t.Errorf("visible(%U) = %v", r, visible(r))
		}
	}
}
