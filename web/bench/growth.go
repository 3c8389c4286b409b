//go:build !js

package bench

import (
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// growthPage is growth.html?n=20, a page of n figures below each other, made
// from the built embed.html so that it cannot fall behind it.
func growthPage(dir, name string, r *http.Request) (body []byte, ok bool) {
	n, err := strconv.Atoi(r.URL.Query().Get("n"))
	if name != "growth.html" || err != nil || n < 0 || n > 1000 {
		return nil, false
	}
	page, err := os.ReadFile(filepath.Join(dir, "embed.html"))
	if err != nil {
		return nil, false
	}
	head, _, found := strings.Cut(string(page), "</head>")
	if !found {
		return nil, false
	}
	const figure = `<p>An article.</p><div class="relu-figure" data-relu-figure data-root data-link="lens=sub&amp;x=1.4" style="position:relative;width:720px;height:420px"></div>`
	return []byte(head + `<script type="module" src="figure.js"></script><style>html, body { height: auto }</style></head><body>` +
		strings.Repeat(figure, n) + `</body></html>`), true
}
