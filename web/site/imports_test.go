//go:build !js

package main

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "relu-three-ways/"

// top is the project's folder from here.
const top = "../.."

// golist runs go list and returns its lines; wasm asks for the page's build.
func golist(t *testing.T, wasm bool, args ...string) []string {
	t.Helper()
	c := exec.Command("go", append([]string{"list", "-e"}, args...)...)
	c.Dir, c.Stderr = top, os.Stderr
	c.Env = os.Environ()
	if wasm {
		c.Env = append(c.Env, wasmEnv()...)
	}
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}

// mayImport says which packages of the project a package may import, by its
// folder; an entry that ends in "/" covers what is below. Data flows one way:
// mathematics, model, scene, painters, page.
func mayImport() map[string][]string {
	return map[string][]string{
		"math/probe":         {},
		"math/calculus":      {"math/probe", "math/pieces"},
		"math/expression":    {},
		"math/pieces":        {"math/probe", "math/expression"},
		"math/autodiff":      {"math/expression"},
		"render/theme":       {},
		"render/metrics":     {},
		"assets":             {},
		"render/lang":        {"assets"},
		"render/figure":      {"math/autodiff", "math/calculus", "math/expression", "math/pieces", "render/theme", "render/lang"},
		"render/formula":     {"assets", "render/theme"},
		"render/scene/place": {"render/theme"},
		"render/scene":       {"math/calculus", "math/pieces", "render/figure", "render/formula", "render/lang", "render/metrics", "render/scene/place", "render/theme"},
		"render/svg":         {"render/figure", "render/scene", "render/formula", "render/metrics", "render/theme"},
		"render/stage":       {"render/scene", "render/formula", "render/theme"},
		"web/page":           {"math/calculus", "render/"},
		"web/poster":         {"render/", "web/page"},
		"web/host":           {"math/calculus", "render/", "web/page"},
		"web/site/serve":     {},
		"web/e2e":            {"web/site/serve"},
		"web/bench":          {"web/e2e", "web/site/serve"},
		"web/site/progress":  {},
		"web/site/slim":      {},
		"web/site/wasm":      {},
		"web/site":           {"math/calculus", "render/", "web/page", "web/poster", "web/bench", "web/e2e", "web/site/"},
		"":                   {"render/", "web/host"},
	}
}

func TestImportsGoOneWay(t *testing.T) {
	for _, wasm := range []bool{false, true} {
		for _, line := range golist(t, wasm, "-f", `{{.ImportPath}}:{{join .Imports " "}}`, "./...") {
			from, imports, _ := strings.Cut(line, ":")
			from = strings.TrimPrefix(strings.TrimPrefix(from, strings.TrimSuffix(module, "/")), "/")
			allowed, known := mayImport()[from]
			if !known && !strings.HasPrefix(from, "assets/") {
				t.Errorf("%s is not in the table of imports", from)
				continue
			}
			for _, to := range strings.Fields(imports) {
				folder, ours := strings.CutPrefix(to, module)
				if ours && !slices.ContainsFunc(allowed, func(a string) bool {
					return folder == a || strings.HasSuffix(a, "/") && strings.HasPrefix(folder, a)
				}) {
					t.Errorf("%q imports %s", from, to)
				}
				if strings.HasPrefix(to, "github.com/hajimehoshi/ebiten") && from != "" && from != "render/stage" {
					t.Errorf("%q imports %s; only render/stage and main may", from, to)
				}
			}
		}
	}
}

// TestPagePaintsOnlyBySVG keeps Ebitengine out of reach of the page's controls.
func TestPagePaintsOnlyBySVG(t *testing.T) {
	for _, line := range golist(t, true, "-f", `{{.ImportPath}}:{{join .Imports " "}}`, "./web/...") {
		if strings.Contains(line, module+"render/stage") {
			t.Errorf("only main may import render/stage: %s", line)
		}
	}
}

// compressor is needed to build the page, and by nothing in it.
const compressor = "github.com/andybalholm/brotli"

func TestTheCompressorIsNotShipped(t *testing.T) {
	if slices.ContainsFunc(golist(t, true, "-deps", "."), func(p string) bool { return strings.HasPrefix(p, compressor) }) {
		t.Errorf("the program imports %s", compressor)
	}
}

func TestNativeProgramsNeedNoWindowSystem(t *testing.T) {
	for _, p := range golist(t, false, "-deps", "./...") {
		if strings.HasPrefix(p, "github.com/") && !strings.HasPrefix(p, compressor) {
			t.Errorf("natively %s is needed", p)
		}
	}
}

func TestDirectRequirements(t *testing.T) {
	want := []string{compressor + "@", "github.com/hajimehoshi/ebiten/v2@v2.9.8", "golang.org/x/image@"}
	var got []string
	for _, line := range golist(t, false, "-m", "-f", `{{if not .Indirect}}{{if not .Main}}{{.Path}}@{{.Version}}{{end}}{{end}}`, "all") {
		if line != "" {
			got = append(got, line)
		}
	}
	if !slices.EqualFunc(got, want, strings.HasPrefix) {
		t.Errorf("go.mod requires %q directly, want %q", got, want)
	}
}

// TestProgramIsLean: each of these costs the page a tenth of a megabyte or
// more, and the program does without.
func TestProgramIsLean(t *testing.T) {
	for _, folder := range []string{"math/calculus", "math/expression", "math/pieces", "math/autodiff", "render/lang", "render/figure", "render/formula", "render/scene", "render/svg", "web/page", "web/host"} {
		for _, p := range golist(t, true, "-f", `{{join .Imports "\n"}}`, "./"+folder) {
			if slices.Contains([]string{"fmt", "encoding/json", "net/url", "regexp", "reflect", "html/template", "text/template"}, p) {
				t.Errorf("%s imports %s", folder, p)
			}
		}
	}
}

func TestTopLevelIsAsAgreed(t *testing.T) {
	agreed := []string{"go.mod", "go.sum", "main.go", "render", "math", "web", "assets", "build.sh", "dist",
		"README.md", "ARCHITECTURE.md", "CHANGELOG.md", "LICENSE"}
	entries, err := os.ReadDir(top)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name := e.Name(); !strings.HasPrefix(name, ".") && !slices.Contains(agreed, name) {
			t.Errorf("%s does not belong to the top level", name)
		}
	}
}
