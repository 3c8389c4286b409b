//go:build !js

package progress

import "bytes"

// Lines is a writer for the output of another program: it calls Each with every
// whole line, and with what is left when it is closed.
type Lines struct {
	Each func(line string)
	rest []byte
}

func (l *Lines) Write(b []byte) (int, error) {
	l.rest = append(l.rest, b...)
	for {
		i := bytes.IndexByte(l.rest, '\n')
		if i < 0 {
			return len(b), nil
		}
		l.Each(string(bytes.TrimSuffix(l.rest[:i], []byte("\r"))))
		l.rest = l.rest[i+1:]
	}
}

// Close passes on a last line that has no end.
func (l *Lines) Close() error {
	if len(l.rest) > 0 {
		l.Each(string(l.rest))
		l.rest = nil
	}
	return nil
}
