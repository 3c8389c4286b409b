//go:build !js

package bench

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"relu-three-ways/web/site/serve"
)

// site serves the packed folder, as a host that compresses, and notes what is
// asked for.
type site struct {
	*httptest.Server
	dir  string
	mu   sync.Mutex
	sent []string // names of what the page asked for,
	all  int      // and how many it and its service worker asked for
}

func newSite(dir string) *site {
	s := &site{dir: dir}
	files := serve.Handler(dir)
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.note(strings.TrimPrefix(r.URL.Path, "/"), r.Referer())
		files.ServeHTTP(w, r)
	}))
	return s
}

func (s *site) note(name, asker string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.all++
	if name != "sw.js" && !strings.HasSuffix(asker, "/sw.js") {
		s.sent = append(s.sent, name)
	}
}

// asked is what was asked for since forget.
func (s *site) asked() (names []string, all int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sent, s.all
}

func (s *site) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sent = nil
}

// weigh is what files weigh, in kB, where each is as small as brotli makes it,
// without heads of answers: also those that the page unpacks by itself, NAME.gz,
// whose brotli is that of NAME.
func (s *site) weigh(names []string) (kB float64) {
	seen := map[string]bool{}
	for _, name := range names {
		name = strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".br")
		if seen[name] {
			continue
		}
		seen[name] = true
		path := filepath.Join(s.dir, filepath.FromSlash(name))
		info, err := os.Stat(path + ".br")
		if err != nil {
			info, err = os.Stat(path)
		}
		if err == nil {
			kB += float64(info.Size()) / 1e3
		}
	}
	return kB
}
