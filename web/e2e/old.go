//go:build !js

package e2e

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"relu-three-ways/web/site/serve"
)

// Old makes a site one of a build that no cache has seen, but for files that are
// those of a build before, whatever query comes with their names: so does a host
// that is being updated, or a cache in front of one.
type Old struct {
	mu      sync.Mutex
	until   Until
	names   []string
	builds  int             // how many there have been
	asked   map[string]int  // how often, by name
	renewed map[string]bool // those that were asked for past caches
}

// Until says how long a file stays old.
type Until int

const (
	Never  Until = iota // it is never old
	Forced              // until somebody asks past caches
	Ever                // for ever
)

// Give makes the site one of a new build, whose name it returns. The files of
// these names are old until then.
func (o *Old) Give(until Until, names ...string) (build string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.builds++
	o.until, o.names, o.asked, o.renewed = until, names, map[string]int{}, map[string]bool{}
	return o.build()
}

// Mend ends that files are old.
func (o *Old) Mend() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.until = Never
}

// None makes the site its own again.
func (o *Old) None() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.builds++
	o.until, o.names, o.asked, o.renewed = Never, nil, nil, nil
}

func (o *Old) build() string { return fmt.Sprintf("%012x", o.builds) }

// before is the name of the build before, of which the old files are.
const before = "0123456789ab"

// Asked is how often the file or page of a name was asked for since Give, and
// whether past caches.
func (o *Old) Asked(name string) (times int, renewed bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.asked[name], o.renewed[name]
}

// of is the build of which a request is answered, "" where the site is its own,
// and whether caches may keep the answer.
func (o *Old) of(r *http.Request) (build string, keep bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.asked == nil {
		return "", false
	}
	name := path.Clean("/" + r.URL.Path)
	o.asked[name]++
	if strings.Contains(r.Header.Get("Cache-Control"), "no-cache") {
		o.renewed[name] = true
	}
	if o.until == Never || !slices.Contains(o.names, name) || o.until == Forced && o.renewed[name] {
		return o.build(), false
	}
	return before, o.until == Forced
}

// rebuilt sends a file as it is in a build.
func (s *Site) rebuilt(w http.ResponseWriter, name, build string, keep bool) {
	body, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", serve.ContentType(name))
	w.Header().Set("Access-Control-Allow-Origin", "*")
	w.Header().Set("Cache-Control", map[bool]string{false: "no-cache", true: "max-age=600"}[keep])
	if name == "/app.wasm.gz" {
		body = repacked(body, func(b []byte) []byte { return s.in(build, b) })
	}
	w.Write(s.in(build, body))
}

// in is a file as it is in a build, which has another program too. The box of
// the build before lacks an export.
func (s *Site) in(build string, b []byte) []byte {
	worker, _ := os.ReadFile(filepath.Join(s.dir, "sw.js"))
	ids := regexp.MustCompile(`build = '([0-9a-f]{12})', programBuild = '([0-9a-f]{12})'`).FindSubmatch(worker)
	if build == "" || ids == nil {
		return b
	}
	b = bytes.ReplaceAll(b, ids[1], []byte(build))
	b = bytes.ReplaceAll(b, ids[2], []byte("f"+build[1:]))
	if build == before {
		b = bytes.Replace(b, []byte("export function webGL2("), []byte("function webGL2("), 1)
	}
	// A page that names no build asks a cache for what it has never seen all the same.
	return regexp.MustCompile(`((?:src|href)="figure\.(?:js|css))"`).ReplaceAll(b, []byte(`$1?from=`+build+`"`))
}

// repacked changes what is in a file that is compressed.
func repacked(b []byte, change func([]byte) []byte) []byte {
	r, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return b
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		return b
	}
	var out bytes.Buffer
	z, _ := gzip.NewWriterLevel(&out, gzip.BestSpeed)
	z.Write(change(plain))
	z.Close()
	return out.Bytes()
}
