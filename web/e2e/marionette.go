//go:build !js

package e2e

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"time"
)

// marionetteLink is a session over Firefox's own protocol: every message is
// "<length>:<json>"; a request is [0, id, command, params] and its answer
// [1, id, error, result].
type marionetteLink struct {
	conn net.Conn
	in   *bufio.Reader
	id   int
}

// openMarionette reads the port that Firefox writes into its profile,
// connects and opens a session.
func (b *Browser) openMarionette(portFile string) (*marionetteLink, error) {
	l := &marionetteLink{}
	err := b.retry(patience, func() error {
		port, err := os.ReadFile(portFile)
		if err != nil {
			return err
		}
		l.conn, err = net.Dial("tcp", "127.0.0.1:"+strings.TrimSpace(string(port)))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("Marionette did not open: %w", err)
	}
	l.in = bufio.NewReader(l.conn)
	var hello json.RawMessage
	if err := l.read(&hello); err != nil {
		return nil, err
	}
	_, err = l.do("WebDriver:NewSession", map[string]any{"capabilities": map[string]any{}})
	return l, err
}

func (l *marionetteLink) do(command string, params any) (json.RawMessage, error) {
	if params == nil {
		params = struct{}{}
	}
	l.id++
	request, err := json.Marshal([]any{0, l.id, command, params})
	if err != nil {
		return nil, err
	}
	if _, err := fmt.Fprintf(l.conn, "%d:%s", len(request), request); err != nil {
		return nil, err
	}
	var answer [4]json.RawMessage
	if err := l.read(&answer); err != nil {
		return nil, err
	}
	if string(answer[2]) != "null" {
		return nil, fmt.Errorf("marionette %s: %s", command, firstLines(string(answer[2])))
	}
	var wrapped struct{ Value json.RawMessage }
	if json.Unmarshal(answer[3], &wrapped) == nil && wrapped.Value != nil {
		return wrapped.Value, nil
	}
	return answer[3], nil
}

func (l *marionetteLink) read(v any) error {
	if err := l.conn.SetDeadline(time.Now().Add(patience)); err != nil {
		return err
	}
	var n int
	if _, err := fmt.Fscanf(l.in, "%d:", &n); err != nil {
		return err
	}
	message := make([]byte, n)
	if _, err := io.ReadFull(l.in, message); err != nil {
		return err
	}
	return json.Unmarshal(message, v)
}
