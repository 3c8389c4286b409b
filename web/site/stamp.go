//go:build !js

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"relu-three-ways/web/site/wasm"
)

// ids are the names of a build: of all of it, and of the program, which stays
// the same in caches while only scripts change.
type ids struct{ build, program string }

// programSection is the custom section with which the program names itself.
const programSection = "relu build"

// withID is the program with its name in it, which is a hash of the rest.
func withID(program []byte) []byte {
	return wasm.WithCustom(program, programSection, []byte(short(program)))
}

// idOf is the name that withID has put at a program's end.
func idOf(program []byte) string { return string(program[len(program)-idLength:]) }

// idLength is how long the names are.
const idLength = 12

// short is a hash, short enough to be read aloud.
func short(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])[:idLength]
}

// stampAll names the build in the files of dist, so that files of two builds
// are told apart: see stamp.
func stampAll() error {
	v, err := version()
	if err != nil {
		return err
	}
	b, err := os.ReadFile(filepath.Join(dist, program))
	if err != nil {
		return err
	}
	id := ids{program: idOf(b)}
	if id.build, err = buildID(v); err != nil {
		return err
	}
	entries, err := entriesOf()
	if err != nil {
		return err
	}
	return eachFile(func(name string, b []byte) error {
		if !stampable(name) {
			return nil
		}
		text := strings.ReplaceAll(string(b), "{{VERSION}}", v)
		switch {
		case path.Ext(name) == ".css":
			text = bare(inStyle.ReplaceAllString(text, ""))
		case path.Ext(name) == ".js" && path.Dir(name) != "vendor":
			text = bare(text)
		}
		return os.WriteFile(filepath.Join(dist, filepath.FromSlash(name)), []byte(stamp(name, text, entries[name], id)), 0o644)
	})
}

// inStyle is a remark of a style sheet, wherever it stands.
var inStyle = regexp.MustCompile(`(?s)[ \t]*/\*.*?\*/`)

// bare is a script or a style sheet without empty lines and remarks that begin a line,
// a fifth of what it weighs. What stands within backquotes is text.
func bare(source string) string {
	var b strings.Builder
	quoted, remark := false, false
	for line := range strings.Lines(source) {
		if text := strings.TrimSpace(line); !quoted {
			remark = remark || strings.HasPrefix(text, "/*")
			if remark {
				_, line, _ = strings.Cut(line, "*/")
				remark = line == ""
				text = strings.TrimSpace(line)
			}
			if text == "" || strings.HasPrefix(text, "//") {
				continue
			}
		}
		quoted = quoted != (strings.Count(line, "`")%2 == 1)
		b.WriteString(line)
	}
	return b.String()
}

// buildID is a hash of a version and of all files of dist as they are before
// they are stamped.
func buildID(version string) (string, error) {
	sum := sha256.New()
	fmt.Fprintln(sum, version)
	err := eachFile(func(name string, b []byte) error {
		fmt.Fprintf(sum, "%s %d\n", name, len(b))
		sum.Write(b)
		return nil
	})
	return hex.EncodeToString(sum.Sum(nil))[:idLength], err
}

// eachFile calls f with every file of dist, in the order of their names.
func eachFile(f func(name string, b []byte) error) error {
	names, err := filesBelow(dist)
	if err != nil {
		return err
	}
	for _, name := range names {
		b, err := os.ReadFile(filepath.Join(dist, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		if err := f(name, b); err != nil {
			return err
		}
	}
	return nil
}

// entriesOf are the modules that pages name.
func entriesOf() (map[string]bool, error) {
	entries := map[string]bool{}
	for _, page := range pages() {
		b, err := os.ReadFile(filepath.Join(dist, page))
		if err != nil {
			return nil, err
		}
		for _, m := range regexp.MustCompile(`<script (?:type="module" src|src="trouble\.js" data-starts)="([^"]+)"`).FindAllSubmatch(b, -1) {
			entries[string(m[1])] = true
		}
	}
	return entries, nil
}

func stampable(name string) bool {
	ext := path.Ext(name)
	return ext == ".html" || ext == ".js" || ext == ".css" || path.Dir(name) == "lang"
}

// The references of our files to one another that are stamped: a page's to
// scripts and styles, and a module's to modules. Whatever else a script fetches
// has {{BUILD}} in its address.
var (
	inPage   = regexp.MustCompile(`((?:href|src|data-starts)=")([^":?#]+\.(?:js|css))(")`)
	inModule = regexp.MustCompile(`((?m:^)(?:import|export)\b[^;'"(\n]*['"]|\bimport\(['"])(\.[^'"?#]+\.js)(['"])`)
	isModule = regexp.MustCompile(`(?:(?m:^)|[;}])(?:import|export)[\s{*'"]|\bimport\.meta\b`)
)

// stamp names the build in a file: its references have it as ?b=, so that no
// cache takes one file for the other, and it says itself of which build it is.
// A module that was asked for as one of another build throws before anything
// of it runs, and its importers do not run either. One that a page names, an
// entry, asks first whether the page starts again (trouble.js): if not, the
// page is an old copy, and new scripts are better than none.
func stamp(name, text string, entry bool, id ids) string {
	text = strings.NewReplacer("{{BUILD}}", id.build, "{{PROGRAM}}", id.program).Replace(text)
	address := "${1}${2}?b=" + id.build + "${3}"
	switch path.Ext(name) {
	case ".html":
		return inPage.ReplaceAllString(text, address)
	case ".txt": // words
		return "# build " + id.build + "\n\n" + text
	case ".css":
		return text + "\n/* build " + id.build + " */\n"
	}
	if !isModule.MatchString(text) {
		return text + "\n// build " + id.build + "\n"
	}
	text = inModule.ReplaceAllString(text, address)
	unless := ""
	if entry {
		unless = " && !dispatchEvent(new Event('relu-stale', {cancelable: true}))"
	}
	return "if ((new URL(import.meta.url).searchParams.get('b') ?? '" + id.build + "') !== '" + id.build + "'" + unless +
		") throw new Error('its files come from different versions');\n" + text
}
