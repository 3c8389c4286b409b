//go:build !js

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var sampleIDs = ids{"0123456789ab", "ba9876543210"}

// unstamped are the names in our files that have no build, and why.
var unstamped = map[string]string{
	"sw.js":                        "a worker's address is its identity; browsers ask for it past caches",
	"embed.html":                   "given to other people, who keep the address",
	"post.js":                      "given to other people, who keep the address",
	"embed.js":                     "is to post.js and others what embed.html is; the two speak a protocol with a version",
	"lecture.html":                 "a page, which names the build of its own files",
	"notes.html":                   "a page, which names the build of its own files",
	"index.html":                   "a page, which names the build of its own files",
	"deck.json":                    "a deck is read by a total function, whatever is in it",
	"deck.de.json":                 "a deck is read by a total function, whatever is in it",
	"icon.svg":                     "any icon will do",
	"relu-three-ways.zip":          "to be saved",
	"-frames.zip":                  "to be saved",
	"README.txt":                   "in an archive",
	"relu.html":                    "to be saved",
	"f/${fn}.html":                 "a page, which names the build of its own files",
	"f/${fn}.png":                  "any picture of the function will do",
	"layouts/shortcodes/relu.html": "in somebody else's site",
	"_includes/relu.html":          "in somebody else's site",
	"app.wasm":                     "the worker's own list: it asks with the build",
	"app.wasm.gz":                  "the worker's own list: it asks with the build",
}

// TestReferencesAreStamped looks at every name of a file of ours in our pages,
// scripts and styles as they are shipped.
func TestReferencesAreStamped(t *testing.T) {
	name := regexp.MustCompile(`["'` + "`" + `(=](?:\./|\.\./)?((?:[\w.-]|\$\{\w+\}|/)+\.(?:js|css|wasm|json|gz|txt|html|svg|zip|png|woff2))([?#][^"'` + "`" + `)]*)?["'` + "`" + `)]`)
	completed := regexp.MustCompile(`\b(?:part|at|anew|file)\([^)]*\)|figure\.js\?program=|again = new URL\('(?:figure|guest)\.js', base\)`) // figure.js adds the build, and embed.js takes the one that is there in the end
	seen := 0
	for _, kind := range []string{"*.html", "*.js", "*.css"} {
		for _, file := range ofRooms(t, kind) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			text := stamp(filepath.Base(file), string(flattened(b)), false, sampleIDs)
			rest := completed.ReplaceAllString(text, "")
			for _, m := range name.FindAllStringSubmatch(rest, -1) {
				to, query := m[1], m[2]
				_, exempt := unstamped[to]
				switch {
				case strings.HasPrefix(query, "?b="+sampleIDs.build), strings.HasPrefix(query, "?b="+sampleIDs.program), strings.HasPrefix(query, "?b=${"):
					seen++
				case exempt, strings.HasPrefix(to, "fonts/") && strings.HasSuffix(to, ".woff2"): // a font stays the same
				default:
					t.Errorf("%s names %s without a build", file, to)
				}
			}
			if strings.Contains(text, "{{BUILD}}") || strings.Contains(text, "{{PROGRAM}}") {
				t.Errorf("%s has a place that is not filled", file)
			}
			if ext := filepath.Ext(file); ext != ".html" && !strings.Contains(text, sampleIDs.build) {
				t.Errorf("%s does not say of which build it is", file)
			}
		}
	}
	if seen < 60 {
		t.Errorf("only %d references are stamped", seen)
	}
}

func TestModulesSayThatTheyAreNotWhatWasAskedFor(t *testing.T) {
	for _, c := range []struct {
		name, text string
		entry      bool
		has, not   string
	}{
		{"a.js", "import {b} from './b.js'; // why\nimport './c.js';\nexport const d = () => import('./d.js');\n", false, "import {b} from './b.js?b=0123456789ab'; // why\nimport './c.js?b=0123456789ab';\nexport const d = () => import('./d.js?b=0123456789ab');\n", "relu-stale"},
		{"a.js", "import './c.js';\n", true, "relu-stale", ""},
		{"vendor/a.js", "var a=1;export{a as b};", false, "import.meta.url", ""},
		{"a.js", "const here = new URL('.', import.meta.url);", false, "throw new Error", ""},
		{"a.js", "(() => { import(new URL(starts, script.src).href); })();\n", false, "// build 0123456789ab", "throw"},
		{"a.js", "const p = '{{PROGRAM}}'", false, "'ba9876543210'", "{{"},
		{"a.css", "i { src: url(fonts/a.woff2) }", false, "/* build 0123456789ab */", "?b="},
		{"a.html", `<link href="a.css"><script src="a.js" defer></script><a href="b.html">`, false, `<link href="a.css?b=0123456789ab"><script src="a.js?b=0123456789ab" defer></script><a href="b.html">`, ""},
		{"a.html", `<link href="https://example.org/a.css">`, false, `"https://example.org/a.css"`, "?b="},
	} {
		got := stamp(c.name, c.text, c.entry, sampleIDs)
		if !strings.Contains(got, c.has) || c.not != "" && strings.Contains(got, c.not) {
			t.Errorf("%s, %q became %q; want %q in it and not %q", c.name, c.text, got, c.has, c.not)
		}
	}
}

func TestRemarksAreNotShipped(t *testing.T) {
	const source = "// one\n\n/** two\n * three */\nconst a = 1; // four\n\t/* five */\n/* six */ b();\nconst c = `\n// seven\n\n`;\n// eight\nd(`${c}`);\n"
	if got, want := bare(source), "const a = 1; // four\n b();\nconst c = `\n// seven\n\n`;\nd(`${c}`);\n"; got != want {
		t.Errorf("%q became %q", source, got)
	}
	for _, kind := range []string{"*.js", "*.css"} {
		for _, file := range ofRooms(t, kind) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Count(bare(string(b)), "`")%2 != 0 {
				t.Errorf("%s: a backquote without its other one; write \\x60", file)
			}
		}
	}
}

func TestABuildHasOneName(t *testing.T) {
	app := withID([]byte("\x00asm\x01\x00\x00\x00"))
	files := map[string]string{
		"app.wasm": string(app), "index.html": `<script type="module" src="a.js"></script>`, "embed.html": "", "notes.html": "",
		"lecture.html": `<script src="trouble.js" data-starts="l.js" defer></script>`,
		"a.js":         "import './c.js';\nconst p = '{{PROGRAM}}', v = '{{VERSION}}';\n", "c.js": "export {};\n", "l.js": "export {};\n", "de.txt": "a",
	}
	changes := "## Unreleased\n\n## 1.2.3 (2026-11-28)\n"
	read := func() (a, build string) {
		inDist(t, files)
		if err := os.WriteFile("CHANGELOG.md", []byte(changes), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := stampAll(); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(dist, "a.js"))
		if err != nil {
			t.Fatal(err)
		}
		return string(b), regexp.MustCompile(`c\.js\?b=([0-9a-f]{12})'`).FindStringSubmatch(string(b))[1]
	}
	a, first := read()
	if !strings.Contains(a, "p = '"+short([]byte("\x00asm\x01\x00\x00\x00"))+"', v = '1.2.3'") || !strings.Contains(a, "relu-stale") {
		t.Errorf("a.js is %q", a)
	}
	for _, entry := range []string{"l.js", "c.js"} {
		b, err := os.ReadFile(filepath.Join(dist, entry))
		if err != nil || strings.Contains(string(b), "relu-stale") != (entry == "l.js") {
			t.Errorf("%s is %q (%v)", entry, b, err)
		}
	}
	if _, again := read(); again != first {
		t.Error("the same files make another name")
	}
	changes = strings.ReplaceAll(changes, "1.2.3", "1.2.4")
	_, released := read()
	files["de.txt"] = "b"
	_, changed := read()
	if released == first || changed == released {
		t.Errorf("a release or a changed file keeps the name: %s, %s, %s", first, released, changed)
	}
}
