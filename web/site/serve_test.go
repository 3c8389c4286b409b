//go:build !js

package main

import (
	"net"
	"strings"
	"testing"
)

func TestBusyPortNamesTheVariable(t *testing.T) {
	l, err := listen("127.0.0.1", "0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	_, err = listen("127.0.0.1", port)
	if err == nil || !strings.Contains(err.Error(), "the variable PORT") || !strings.Contains(err.Error(), port) {
		t.Errorf("a busy port says %v", err)
	}
}

func TestBadPortNamesTheVariable(t *testing.T) {
	for _, port := range []string{"http", "-1", "70000", "80 80"} {
		if _, err := listen("127.0.0.1", port); err == nil || !strings.Contains(err.Error(), "PORT") {
			t.Errorf("PORT=%q says %v", port, err)
		}
	}
}

func TestAddressesThatPhonesCanReach(t *testing.T) {
	var all []net.Addr
	for _, a := range []string{"127.0.0.1/8", "::1/128", "fe80::1/64", "169.254.3.4/16", "172.17.0.1/16", "2001:db8::2/64", "203.0.113.7/24", "192.168.1.20/24", "10.0.0.5/8"} {
		ip, n, err := net.ParseCIDR(a)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, &net.IPNet{IP: ip, Mask: n.Mask})
	}
	if got, want := strings.Join(lanAddresses(all), " "), "192.168.1.20 10.0.0.5 172.17.0.1 203.0.113.7"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
