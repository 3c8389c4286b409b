//go:build !js

package bench

import (
	"fmt"
	"strings"
	"time"
)

// growth writes what was measured of the figure alone.
func (r *results) growth(out *strings.Builder) {
	var rows []string
	for _, by := range painters() {
		for _, lens := range lenses() {
			rows = append(rows, lensRow+lens+by.suffix)
		}
		rows = append(rows, playRow+by.suffix)
	}
	if len(r.samples[rows[0]]) == 0 && len(r.samples[playRow]) == 0 {
		return
	}
	fmt.Fprint(out, "## The figure in each lens\n\n")
	r.table(out, "dragged", rows, perMove, perSecond, promptly)
	fmt.Fprint(out, "While the derivation plays, a move is a frame.\n\n## Growth\n\n")
	var crowds, sizes []string
	for _, n := range numbers() {
		crowds = append(crowds, numberRow+fmt.Sprint(n))
	}
	for _, by := range painters() {
		for _, s := range screens() {
			sizes = append(sizes, s.row()+by.suffix)
		}
	}
	r.table(out, "figures of 720 × 420 below each other, the first dragged", crowds, "ready", "gpu", answering, perMove, asleep, heapSize, wasmSize, wholeSize)
	fmt.Fprint(out, "Ready is how many of them had started after the page came to rest, gpu how many say that they paint by WebGL; those out of sight wait.\n\n")
	r.table(out, "the figure alone, dragged", sizes, perMove, perSecond)
}

// stillness writes what the page did at rest.
func (a about) stillness(out *strings.Builder) {
	if len(a.activity) == 0 {
		return
	}
	fmt.Fprint(out, "## What the page does at rest\n\n")
	line(out, "in 3 s", "animation frames", "GL calls", "timers")
	fmt.Fprintln(out, "|---|---:|---:|---:|")
	for _, act := range a.activity {
		line(out, act.when, fmt.Sprint(act.did.Frames), fmt.Sprint(act.did.GL), fmt.Sprint(act.did.Timers))
	}
	fmt.Fprintln(out)
}

// table writes how memory went while the figure was dragged.
func (s soaking) table(out *strings.Builder) {
	if len(s.samples) == 0 {
		return
	}
	fmt.Fprintf(out, "## Memory while dragged at random for %v%s\n\n%d drags of all handles through all lenses, rubbish collected before each reading.\n\n", s.length, s.by.suffix, s.drags)
	line(out, "after", "JavaScript heap MB", "WebAssembly memory MB", "whole browser MB (PSS)")
	fmt.Fprintln(out, "|---|---:|---:|---:|")
	for i, m := range s.samples {
		line(out, (s.length * time.Duration(i) / 10).String(), number(m.heap), number(m.wasm), number(m.whole))
	}
	fmt.Fprintln(out)
}

// growth writes the Go benchmarks of growth.
func (a about) growth(out *strings.Builder) {
	if a.benchmarks != "" {
		fmt.Fprintf(out, "## A drag, and growth with the fan and the probe, in Go\n\nNative: `go test -run '^$' -bench '%s' -benchmem ./render/...`\n\n```\n%s\n```\n\n", benched, a.benchmarks)
	}
}
