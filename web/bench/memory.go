//go:build !js

package bench

import "errors"

// memory is what a page holds, in MB.
type memory struct{ heap, wasm, whole float64 }

// memory is read after rubbish has been collected. whole is that of all the
// browser's processes, whose share a blank page tells.
func (t *tab) memory() (m memory, err error) {
	var heap struct{ UsedSize float64 }
	var wasm float64
	err = errors.Join(
		t.call("HeapProfiler.collectGarbage", nil, nil),
		t.call("Runtime.getHeapUsage", nil, &heap),
		t.eval("(globalThis.__memories ?? []).reduce((n, m) => n + m.buffer.byteLength, 0)", &wasm))
	if err != nil {
		return m, err
	}
	m.whole, err = t.resident()
	m.heap, m.wasm = heap.UsedSize/1e6, wasm/1e6
	return m, err
}
