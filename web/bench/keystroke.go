//go:build !js

package bench

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// keysName is what chooses the keystrokes among the pages.
const keysName = "keystrokes"

// keyRow names the rows of the formulas that are typed.
func keyRow(formula string) string {
	return "a key after `" + strings.ReplaceAll(formula, "|", `\|`) + "`"
}

// keyed is the column of a lens.
func keyed(lens string) metric { return metric("key " + lens) }

// keyLimit is what a keystroke may take, ms: a frame.
const keyLimit = 16

// typed are the formulas after which keys are pressed: of at most five breaks, of
// every kind.
func typed() []string {
	return []string{
		"relu(x)", "|x|+|x-1|", "max(x,0)-0.3x+ln(1+exp(-|x|))", "sqrt(|x|)", "|sin(x)|",
		"{x<0: -1, x<1: x^2, 2x-1}", "corners(-2:1, -1:0, 0:1, 1:0, 2:1)",
	}
}

// suffix is what is typed after each of them.
const suffix = "-0.25x+1.25"

func keyRows() (rows []string) {
	for _, f := range typed() {
		rows = append(rows, keyRow(f))
	}
	return rows
}

// keystrokes measures keys in the field for a formula, in each lens.
func (r *run) keystrokes() {
	for _, lens := range lenses() {
		fmt.Printf("%s  keystrokes, lens %s\n", time.Now().Format(time.TimeOnly), lens)
		err := r.with(page{name: "keys", path: "/index.html#x=0&lens=" + lens, ours: true}, usual(), func(t *tab) error { return r.keys(t, lens) })
		if err != nil {
			r.fail("a key in a formula", "lens "+lens, err)
		}
	}
}

// keys opens the picker, and types after each of the formulas. Keys that make
// no other function, as that of a point or of half a formula, are not counted.
func (r *run) keys(t *tab, lens string) error {
	const link, field = "document.querySelector('[data-relu-figure]').dataset.link", "document.querySelector('.rf-field')"
	if err := errors.Join(t.arrive(), t.eval("document.querySelector('.rf-pick').click()", nil),
		t.wait(field+".getClientRects().length > 0"), t.eval(field+".focus()", nil),
		t.call("Performance.disable", nil, nil), // to count what the thread works, not what it waits for a processor
		t.call("Performance.enable", map[string]any{"timeDomain": "threadTicks"}, nil)); err != nil {
		return err
	}
	for _, formula := range typed() {
		if err := errors.Join(t.eval(field+".select()", nil), t.call("Input.insertText", map[string]any{"text": formula}, nil), t.frames(2)); err != nil {
			return err
		}
		n := 0
		for _, c := range suffix {
			time.Sleep(100 * time.Millisecond) // what the last key has left to do
			var from, to string
			if err := t.eval(link, &from); err != nil {
				return err
			}
			before, err1 := t.busy()
			err2 := errors.Join(t.key(c), t.frames(1))
			after, err3 := t.busy()
			if err := errors.Join(err1, err2, err3, t.eval(link, &to)); err != nil {
				return err
			}
			if from != to {
				n++
				r.add(keyRow(formula), keyed(lens), (after-before)*1000)
			}
		}
		if n < 5 {
			return fmt.Errorf("only %d keys after %s made another function", n, formula)
		}
	}
	return nil
}

// key presses a key that writes a character.
func (t *tab) key(c rune) error {
	down := map[string]any{"type": "keyDown", "text": string(c), "unmodifiedText": string(c), "key": string(c)}
	up := map[string]any{"type": "keyUp", "key": string(c)}
	return errors.Join(t.call("Input.dispatchKeyEvent", down, nil), t.call("Input.dispatchKeyEvent", up, nil))
}

// keyGoals: every key is answered within a frame.
func (r *results) keyGoals() (list []goal) {
	for _, lens := range lenses() {
		worst := 0.0
		for _, row := range keyRows() {
			_, most := r.spread(row, keyed(lens))
			worst = max(worst, most)
		}
		list = append(list, below("lens "+lens+": CPU ms of the main thread per key in a formula, the worst", "a frame", worst, keyLimit, "ms"))
	}
	return list
}

// keyTable writes what keys cost.
func (r *results) keyTable(out *strings.Builder) {
	var columns []metric
	for _, lens := range lenses() {
		columns = append(columns, keyed(lens))
	}
	rows := slices.DeleteFunc(keyRows(), func(row string) bool { return len(r.samples[row]) == 0 })
	if len(rows) == 0 {
		return
	}
	fmt.Fprint(out, "## A key in the field for a formula\n\n")
	r.table(out, "CPU ms of the main thread, until the frame is drawn", rows, columns...)
	fmt.Fprintf(out, "Typed is `%s`, in the picker of the page with the essay, a key whenever the page has come to rest. Only those keys count that make another function. The worst of a cell is in brackets, on the right. What the protocol itself costs, half a millisecond, is in all of them.\n\n", suffix)
}
