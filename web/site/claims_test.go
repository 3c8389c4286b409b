//go:build !js

package main

import (
	"encoding/json"
	"fmt"
	"html"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"relu-three-ways/math/autodiff"
	"relu-three-ways/math/calculus"
	"relu-three-ways/math/expression"
	"relu-three-ways/render/figure"
)

// A link of the essay and each state of a lecture's scene say as data what the
// figure shows there, so that the sentence around it can be held to that:
//
//	data-claims="slope=none; interval=[0,1]"
//
//	fn lens x g c w h a beta s steps t k p order sweep  as in an address
//	place=-0.2                  where steps have led
//	hidden=yes                  whether anything is hidden
//	slope=none                  f′(x), or none
//	left=0 right=1              the one-sided slopes, perhaps +inf or -inf
//	secants=0,1                 the slopes of the secants from left and right
//	interval=[0,1]              ∂f(x), or {1}, or empty
//	clarke=none                 Clarke’s subdifferential, likewise, or none
//	supports=yes                whether the line of slope g is a supporting line
//	minimiser=yes               whether 0 ∈ ∂f(x)
//	valuejump=1 slopejump=none  f(x) − f(x⁻) and f′₊(x) − f′₋(x), or none
//	mass1=1 mass2=none          the mass at x of f′ and of f″, or none where that is no measure
//	pairing=phi(0)              ⟨f′, φ⟩, or ⟨f″, φ⟩ in order 2; or a number, or mass, which is ∫φ
//	derivative=H                what the derivative is: H, delta, cantor, or 2x
//	smoothed=0.5                the slope at 0 of f smoothed by η
//	programs=0,1,nan,none       what PyTorch, JAX, TensorFlow and MLX return, or none
//
// The first lines are read at the place that the lens looks at. A number is as
// exact as its decimals are.

// following are states that a reader may come from.
func following() map[string]figure.Model {
	from := map[string]figure.Model{}
	for _, link := range []string{
		"", "lens=dist&order=2&p=5", "lens=dist&order=2&p=2.5&sweep=on", "lens=point&x=0&h=0.0009765625", "lens=dist&c=-2&w=0.05&p=3",
		"lens=compare&s=-1&w=0.05&g=3", "lens=compare&s=1&w=3&x=-3", "fn=cantor&lens=sub&x=0.25&g=-2", "fn=softplus&beta=64&lens=dist&order=2&p=4",
		"fn=kink&a=2&lens=sub&x=0&g=3", "fn=leaky&a=0.9&lens=point&x=-1", "fn=heaviside&lens=dist&p=5&c=0&w=0.05", "fn=sqrtabs&lens=compare&h=2",
		"fn=abs&lens=sub&steps=fixed&x=1.3&t=0.5&k=4&g=0", "lens=sub&steps=proximal&x=2&t=2&k=1",
	} {
		m, warnings := figure.Parse(link)
		if len(warnings) > 0 {
			panic(warnings[0])
		}
		from[link] = m
		m = figure.Update(m, figure.Motion{Reduced: true})
		from[link+", less motion"] = m
	}
	playing := from["lens=dist&order=2&p=5"]
	from["playing"] = figure.Update(figure.Update(playing, figure.Replay{}), figure.Tick{Seconds: 0.4})
	from["gliding"] = figure.Update(figure.Update(figure.New(), figure.Steer{Link: "x=-3&h=0.1&s=0.4&g=2"}), figure.Tick{Seconds: 0.2})
	from["shrinking"] = figure.Update(figure.Update(figure.New(), figure.Shrink{On: true}), figure.Tick{Seconds: 0.2})
	from["walking"] = figure.Update(figure.Update(from["lens=dist&c=-2&w=0.05&p=3"], figure.Stroll{On: true}), figure.Tick{Seconds: 0.2})
	return from
}

// wrong lists the claims that are not true of a model at rest.
func wrong(m figure.Model, claims string) (faults []string) {
	for _, claim := range strings.Split(claims, ";") {
		key, want, ok := strings.Cut(strings.TrimSpace(claim), "=")
		if !ok || want == "" {
			faults = append(faults, fmt.Sprintf("%q is not a claim", claim))
		} else if got := shown(m, key); !got(want) {
			faults = append(faults, claim+" is not so")
		}
	}
	return faults
}

// shown tells what a model shows of a key, as a comparison with what is claimed.
func shown(m figure.Model, key string) func(want string) bool {
	is := func(v float64) func(string) bool { return func(want string) bool { return equal(v, want) } }
	yes := func(v bool) func(string) bool {
		return func(want string) bool { return want == "yes" && v || want == "no" && !v }
	}
	either := func(v float64, ok bool) func(string) bool {
		if ok {
			return is(v)
		}
		return func(want string) bool { return want == "none" }
	}
	var told struct{ State map[string]any }
	if err := json.Unmarshal([]byte(figure.Report(m)), &told); err != nil {
		panic(err)
	}
	if v, ok := told.State[key]; ok {
		return func(want string) bool {
			n, err := strconv.ParseFloat(want, 64)
			return v == want || err == nil && v == n || v == "1" && n == 1 || v == "2" && n == 2
		}
	}
	function := m.Function()
	at := m
	if m.Lens == figure.Compare { // whose columns stand at 0
		at.X = 0
	}
	f := at.Facts()
	mass := func(g calculus.Function) float64 {
		for _, a := range g.Atoms() {
			if a.X == at.X {
				return a.Mass
			}
		}
		return 0
	}
	switch key {
	case "place":
		return is(m.X)
	case "hidden":
		return yes(m.KeptBack()&figure.HideAnswer != 0)
	case "slope":
		return either(f.Slope, f.HasSlope)
	case "left":
		return is(f.Left)
	case "right":
		return is(f.Right)
	case "secants":
		return func(want string) bool {
			l, r, _ := strings.Cut(want, ",")
			return equal(f.QuotLeft, l) && equal(f.QuotRight, r)
		}
	case "interval":
		return func(want string) bool { return sameSet(f.Sub, want) }
	case "clarke":
		return func(want string) bool {
			return !f.HasClarke && want == "none" || f.HasClarke && sameSet(f.Clarke, want)
		}
	case "supports":
		return yes(f.Supports)
	case "minimiser":
		return yes(f.Sub.Contains(0))
	case "valuejump":
		return is(f.ValueJump)
	case "slopejump":
		return either(f.SlopeJump, f.HasSlopeJump)
	case "mass1":
		return is(mass(function))
	case "mass2":
		first, ok := function.Weak()
		if !ok {
			return either(0, false)
		}
		return is(mass(first))
	case "pairing":
		return func(want string) bool {
			if math.Abs(f.Pairing.ByParts-f.Pairing.Direct) > 1e-9 {
				return false
			}
			switch want {
			case "phi(0)":
				return math.Abs(f.Pairing.ByParts-m.Probe().Value(0)) < 1e-9
			case "mass":
				return math.Abs(f.Pairing.ByParts-m.Probe().Mass()) < 1e-9
			}
			return equal(f.Pairing.ByParts, want)
		}
	case "derivative":
		return func(want string) bool { return want == derivative(m.Differentiated()) }
	case "programs":
		return func(want string) bool {
			each := strings.Split(want, ",")
			list, _ := m.Derived()
			for i, p := range list {
				if len(each) != len(list) || !(!p.OK && each[i] == "none" || p.OK && (p.Slope != p.Slope && each[i] == "nan" || equal(p.Slope, each[i]))) {
					return false
				}
			}
			return true
		}
	case "smoothed":
		return either(m.Smoothed(), m.Smooths())
	}
	return func(string) bool { return false }
}

// derivative names the distributional derivative of a function.
func derivative(f calculus.Function) string {
	dense := func(law func(x float64) float64) bool {
		for x := -3.3; x < 3.3; x += 0.137 {
			if math.Abs(f.Density(x)-law(x)) > 1e-12 {
				return false
			}
		}
		return true
	}
	atoms, zero := f.Atoms(), dense(func(float64) float64 { return 0 })
	switch {
	case f.Singular():
		return "cantor"
	case zero && slices.Equal(atoms, []calculus.Atom{{X: 0, Mass: 1}}):
		return "delta"
	case len(atoms) == 0 && dense(func(x float64) float64 { return 2 * x }):
		return "2x"
	case len(atoms) == 0 && dense(func(x float64) float64 { return math.Max(0, math.Copysign(1, x)) }):
		return "H"
	}
	return "another"
}

// equal compares a value with a number as it is written.
func equal(v float64, want string) bool {
	n, err := strconv.ParseFloat(want, 64)
	if err != nil || math.IsInf(n, 0) || math.IsInf(v, 0) {
		return err == nil && v == n
	}
	least := 1e-9 // a whole number is meant exactly
	if _, decimals, ok := strings.Cut(want, "."); ok {
		least = 0.5*math.Pow(10, -float64(len(decimals))) + 1e-12
	}
	return math.Abs(v-n) <= least
}

// sameSet compares a set of slopes with one as it is written.
func sameSet(i calculus.Interval, want string) bool {
	if want == "empty" || i.Empty() {
		return want == "empty" && i.Empty()
	}
	if one, ok := strings.CutPrefix(want, "{"); ok {
		return i.Lo == i.Hi && equal(i.Lo, strings.TrimSuffix(one, "}"))
	}
	lo, hi, _ := strings.Cut(strings.Trim(want, "[]"), ",")
	return strings.HasPrefix(want, "[") && i.Lo < i.Hi && equal(i.Lo, lo) && equal(i.Hi, hi)
}

// needed are the keys that a link has to say, since its lens shows them and a
// reader may have left them anywhere.
func needed(link string) (missing []string) {
	m, _ := figure.Parse(link)
	keys := []string{"fn", "lens"}
	switch m.Lens {
	case figure.Point:
		keys = append(keys, "x", "h")
	case figure.Sub:
		keys = append(keys, "x")
		if m.Tries() {
			keys = append(keys, "g")
		}
		if m.Stepping() {
			keys = append(keys, "steps", "t", "k")
		}
	case figure.Dist:
		keys = append(keys, "order", "sweep", "p")
	case figure.Compare:
		keys = append(keys, "g", "w", "s")
	}
	if m.Has(figure.A) {
		keys = append(keys, "a")
	}
	if m.Has(figure.Beta) {
		keys = append(keys, "beta")
	}
	for _, key := range keys {
		if !strings.Contains("&"+link, "&"+key+"=") && !(key == "fn" && strings.Contains("&"+link, "&f=")) {
			missing = append(missing, key)
		}
	}
	return missing
}

var (
	essayLink   = regexp.MustCompile(`<a [^>]*data-figure="figure"[^>]*>`)
	essayOutput = regexp.MustCompile(`(<dd>)?<output ([^>]*)>([^<]*)</output>`)
	attribute   = regexp.MustCompile(`([a-z-]+)="([^"]*)"`)
)

func attributesOf(tag string) map[string]string {
	of := map[string]string{}
	for _, a := range attribute.FindAllStringSubmatch(tag, -1) {
		of[a[1]] = html.UnescapeString(a[2])
	}
	return of
}

// TestEssayIsTrue: wherever a reader comes from, a link of the essay shows what
// its sentence says.
func TestEssayIsTrue(t *testing.T) {
	essay, err := os.ReadFile("../essay/index.html")
	if err != nil {
		t.Fatal(err)
	}
	from := following()
	links := essayLink.FindAllString(string(essay), -1)
	if len(links) < 45 {
		t.Errorf("there are only %d links", len(links))
	}
	for _, tag := range links {
		a := attributesOf(tag)
		link, claims := strings.TrimPrefix(a["href"], "#"), a["data-claims"]
		if claims == "" {
			t.Errorf("#%s claims nothing", link)
			continue
		}
		if missing := needed(link); len(missing) > 0 {
			t.Errorf("#%s leaves %s as it was", link, missing)
		}
		for name, m := range from {
			if faults := wrong(figure.Update(m, figure.Steer{Link: link}).Goal(), claims); len(faults) > 0 {
				t.Errorf("#%s from %q: %s", link, name, faults)
			}
		}
	}
}

// TestEssaysNumbers: the numbers in the prose are the figure's own, and what is
// said of them is so in every state.
func TestEssaysNumbers(t *testing.T) {
	essay, err := os.ReadFile("../essay/index.html")
	if err != nil {
		t.Fatal(err)
	}
	var told struct{ Words map[string]string }
	if err := json.Unmarshal([]byte(figure.Report(figure.New())), &told); err != nil {
		t.Fatal(err)
	}
	outputs := essayOutput.FindAllStringSubmatch(string(essay), -1)
	if len(outputs) < 4 {
		t.Errorf("there are only %d", len(outputs))
	}
	for _, o := range outputs {
		a := attributesOf(o[2])
		if now, ok := told.Words[a["data-show"]]; !ok || now != o[3] {
			t.Errorf("%s is %q on the page, and %q at first", a["data-show"], o[3], now)
		}
		if inProse := o[1] == ""; inProse && a["data-claims"] == "" {
			t.Errorf("what is said of %s is not claimed", a["data-show"])
		} else if inProse {
			for name, m := range following() {
				if !agrees(m.Goal(), a["data-claims"]) {
					t.Errorf("%s in %q: %s is not so", a["data-show"], name, a["data-claims"])
				}
			}
		}
	}
}

// agrees reports whether what is said of both sides of the pairing is so.
func agrees(m figure.Model, claim string) bool {
	p := m.Facts().Pairing
	return claim == "sides=equal" && math.Abs(p.ByParts-p.Direct) < 1e-9
}

// TestLecturesAreTrue: each state of a scene shows what the scene claims, and hides what
// it asks for, from wherever the lecturer goes there, and whatever a hand has done meanwhile.
func TestLecturesAreTrue(t *testing.T) {
	t.Parallel()
	from := following()
	controls := map[string]figure.Control{"x": figure.X, "g": figure.G, "c": figure.C, "w": figure.W, "h": figure.H, "a": figure.A, "beta": figure.Beta, "p": figure.P, "s": figure.S, "t": figure.T, "k": figure.K}
	for _, name := range []string{"deck.json", "deck.de.json"} {
		for n, s := range readShipped(t, name) {
			if s.Figure == "" {
				continue
			}
			hides := strings.Contains(s.Figure, "hide=")
			for _, step := range s.Steps {
				hides = hides || strings.Contains(step.Figure, "hide=")
			}
			if len(s.Claims) != 1+len(s.Steps) {
				t.Errorf("%s, scene %d: %d claims for %d states", name, n+1, len(s.Claims), 1+len(s.Steps))
				continue
			}
			for _, step := range s.Steps {
				if missing := needed(step.Figure); len(missing) > 0 || hides && !strings.Contains(step.Figure, "hide=") {
					t.Errorf("%s, scene %d: the step %v leaves %s as it was", name, n+1, step, missing)
				}
			}
			for k, claim := range s.Claims { // what asks keeps the answer back
				said := s.Say
				if k > 0 {
					said = s.Steps[k-1].Say
				}
				if strings.Contains(said, "?") && !strings.Contains(claim, "hidden=yes") {
					t.Errorf("%s, scene %d, state %d asks %q and hides nothing", name, n+1, k, said)
				}
			}
			for came, m := range from {
				for k := range 1 + len(s.Steps) {
					link := s.Figure
					if k > 0 {
						link = s.Steps[k-1].Figure
					}
					event := figure.Event(figure.Steer{Link: link})
					if k == 0 {
						event = figure.Show{Link: link}
					}
					m = figure.Update(m, event)
					if faults := wrong(m.Goal(), s.Claims[k]); len(faults) > 0 {
						t.Errorf("%s, scene %d, state %d from %q: %s", name, n+1, k, came, faults)
					}
					m = figure.Update(m, figure.Land{})
					for i, c := range s.Touch { // a hand, and a lecturer who looks at something else
						m = figure.Update(m, figure.ToEnd{Control: controls[c], Dir: 1 - 2*(i%2)})
					}
					if k%2 == 0 {
						m = figure.Update(figure.Update(m, figure.Choose{Fn: calculus.Abs}), figure.Look{Lens: figure.Compare})
					}
				}
			}
		}
	}
}

// TestTablesOfProgramsAreTrue: what a lecture's table says of a program is what its rules
// make of the function, unless the row says that it was so in an older version.
func TestTablesOfProgramsAreTrue(t *testing.T) {
	formula := strings.NewReplacer("maximum", "max", "−", "-")
	for _, name := range []string{"deck.json", "deck.de.json"} {
		rows := 0
		for _, s := range readShipped(t, name) {
			if s.Table == nil {
				continue
			}
			for _, row := range s.Table.Rows {
				want := map[string]float64{"0": 0, "1/2": 0.5, "1": 1}
				program, _, _ := strings.Cut(row[0], " in ") // a library, whose versions and sources come in the last column
				text, answer := formula.Replace(program), row[1]
				if text == "clamp(x, min=0)" {
					text, answer = "clip(x, 0, 9)", "0"
					if !strings.Contains(row[2], "2.14") {
						t.Errorf("%s: %q", name, row)
					}
				}
				n, err := expression.Parse(text)
				if v, ok := want[answer]; err != nil || !ok {
					t.Errorf("%s: %q cannot be looked up: %v", name, row, err)
				} else {
					for f := range autodiff.Frameworks {
						if got := autodiff.Derive(n, 0, 0, f); strings.Contains(row[2], f.String()) && (!got.OK || got.Slope != v) {
							t.Errorf("%s: %q, but %v returns %+v", name, row, f, got)
						}
					}
					rows++
				}
			}
		}
		if rows < 5 {
			t.Errorf("%s: %d rows", name, rows)
		}
	}
}

// TestClaimsCanFail: what is not so is told.
func TestClaimsCanFail(t *testing.T) {
	for _, c := range []struct{ link, claim string }{
		{"", "slope=none"}, {"x=0", "slope=0"}, {"x=0&h=1", "secants=0.00,0.99"}, {"x=0", "interval={0}"}, {"x=1", "interval=[0,1]"}, {"x=1", "interval=empty"},
		{"fn=minusabs&x=0", "clarke=none"}, {"fn=heaviside&x=0", "clarke=[0,1]"}, {"lens=sub&x=0&g=1.3", "supports=yes"}, {"x=1", "minimiser=yes"},
		{"fn=heaviside&x=0", "slopejump=0"}, {"fn=heaviside&x=0", "mass1=0"}, {"lens=compare&x=1", "mass2=0"}, {"lens=dist", "pairing=1.5486"}, {"lens=dist", "pairing=phi(0)"},
		{"lens=dist&order=2", "derivative=H"}, {"lens=dist&order=2", "order=1"}, {"fn=heaviside", "derivative=H"}, {"lens=compare&s=0.1", "smoothed=0.5"}, {"", "h=0.5"}, {"", "fn=abs"},
		{"fn=abs&x=0", "programs=0,0,0,0"}, {"fn=heaviside&x=0", "programs=0,0,0,0"}, {"x=0", "programs=0"}, {"", "colour=red"}, {"", "slope"}, {"", ""}, {"", "hidden=yes"}, {"hide=lower", "hidden=no"},
	} {
		m, _ := figure.Parse(c.link)
		if len(wrong(m, c.claim)) != 1 {
			t.Errorf("#%s is told to have %q", c.link, c.claim)
		}
	}
}
