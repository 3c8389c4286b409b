//go:build !js

package bench

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"time"
)

// soaking is the memory of the figure while it is dragged at random: after the
// load, then ten times.
type soaking struct {
	by      painter
	length  time.Duration
	drags   int
	samples []memory
}

// soaks drags the figure's handles at random, through all lenses, for a time:
// both painters at once, since no time is taken. No browser closes before the
// other's last reading: what the two share is counted for each in halves.
func (r *run) soaks(length time.Duration) []soaking {
	list := make([]soaking, len(painters()))
	fails := make([]error, len(list))
	fmt.Printf("%s  dragging at random for %v\n", time.Now().Format(time.TimeOnly), length)
	var all, reading sync.WaitGroup
	reading.Add(len(list))
	for i, by := range painters() {
		list[i] = soaking{by: by, length: length}
		all.Go(func() {
			done := sync.OnceFunc(reading.Done)
			defer done()
			fails[i] = r.with(figure("soak", "/embed.html"+by.query+opening), usual(), func(t *tab) error {
				err := t.arrive()
				if err == nil {
					err = list[i].drag(t)
				}
				done()
				reading.Wait()
				return err
			})
		})
	}
	all.Wait()
	for i, err := range fails {
		if err != nil {
			r.fail("the figure"+list[i].by.suffix, "dragging at random", err)
		}
	}
	return list
}

func (s *soaking) drag(t *tab) error {
	dice := rand.New(rand.NewPCG(1, 2)) // the same hand in every run
	start := time.Now()
	for {
		if passed := time.Since(start); passed >= s.length*time.Duration(len(s.samples))/10 {
			m, err := t.memory()
			if err != nil {
				return err
			}
			if s.samples = append(s.samples, m); len(s.samples) > 10 {
				return nil
			}
		}
		if s.drags%20 == 0 {
			lens := lenses()[dice.IntN(4)]
			if err := t.eval(fmt.Sprintf("location.hash = 'lens=%s&x=%.2f&p=%d'", lens, dice.Float64()*4-2, 1+dice.IntN(5)), nil); err != nil {
				return err
			}
			if err := t.frames(3); err != nil {
				return err
			}
		}
		if err := t.fumble(dice); err != nil {
			return err
		}
		s.drags++
	}
}

// fumble drags one of the visible handles about.
func (t *tab) fumble(dice *rand.Rand) error {
	var at [][]float64
	if err := t.eval(`[...document.querySelectorAll('[data-relu-figure] [role="slider"]')].filter(e => e.getClientRects().length > 0)
		.map(e => (r => [r.x + r.width / 2, r.y + r.height / 2])(e.getBoundingClientRect()))`, &at); err != nil {
		return err
	}
	if len(at) == 0 {
		return errors.New("the figure has no handle")
	}
	from := at[dice.IntN(len(at))]
	x, y := from[0], from[1]
	if err := errors.Join(t.mouse("mouseMoved", x, y, 0), t.mouse("mousePressed", x, y, 1)); err != nil {
		return err
	}
	for range 12 + dice.IntN(12) {
		x, y = min(1270, max(10, x+dice.NormFloat64()*30)), min(790, max(10, y+dice.NormFloat64()*30))
		if err := t.mouse("mouseMoved", x, y, 1); err != nil {
			return err
		}
	}
	return t.mouse("mouseReleased", x, y, 0)
}
