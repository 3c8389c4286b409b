//go:build !js

package bench

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// devtools is a connection to one target by the DevTools protocol. WebDriver
// has no way to send a move without waiting for its answer, nor to hear events.
type devtools struct {
	socket  *socket
	mu      sync.Mutex
	last    int
	waiting map[int]chan answer
	hear    map[string]func(json.RawMessage) // called in the reader's goroutine
}

type answer struct {
	ID     int
	Method string
	Params json.RawMessage
	Result json.RawMessage
	Error  *struct{ Message string }
}

// patience bounds every wait for an answer.
const patience = 120 * time.Second

// target asks the browser for the WebSocket address that pick accepts.
func target(debugger string) (page, browser string, err error) {
	get := func(path string, out any) error {
		res, err := http.Get("http://" + debugger + path)
		if err != nil {
			return err
		}
		defer res.Body.Close()
		return json.NewDecoder(res.Body).Decode(out)
	}
	var version struct{ WebSocketDebuggerURL string }
	var list []struct{ Type, WebSocketDebuggerURL string }
	if err := errors.Join(get("/json/version", &version), get("/json/list", &list)); err != nil {
		return "", "", err
	}
	for _, t := range list {
		if t.Type == "page" {
			return t.WebSocketDebuggerURL, version.WebSocketDebuggerURL, nil
		}
	}
	return "", "", errors.New("the browser has no page")
}

func connect(address string) (*devtools, error) {
	s, err := dial(address)
	if err != nil {
		return nil, err
	}
	d := &devtools{socket: s, waiting: map[int]chan answer{}, hear: map[string]func(json.RawMessage){}}
	go d.listen()
	return d, nil
}

func (d *devtools) Close() { d.socket.Close() }

func (d *devtools) listen() {
	for {
		raw, err := d.socket.read()
		if err != nil {
			d.mu.Lock()
			defer d.mu.Unlock()
			for id, c := range d.waiting {
				c <- answer{Error: &struct{ Message string }{err.Error()}}
				delete(d.waiting, id)
			}
			return
		}
		var a answer
		if json.Unmarshal(raw, &a) != nil {
			continue
		}
		d.mu.Lock()
		c, f := d.waiting[a.ID], d.hear[a.Method]
		delete(d.waiting, a.ID)
		d.mu.Unlock()
		switch {
		case a.Method != "" && f != nil:
			f(a.Params)
		case a.Method == "" && c != nil:
			c <- a
		}
	}
}

// on hears an event; nil stops it.
func (d *devtools) on(method string, f func(json.RawMessage)) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.hear[method] = f
}

// send sends a command; its answer comes by the channel, which nobody need read.
func (d *devtools) send(method string, params any) (<-chan answer, error) {
	if params == nil {
		params = struct{}{}
	}
	c := make(chan answer, 1)
	d.mu.Lock()
	d.last++
	id := d.last
	d.waiting[id] = c
	d.mu.Unlock()
	raw, err := json.Marshal(map[string]any{"id": id, "method": method, "params": params})
	if err != nil {
		return nil, err
	}
	return c, d.socket.write(raw)
}

// call sends a command and decodes its answer into out, if that is not nil.
func (d *devtools) call(method string, params, out any) error {
	c, err := d.send(method, params)
	if err != nil {
		return err
	}
	select {
	case a := <-c:
		if a.Error != nil {
			return fmt.Errorf("%s: %s", method, a.Error.Message)
		}
		if out == nil {
			return nil
		}
		return json.Unmarshal(a.Result, out)
	case <-time.After(patience):
		return fmt.Errorf("%s: no answer for %v", method, patience)
	}
}

// eval runs an expression in the page, awaits it, and decodes its value.
func (d *devtools) eval(expression string, out any) error {
	var r struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails *struct {
			Text      string
			Exception struct{ Description string }
		}
	}
	if err := d.call("Runtime.evaluate", map[string]any{"expression": expression, "awaitPromise": true, "returnByValue": true}, &r); err != nil {
		return err
	}
	if e := r.ExceptionDetails; e != nil {
		return fmt.Errorf("%s: %s %s", expression, e.Text, e.Exception.Description)
	}
	if out == nil || r.Result.Value == nil {
		return nil
	}
	return json.Unmarshal(r.Result.Value, out)
}
