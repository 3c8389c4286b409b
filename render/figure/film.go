package figure

import "math"

// Film is a picture that moves by itself for a known time: a state, and what is
// done to it when. What it shows at a time is a function of that time alone.
type Film struct {
	Start Model
	Cues  []Cue // in the order of their times
	Beats int   // how long it is
}

// Cue is an event at a beat.
type Cue struct {
	At int
	Do Event
}

// BeatsASecond is how often time passes in a film. It is a multiple of the usual
// rates of frames, so that each sees the same film.
const BeatsASecond = 300

// Times of films, seconds: what stands still at the beginning, and at the end.
const (
	openSeconds  = 1.0
	closeSeconds = 2.0
)

// LeastDwell and MostDwell bound the rest on each step of a film, seconds.
const (
	LeastDwell = 0.5
	MostDwell  = 20.0
)

// NewFilm is a film of what a link shows: of the derivation, of shrink (h → 0), of
// the sweep, of descent (the steps of an optimiser, fixed ones if the link has none), or
// of steps, to each of which it glides and where it then rests for so many seconds. Of
// another kind there is none.
func NewFilm(kind, link string, steps []string, dwell float64) (Film, bool) {
	m, _ := Parse(link)
	m = m.landed()
	m.Reduced = false
	switch kind {
	case "derivation":
		m.Lens, m.Sweep, m.P = Dist, false, PRange().Lo
		return m.runs(Play{On: true}, dwellSeconds), true
	case "shrink":
		m.Lens = Point
		if m.H <= HRange().Lo {
			m.H = 1
		}
		return m.runs(Shrink{On: true}, openSeconds), true
	case "sweep":
		m.Lens, m.Sweep = Dist, true
		return m.runs(Stroll{On: true}, openSeconds), true
	case "descent":
		if m.Lens = Sub; m.Steps == NoSteps {
			m.Steps = Fixed
		}
		m.put(K, 0)
		return m.runs(Play{On: true}, openSeconds), true
	case "steps":
		if !(dwell >= LeastDwell) {
			dwell = LeastDwell
		}
		dwell = min(dwell, MostDwell)
		f, at := Film{Start: m.begins()}, dwell
		for _, step := range steps {
			f.Cues = append(f.Cues, Cue{beats(at), Steer{Link: step}})
			at += glideSeconds + dwell
		}
		f.Beats = beats(at)
		return f, true
	}
	return Film{}, false
}

// runs is the film of one run, which an event starts after so many seconds.
func (m Model) runs(e Event, open float64) Film {
	m = m.begins()
	n := Update(m, e)
	return Film{m, []Cue{{beats(open), e}}, beats(open + max(n.Run.seconds(), n.Walk.seconds()) + closeSeconds)}
}

// begins is the model at rest, as any event leaves it.
func (m Model) begins() Model { return Update(m.settled(), Land{}) }

// beats are those of a time, in seconds.
func beats(seconds float64) int { return int(math.Ceil(seconds*BeatsASecond - 1e-6)) }

// Showing is a film at one of its beats.
type Showing struct {
	Model Model
	Beat  int
	Done  int // how many cues have come
}

// Begin is the film before its first beat.
func (f *Film) Begin() Showing { return f.cued(Showing{Model: f.Start}) }

// On is the film at a later beat. Time passes beat by beat, so that it does not
// matter where one looked before.
func (f *Film) On(s Showing, beat int) Showing {
	for s.Beat < beat {
		s.Beat++
		if s.Model.Moving() {
			s.Model = Update(s.Model, Tick{Seconds: 1.0 / BeatsASecond})
		}
		s = f.cued(s)
	}
	return s
}

// cued does what is to be done by now.
func (f *Film) cued(s Showing) Showing {
	for s.Done < len(f.Cues) && f.Cues[s.Done].At <= s.Beat {
		s.Model = Update(s.Model, f.Cues[s.Done].Do)
		s.Done++
	}
	return s
}
