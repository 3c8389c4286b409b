package figure

import "testing"

// standing is the pose that axes end up with, and whether they are on their way.
func standing(m Model) (Pose, bool) {
	_, at, share := m.Standing()
	return at, share < 1
}

// TestAxesStandUnderAHand: what they stand by is the pose before the hand came,
// wherever the hand goes, and the new one after it has let go.
func TestAxesStandUnderAHand(t *testing.T) {
	m, _ := Parse("lens=dist")
	first, moves := standing(m)
	if moves {
		t.Fatal("axes move at rest")
	}
	m = Update(m, Grab{C})
	for _, to := range []float64{1, 2.5, -3, 3} {
		m = Update(m, Drag{Control: C, To: to})
		if at, moves := standing(m); at != first || moves {
			t.Errorf("a hand at %v moves what the axes stand by", to)
		}
	}
	m = Update(m, Release{C})
	at, moves := standing(m)
	if at.Of[C] != 3 || !moves || !m.Moving() {
		t.Errorf("after the hand they stand by %v, moving: %v", at.Of[C], moves)
	}
	was, _, share := m.Standing()
	if was != first || share != 0 {
		t.Errorf("they leave from %v with a share of %v", was, share)
	}
	for range 30 {
		m = Update(m, Tick{1. / 60})
	}
	if _, moves := standing(m); moves || m.Moving() {
		t.Error("they never arrive")
	}
}

// TestAxesGlideAfterAKey: a key is a hand that lets go at once.
func TestAxesGlideAfterAKey(t *testing.T) {
	m, _ := Parse("fn=square&x=1")
	m = Update(m, ToEnd{X, 1})
	if at, moves := standing(m); at.Of[X] != 3.3 || !moves {
		t.Errorf("they stand by x = %v, moving: %v", at.Of[X], moves)
	}
	still := Update(Update(New(), Motion{Reduced: true}), ToEnd{X, 1})
	if at, moves := standing(still); at.Of[X] != 3.3 || moves {
		t.Error("reduced motion glides")
	}
	if m := Update(m, Land{}); m.Moving() {
		t.Error("what has landed moves")
	}
}

// TestAxesComeWithALink: a link in the prose moves axes and controls together.
func TestAxesComeWithALink(t *testing.T) {
	m, _ := Parse("lens=dist")
	m = Update(m, Steer{"c=3"})
	m = Update(m, Tick{glideSeconds / 2})
	was, at, share := m.Standing()
	if was.Of[C] != 0.8 || at.Of[C] != 3 || share <= 0 || share >= 1 {
		t.Errorf("half way they are a share %v from %v to %v", share, was.Of[C], at.Of[C])
	}
	m = Update(m, Tick{glideSeconds})
	if at, moves := standing(m); at.Of[C] != 3 || moves {
		t.Error("they arrive later than the controls")
	}
}

// TestAWalkIsSeenWhole: the axes widen as the probe sets out, and come back with
// it, or from where they are when it is stopped.
func TestAWalkIsSeenWhole(t *testing.T) {
	m, _ := Parse("lens=dist")
	m = Update(m, Stroll{true})
	last := m.Walking()
	if last != 0 {
		t.Errorf("the axes jump by %v", last)
	}
	most := 0.0
	for m.Walk.On() {
		m = Update(m, Tick{1. / 60})
		if now := m.Walking(); now-last > 0.04 || last-now > 0.04 {
			t.Errorf("the axes jump from %v to %v", last, now)
		}
		last = m.Walking()
		most = max(most, last)
	}
	if most != 1 {
		t.Errorf("they show %v of the walk", most)
	}
	m = Update(m, Stroll{true})
	m = Update(m, Tick{4})
	m = Update(m, Stroll{false})
	if !m.Rest.On || m.Rest.Walked != 1 {
		t.Errorf("a walk that is stopped leaves %+v", m.Rest)
	}
}

// TestTimePassesForAHandThatStops: what fades under it can end, and then nothing
// asks for frames any more.
func TestTimePassesForAHandThatStops(t *testing.T) {
	m := Update(New(), Grab{X})
	m = Update(m, Drag{Control: X, To: 0.5})
	for range 30 {
		m = Update(m, Tick{1. / 60})
	}
	if m.Moving() {
		t.Error("a hand that has stopped for half a second moves")
	}
	if m = Update(m, Drag{Control: X, To: 0.6}); !m.Moving() {
		t.Error("nothing can fade after the hand has moved")
	}
	if n := Update(m, Tick{0.01}); n == m || n.Picture() != m.Picture() {
		t.Error("time under a hand is not told, or is seen")
	}
	if still := Update(m, Motion{Reduced: true}); still.Moving() {
		t.Error("reduced motion fades")
	}
}
