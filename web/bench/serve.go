//go:build !js

package bench

import (
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"relu-three-ways/web/site/serve"
)

// site serves the packed folder and counts what goes out.
type site struct {
	URL    string
	dir    string
	server http.Server
	mu     sync.Mutex
	sent   traffic
}

// traffic is what a page made the server send.
type traffic struct {
	page   int      // bytes of bodies and headers for the page itself
	worker int      // the same for its service worker, which fills its cache for work without a network
	files  []string // what the page asked for
}

func newSite(dir string) (*site, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &site{URL: "http://" + l.Addr().String(), dir: dir}
	s.server.Handler = s
	go s.server.Serve(l)
	return s, nil
}

func (s *site) Close() { s.server.Close() }

// take returns what was sent since it was last called.
func (s *site) take() traffic {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.sent
	s.sent = traffic{}
	return t
}

// ServeHTTP answers as a host that compresses: NAME.br in the place of NAME,
// where the browser takes brotli.
func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == "" {
		name = "index.html"
	}
	var body []byte
	var err error
	packed := false
	if made, ok := growthPage(s.dir, name, r); ok {
		body = made
	} else {
		if strings.Contains(r.Header.Get("Accept-Encoding"), "br") {
			body, err = os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)+".br"))
			packed = err == nil
		}
		if !packed {
			body, err = os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
		}
	}
	h := w.Header()
	if err != nil {
		http.NotFound(w, r)
		return
	}
	h.Set("Content-Type", serve.ContentType(name))
	h.Set("Cache-Control", "max-age=600")
	h.Set("Vary", "Accept-Encoding")
	if packed {
		h.Set("Content-Encoding", "br")
	}
	s.count(r, name, len(body)+headerBytes(h))
	w.Write(body)
}

// headerBytes is about what the answer's head takes: the fields and those that
// net/http adds, the status line, Date and Content-Length.
func headerBytes(h http.Header) (n int) {
	for key, values := range h {
		n += len(key) + len(values[0]) + len(": \r\n")
	}
	return n + len("HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nContent-Length: 1000000\r\n\r\n")
}

// count notes an answer. A service worker names itself as the one who asks.
func (s *site) count(r *http.Request, name string, n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if strings.HasSuffix(r.Referer(), "/sw.js") || name == "sw.js" {
		s.sent.worker += n
		return
	}
	s.sent.page += n
	s.sent.files = append(s.sent.files, name)
}
