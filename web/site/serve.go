//go:build !js

package main

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"strconv"
	"syscall"

	"relu-three-ways/web/site/serve"
)

// serveSite builds the page and serves it until the process ends.
func serveSite() error {
	l, err := listen(os.Getenv("PORT"))
	if err != nil {
		return err
	}
	if err := build(); err != nil {
		return err
	}
	fmt.Printf("http://%s\n", l.Addr())
	return http.Serve(l, serve.Handler(dist))
}

// listen takes the port that the variable PORT asks for; "" is 8080.
func listen(port string) (net.Listener, error) {
	if port == "" {
		port = "8080"
	}
	if n, err := strconv.Atoi(port); err != nil || n < 0 || n > 65535 {
		return nil, fmt.Errorf("the variable PORT is %q; it must be a number from 0 to 65535", port)
	}
	l, err := net.Listen("tcp", "127.0.0.1:"+port)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("port %s is busy; choose another with the variable PORT, as in: PORT=8081 ./build.sh serve", port)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot listen at port %s (set by the variable PORT): %w", port, err)
	}
	return l, nil
}
