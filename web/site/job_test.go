//go:build !js

package main

import (
	"errors"
	"os"
	"strings"
	"testing"

	"relu-three-ways/web/site/progress"
)

// quiet is a job that tells nobody.
func quiet(t *testing.T) *job {
	t.Helper()
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	j := &job{line: progress.To(null), strict: true}
	t.Cleanup(func() {
		j.line.Close()
		null.Close()
	})
	return j
}

// told is what a job writes while it does something.
func told(t *testing.T, strict bool, do func(j *job)) string {
	t.Helper()
	f, err := os.CreateTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	j := &job{line: progress.To(f), strict: strict}
	do(j)
	j.line.Close()
	b, err := os.ReadFile(f.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestAFailedSavingWarnsInOneLine(t *testing.T) {
	failure := errors.New("# a/package\nthe table is not as it was\nmore of it")
	out := told(t, false, func(j *job) {
		if err := j.spare("larger", failure); err != nil {
			t.Error(err)
		}
		if err := j.spare("larger", nil); err != nil {
			t.Error(err)
		}
	})
	if out != "warning: larger (the table is not as it was)\n" {
		t.Errorf("it says %q", out)
	}
	if out := told(t, true, func(j *job) {
		if err := j.spare("larger", failure); err != failure {
			t.Errorf("strictly: %v", err)
		}
	}); out != "" {
		t.Errorf("strictly it says %q", out)
	}
}

// TestUntrimmableProgramIsKept: a program of another form than Go 1.26 makes is
// shipped as it is, with one warning; strictly it is a failure.
func TestUntrimmableProgramIsKept(t *testing.T) {
	for _, b := range [][]byte{[]byte("\x00asm\x01\x00\x00\x00"), []byte("no module")} {
		out := told(t, false, func(j *job) {
			m, err := j.trimmed(b)
			if err != nil || m != nil && string(m.Bytes()) != string(b) {
				t.Errorf("%q became %v, %v", b, m, err)
			}
		})
		if n := strings.Count(out, "warning: "); n != 1 {
			t.Errorf("%d warnings: %q", n, out)
		}
		told(t, true, func(j *job) {
			if _, err := j.trimmed(b); err == nil {
				t.Error("strictly it is no failure")
			}
		})
	}
}

// TestEbitengineThatCannotBeReducedIsTaken compiles a copy of the project whose
// shader Ebitengine's compiler cannot read, so that it cannot be compiled ahead.
func TestEbitengineThatCannotBeReducedIsTaken(t *testing.T) {
	work := t.TempDir()
	t.Chdir(top)
	if err := copyTree(".", work, ""); err != nil {
		t.Fatal(err)
	}
	t.Chdir(work)
	if err := os.WriteFile("render/stage/marks.kage", []byte("no shader"), 0o644); err != nil {
		t.Fatal(err)
	}
	out := told(t, false, func(j *job) {
		if err := j.compileReduced(program, "-s -w"); err != nil {
			t.Error(err)
		}
	})
	if n := strings.Count(out, "warning: "); n != 1 || strings.Count(out, "\n") != 1 {
		t.Errorf("%d warnings: %q", n, out)
	}
	if b, err := os.ReadFile(program); err != nil || !strings.HasPrefix(string(b), "\x00asm") {
		t.Errorf("there is no program: %v", err)
	}
	told(t, true, func(j *job) {
		if err := j.compileReduced(program, "-s -w"); err == nil {
			t.Error("strictly it is no failure")
		}
	})
}
