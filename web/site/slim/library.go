//go:build !js

package slim

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// libraryCuts are changes in Go's own library.
func libraryCuts() []cut { return slices.Concat(runtimeCuts(), powerCuts(), eventCuts()) }

// runtimeCuts: a page has no way to ask Go's runtime for a record of what it
// does, for profiles, for what the collector and the scheduler have to say, or
// for a second module. What is cut is only reached by settings in the
// environment, or not at all. The compiler then leaves out all that a record
// would be made of.
func runtimeCuts() []cut {
	return []cut{
		{"runtime/traceruntime.go", "traceEnabled", "{ return false }"},
		{"runtime/traceruntime.go", "traceAllocFreeEnabled", "{ return false }"},
		{"runtime/traceruntime.go", "traceShuttingDown", "{ return false }"},
		{"runtime/traceruntime.go", "traceAcquire", "{ return traceLocker{} }"},
		{"runtime/traceruntime.go", "traceLocker.ok", "{ return false }"},
		{"runtime/traceruntime.go", "traceRelease", "{}"},
		{"runtime/traceallocfree.go", "traceLocker.SpanFree", "{}"},
		{"runtime/mcheckmark.go", "checkFinalizersAndCleanups", "{}"},
		{"runtime/mgcmark_greenteagc.go", "dumpScanStats", "{}"},
		{"runtime/proc.go", "schedtrace", "{}"},
		{"runtime/type.go", "typelinksinit", "{}"},
		{"runtime/mprof.go", "mProf_Free", "{}"},
		{"runtime/mprof.go", "mProf_Flush", "{}"},
		{"runtime/mprof.go", "mProf_NextCycle", "{}"},
		{"runtime/mprof.go", "tryRecordGoroutineProfile", "{}"},
		{"runtime/mprof.go", "blockevent", "{}"},
		{"runtime/mprof.go", "mutexevent", "{}"},
		{"runtime/malloc.go", "profilealloc", "{}"},
		{"runtime/traceback.go", "printAncestorTraceback", "{}"},
		{"runtime/traceback.go", "printCgoTraceback", "{}"},
		{"runtime/mgcscavenge.go", "printScavTrace", "{}"},
		{"runtime/error.go", "printanycustomtype", `{ print("(", toRType(efaceOf(&i)._type).string(), ")") }`},
		{"runtime/error.go", "printpanicval", `{
	switch v := v.(type) {
	case string:
		printindented(v)
	default:
		printanycustomtype(v)
	}
}`},
		{"runtime/proc.go", "saveAncestors", "{ return nil }"},
		{"runtime/time.go", "timers.check", "{ return now, 0, false }"},
		{"runtime/traceback.go", "printArgs", "{}"},
		{"runtime/traceback.go", "printcreatedby1", "{}"},
		{"runtime/hexdump.go", "hexdumpWords", "{}"},
		{"runtime/mgcmark.go", "gcDumpObject", "{}"},
		{"runtime/mgcsweep.go", "mspan.reportZombies", `{ throw("found pointer to free object") }`},
		{"runtime/mbitmap.go", "badPointer", `{ throw("found bad pointer in Go heap") }`},
		{"runtime/mgc.go", "fmtNSAsMS", "{ return buf }"},
		{"runtime/mcheckmark.go", "setCheckmark", "{ return false }"},
		{"runtime/symtab.go", "moduledataverify1", "{}"},
		{"runtime/runtime1.go", "parsegodebug", "{}"},
		{"runtime/runtime1.go", "check", "{}"},
		{"runtime/mgcscavenge.go", "bgscavenge", "{ c <- 1 }"},
		{"runtime/mgcscavenge.go", "pageAlloc.scavenge", "{ return 0 }"},
		{"strconv/number.go", "NumError.Error", `{ return "strconv." + e.Func + ": parsing " + e.Num + ": " + e.Err.Error() }`},
		{"internal/cpu/cpu.go", "processOptions", "{}"},
		{"runtime/synctest.go", "synctestBubble.changegstatus", "{}"},
	}
}

// eventCuts: what carries an event, an object and a list of its arguments, is given
// back when it has been read, and not when the collector finds it, which is after
// thousands of them.
func eventCuts() []cut {
	return []cut{
		{"syscall/js/func.go", "handleEvent", `{
	event := valueGet(jsGo.ref, "_pendingEvent")
	if event == valueNull.ref {
		return false
	}
	jsGo.Set("_pendingEvent", nil)
	e := Value{ref: event}
	if f := funcs[uint32(e.Get("id").Int())]; f != nil {
		list := valueGet(event, "args")
		args := make([]Value, valueLength(list))
		for i := range args {
			args[i] = makeValue(valueIndex(list, i))
		}
		finalizeRef(list)
		e.Set("result", f(e.Get("this"), args))
	}
	finalizeRef(event)
	return true
}`},
	}
}

// powerCuts: the powers of ten from 10⁻³⁴⁸ to 10³⁴⁷ with which numbers are read
// and written are 11 kB that no compression makes smaller. They are computed when
// the first of them is needed, in much less than a millisecond.
func powerCuts() []cut {
	return []cut{
		{"internal/strconv/math.go", "pow10", `{
	if e < pow10Min || e > pow10Max {
		return
	}
	if pow10Tab[0].Hi == 0 {
		computePowers()
	}
	return pow10Tab[e-pow10Min], 1 + mulLog2_10(e), true
}`},
		{"internal/strconv/pow10tab.go", "pow10Tab", `// pow10Tab holds 128-bit mantissas of powers of 10, once one has been asked for.
// The values are scaled so the high bit is always set; there is no "implicit leading 1 bit".
var pow10Tab [pow10Max - pow10Min + 1]uint128

// computePowers computes the mantissas, which are those of powers of 5: with all
// their digits upwards from 5⁰, and downwards from 2¹⁰²³/5⁰ as whole numbers, the
// rest of each division dropped. The digits are of 32 bits, the lowest first.
func computePowers() {
	var x [32]uint32
	set := func(e int) {
		top := len(x) - 1
		for x[top] == 0 {
			top--
		}
		digit := func(i int) uint64 {
			if i > top {
				return 0
			}
			return uint64(x[top-i])
		}
		hi, lo, rest := digit(0)<<32|digit(1), digit(2)<<32|digit(3), digit(4)<<32
		n := 0
		for hi<<n>>63 == 0 {
			n++
		}
		pow10Tab[e-pow10Min] = uint128{hi<<n | lo>>(64-n), lo<<n | rest>>(64-n)}
	}
	x[0] = 1
	for e := 0; e <= pow10Max; e++ {
		set(e)
		carry := uint64(0)
		for i := range x {
			carry += uint64(x[i]) * 5
			x[i], carry = uint32(carry), carry>>32
		}
	}
	x = [len(x)]uint32{len(x) - 1: 1 << 31}
	for e := -1; e >= pow10Min; e-- {
		rest := uint64(0)
		for i := len(x) - 1; i >= 0; i-- {
			rest = rest<<32 | uint64(x[i])
			x[i], rest = uint32(rest/5), rest%5
		}
		set(e)
	}
}`},
	}
}

// cutLibrary writes copies of the files of Go's library that are cut, and adds
// them to those that stand in for others. A Go for which the cuts were not written
// stays whole, and so does one that was fetched as a module, for a project that wants a
// newer one than is installed: the go command lets nothing stand in for files of modules.
func cutLibrary(to string, replace map[string]string) error {
	root, whole, err := library()
	if err != nil || whole {
		return err
	}
	byFile := map[string][]cut{}
	for _, c := range libraryCuts() {
		byFile[c.file] = append(byFile[c.file], c)
	}
	for name, cuts := range byFile {
		file := filepath.Join(root, "src", filepath.FromSlash(name))
		source, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if source, err = apply(name, source, cuts); err != nil {
			return err
		}
		stand := filepath.Join(to, "library", filepath.FromSlash(name))
		if err := write(stand, source); err != nil {
			return err
		}
		replace[file] = stand
	}
	return nil
}

// release is the Go for whose library the cuts were written.
const release = "go1.26"

// library is where Go's library lies, and whether it is to stay whole.
func library() (root string, whole bool, err error) {
	out, err := goCommand(nil, "env", "GOROOT", "GOMODCACHE", "GOVERSION")
	if err != nil {
		return "", false, err
	}
	is := strings.Split(strings.ReplaceAll(out, "\r", ""), "\n")
	root = is[0]
	name, err := filepath.Rel(is[1], root)
	fetched := err == nil && filepath.IsLocal(name)
	return root, fetched || is[2] != release && !strings.HasPrefix(is[2], release+"."), nil
}
