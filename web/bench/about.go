//go:build !js

package bench

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"relu-three-ways/web/e2e"
)

// about is when, where and with what a run was made.
type about struct {
	date       time.Time
	browser    string
	machine    string
	gpu        string
	commit     string
	ebitengine string // version of the empty game's
	rounds     int
	took       time.Duration
	early      float64 // kB of early.js as brotli; NaN if it is not there
	activity   []activity
	benchmarks string
}

// describe asks the system and a browser what they are.
func describe(s *site, rounds int) (a about, err error) {
	a = about{date: time.Now().UTC(), rounds: rounds, machine: machine()}
	if out, err := exec.Command("git", "describe", "--always", "--dirty").Output(); err == nil {
		a.commit = strings.TrimSpace(string(out))
	}
	a.early = math.NaN()
	if info, err := os.Stat(filepath.Join(s.dir, "early.js.br")); err == nil {
		a.early = float64(info.Size()) / 1e3
	}
	if out, err := exec.Command("go", "list", "-m", "-f={{.Version}}", "github.com/hajimehoshi/ebiten/v2").Output(); err == nil {
		a.ebitengine = strings.TrimSpace(string(out))
	}
	t, err := openTab(s, page{name: blankPage, path: "/peers/blank.html"}, usual())
	if err != nil {
		return a, err
	}
	defer t.Close()
	var version struct{ Product string }
	if err := t.call("Browser.getVersion", nil, &version); err != nil {
		return a, err
	}
	a.browser = version.Product
	return a, t.eval(`(gl => gl ? gl.getParameter(gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER) : 'none')(document.createElement('canvas').getContext('webgl2'))`, &a.gpu)
}

// machine names the processor as Linux does, and how many cores there are.
func machine() string {
	name := runtime.GOARCH
	if raw, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for line := range strings.Lines(string(raw)) {
			if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == "model name" {
				name = strings.TrimSpace(value)
				break
			}
		}
	}
	return fmt.Sprintf("%s, %d cores, %s", name, runtime.NumCPU(), runtime.GOOS)
}

// benched names the benchmarks of the document.
const benched = "Drag|Sheet|Growth"

// benchmarks are the Go benchmarks of a drag (model, scene, sheet) and those
// named Growth, which tell how the scene and its painters grow with the fan and
// the probe. "" where there are none.
func benchmarks() string {
	out, err := exec.Command("go", "test", "-run=^$", "-bench="+benched, "-benchmem", "./render/...").Output()
	if err != nil {
		return fmt.Sprintf("go test: %v", err)
	}
	var kept []string
	for line := range strings.Lines(string(out)) {
		if strings.HasPrefix(line, "Benchmark") || strings.HasPrefix(line, "pkg:") {
			kept = append(kept, strings.TrimSpace(line))
		}
	}
	return strings.Join(kept, "\n")
}

// zero reports whether nothing was done.
func zero(a e2e.Activity) bool { return a == e2e.Activity{} }
