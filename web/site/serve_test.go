//go:build !js

package main

import (
	"net"
	"strings"
	"testing"
)

func TestBusyPortNamesTheVariable(t *testing.T) {
	l, err := listen("0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	_, err = listen(port)
	if err == nil || !strings.Contains(err.Error(), "PORT=") || !strings.Contains(err.Error(), port) {
		t.Errorf("a busy port says %v", err)
	}
}

func TestBadPortNamesTheVariable(t *testing.T) {
	for _, port := range []string{"http", "-1", "70000", "80 80"} {
		if _, err := listen(port); err == nil || !strings.Contains(err.Error(), "PORT") {
			t.Errorf("PORT=%q says %v", port, err)
		}
	}
}
