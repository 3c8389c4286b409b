//go:build !js

package main

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"relu-three-ways/web/site/serve"
)

// serveSite builds the page and serves it until the process ends: to this
// machine alone or, with "lan", to all that share a network with it.
func (j *job) serveSite(args []string) error {
	lan := slices.Equal(args, []string{"lan"})
	if len(args) > 0 && !lan {
		return fmt.Errorf("the only argument is lan, but got %q", strings.Join(args, " "))
	}
	host, addresses := "127.0.0.1", []string{"127.0.0.1"}
	if lan {
		host = ""
		found, err := net.InterfaceAddrs()
		if err != nil {
			return err
		}
		if addresses = lanAddresses(found); len(addresses) == 0 {
			return errors.New("this machine has no address on a local network; connect it to one, or serve without lan")
		}
	}
	l, err := listen(host, os.Getenv("PORT"))
	if err != nil {
		return err
	}
	var urls []string
	for _, a := range addresses {
		urls = append(urls, fmt.Sprintf("http://%s/", net.JoinHostPort(a, strconv.Itoa(l.Addr().(*net.TCPAddr).Port))))
	}
	if lan && os.Getenv("SITE") == "" {
		if err := os.Setenv("SITE", urls[0]); err != nil { // where the codes of the lecture lead
			return err
		}
	}
	if err := j.build(); err != nil {
		return err
	}
	fmt.Println(strings.Join(urls, "\n"))
	if lan {
		fmt.Printf("Anyone on this network can open it now. The lecture, with QR codes for phones, is at %slecture.html\n", urls[0])
		if os.Getenv("SITE") == urls[0] {
			fmt.Printf("The pages in %s/ now contain this address; build again before you publish them.\n", dist)
		} else {
			fmt.Printf("The codes lead to %s, which SITE names.\n", os.Getenv("SITE"))
		}
	}
	return http.Serve(l, serve.Handler(dist))
}

// lanAddresses are those of a machine's addresses by which others on its
// network may reach it, the likeliest first: private ones of IPv4, then other
// ones of IPv4. Codes and typed addresses want them short, so IPv6 is left out.
func lanAddresses(all []net.Addr) (list []string) {
	var other []string
	for _, a := range all {
		n, ok := a.(*net.IPNet)
		if !ok {
			continue
		}
		switch ip := n.IP.To4(); {
		case ip == nil || ip.IsLoopback() || ip.IsLinkLocalUnicast() || ip.IsUnspecified():
		case ip.IsPrivate():
			list = append(list, ip.String())
		default:
			other = append(other, ip.String())
		}
	}
	slices.SortStableFunc(list, func(a, b string) int { return rank(a) - rank(b) })
	return append(list, other...)
}

// rank puts the ranges of home and office networks before the one that virtual
// machines and containers mostly take theirs from, 172.16.0.0/12.
func rank(ip string) int {
	if strings.HasPrefix(ip, "172.") {
		return 1
	}
	return 0
}

// listen takes the port that the variable PORT asks for; "" is 8080. The host ""
// is all of the machine's addresses.
func listen(host, port string) (net.Listener, error) {
	if port == "" {
		port = "8080"
	}
	if n, err := strconv.Atoi(port); err != nil || n < 0 || n > 65535 {
		return nil, fmt.Errorf("the variable PORT is %q; it must be a number from 0 to 65535", port)
	}
	l, err := net.Listen("tcp4", net.JoinHostPort(host, port))
	if err != nil {
		why := err.Error()
		if errors.Is(err, syscall.EADDRINUSE) {
			why = "another program is using it"
		}
		return nil, fmt.Errorf("port %s cannot be used: %s. Set the variable PORT to another number, such as 8081", port, why)
	}
	return l, nil
}
