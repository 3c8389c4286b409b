//go:build !js

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// inFolder makes a small project with a built site, and goes there.
func inFolder(t *testing.T) {
	t.Helper()
	top, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	put := func(name, body string) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.CopyFS(filepath.Join(dir, "web", "npm"), os.DirFS(filepath.Join(top, "web", "npm"))); err != nil {
		t.Fatal(err)
	}
	put("CHANGELOG.md", "# Changes\n\n## 1.2.3 (2030-01-01)\n\n- New.\n\n## 1.2.2 (2029-01-01)\n")
	for _, name := range []string{"app.wasm", "app.wasm.gz", "app.wasm.br", "early/a.json.gz", "embed.html", "embed.html.gz", "embed.js", "embed.js.br", "embed.d.ts", "figure.js", "figure.css", "post.js", "sw.js", "LICENSE", "_headers", ".nojekyll", archive} {
		put("dist/"+name, name)
	}
	put("dist/index.html", `<p><a href="lecture.html">Teach</a> · <a href="`+archive+`" download>Take it</a></p>`)
	t.Chdir(dir)
}

// TestPackage: what package.json names is there, names stay in their folder,
// what only hosts need is left out, and equal input makes equal bytes.
func TestPackage(t *testing.T) {
	inFolder(t)
	t.Setenv("SITE", "https://example.org/relu")
	t.Setenv("GITHUB_REPOSITORY", "")
	files, err := packageFiles("1.2.3")
	if err != nil {
		t.Fatal(err)
	}
	for name := range files {
		if path.Clean(name) != name || path.IsAbs(name) || strings.HasPrefix(name, "..") || strings.Contains(name, "\\") {
			t.Errorf("%q leads out of the package", name)
		}
		if bytes.Contains(files[name], []byte("{{")) {
			t.Errorf("%s has a place that is not filled in", name)
		}
	}
	for _, name := range []string{archive, "_headers", ".nojekyll", "app.wasm.br", "embed.js.br", "embed.html.gz"} {
		if _, is := files[name]; is {
			t.Errorf("%s is in the package", name)
		}
	}
	for _, name := range []string{"app.wasm.gz", "early/a.json.gz", "sw.js", "LICENSE", "README.md", "CHANGELOG.md"} {
		if _, is := files[name]; !is {
			t.Errorf("%s is not in the package", name)
		}
	}
	if got := string(files["index.html"]); got != `<p><a href="lecture.html">Teach</a></p>` {
		t.Errorf("the page is %q", got)
	}
	var about map[string]any
	if err := json.Unmarshal(files["package.json"], &about); err != nil {
		t.Fatal(err)
	}
	if about["version"] != "1.2.3" || about["homepage"] != "https://example.org/relu/" || about["repository"] != nil {
		t.Errorf("package.json says %v, %v, %v", about["version"], about["homepage"], about["repository"])
	}
	for _, key := range []string{"main", "module", "types", "style", "unpkg", "jsdelivr", "exports", "bin"} {
		for _, name := range texts(about[key]) {
			if _, is := files[path.Clean(name)]; !is && name != "./*" {
				t.Errorf("package.json names %s under %s, which is not there", name, key)
			}
		}
	}
	name, first, err := tarball("1.2.3")
	if err != nil || name != "relu-three-ways-1.2.3.tgz" {
		t.Errorf("the package is %q, %v", name, err)
	}
	if _, second, err := tarball("1.2.3"); err != nil || !bytes.Equal(first, second) {
		t.Errorf("the same package has other bytes, %v", err)
	}
}

// texts are all texts in a value of JSON, at least one.
func texts(value any) (list []string) {
	switch v := value.(type) {
	case string:
		return []string{v}
	case map[string]any:
		for _, inner := range v {
			list = append(list, texts(inner)...)
		}
		return list
	}
	return []string{fmt.Sprintf("nothing but %v", value)}
}

func TestNotes(t *testing.T) {
	for changes, want := range map[string]string{
		"# Changes\n\n## Unreleased\n\n- Later.\n\n## 1.2.3 (today)\n\n- New.\n- More.\n\n## 1.2.2\n\n- Old.\n": "- New.\n- More.\n",
		"# Changes\n\n## 1.2.3\n\n- New.\n": "- New.\n",
	} {
		if got := notes(changes, "1.2.3"); got != want {
			t.Errorf("the notes of %q are %q", changes, got)
		}
	}
}

// TestTag: a tag that is not the newest version makes no package.
func TestTag(t *testing.T) {
	inFolder(t)
	for _, args := range [][]string{{"v1.2.2"}, {"1.2.3"}, {"v1.2.3", "more"}} {
		if err := quiet(t).pack(args); err == nil || !strings.Contains(err.Error(), "1.2.3") {
			t.Errorf("%q: %v", args, err)
		}
	}
}

func TestVersion(t *testing.T) {
	inFolder(t)
	if v, err := version(); v != "1.2.3" || err != nil {
		t.Errorf("the version is %q, %v", v, err)
	}
	if err := os.WriteFile("CHANGELOG.md", []byte("# Changes\n\n## Unreleased\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if v, err := version(); err == nil {
		t.Errorf("without a release the version is %q", v)
	}
}

// TestCopy unpacks the package and copies the site out of it, and asks the
// plugin where the site is, as Vite would. It needs Node.
func TestCopy(t *testing.T) {
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("the scripts of the package are tried with Node, which is not installed")
	}
	inFolder(t)
	files, err := packageFiles("1.2.3")
	if err != nil {
		t.Fatal(err)
	}
	for name, body := range files {
		file := filepath.Join("node_modules", "relu-three-ways", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, body, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	node := func(args ...string) (string, error) {
		out, err := exec.Command("node", args...).CombinedOutput()
		return string(out), err
	}
	bin := filepath.Join("node_modules", "relu-three-ways", "npm", "copy.js")
	if said, err := node(bin, "public/relu"); err != nil || !strings.Contains(said, `src="/relu/post.js"`) {
		t.Errorf("copying says %q, %v", said, err)
	}
	for name := range files {
		_, err := os.Stat(filepath.Join("public", "relu", filepath.FromSlash(name)))
		npms := strings.HasPrefix(name, "npm/") || slices.Contains([]string{"package.json", "README.md", "CHANGELOG.md"}, name)
		if (err == nil) == npms {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, args := range [][]string{{bin}, {bin, "--help"}, {bin, "a", "b"}, {bin, "CHANGELOG.md"}} {
		said, err := node(args...)
		if err == nil || strings.Contains(said, "    at ") || !strings.Contains(said, "relu-three-ways") {
			t.Errorf("%q says %q, %v", args, said, err)
		}
	}
	const ask = `
		const {default: relu} = await import('relu-three-ways/vite');
		const {pathToFileURL, fileURLToPath} = await import('node:url');
		const bring = fileURLToPath(new URL('bring.js', import.meta.resolve('relu-three-ways')));
		for (const [base, consumer] of [['/', 'client'], ['/blog/', 'client'], ['https://cdn.example/', 'client'], ['./', 'client'], ['./', 'server']]) {
			const plugin = relu();
			plugin.configResolved({base, command: 'build'});
			const context = {environment: {config: {consumer}}, emitFile: file => file.fileName};
			if (plugin.load.call(context, bring + '/other.js') !== undefined) console.log('it takes other modules');
			console.log(base, consumer, /new URL\(name, (.*)\)\.href/.exec(plugin.load.call(context, bring + '?v=1'))[1]);
		}`
	said, err := node("--input-type=module", "-e", ask)
	const want = `/ client new URL("/relu-three-ways/", location.href)
/blog/ client new URL("/blog/relu-three-ways/", location.href)
https://cdn.example/ client new URL("https://cdn.example/relu-three-ways/", location.href)
./ client import.meta.ROLLUP_FILE_URL_relu-three-ways/embed.js
./ server new URL("./relu-three-ways/", location.href)
`
	if err != nil || said != want {
		t.Errorf("the plugin says %s, %v", said, err)
	}
}
