//go:build !js

package bench

import "strings"

// describes a metric in words, with its unit.
func describes(m metric) string {
	if rest, ok := strings.CutPrefix(string(m), "throttled "); ok {
		return "throttled, " + describes(metric(rest))
	}
	if lens, ok := strings.CutPrefix(string(m), string(keyed(""))); ok {
		return "lens " + lens
	}
	switch m {
	case transfer:
		return "transfer kB"
	case smallest:
		return "files as brotli kB"
	case worker:
		return "kept for work without a network kB"
	case firstInk:
		return "first paint ms"
	case painting:
		return "scene painted ms"
	case answering:
		return "interactive ms"
	case firstDrag:
		return "first answered drag ms"
	case shift:
		return "layout shift"
	case jumping:
		return "largest jump, share of pixels"
	case perMove:
		return "main thread ms per drag move"
	case perSecond:
		return "frames a second while dragged"
	case promptly:
		return "share of moves drawn in the animation frame of their event"
	case asleep:
		return "CPU s in 10 s at rest"
	case heapSize:
		return "JavaScript heap MB"
	case wasmSize:
		return "WebAssembly memory MB"
	case wholeSize:
		return "whole browser MB (PSS)"
	}
	return string(m)
}
