//go:build !js

package bench

import (
	"math"
	"strings"
	"testing"
)

const lightSample = `{"categories": {"performance": {"score": 0.97}}, "audits": {
	"first-contentful-paint": {"numericValue": 1400.5}, "largest-contentful-paint": {"numericValue": 1850}, "total-blocking-time": {"numericValue": 130},
	"cumulative-layout-shift": {"numericValue": 0}, "viewport": {}, "diagnostics": {"details": {"items": {"of": "another form"}}},
	"metrics": {"details": {"items": [{"observedLargestContentfulPaint": 153}, {"lcpInvalidated": false}]}},
	"user-timings": {"details": {"items": [{"name": "relu-compiled", "startTime": 300}, {"name": "interactive", "startTime": 400.5}]}},
	"largest-contentful-paint-element": {"details": {"items": [{"items": [{"node": {"selector": "p.rf-caption"}}]}, {"items": [{"phase": "TTFB"}]}]}}}}`

func TestLighthouseIsRead(t *testing.T) {
	l, err := readLight([]byte(lightSample))
	if err != nil {
		t.Fatal(err)
	}
	got := l.values()
	for m, want := range map[metric]float64{score: 97, firstLit: 1400.5, largest: 1850, blocking: 130, shifting: 0, seenLast: 153, joined: 400.5} {
		if v, ok := got[m]; !ok || math.Abs(v-want) > 1e-9 {
			t.Errorf("%s is %g (%t), want %g", m, v, ok, want)
		}
	}
	if got := l.element(); got != "p.rf-caption" {
		t.Errorf("the largest is %q", got)
	}
	for _, bad := range []string{"", "{}", `{"runtimeError": {"message": "it fell"}, "categories": {"performance": {"score": 1}}}`} {
		if _, err := readLight([]byte(bad)); err == nil {
			t.Errorf("%q is taken for a report", bad)
		}
	}
}

// A page that was not read meets no goal.
func TestLighthouseReportInventsNothing(t *testing.T) {
	r := newResults()
	for _, g := range r.lightGoals() {
		if g.verdict() != "not measured" {
			t.Errorf("%s: %s", g.what, g.verdict())
		}
	}
	text := r.lightReport(nil)
	for _, bad := range []string{"NaN", "| met |"} {
		if strings.Contains(text, bad) {
			t.Errorf("the report of an empty run has %q", bad)
		}
	}
}
