//go:build !js

package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

// route is the HTTP endpoint of a command, below /session/ID.
func route(command string) (method, path string, ok bool) {
	switch command {
	case "WebDriver:Navigate":
		return "POST", "/url", true
	case "WebDriver:GetCurrentURL":
		return "GET", "/url", true
	case "WebDriver:ExecuteScript":
		return "POST", "/execute/sync", true
	case "WebDriver:PerformActions":
		return "POST", "/actions", true
	case "WebDriver:ReleaseActions":
		return "DELETE", "/actions", true
	case "WebDriver:TakeScreenshot":
		return "GET", "/screenshot", true
	case "WebDriver:Print":
		return "POST", "/print", true
	case "WebDriver:SetWindowRect":
		return "POST", "/window/rect", true
	case "WebDriver:GetWindowHandle":
		return "GET", "/window", true
	case "WebDriver:GetWindowHandles":
		return "GET", "/window/handles", true
	case "WebDriver:SwitchToWindow":
		return "POST", "/window", true
	case "WebDriver:SwitchToFrame":
		return "POST", "/frame", true
	case "WebDriver:CloseWindow":
		return "DELETE", "/window", true
	case "WebDriver:DeleteSession":
		return "DELETE", "", true
	case "CDP": // chromedriver only
		return "POST", "/goog/cdp/execute", true
	}
	return "", "", false
}

// httpLink is a WebDriver session over HTTP.
type httpLink struct {
	base    string // of the driver, then of the session
	session string
	client  http.Client
}

// openSession waits for the driver at the port and opens a session.
func (b *Browser) openSession(port string, capabilities map[string]any) (*httpLink, error) {
	l := &httpLink{base: "http://127.0.0.1:" + port, client: http.Client{Timeout: patience}}
	if err := b.retry(patience, func() error { _, err := l.call("GET", "/status", nil); return err }); err != nil {
		return nil, err
	}
	v, err := l.call("POST", "/session", map[string]any{"capabilities": map[string]any{"alwaysMatch": capabilities}})
	if err != nil {
		return nil, err
	}
	var s struct {
		SessionID string `json:"sessionId"`
	}
	if err := json.Unmarshal(v, &s); err != nil {
		return nil, err
	}
	l.session = "/session/" + s.SessionID
	return l, nil
}

func (l *httpLink) do(command string, params any) (json.RawMessage, error) {
	method, path, ok := route(command)
	if !ok {
		return nil, fmt.Errorf("no such command over HTTP: %s", command)
	}
	return l.call(method, l.session+path, params)
}

func (l *httpLink) call(method, path string, params any) (json.RawMessage, error) {
	var body bytes.Buffer
	if method == "POST" {
		if params == nil {
			params = struct{}{}
		}
		if err := json.NewEncoder(&body).Encode(params); err != nil {
			return nil, err
		}
	}
	req, err := http.NewRequest(method, l.base+path, &body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json; charset=utf-8")
	res, err := l.client.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	var answer struct{ Value json.RawMessage }
	if err := json.NewDecoder(res.Body).Decode(&answer); err != nil {
		return nil, fmt.Errorf("webdriver %s %s: %s: %w", method, path, res.Status, err)
	}
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("webdriver %s %s: %s", method, strings.TrimPrefix(path, l.session), firstLines(string(answer.Value)))
	}
	return answer.Value, nil
}

// firstLines shortens a driver's error, whose tail is a dump of its stack.
func firstLines(s string) string {
	if i := strings.Index(s, `"stacktrace"`); i >= 0 {
		s = s[:i]
	}
	return s[:min(len(s), 600)]
}
