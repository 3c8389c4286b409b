//go:build !js

package e2e

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// silence is how long nothing is printed at most.
const silence = 4 * time.Second

// progress prints each job as it ends, what runs where nothing ends for a
// while, and what failed.
type progress struct {
	mu       sync.Mutex
	out      io.Writer
	terminal bool // where a line can be rewritten
	total    int
	done     int
	failed   []failure
	running  map[string]time.Time // by "engine, scenario"
	spoke    time.Time
}

// failure is a job and what was said when it failed.
type failure struct {
	job
	said []string
}

func newProgress(out *os.File, total int) *progress {
	at, err := out.Stat()
	return &progress{out: out, terminal: err == nil && at.Mode()&os.ModeCharDevice != 0, total: total, running: map[string]time.Time{}, spoke: time.Now()}
}

func (j job) String() string { return string(j.engine) + ", " + j.name }

func (p *progress) start(j job, now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.running[j.String()] = now
}

// end prints a job's line, and all that it said where it failed.
func (p *progress) end(j job, now time.Time, failed bool, said []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	took := now.Sub(p.running[j.String()])
	delete(p.running, j.String())
	p.done++
	word := "ok"
	if failed {
		word = "FAIL"
		p.failed = append(p.failed, failure{j, said})
	}
	p.erase()
	fmt.Fprintf(p.out, "%-4s %-8s %-40s %5.1f s  %d of %d\n", word, j.engine, j.name, took.Seconds(), p.done, p.total)
	if failed {
		for _, s := range said {
			fmt.Fprintf(p.out, "     %s\n", strings.ReplaceAll(strings.TrimRight(s, "\n"), "\n", "\n     "))
		}
	}
	p.spoke = now
}

// tick tells what runs: in a line that is rewritten on a terminal, elsewhere
// when nothing was printed for long enough.
func (p *progress) tick(now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.running) == 0 || !p.terminal && now.Sub(p.spoke) < silence {
		return
	}
	var all []string
	for name, since := range p.running {
		all = append(all, fmt.Sprintf("%s (%.0f s)", name, now.Sub(since).Seconds()))
	}
	slices.Sort(all)
	line := "running: " + strings.Join(all, "; ")
	if p.terminal {
		p.erase()
		r := []rune(line)
		fmt.Fprint(p.out, string(r[:min(len(r), 79)]))
		return
	}
	fmt.Fprintln(p.out, line)
	p.spoke = now
}

// erase takes the line away that is rewritten.
func (p *progress) erase() {
	if p.terminal {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}

// table prints what failed, each with the command that tries it alone, and how
// many did.
func (p *progress) table() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.erase()
	if len(p.failed) > 0 {
		fmt.Fprintln(p.out, "\nfailed:")
	}
	for _, f := range p.failed {
		fmt.Fprintf(p.out, "%-8s %s\n", f.engine, f.name)
		for _, s := range f.said[:min(len(f.said), 3)] {
			first, _, _ := strings.Cut(s, "\n")
			r := []rune(first)
			fmt.Fprintf(p.out, "         %s\n", string(r[:min(len(r), 200)]))
		}
		fmt.Fprintf(p.out, "         try it alone: %s\n", f.again())
	}
	fmt.Fprintf(p.out, "%d passed, %d failed\n", p.done-len(p.failed), len(p.failed))
}

func TestProgress(t *testing.T) {
	var out bytes.Buffer
	start := time.Unix(0, 0)
	at := func(s float64) time.Time { return start.Add(time.Duration(s * float64(time.Second))) }
	p := &progress{out: &out, total: 2, running: map[string]time.Time{}, spoke: start}
	rest, keys := job{scenario{name: "rest"}, WebKit}, job{scenario{name: "keys"}, Firefox}
	p.start(rest, at(0))
	p.start(keys, at(1))
	p.tick(at(3))
	p.tick(at(5))
	p.end(rest, at(6), false, nil)
	p.tick(at(9))
	p.end(keys, at(9.5), true, []string{"hand_test.go:7: no\ntraces", "second", "third", "fourth"})
	p.table()
	const want = `running: firefox, keys (4 s); webkit, rest (5 s)
ok   webkit   rest                                       6.0 s  1 of 2
FAIL firefox  keys                                       8.5 s  2 of 2
     hand_test.go:7: no
     traces
     second
     third
     fourth

failed:
firefox  keys
         hand_test.go:7: no
         second
         third
         try it alone: ./build.sh test firefox "keys"
1 passed, 1 failed
`
	if got := out.String(); got != want {
		t.Errorf("printed\n%s\nwant\n%s", got, want)
	}
}

func TestProgressOnTerminal(t *testing.T) {
	var out bytes.Buffer
	p := &progress{out: &out, terminal: true, total: 1, running: map[string]time.Time{}}
	j := job{scenario{name: "rest"}, WebKit}
	p.start(j, time.Unix(0, 0))
	p.tick(time.Unix(1, 0))
	p.end(j, time.Unix(2, 0), false, nil)
	if got, want := out.String(), "\r\x1b[Krunning: webkit, rest (1 s)\r\x1b[Kok   webkit   rest                                       2.0 s  1 of 1\n"; got != want {
		t.Errorf("printed %q, want %q", got, want)
	}
}
