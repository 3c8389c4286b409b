//go:build !js

package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"relu-three-ways/web/site/serve"
)

// headersFile tells Netlify and Cloudflare Pages which headers to send. It has
// to lie at the top of what is published there.
const headersFile = "_headers"

// policy is the content security policy of a page. It does not say who may frame
// it: anybody may. The page for frames may be in a sandbox, where it has no
// origin, and to WebKit no file is its own then: it forbids scripts in the markup,
// and does not say where files are from.
func policy(page string) string {
	own := "'self'"
	if page == "embed.html" {
		own = "*"
	}
	return "Content-Security-Policy: " + strings.ReplaceAll("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'", "'self'", own)
}

// buildHeaders writes dist/_headers, and .nojekyll, without which GitHub Pages
// may leave files out.
func buildHeaders() error {
	files, err := shipped()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dist, headersFile), []byte(headers(files)), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dist, ".nojekyll"), nil, 0o644)
}

// headers are the rules for the files of the site. Where several fit a path,
// one host joins their values and another takes the last, so no header is
// set twice for a path. Cloudflare takes 100 rules and lines of 2000 characters;
// a star is only used at an end, where all hosts read it alike.
func headers(files []string) string {
	var b strings.Builder
	rule := func(at string, headers ...string) {
		fmt.Fprintf(&b, "%s\n", at)
		for _, h := range headers {
			fmt.Fprintf(&b, "  %s\n", h)
		}
	}
	rule("/*",
		"Access-Control-Allow-Origin: *",                  // posts of other sites load modules, fonts and the program
		"Access-Control-Expose-Headers: Content-Encoding", // by which figure.js sees whether the host compresses
		"Cross-Origin-Resource-Policy: cross-origin",
		"X-Content-Type-Options: nosniff")
	for _, page := range pages() { // some hosts call lecture.html lecture, and all call index.html nothing
		rule("/"+page, policy(page))
		rule("/"+strings.TrimPrefix(strings.TrimSuffix(page, ".html"), "index"), policy(page))
	}
	rule("/"+statePages+"/*", policy("index.html"))
	rule("/"+earlyFolder+"/*", "Content-Type: application/octet-stream") // compressed, and unpacked by early.js
	for _, name := range append(files, "sw.js") {
		if slices.Contains([]string{".js", ".css", ".wasm", ".woff2"}, path.Ext(name)) || name == program+".gz" {
			rule("/"+name, "Content-Type: "+serve.ContentType(name), "Cache-Control: "+keeping(name))
		}
	}
	return b.String()
}

// keeping is for how long browsers keep a file. What does not say has the rule of
// these hosts, by which it is asked for again each time: pages, and whatever else
// is not sure to be of its build. A file whose address names its build, and whose
// contents are compared with that (the program, its style sheet, modules), needs no
// network from the second visit on. What nobody compares, or whose address other
// people write, needs none for ten minutes, and in some browsers for a month, which
// ask afterwards, for the next time. A font hardly changes.
func keeping(name string) string {
	const month = "stale-while-revalidate=2592000"
	switch {
	case name == "sw.js":
		return "public, max-age=0, must-revalidate"
	case slices.Contains([]string{"figure.js", "embed.js", "post.js", "guest.js", "early.js", "trouble.js"}, name), path.Ext(name) == ".css" && name != "figure.css":
		return "public, max-age=600, " + month
	case path.Ext(name) == ".woff2":
		return "public, max-age=86400, " + month
	}
	return "public, max-age=31536000, immutable"
}
