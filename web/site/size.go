//go:build !js

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"relu-three-ways/web/site/slim"
	"relu-three-ways/web/site/wasm"
)

// size builds the site and shows where its bytes go; "agree" among the
// arguments makes the figures those that the next builds are held to.
func (j *job) size(args []string) error {
	if len(args) > 0 && !slices.Equal(args, []string{"agree"}) {
		return fmt.Errorf("the only argument is agree, but got %q", strings.Join(args, " "))
	}
	if err := j.build(); err != nil {
		return err
	}
	for _, page := range weighed() {
		if err := showPage(page); err != nil {
			return err
		}
	}
	if err := j.showProgram(); err != nil {
		return err
	}
	now, err := figures()
	if err != nil {
		return err
	}
	if len(args) > 0 {
		return agree(now)
	}
	return asAgreed(now)
}

// weights are the bytes of a file: as it is, as gzip, as Brotli. A host sends
// the smallest.
type weights struct{ raw, gzip, brotli int }

// weigh weighs a file of dist.
func weigh(name string) (w weights, err error) {
	for _, c := range []struct {
		ext string
		n   *int
	}{{"", &w.raw}, {".gz", &w.gzip}, {".br", &w.brotli}} {
		*c.n = w.raw
		info, err := os.Stat(filepath.Join(dist, filepath.FromSlash(name)+c.ext))
		switch {
		case err == nil:
			*c.n = int(info.Size())
		case c.ext == "":
			return w, err
		}
	}
	return w, nil
}

// weighPage weighs all that a page loads.
func weighPage(page string) (files []string, each []weights, sum weights, err error) {
	if files, err = loaded(page); err != nil {
		return
	}
	for _, name := range files {
		w, err := weigh(name)
		if err != nil {
			return nil, nil, sum, err
		}
		each = append(each, w)
		sum = weights{sum.raw + w.raw, sum.gzip + w.gzip, sum.brotli + w.brotli}
	}
	return files, each, sum, nil
}

func showPage(page string) error {
	files, each, sum, err := weighPage(page)
	if err != nil {
		return err
	}
	fmt.Printf("\n%s and what it loads%*s %9s %9s %9s\n", page, 24-len(page), "", "raw", "gzip", "brotli")
	for i, name := range files {
		fmt.Printf("  %-42s %9d %9d %9d\n", name, each[i].raw, each[i].gzip, each[i].brotli)
	}
	fmt.Printf("  %-42s %9d %9d %9d\n", "together", sum.raw, sum.gzip, sum.brotli)
	return nil
}

// showProgram shows where the program's bytes go, by a second build that keeps
// the names of functions. What a part adds to the compressed program is an
// estimate: the part compressed alone, scaled so that the parts add up.
func (j *job) showProgram() error {
	j.line.Step(1, 1, "the program, with names")
	parts, err := j.programParts()
	j.line.Rest()
	if err != nil {
		return err
	}
	whole, err := weigh(program)
	if err != nil {
		return err
	}
	alone, sum := make([]int, len(parts)), 0
	for i, p := range parts {
		small, err := brotliAt(5, p.Bytes)
		if err != nil {
			return err
		}
		alone[i] = len(small)
		sum += alone[i]
	}
	fmt.Printf("\n%s, by package and kind of data%*s %9s %9s\n", program, 27, "", "raw", "~brotli")
	for i, p := range parts {
		fmt.Printf("  %-68s %9d %9d\n", p.Name, len(p.Bytes), int(float64(alone[i])*float64(whole.brotli)/float64(sum)))
	}
	return nil
}

// programParts builds the program with names, as small otherwise as it is
// shipped, and takes it apart.
func (j *job) programParts() ([]wasm.Part, error) {
	dir, err := os.MkdirTemp("", "size-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	flags, err := reduced()
	if err != nil {
		return nil, err
	}
	out := filepath.Join(dir, program)
	if err := j.compile(out, "-w", flags); err != nil {
		return nil, err
	}
	b, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	m, err := j.trimmed(b)
	if m == nil && err == nil {
		m, err = wasm.Open(b)
	}
	if err != nil {
		return nil, err
	}
	packages, err := programPackages(flags)
	if err != nil {
		return nil, err
	}
	const embedded = "assets/formulas.bin"
	content, err := os.ReadFile(embedded)
	if err != nil {
		return nil, err
	}
	return m.Parts(packages, map[string][]byte{embedded: content}), nil
}

// programPackages are the packages that the program is made of.
func programPackages(flags slim.Flags) ([]string, error) {
	args := append([]string{"list", "-deps"}, flags...)
	out, err := output(wasmEnv(), "go", append(args, ".")...)
	return strings.Fields(out), err
}
