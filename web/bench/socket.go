//go:build !js

package bench

import (
	"bufio"
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"sync"
)

// socket is a WebSocket, the client's side of RFC 6455, as far as DevTools
// needs it: whole text messages over a local connection.
type socket struct {
	conn net.Conn
	in   *bufio.Reader
	mu   sync.Mutex // of writes
}

const (
	opText  = 1
	opClose = 8
	opPing  = 9
	opPong  = 10
)

func dial(address string) (*socket, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	conn, err := net.Dial("tcp", u.Host)
	if err != nil {
		return nil, err
	}
	key := make([]byte, 16)
	rand.Read(key) // never fails
	fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: %s\r\n\r\n",
		u.RequestURI(), u.Host, base64.StdEncoding.EncodeToString(key))
	s := &socket{conn: conn, in: bufio.NewReader(conn)}
	res, err := http.ReadResponse(s.in, nil)
	if err == nil && res.StatusCode != http.StatusSwitchingProtocols {
		err = fmt.Errorf("%s answered %s", address, res.Status)
	}
	if err != nil {
		conn.Close()
		return nil, err
	}
	return s, nil
}

func (s *socket) Close() error { return s.conn.Close() }

func (s *socket) write(payload []byte) error { return s.frame(opText, payload) }

// frame sends one whole message, masked as a client must.
func (s *socket) frame(op byte, payload []byte) error {
	head := []byte{0x80 | op}
	switch n := len(payload); {
	case n < 126:
		head = append(head, 0x80|byte(n))
	case n < 1<<16:
		head = binary.BigEndian.AppendUint16(append(head, 0x80|126), uint16(n))
	default:
		head = binary.BigEndian.AppendUint64(append(head, 0x80|127), uint64(n))
	}
	var mask [4]byte
	rand.Read(mask[:])
	masked := append(head, mask[:]...)
	for i, b := range payload {
		masked = append(masked, b^mask[i%4])
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	_, err := s.conn.Write(masked)
	return err
}

// read returns the next text message, put together from its parts.
func (s *socket) read() ([]byte, error) {
	var whole bytes.Buffer
	for {
		var head [2]byte
		if _, err := io.ReadFull(s.in, head[:]); err != nil {
			return nil, err
		}
		n := uint64(head[1] & 0x7f)
		if extra := map[uint64]int{126: 2, 127: 8}[n]; extra > 0 {
			var long [8]byte
			if _, err := io.ReadFull(s.in, long[8-extra:]); err != nil {
				return nil, err
			}
			n = binary.BigEndian.Uint64(long[:])
		}
		part := make([]byte, n)
		if _, err := io.ReadFull(s.in, part); err != nil {
			return nil, err
		}
		switch op := head[0] & 0x0f; op {
		case opClose:
			return nil, errors.New("the browser closed the connection")
		case opPing:
			if err := s.frame(opPong, part); err != nil {
				return nil, err
			}
			continue
		case opPong:
			continue
		}
		whole.Write(part)
		if head[0]&0x80 != 0 {
			return whole.Bytes(), nil
		}
	}
}
