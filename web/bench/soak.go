//go:build !js

package bench

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"time"

	"relu-three-ways/web/e2e"
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
// with both painters at once, since no time is taken.
func (r *run) soaks(length time.Duration) []soaking {
	list := make([]soaking, len(painters()))
	fails := make([]error, len(list))
	fmt.Printf("%s  dragging at random for %v\n", time.Now().Format(time.TimeOnly), length)
	var all sync.WaitGroup
	for i, by := range painters() {
		list[i] = soaking{by: by, length: length}
		all.Go(func() {
			fails[i] = r.with(figure("soak", "/embed.html"+by.query+opening), part{do: list[i].drag})
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
	if err := t.arrive(); err != nil {
		return err
	}
	dice := rand.New(rand.NewPCG(1, 2)) // the same hand in every run
	for start := time.Now(); ; s.drags++ {
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
			lens := lensNames()[dice.IntN(4)]
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
	stroke := e2e.Stroke{{X: x, Y: y}}
	for range 12 + dice.IntN(12) {
		x, y = min(width-10, max(10, x+dice.NormFloat64()*30)), min(height-10, max(10, y+dice.NormFloat64()*30))
		stroke = append(stroke, e2e.Place{X: x, Y: y})
	}
	return t.Rush(stroke)
}

// table writes how memory went.
func (s soaking) table(out *strings.Builder) {
	if len(s.samples) == 0 {
		return
	}
	fmt.Fprintf(out, "## Memory while dragged at random for %v%s\n\n%d drags of all handles through all lenses, rubbish collected before each reading.\n\n", s.length, s.by.suffix, s.drags)
	head(out, "after", string(heapSize), string(wasmSize))
	for i, m := range s.samples {
		line(out, (s.length * time.Duration(i) / 10).String(), number(m.heap), number(m.wasm))
	}
	fmt.Fprintln(out)
}

// goal: memory after the last drags is what it was after the first tenth of them.
func (s soaking) goal() goal {
	g := goal{what: fmt.Sprintf("memory after %v of random dragging%s", s.length, s.by.suffix), want: "no growth: ≤ 1.05 × that after a tenth"}
	if len(s.samples) < 11 {
		return g
	}
	early, last := s.samples[1], s.samples[10]
	g.known = true
	g.have = fmt.Sprintf("program %s → %s MB, scripts %s → %s MB", number(early.wasm), number(last.wasm), number(early.heap), number(last.heap))
	g.met = last.wasm <= 1.05*early.wasm && last.heap <= 1.05*early.heap+0.5
	return g
}
