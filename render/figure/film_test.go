package figure

import (
	"math"
	"math/rand/v2"
	"testing"

	"relu-three-ways/math/calculus"
)

// filmed calls f with films of every kind and of many functions.
func filmed(f func(name string, film Film)) {
	steps := []string{"lens=sub&x=0&g=0.5", "x=1&g=1", "lens=dist&c=0.3&p=3", "lens=compare", "nonsense=1&x=far", "lens=dist&p=5&w=0.7"}
	for k := range calculus.Kinds {
		for _, kind := range []string{"derivation", "shrink", "sweep", "descent", "steps"} {
			film, ok := NewFilm(kind, "lens=point&x=0.4&h=0.5&fn="+k.String(), steps, 1.5)
			if !ok {
				panic(kind)
			}
			f(kind+" of "+k.String(), film)
		}
	}
}

// TestAFilmIsAFunctionOfTime: what is shown at a beat does not depend on where
// one looked before, and at its ends nothing moves.
func TestAFilmIsAFunctionOfTime(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 1))
	filmed(func(name string, f Film) {
		if begin := f.Begin(); begin.Model != f.Start || begin.Model.Moving() {
			t.Errorf("%s begins in motion", name)
		}
		s := f.Begin()
		for s.Beat < f.Beats {
			s = f.On(s, min(s.Beat+1+rng.IntN(200), f.Beats))
			if rng.IntN(8) == 0 && f.On(f.Begin(), s.Beat) != s {
				t.Fatalf("%s: beat %d depends on the beats that were asked for", name, s.Beat)
			}
		}
		if s.Model.Moving() || s.Done != len(f.Cues) {
			t.Errorf("%s ends in motion after %d of %d cues", name, s.Done, len(f.Cues))
		}
		if s.Model.Picture() == f.Start.Picture() && f.Cues[0].Do != (Stroll{On: true}) && !(f.Start.Stepping() && f.Start.Path.N == 0) {
			t.Errorf("%s shows nothing new", name)
		}
	})
}

// TestAFilmRests: on each step of a film of steps nothing moves for as long as was
// asked, and each line of the derivation, and each place of an optimiser, is there for its
// rest.
func TestAFilmRests(t *testing.T) {
	filmed(func(name string, f Film) {
		still, longest := 0, 0
		var rests []int
		s := f.Begin()
		for beat := 1; beat <= f.Beats; beat++ {
			was := s
			s = f.On(s, beat)
			if s.Model.Picture() == was.Model.Picture() {
				still++
				longest = max(longest, still)
			} else if still > 0 {
				rests, still = append(rests, still), 0
			}
		}
		rests = append(rests, still)
		switch n := f.Start.Path.N; {
		case f.Start.Stepping():
			if len(rests) != n+1 || n > 0 && rests[1] < beats(landSeconds)-2 {
				t.Errorf("%s, of %d steps, rests for %v beats", name, n, rests)
			}
		case f.Cues[0].Do == (Play{On: true}):
			if len(rests) != 5 || rests[1] < beats(dwellSeconds)-2 {
				t.Errorf("%s rests for %v beats", name, rests)
			}
		}
		if last := rests[len(rests)-1]; last < beats(1.5)-2 {
			t.Errorf("%s ends after a rest of %d beats", name, last)
		}
	})
}

func TestAFilmOfBadInput(t *testing.T) {
	if _, ok := NewFilm("loop", "", nil, 1); ok {
		t.Error("there is a film of a kind that is none")
	}
	for _, dwell := range []float64{-1, 0, 1e9, math.Inf(1), math.Inf(-1), math.NaN()} {
		f, ok := NewFilm("steps", "&&=%zz", []string{"%", ""}, dwell)
		if !ok || f.Beats < 3*beats(LeastDwell) || f.Beats > 3*beats(MostDwell+glideSeconds) {
			t.Errorf("with a dwell of %v it has %d beats", dwell, f.Beats)
		}
	}
}
