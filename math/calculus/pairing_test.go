package calculus

import (
	"bufio"
	"math"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"
)

func tolerance(k Kind) float64 {
	if k == Cantor {
		return 1e-9
	}
	return 1e-12
}

// smallest is where float64 begins to lose digits to underflow.
const smallest = 1e-290

func TestBothSidesAgree(t *testing.T) {
	for _, f := range listed() {
		for _, p := range probes(1000) {
			pair, scale := f.Pair(p), f.Scale(p)
			if !(math.Abs(pair.Error) <= tolerance(f.Kind())*scale+smallest) {
				t.Errorf("%v, %v: %v, scale %v", f.Kind(), p, pair, scale)
			}
			if math.Abs(pair.ByParts) > scale*(1+1e-12) {
				t.Errorf("%v, %v: |%v| is above the scale %v", f.Kind(), p, pair, scale)
			}
		}
	}
}

func TestPartsAddUp(t *testing.T) {
	for _, f := range listed() {
		for _, p := range probes(100) {
			tol := tolerance(f.Kind())*f.Scale(p)*4 + smallest
			sum := 0.0
			at := p.Lo()
			for _, part := range f.Parts(p) {
				sum += part.ByParts
				if e := part.BoundaryLo - part.BoundaryHi + part.Direct - part.ByParts; !near(e, 0, tol) {
					t.Errorf("%v, %v: by parts on %v errs by %v", f.Kind(), p, part, e)
				}
				if part.Lo != at || part.Hi <= at {
					t.Errorf("%v, %v: part %v begins at %v", f.Kind(), p, part, at)
				}
				at = part.Hi
			}
			if at != p.Hi() || !near(sum, f.ByParts(p), tol) {
				t.Errorf("%v, %v: parts end at %v and sum to %v", f.Kind(), p, at, sum)
			}
		}
	}
}

func TestClosedForms(t *testing.T) {
	for _, p := range probes(200) {
		for _, c := range []struct {
			k    Kind
			want float64
		}{
			{Heaviside, p.Value(0)},      // ⟨δ, φ⟩ = φ(0)
			{Square, 2 * p.C * p.Mass()}, // ∫ 2xφ, φ even about C
			{MinusAbs, -Of(Abs, Params{}).ByParts(p)},
		} {
			f := of(c.k, Params{})
			if got := f.ByParts(p); !near(got, c.want, 1e-12*f.Scale(p)+smallest) {
				t.Errorf("%v, %v: %v, want %v", c.k, p, got, c.want)
			}
		}
		// r(x) − r(−x) = x, |x| = 2r(x) − x
		r, abs := Of(ReLU, Params{}), Of(Abs, Params{})
		if got := abs.ByParts(p) - 2*r.ByParts(p) + p.Mass(); !near(got, 0, 1e-12*p.Mass()*20) {
			t.Errorf("%v: |x| − 2r + x pairs to %v", p, got)
		}
		// c(x) + c(1 − x) = 1
		c := Of(Cantor, Params{})
		if d := c.Direct(p) - c.Direct(Probe{C: 1 - p.C, W: p.W}); !near(d, 0, 1e-12) {
			t.Errorf("%v: the Cantor measure is not symmetric: %v", p, d)
		}
	}
}

// The references have 40 digits; the pairing must be right to the tolerance
// and the scale nearly so.
func TestReference(t *testing.T) {
	file, err := os.Open("testdata/reference.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	seen := [Kinds]int{}
	worst := [Kinds]float64{}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		w := strings.Fields(lines.Text())
		if w[0] == "#" {
			continue
		}
		number := func(i int) float64 {
			v, err := strconv.ParseFloat(w[i], 64)
			if err != nil {
				t.Fatal(err)
			}
			return v
		}
		p := Probe{C: number(2), W: number(3)}
		if w[0] == "mass" {
			if p.Mass() != number(4) {
				t.Errorf("mass %v, want %v", p.Mass(), w[4])
			}
			continue
		}
		k, ok := ParseKind(w[0])
		if !ok {
			t.Fatal(lines.Text())
		}
		seen[k]++
		f := of(k, Params{A: number(1), Beta: number(1)})
		want, _, _ := big.ParseFloat(w[4], 10, 160, big.ToNearestEven)
		scale := number(5)
		for _, got := range []float64{f.ByParts(p), f.Direct(p)} {
			d, _ := want.Sub(big.NewFloat(got), want).Float64()
			want, _, _ = big.ParseFloat(w[4], 10, 160, big.ToNearestEven)
			if math.Abs(d) > smallest {
				worst[k] = max(worst[k], math.Abs(d)/scale)
			}
			if !(math.Abs(d) <= tolerance(k)*scale+smallest) {
				t.Errorf("%s: %v, off by %v of the scale", lines.Text(), got, d/scale)
			}
		}
		if got := f.Scale(p); !near(got, scale, 1e-11*scale+smallest) {
			t.Errorf("%s: scale %v", lines.Text(), got)
		}
	}
	for k, n := range seen {
		if n < 20 {
			t.Errorf("%v: only %d references", Kind(k), n)
		}
		t.Logf("%-9v worst relative error %.1e in %d", Kind(k), worst[k], n)
	}
}

func TestPairingsDoNotAllocate(t *testing.T) {
	for _, f := range listed() {
		p := Probe{C: 0.4, W: 0.9}
		if n := testing.AllocsPerRun(10, func() { f.Pair(p); f.Scale(p) }); n != 0 {
			t.Errorf("%v: %v allocations", f.Kind(), n)
		}
	}
}

func BenchmarkPair(b *testing.B) {
	for k := range Kinds {
		b.Run(k.String(), func(b *testing.B) {
			b.ReportAllocs()
			f := of(k, Params{A: 0.5, Beta: 4})
			for i := 0; b.Loop(); i++ {
				f.Pair(Probe{C: float64(i%61)/10 - 3, W: 0.05 + float64(i%30)/10})
			}
		})
	}
}

// The dearest probes: the sharpest softplus, and the Cantor function under the
// narrowest probe and under an edge inside the set.
func BenchmarkPairHard(b *testing.B) {
	for _, c := range []struct {
		name string
		k    Kind
		p    Probe
	}{
		{"softplus", Softplus, Probe{C: 0.3, W: 3}},
		{"cantor-narrow", Cantor, Probe{C: 0.3, W: 0.1}},
		{"cantor-edge", Cantor, Probe{C: 0.5, W: 0.4}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			f := of(c.k, Params{Beta: 64})
			for b.Loop() {
				f.Pair(c.p)
			}
		})
	}
}

// TestSettledNearZero: a pairing that is nearly 0 is what Direct says, also of a staircase
// whose edge alone the probe meets; one whose terms cancel is 0.
func TestSettledNearZero(t *testing.T) {
	for _, c := range []struct {
		k    Kind
		p    Probe
		zero bool
	}{
		{Cantor, Probe{C: 3, W: 2.07}, false},
		{Cantor, Probe{C: -2, W: 2.07}, false},
		{Heaviside, Probe{C: 1, W: 1.01}, false},
		{Square, Probe{C: 0, W: 1.3}, true},
		{Abs, Probe{C: 0, W: 0.7}, true},
	} {
		f := of(c.k, Params{})
		want := f.Direct(c.p)
		if c.zero {
			want = 0
		}
		if got := f.Settled(f.ByParts(c.p), c.p); !near(got, want, 1e-9*want) || (got == 0) != c.zero {
			t.Errorf("%v, %v: %v, want %v", c.k, c.p, got, want)
		}
	}
}
