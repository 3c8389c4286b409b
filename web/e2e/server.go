//go:build !js

package e2e

import (
	"bytes"
	_ "embed"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"

	"relu-three-ways/web/site/serve"
)

//go:embed probe.js
var probe []byte

// Site serves a built folder as the plainest static host would, without
// negotiation. It puts the probe into every page, and has the pages of
// testPage besides.
type Site struct {
	URL    string
	Broken atomic.Bool                                             // the program cannot be downloaded
	Worker atomic.Bool                                             // the worker for work without a network is there
	Down   atomic.Bool                                             // there is no network
	Old    Old                                                     // files of another build
	Missed Missed                                                  // what pages asked for in vain
	Slow   Gate                                                    // the program is on its way while it is shut
	Other  atomic.Pointer[func(module []byte, forced bool) []byte] // makes another program of it; forced: asked for past caches
	dir    string
	files  http.Handler
	server http.Server
}

// NewSite serves the folder at a free port of the loopback interface.
func NewSite(dir string) (*Site, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &Site{URL: "http://" + l.Addr().String(), dir: dir, files: serve.Handler(dir)}
	s.server.Handler = s
	go s.server.Serve(l)
	return s, nil
}

// Close stops serving.
func (s *Site) Close() { s.server.Close() }

func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	r.Header.Del("Accept-Encoding")
	name := path.Clean("/" + r.URL.Path)
	build, keep := s.Old.of(r)
	switch {
	case s.Down.Load():
		if c, _, err := http.NewResponseController(w).Hijack(); err == nil {
			c.Close()
		}
	case name == "/favicon.ico":
		w.WriteHeader(http.StatusNoContent)
	case s.Broken.Load() && strings.Contains(path.Base(name), ".wasm"):
		http.Error(w, "out of order", http.StatusServiceUnavailable)
	case strings.Contains(path.Base(name), ".wasm") && !s.Slow.Pass(r.Context().Done()):
	case s.Other.Load() != nil && strings.Contains(path.Base(name), ".wasm"):
		s.other(w, r, name, *s.Other.Load())
	case name == "/sw.js" && !s.Worker.Load(): // else it would answer the pages of other tests, without the probe
		http.NotFound(w, r)
	case name == "/own.json": // a deck that is not the site's
		w.Header().Set("Content-Type", serve.ContentType(name))
		w.Write([]byte(`{"scenes": [{"title": "One"}, {"title": "Two"}]}`))
	case name == "/moved.json":
		http.Redirect(w, r, "http://localhost"+s.URL[strings.LastIndexByte(s.URL, ':'):]+"/own.json", http.StatusFound)
	case name == "/" || path.Ext(name) == ".html":
		s.page(w, r, name, build)
	case strings.HasPrefix(name, "/npm/"): // of the hosts that are built from packages
		http.ServeFile(w, r, filepath.Join("node_modules", filepath.FromSlash(strings.TrimPrefix(name, "/npm/"))))
	case build != "":
		s.rebuilt(w, name, build, keep)
	default:
		s.files.ServeHTTP(&answer{w, name, &s.Missed}, r)
	}
}

// other sends a program that is not the site's.
func (s *Site) other(w http.ResponseWriter, r *http.Request, name string, change func([]byte, bool) []byte) {
	body, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	forced := strings.Contains(r.Header.Get("Cache-Control"), "no-cache")
	w.Header().Set("Content-Type", serve.ContentType(name))
	w.Header().Set("Cache-Control", "no-store")
	if path.Ext(name) == ".gz" {
		w.Write(repacked(body, func(b []byte) []byte { return change(b, forced) }))
		return
	}
	w.Write(change(body, forced))
}

// Missed collects the names of files that were asked for and are not there.
type Missed struct {
	mu    sync.Mutex
	names []string
}

// Take returns the names and forgets them.
func (m *Missed) Take() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	names := m.names
	m.names = nil
	return names
}

// answer notes that a file is missing when its status says so.
type answer struct {
	http.ResponseWriter
	name   string
	missed *Missed
}

func (a *answer) WriteHeader(status int) {
	if status == http.StatusNotFound {
		a.missed.mu.Lock()
		a.missed.names = append(a.missed.names, a.name)
		a.missed.mu.Unlock()
	}
	a.ResponseWriter.WriteHeader(status)
}

// page sends a page with the probe before everything else.
func (s *Site) page(w http.ResponseWriter, r *http.Request, name, build string) {
	index, err := os.ReadFile(filepath.Join(s.dir, "index.html"))
	body, made := testPage(name, index)
	if !made {
		if name == "/" {
			name = "/index.html"
		}
		body, err = os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
	}
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", serve.ContentType(name))
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Access-Control-Allow-Origin", "*")
	w.Write(bytes.Replace(s.in(build, body), []byte("<head>"), []byte("<head><script>"+string(probe)+"</script>"), 1))
}
