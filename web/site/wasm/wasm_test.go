//go:build !js

package wasm

import (
	"bytes"
	"debug/gosym"
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// trim does all that makes a program smaller.
func trim(b []byte) ([]byte, error) {
	m, err := Open(b)
	if err != nil {
		return nil, err
	}
	if err := m.Trim(); err != nil {
		return nil, err
	}
	return m.Bytes(), nil
}

// sample is a program that does what depends on the tables of functions: it
// collects garbage, grows its stack, panics, recovers and says where it is.
const sample = `package main

import (
	"runtime"
	"strings"
)

type tree struct{ l, r *tree }

func grow(n int) *tree {
	if n == 0 {
		return &tree{}
	}
	return &tree{grow(n - 1), grow(n - 1)}
}

func (t *tree) count() int {
	if t == nil {
		return 0
	}
	return 1 + t.l.count() + t.r.count()
}

func deep(n int) (sum int) {
	defer func() {
		if r := recover(); r != nil {
			sum = -1
		}
	}()
	var room [100]int
	room[n%100] = n
	if n == 0 {
		panic("bottom")
	}
	return room[n%100] + deep(n-1)
}

type guard struct{ ends *int }

func (g guard) end() {
	if recover() != nil {
		*g.ends++
	}
}

type guarded struct{ guard }

type ender interface{ end() }

// fail panics; what recovers is called through a method that the compiler makes.
func fail(e ender) {
	defer e.end()
	panic("at once")
}

type pair struct {
	_    int
	a, b any
}

func main() {
	ends := 0
	fail(guarded{guard{&ends}})
	fail(&guarded{guard{&ends}})
	fail(&guard{&ends})
	println(ends)
	for range 3 {
		println(grow(14).count())
		runtime.GC()
	}
	println(deep(2000))
	seen := map[any]int{pair{a: 1, b: "x"}: 1, pair{a: 2, b: "x"}: 2}
	println(seen[pair{a: 2, b: "x"}], seen[pair{}])
	pc, _, line, _ := runtime.Caller(0)
	println(runtime.FuncForPC(pc).Name(), line, strings.Repeat("-", 3))
}
`

// build builds the sample; flags are the linker's.
func build(t *testing.T, flags string) []byte {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"go.mod": "module sample\n\ngo 1.26\n", "main.go": sample} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c := exec.Command("go", "build", "-trimpath", "-ldflags="+flags, "-o", "out.wasm", ".")
	c.Dir = dir
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=", "GOWORK=off")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	b, err := os.ReadFile(filepath.Join(dir, "out.wasm"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestTrimKeepsAllButTraces(t *testing.T) {
	b := build(t, "-s -w")
	small, err := trim(b)
	if err != nil {
		t.Fatal(err)
	}
	before, after := open(t, b), open(t, small)
	if after.Segments != 1 || before.Segments < 2 {
		t.Errorf("%d segments became %d", before.Segments, after.Segments)
	}
	if len(before.Functions)+1 != len(after.Functions) {
		t.Fatalf("%d functions became %d, and not one more", len(before.Functions), len(after.Functions))
	}
	for i := range before.Functions {
		if !bytes.Equal(before.Functions[i].Body, after.Functions[i].Body) {
			t.Fatalf("function %d has changed", i)
		}
	}
	memory := started(t, small)
	old, err := findTables(before.Memory)
	if err != nil {
		t.Fatal(err)
	}
	may := make([]bool, len(before.Memory)) // change: the tables, calls that were copied, names of fields
	let := func(from, to int) {
		for i := from; i < to; i++ {
			may[i] = true
		}
	}
	let(old.namesAt, old.listAt+len(old.list))
	let(old.links, old.linksEnd)
	for _, at := range old.fieldNames(before.Memory) {
		let(at, at+8)
		name := int(binary.LittleEndian.Uint64(before.Memory[at:]))
		let(name, name+2+int(before.Memory[name+1]))
	}
	data := bytes.Index(before.Memory, old.data)
	for i := range old.functions {
		s := old.tree(i)
		let(data+s.from, data+s.to)
	}
	for i := range before.Memory {
		if !may[i] && before.Memory[i] != memory[i] {
			t.Fatalf("byte %d of the memory, far from the tables, has changed", i)
		}
	}
	sameForTheRuntime(t, old, moved(old, memory))
	// Go's own reader finds the same functions in the tables, without lines, and those of
	// the project with their names.
	start := bytes.Index(before.Memory, []byte(magic))
	s1, err := gosym.NewTable(nil, gosym.NewLineTable(before.Memory[start:], 0))
	if err != nil {
		t.Fatal(err)
	}
	s2, err := gosym.NewTable(nil, gosym.NewLineTable(memory[start:], 0))
	if err != nil {
		t.Fatal(err)
	}
	if len(s1.Funcs) < 100 || len(s1.Funcs) != len(s2.Funcs) {
		t.Fatalf("%d functions in the tables became %d", len(s1.Funcs), len(s2.Funcs))
	}
	for i := range s1.Funcs {
		if kept(s1.Funcs[i].Name) != s2.Funcs[i].Name || s1.Funcs[i].Entry != s2.Funcs[i].Entry {
			t.Errorf("%s became %s", s1.Funcs[i].Name, s2.Funcs[i].Name)
		}
	}
}

// moved are the tables as they are in another memory.
func moved(t tables, memory []byte) tables {
	s := t.spans()
	in := func(name string) []byte { return memory[s[name].from:s[name].to] }
	t.names, t.values, t.list = in("names of functions"), in("values by place: lines, stacks, pointers"), in("list of functions")
	return t
}

// sameForTheRuntime compares what the runtime asks the tables.
func sameForTheRuntime(t *testing.T, a, b tables) {
	t.Helper()
	at := func(t *tables, at, place int) int {
		value := -1
		for _, s := range t.steps(at) {
			value += int(s.change>>1) ^ -int(s.change&1)
			if place -= int(s.places); place < 0 {
				return value
			}
		}
		return -1
	}
	for i := range a.functions {
		name := a.name(i)
		if b.name(i) != kept(name) {
			t.Fatalf("%s became %s", name, b.name(i))
		}
		for _, field := range []int{entryField, argsField, deferField} {
			if a.field(i, field) != b.field(i, field) {
				t.Errorf("%s: field %d has changed", name, field)
			}
		}
		if (a.field(i, flagsField)^b.field(i, flagsField))&0xffffff != 0 {
			t.Errorf("%s: its flags have changed", name)
		}
		for _, d := range []int{argsData, localsData, objects, defers} {
			if a.datum(i, d) != b.datum(i, d) {
				t.Errorf("%s: the place of data %d has changed", name, d)
			}
		}
		places := 0
		for _, s := range a.steps(a.field(i, stackField)) {
			places += int(s.places)
		}
		for place := range places {
			if at(&a, a.field(i, stackField), place) != at(&b, b.field(i, stackField), place) {
				t.Errorf("%s: another stack at %d", name, place)
			}
			if at(&a, a.value(i, mapsValues), place) != at(&b, b.value(i, mapsValues), place) {
				t.Errorf("%s: another map of pointers at %d", name, place)
			}
		}
	}
}

// started is a module's memory once it has started, before anything is called.
func started(t *testing.T, b []byte) []byte {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed; the tests in browsers start the trimmed program too")
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "a.wasm"), filepath.Join(dir, "memory")
	if err := os.WriteFile(in, b, 0o644); err != nil {
		t.Fatal(err)
	}
	const script = `
		const [, from, to] = process.argv, fs = require("fs"), imports = {}
		const module = new WebAssembly.Module(fs.readFileSync(from))
		for (const i of WebAssembly.Module.imports(module)) (imports[i.module] ??= {})[i.name] = () => {}
		const { mem } = new WebAssembly.Instance(module, imports).exports
		fs.writeFileSync(to, new Uint8Array(mem.buffer))`
	if said, err := exec.Command(node, "-e", script, in, out).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	memory, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return memory
}

func TestTrimmedProgramRuns(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed; the tests in browsers run the trimmed program too")
	}
	b := build(t, "-s -w")
	small, err := trim(b)
	if err != nil {
		t.Fatal(err)
	}
	want := "3\n32767\n32767\n32767\n2000999\n2 0\nmain.main 74 ---\n"
	if got := run(t, node, b); got != want {
		t.Fatalf("as linked it says %q, want %q", got, want)
	}
	if got, want := run(t, node, small), strings.Replace(want, "main 74", "main 0", 1); got != want {
		t.Errorf("trimmed it says %q, want %q", got, want)
	}
}

func run(t *testing.T, node string, b []byte) string {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "a.wasm")
	if err := os.WriteFile(file, b, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(node, filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec_node.js"), file).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	return string(out)
}

func TestPartsAreAllOfTheProgram(t *testing.T) {
	m := open(t, build(t, "-w"))
	parts := m.Parts([]string{"runtime", "internal/runtime/maps", "strings", "main"}, map[string][]byte{"a text": []byte("bottom")})
	sum := 0
	got := map[string]int{}
	for _, p := range parts {
		sum += len(p.Bytes)
		got[p.Name] += len(p.Bytes)
	}
	want := 0
	for _, f := range m.Functions {
		want += len(f.Body)
	}
	if sum < want+len(m.Memory) { // tables are set apart and leave zeros in the rest
		t.Errorf("the parts are %d bytes, code and memory %d", sum, want+len(m.Memory))
	}
	for _, name := range []string{"runtime", "internal/runtime/maps", "strings", "main", "data: a text", "data: list of functions"} {
		if got[name] == 0 {
			t.Errorf("there is no part %q", name)
		}
	}
	if parts[0].Name != "runtime" && parts[1].Name != "runtime" {
		t.Errorf("the heaviest parts are %s and %s", parts[0].Name, parts[1].Name)
	}
}

func open(t *testing.T, b []byte) *Module {
	t.Helper()
	m, err := Open(b)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestWhatIsNoModuleIsAnError(t *testing.T) {
	for _, b := range [][]byte{nil, []byte("MZ"), []byte(header + "\x0b\xff"), []byte(header + "\x0b\x03\x01\x01\x00")} {
		if _, err := Open(b); err == nil {
			t.Errorf("%q was opened", b)
		}
	}
	if _, err := trim([]byte(header)); err == nil {
		t.Error("a module without tables of functions was trimmed")
	}
}

// TestWithCustom: the section is one of the module's, and its content comes last.
func TestWithCustom(t *testing.T) {
	b := WithCustom([]byte(header), "build", []byte("0123456789ab"))
	m := open(t, b)
	if n := len(m.sections); n != 1 || m.sections[0].kind != customSection || string(m.sections[0].body) != "\x05build0123456789ab" {
		t.Errorf("there are %d sections: %q", n, m.sections)
	}
	if !bytes.HasSuffix(b, []byte("0123456789ab")) || !bytes.Equal(m.Bytes(), b) {
		t.Error("the module is put together otherwise")
	}
}

func TestLimited(t *testing.T) {
	module := header + "\x05\x03\x01\x00\x02" // one memory of two pages
	b, err := Limited([]byte(module), 3)
	if want := header + "\x05\x04\x01\x01\x02\x05"; err != nil || string(b) != want {
		t.Errorf("the module is %q (%v), want %q", b, err, want)
	}
	for _, other := range []string{header, string(b)} { // no memory; limited already
		if _, err := Limited([]byte(other), 3); err == nil {
			t.Errorf("%q is limited without complaint", other)
		}
	}
}
