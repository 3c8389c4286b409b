//go:build !js

// Package progress shows how far a long task has got: on a terminal by one line
// that is rewritten, elsewhere by plain lines. Something is written at least every
// five seconds, whatever the task does.
package progress

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

const (
	// patience is how long plain output may be silent.
	patience = 4 * time.Second
	// refresh is how often a terminal's line is written again.
	refresh = time.Second
	// columns is how wide a terminal's line may be: one less than the narrowest
	// usual window, since a full line wraps.
	columns = 79
)

// Line is where progress is shown. It is safe for concurrent use.
type Line struct {
	mu       sync.Mutex
	w        io.Writer
	terminal bool
	now      func() time.Time
	k, of    int       // the step that is being done, of how many
	what     string    // the step's name; "" between steps
	doing    string    // what it is at
	began    time.Time // when the step began
	wrote    time.Time // when something was written last
	width    int       // of what stands on the terminal's line now
	stop     chan struct{}
}

// To shows progress on a file: by a rewritten line if it is a terminal that can
// rewrite one, otherwise by plain lines. Close ends it.
func To(f *os.File) *Line {
	info, err := f.Stat()
	terminal := err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb" && os.Getenv("CI") == ""
	l := start(f, terminal, time.Now)
	go l.heartbeat(time.NewTicker(refresh))
	return l
}

func start(w io.Writer, terminal bool, now func() time.Time) *Line {
	return &Line{w: w, terminal: terminal, now: now, wrote: now(), stop: make(chan struct{})}
}

func (l *Line) heartbeat(t *time.Ticker) {
	defer t.Stop()
	for {
		select {
		case <-l.stop:
			return
		case <-t.C:
			l.beat()
		}
	}
}

// beat shows that the work goes on, if it is time to.
func (l *Line) beat() {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case l.what == "":
	case l.terminal:
		l.rewrite()
	case l.now().Sub(l.wrote) >= patience:
		l.line("  " + l.state())
	}
}

// Step begins step k of so many, counted from 1, and ends the one before.
func (l *Line) Step(k, of int, what string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.k, l.of, l.what, l.doing, l.began = k, of, what, "", l.now()
	if l.terminal {
		l.rewrite()
	} else {
		l.line(l.place("") + what)
	}
}

// Doing says what the step is at.
func (l *Line) Doing(what string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.doing = what
	if l.terminal && l.what != "" {
		l.rewrite()
	}
}

// Print writes a line that stays.
func (l *Line) Print(text string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.line(text)
	if l.terminal && l.what != "" {
		l.rewrite()
	}
}

// Rest ends the step; whoever writes next writes by itself.
func (l *Line) Rest() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.erase()
	l.what = ""
}

// Close ends the step and shows no more progress. Print still writes.
func (l *Line) Close() {
	l.Rest()
	select {
	case <-l.stop:
	default:
		close(l.stop)
	}
}

// state is the step, what it is at, and for how long it has been running.
func (l *Line) state() string {
	s := l.what
	if l.doing != "" {
		s += ": " + l.doing
	}
	return fmt.Sprintf("%s (%.0f s)", s, l.now().Sub(l.began).Seconds())
}

// place is which step of how many is being done; of one alone it says nothing.
func (l *Line) place(share string) string {
	if l.of <= 1 {
		return ""
	}
	return fmt.Sprintf("[%d/%d%s] ", l.k, l.of, share)
}

func (l *Line) rewrite() {
	text := l.place(fmt.Sprintf(", %d%%", 100*(l.k-1)/max(l.of, 1))) + l.state()
	if n := utf8.RuneCountInString(text); n > columns {
		text = string([]rune(text)[:columns-1]) + "…"
	}
	n := utf8.RuneCountInString(text)
	fmt.Fprint(l.w, "\r"+text+strings.Repeat(" ", max(l.width-n, 0)))
	l.width, l.wrote = n, l.now()
}

// erase clears the terminal's line, with spaces since not every terminal knows
// the codes for it.
func (l *Line) erase() {
	if l.width > 0 {
		fmt.Fprint(l.w, "\r"+strings.Repeat(" ", l.width)+"\r")
		l.width = 0
	}
}

func (l *Line) line(text string) {
	l.erase()
	fmt.Fprintln(l.w, text)
	l.wrote = l.now()
}
