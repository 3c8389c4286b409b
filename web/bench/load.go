//go:build !js

package bench

import (
	"os"
	"path/filepath"
	"strings"
)

// loading is what the page's own clock says of its start, in milliseconds since
// the navigation began. What is missing is 0.
type loading struct {
	FirstPaint, Interactive, Shift float64
	Marks                          map[string]float64 // relu-… and the program's download
}

const readLoading = `new Promise(done => {
	const at = name => performance.getEntriesByName(name)[0]?.startTime ?? 0;
	const marks = {};
	for (const m of performance.getEntriesByType('mark')) if (m.name.startsWith('relu-')) marks[m.name] ??= m.startTime;
	for (const r of performance.getEntriesByType('resource')) if (/\.wasm(\.\w+)?$/.test(r.name) && r.responseEnd) {
		marks['fetch'] ??= r.startTime;
		marks['fetched'] = r.responseEnd;
	}
	const got = {FirstPaint: at('first-contentful-paint'), Interactive: at('interactive'), Shift: 0, Marks: marks};
	try {
		new PerformanceObserver(list => {
			for (const e of list.getEntries()) if (!e.hadRecentInput) got.Shift += e.value;
		}).observe({type: 'layout-shift', buffered: true});
	} catch {}
	setTimeout(() => done(got), 200);
})`

// load reads what a page that has been visited says of its start.
func (t *tab) load() (l loading, err error) {
	err = t.eval(readLoading, &l)
	return l, err
}

// smallest is what the files that the page asked for weigh where each is as
// small as brotli makes it, without heads of answers: also those that it
// unpacks by itself, NAME.gz, whose brotli is that of NAME.
func (s *site) smallest(files []string) (n int64) {
	seen := map[string]bool{}
	for _, name := range files {
		name = strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".br")
		if seen[name] {
			continue
		}
		seen[name] = true
		path := filepath.Join(s.dir, filepath.FromSlash(name))
		info, err := os.Stat(path + ".br")
		if err != nil {
			info, err = os.Stat(path)
		}
		if err == nil {
			n += info.Size()
		}
	}
	return n
}
