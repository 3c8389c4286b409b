//go:build !js

package bench

import (
	"os"
	"path/filepath"
	"testing"
)

// TestPeers: every peer draws the scene, its point is dragged, and snaps into
// the corner, where the fan is seen. Nothing is timed. It needs E2E=1, as the
// other tests in browsers, and npm.
func TestPeers(t *testing.T) {
	if os.Getenv("E2E") == "" {
		t.Skip("browsers are tried by ./build.sh test, which sets E2E=1")
	}
	t.Chdir("../..")
	if err := packages(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	peers := filepath.Join(dir, "peers")
	if err := os.Mkdir(peers, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := bundle(peers); err != nil {
		t.Fatal(err)
	}
	s, err := newSite(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	r := &run{results: newResults(), site: s, places: map[string]geometry{}}
	browser, err := openTab(s, pages("")[0], screen{usual().w, usual().h, 1})
	if err != nil {
		t.Fatal(err)
	}
	defer browser.Close()
	for _, p := range pages("") {
		if !p.scene || p.ours {
			continue
		}
		t.Run(p.name, func(t *testing.T) {
			browser.page = p
			if err := browser.visit(); err != nil {
				t.Fatal(err)
			}
			if err := r.works(browser); err != nil {
				t.Error(err)
			}
		})
	}
}
