//go:build !js

package slim

import (
	"os"
	"path/filepath"
	"strings"
)

// runtimeCuts: a page has no way to ask Go's runtime for a record of what it
// does, for what the collector and the scheduler have to say, or for a second
// module. What is cut is only reached by settings in the environment, or not at
// all. The compiler then leaves out all that a record would be made of.
func runtimeCuts() []cut {
	return []cut{
		{"traceruntime.go", "traceEnabled", "{ return false }"},
		{"traceruntime.go", "traceAllocFreeEnabled", "{ return false }"},
		{"traceruntime.go", "traceShuttingDown", "{ return false }"},
		{"traceruntime.go", "traceAcquire", "{ return traceLocker{} }"},
		{"traceruntime.go", "traceLocker.ok", "{ return false }"},
		{"traceruntime.go", "traceRelease", "{}"},
		{"traceruntime.go", "traceThreadDestroy", "{}"},
		{"trace.go", "traceAdvance", "{}"},
		{"trace.go", "traceReader", "{ return nil }"},
		{"trace.go", "traceReaderAvailable", "{ return nil }"},
		{"mcheckmark.go", "checkFinalizersAndCleanups", "{}"},
		{"mgcmark_greenteagc.go", "dumpScanStats", "{}"},
		{"proc.go", "schedtrace", "{}"},
		{"type.go", "typelinksinit", "{}"},
		{"mprof.go", "mProf_Malloc", "{}"},
		{"mprof.go", "mProf_Free", "{}"},
		{"mprof.go", "mProf_Flush", "{}"},
		{"mprof.go", "mProf_FlushLocked", "{}"},
		{"mprof.go", "mProf_NextCycle", "{}"},
		{"mprof.go", "mProf_PostSweep", "{}"},
		{"mprof.go", "tryRecordGoroutineProfile", "{}"},
		{"mprof.go", "blockevent", "{}"},
		{"mprof.go", "mutexevent", "{}"},
		{"mprof.go", "mLockProfile.store", "{}"},
		{"malloc.go", "profilealloc", "{}"},
		{"traceback.go", "printAncestorTraceback", "{}"},
		{"traceback.go", "printCgoTraceback", "{}"},
		{"mgcscavenge.go", "printScavTrace", "{}"},
		{"synctest.go", "synctestBubble.changegstatus", "{}"},
	}
}

// cutRuntime writes copies of the files of Go's runtime that are cut, and adds
// them to those that stand in for others.
func cutRuntime(to string, replace map[string]string) error {
	dir, err := goCommand(wasmEnv(), "list", "-f", "{{.Dir}}", "runtime")
	if err != nil {
		return err
	}
	byFile := map[string][]cut{}
	for _, c := range runtimeCuts() {
		byFile[c.file] = append(byFile[c.file], c)
	}
	for name, cuts := range byFile {
		file := filepath.Join(strings.TrimSpace(dir), name)
		source, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if source, err = apply(name, source, cuts); err != nil {
			return err
		}
		stand := filepath.Join(to, "runtime", name)
		if err := write(stand, source); err != nil {
			return err
		}
		replace[file] = stand
	}
	return nil
}
