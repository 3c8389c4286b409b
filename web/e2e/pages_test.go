//go:build !js

package e2e

import (
	"strings"
	"testing"
)

const index = `<html><head></head><body class="a"><main><div class="relu-figure" data-relu-figure data-address data-state="poster">words</div></main></body></html>`

func TestTestPages(t *testing.T) {
	tall, ok := testPage("/tall.html", []byte(index))
	if s := string(tall); !ok || !strings.Contains(s, `<body class="a"><button id="before">`) || !strings.Contains(s, "goes on.</div></body>") {
		t.Errorf("tall.html is %s", s)
	}
	two, ok := testPage("/two.html", []byte(index))
	if n := strings.Count(string(two), "data-relu-figure"); !ok || n != 2 {
		t.Errorf("two.html has %d figures", n)
	}
	if _, ok := testPage("/index.html", []byte(index)); ok {
		t.Error("index.html is not a test page")
	}
}
