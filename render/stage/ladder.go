package stage

// The ladder of painters: the GPU at full resolution; the GPU at a coarser one
// while something moves; SVG. It is climbed down only as far as needed, and up
// again only when nothing has moved for a while: each step makes a new canvas,
// which on a slow machine costs more than a frame.

// step is what the ladder asks for after a frame.
type step uint8

const (
	stay    step = iota
	coarser      // go on at the coarse resolution
	sharper      // draw the picture that stands still at full resolution
	giveUp       // let SVG paint
)

// Limits of the ladder.
const (
	slowFrame = 1000.0 / 30 // ms; what takes longer does not hold 30 frames a second
	pause     = 250.0       // ms between frames that belong to different motions
	patience  = 12          // slow frames, more than the others, before a step down
	wariness  = 4           // the same, once full resolution has been too slow
	settled   = 300.0       // ms without change, after which a motion has ended
)

// ladder measures the frames of a motion.
type ladder struct {
	low    bool    // on the second rung
	slow   int     // slow frames minus quick ones, not below 0
	last   float64 // ms, when the last frame of a motion was drawn
	wary   bool    // full resolution has been too slow once
	pinned bool    // no step any more: the painter was chosen by hand, or SVG has taken over
}

// frame takes the time of a frame, in ms, and whether it showed a change.
func (l *ladder) frame(now float64, moving bool) step {
	if !moving {
		if l.low && now-l.last >= settled {
			l.low = false
			return sharper
		}
		return stay
	}
	dt := now - l.last
	l.last = now
	if l.pinned || dt > pause || dt <= 0 {
		return stay
	}
	if dt > slowFrame*1.25 {
		l.slow++
	} else if l.slow > 0 {
		l.slow--
	}
	if l.slow < patience && (l.low || !l.wary || l.slow < wariness) {
		return stay
	}
	l.slow = 0
	if l.low {
		l.low, l.pinned = false, true
		return giveUp
	}
	l.low, l.wary = true, true
	return coarser
}

// pending reports whether a picture is still to be sharpened, so that the stage
// may not sleep for longer than that.
func (l *ladder) pending() bool { return l.low }
