//go:build !js

package e2e

import (
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// report is what a scenario says, in place of testing's own log: it is printed
// as soon as the scenario has failed, and its first lines in the table.
type report struct{ said []string }

// note keeps what was said, and where in the scenario.
func (r *report) note(what string) {
	var callers [32]uintptr
	frames := runtime.CallersFrames(callers[:runtime.Callers(2, callers[:])])
	for {
		f, more := frames.Next()
		file := filepath.Base(f.File)
		if strings.HasSuffix(file, "_test.go") && !slices.Contains([]string{"report_test.go", "visit_test.go", "lane_test.go"}, file) {
			what = fmt.Sprintf("%s:%d: %s", file, f.Line, what)
			break
		}
		if !more {
			break
		}
	}
	r.said = append(r.said, what)
}

func (v *visit) Log(args ...any) { v.note(strings.TrimSuffix(fmt.Sprintln(args...), "\n")) }

func (v *visit) Logf(format string, args ...any) { v.note(fmt.Sprintf(format, args...)) }

func (v *visit) Error(args ...any) {
	v.Log(args...)
	v.Fail()
}

func (v *visit) Errorf(format string, args ...any) {
	v.Logf(format, args...)
	v.Fail()
}

func (v *visit) Fatal(args ...any) {
	v.Log(args...)
	v.FailNow()
}

func (v *visit) Fatalf(format string, args ...any) {
	v.Logf(format, args...)
	v.FailNow()
}
