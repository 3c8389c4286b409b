//go:build !js

package progress

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// clock is a time that a test moves.
type clock struct{ t time.Time }

func (c *clock) now() time.Time { return c.t }

// silence runs a step of a minute and returns the longest time without output.
func silence(l *Line, c *clock, out *strings.Builder) (longest time.Duration) {
	l.Step(2, 4, "program")
	last, length := c.t, out.Len()
	for range 60 {
		c.t = c.t.Add(refresh)
		l.beat()
		if out.Len() > length {
			last, length = c.t, out.Len()
		}
		longest = max(longest, c.t.Sub(last))
	}
	return longest
}

func TestNoStepIsSilentForFiveSeconds(t *testing.T) {
	for _, terminal := range []bool{true, false} {
		var out strings.Builder
		c := &clock{time.Unix(0, 0)}
		if s := silence(start(&out, terminal, c.now), c, &out); s >= 5*time.Second {
			t.Errorf("terminal %v: silent for %v", terminal, s)
		}
	}
}

func TestPlainOutputIsLines(t *testing.T) {
	var out strings.Builder
	c := &clock{time.Unix(0, 0)}
	l := start(&out, false, c.now)
	l.Step(1, 2, "program")
	l.Doing("render/scene")
	c.t = c.t.Add(patience)
	l.beat()
	l.Print("a warning")
	l.Step(2, 2, "page")
	l.Close()
	const want = "[1/2] program\n  program: render/scene (4 s)\na warning\n[2/2] page\n"
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}

// screen is what a terminal shows of an output: "\r" goes back to the line's
// beginning, and what is there stays until something is written over it.
func screen(output string) (lines []string) {
	line, at := []rune{}, 0
	for _, r := range output {
		switch r {
		case '\r':
			at = 0
		case '\n':
			lines = append(lines, strings.TrimRight(string(line), " "))
			line, at = []rune{}, 0
		default:
			if at == len(line) {
				line = append(line, r)
			} else {
				line[at] = r
			}
			at++
		}
	}
	return append(lines, strings.TrimRight(string(line), " "))
}

func TestATerminalShowsOneLine(t *testing.T) {
	var out strings.Builder
	c := &clock{time.Unix(0, 0)}
	l := start(&out, true, c.now)
	l.Step(1, 2, "program")
	l.Doing("github.com/hajimehoshi/ebiten/v2/" + strings.Repeat("deep/", 30))
	for _, line := range screen(out.String()) {
		if n := len([]rune(line)); n > columns {
			t.Errorf("%d columns: %q", n, line)
		}
	}
	l.Print("a warning")
	l.Step(2, 2, "page")
	if got, want := fmt.Sprintf("%q", screen(out.String())), `["a warning" "[2/2, 50%] page (0 s)"]`; got != want {
		t.Errorf("the terminal shows %s, want %s", got, want)
	}
	l.Close()
	l.Print("done")
	if got, want := fmt.Sprintf("%q", screen(out.String())), `["a warning" "done" ""]`; got != want {
		t.Errorf("the terminal shows %s, want %s", got, want)
	}
}

func TestLinesPassesWholeLines(t *testing.T) {
	var got []string
	l := &Lines{Each: func(s string) { got = append(got, s) }}
	for _, part := range []string{"a", "b\ncd\r\n", "\n", "e"} {
		l.Write([]byte(part))
	}
	l.Close()
	if fmt.Sprintf("%q", got) != `["ab" "cd" "" "e"]` {
		t.Errorf("%q", got)
	}
}
