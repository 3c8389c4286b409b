//go:build !js

package e2e

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"

	"relu-three-ways/web/site/serve"
)

// rule is an entry of a file _headers.
type rule struct {
	at   string // a path, or one up to a star at its end
	send [][2]string
}

// readHeaders reads a file _headers. It knows no more of the format than what
// hosts agree on, and takes nothing else.
func readHeaders(text string) (rules []rule, err error) {
	for n, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		name, value, is := strings.Cut(strings.TrimSpace(line), ":")
		switch {
		case len(line) > 2000:
			return nil, fmt.Errorf("line %d has %d characters", n+1, len(line))
		case strings.HasPrefix(line, "/") && !strings.Contains(strings.TrimSuffix(line, "*"), "*"):
			rules = append(rules, rule{at: line})
		case strings.HasPrefix(line, "  ") && is && len(rules) > 0:
			last := &rules[len(rules)-1]
			last.send = append(last.send, [2]string{name, strings.TrimSpace(value)})
		default:
			return nil, fmt.Errorf("line %d is neither a path nor a header: %q", n+1, line)
		}
	}
	if len(rules) > 100 {
		return nil, fmt.Errorf("there are %d rules", len(rules))
	}
	return rules, nil
}

func (r rule) fits(at string) bool {
	begin, open := strings.CutSuffix(r.at, "*")
	return at == r.at || open && strings.HasPrefix(at, begin)
}

// hosted serves a built folder as a host does that reads its file _headers and
// calls lecture.html lecture. A script in every page records what its policy
// forbids. Two rules that set the same header for a path are a mistake.
func hosted(dir string) (http.Handler, error) {
	text, err := os.ReadFile(filepath.Join(dir, "_headers"))
	if err != nil {
		return nil, err
	}
	rules, err := readHeaders(string(text))
	if err != nil {
		return nil, fmt.Errorf("_headers: %w", err)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		at := path.Clean(r.URL.Path)
		if at == "/probe.js" {
			w.Header().Set("Content-Type", serve.ContentType(at))
			fmt.Fprintf(w, "%s\naddEventListener('securitypolicyviolation', e => window.__e2e.errors.push(`policy: ${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`))", probe)
			return
		}
		if page, is := strings.CutSuffix(at, ".html"); is {
			http.Redirect(w, r, strings.TrimSuffix(page, "index"), http.StatusPermanentRedirect)
			return
		}
		name := strings.TrimPrefix(at, "/")
		if name == "" {
			name = "index"
		}
		body, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if path.Ext(name) == "" && err != nil {
			name += ".html"
			body, err = os.ReadFile(filepath.Join(dir, name))
			body = bytes.Replace(body, []byte("<head>"), []byte(`<head><script src="/probe.js"></script>`), 1)
		}
		if err != nil || strings.HasPrefix(name, "_") {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/x-nothing-was-said")
		if path.Ext(name) == ".html" || path.Ext(name) == ".json" || path.Ext(name) == ".svg" || path.Ext(name) == ".png" || path.Ext(name) == ".txt" {
			w.Header().Set("Content-Type", serve.ContentType(name)) // which every host gets right
		}
		set := map[string]bool{}
		for _, rule := range rules {
			for _, h := range rule.send {
				if !rule.fits(at) {
					continue
				}
				if set[h[0]] {
					http.Error(w, h[0]+" is set twice for "+at, http.StatusInternalServerError)
					return
				}
				set[h[0]] = true
				w.Header().Set(h[0], h[1])
			}
		}
		w.Write(body)
	}), nil
}
