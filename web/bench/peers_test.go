//go:build !js

package bench

import (
	"os"
	"testing"

	"relu-three-ways/web/e2e"
)

// TestPeers: every peer draws the scene, its point is dragged, and snaps into
// the corner, where the fan is seen. Nothing is timed. It needs E2E=1, as the
// other tests in browsers, and npm.
func TestPeers(t *testing.T) {
	if os.Getenv("E2E") == "" {
		t.Skip("browsers are tried by ./build.sh test, which sets E2E=1")
	}
	t.Chdir("../..")
	if err := e2e.InstallPackages(home); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := bundle(dir); err != nil {
		t.Fatal(err)
	}
	s := newSite(dir)
	defer s.Close()
	browser, err := openTab(s, page{}, 1)
	if err != nil {
		t.Fatal(err)
	}
	defer browser.Close()
	for _, p := range pages("") {
		if p.ours {
			continue
		}
		t.Run(p.name, func(t *testing.T) {
			browser.page = p
			if err := browser.visit(); err != nil {
				t.Fatal(err)
			}
			if _, err := browser.works(); err != nil {
				t.Error(err)
			}
		})
	}
}
