//go:build !js

package bench

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// firstProcess asks a browser for its own process.
func firstProcess(address string) (int, error) {
	d, err := connect(address)
	if err != nil {
		return 0, err
	}
	defer d.Close()
	var info struct {
		ProcessInfo []struct {
			Type string
			ID   int
		}
	}
	if err := d.call("SystemInfo.getProcessInfo", nil, &info); err != nil {
		return 0, err
	}
	for _, p := range info.ProcessInfo {
		if p.Type == "browser" {
			return p.ID, nil
		}
	}
	return 0, errors.New("the browser does not tell its process")
}

// stat is a process as /proc/PID/stat has it.
type stat struct {
	pid, parent int
	seconds     float64 // of CPU, in user mode and in the kernel
}

// tree are a process and all below it.
func tree(root int) (list []stat, err error) {
	files, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil || len(files) == 0 {
		return nil, errors.New("this system has no /proc")
	}
	all := map[int]stat{}
	for _, f := range files {
		if s, ok := readStat(f); ok {
			all[s.pid] = s
		}
	}
	for _, s := range all {
		for p, ok := s, true; ok; p, ok = all[p.parent] {
			if p.pid == root {
				list = append(list, s)
				break
			}
		}
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("process %d is gone", root)
	}
	return list, nil
}

// readStat reads a process; ok is false where it ended meanwhile.
func readStat(file string) (s stat, ok bool) {
	const ticks = 100 // USER_HZ, the same on every Linux
	raw, err := os.ReadFile(file)
	if err != nil {
		return s, false
	}
	text := string(raw)
	end := strings.LastIndexByte(text, ')') // a name may have spaces
	f := strings.Fields(text[end+1:])
	if end < 0 || len(f) < 13 {
		return s, false
	}
	s.pid, _ = strconv.Atoi(text[:strings.IndexByte(text, ' ')])
	s.parent, _ = strconv.Atoi(f[1])
	for _, field := range f[11:13] {
		n, _ := strconv.ParseFloat(field, 64)
		s.seconds += n / ticks
	}
	return s, true
}

// cpu is what the whole browser has used of the CPU, in seconds.
func (t *tab) cpu() (seconds float64, err error) {
	list, err := tree(t.pid)
	for _, s := range list {
		seconds += s.seconds
	}
	return seconds, err
}

// resident is the memory of the whole browser in MB, what processes share
// counted once (PSS).
func (t *tab) resident() (mb float64, err error) {
	list, err := tree(t.pid)
	if err != nil {
		return 0, err
	}
	for _, s := range list {
		raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", s.pid))
		if err != nil {
			continue // ended, or not ours to read
		}
		for line := range strings.Lines(string(raw)) {
			if f := strings.Fields(line); len(f) > 1 && f[0] == "Pss:" {
				kb, _ := strconv.ParseFloat(f[1], 64)
				mb += kb * 1024 / 1e6
			}
		}
	}
	if mb == 0 {
		return 0, errors.New("this system does not tell the memory of processes")
	}
	return mb, nil
}
