//go:build !js

package bench

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// What Lighthouse tells of a load. Times are those that it computes for its slow
// phone and line, but for the last two, which are of the load that it watched.
const (
	score    metric = "performance"
	firstLit metric = "first contentful paint ms"
	largest  metric = "largest contentful paint ms"
	blocking metric = "blocking ms"
	shifting metric = "layout shifted"
	seenLast metric = "watched: largest paint ms"
	joined   metric = "watched: interactive ms"
)

// lightPages are the pages that Lighthouse reads, by their addresses.
func lightPages() []string {
	return []string{"/index.html", "/embed.html", "/lecture.html", lightPeer}
}

const lightPeer = "/peers/jsxgraph.html"

// Lighthouse lets Lighthouse read the built pages and a peer's as on its phone,
// and prints what it said. Arguments are those of `./build.sh lighthouse`.
func Lighthouse(args []string) error {
	f := flag.NewFlagSet("lighthouse", flag.ContinueOnError)
	rounds := f.Int("rounds", 5, "how often every page is read")
	if err := f.Parse(args); err != nil {
		return err
	}
	s, err := packed("")
	if err != nil {
		return err
	}
	defer s.Close()
	r, elements := newResults(), map[string][]string{}
	for n := range *rounds {
		for _, page := range lightPages() {
			fmt.Printf("%s  round %d  %s\n", time.Now().Format(time.TimeOnly), n+1, page)
			l, err := illuminate(s.URL + page)
			if err != nil {
				r.fail(page, fmt.Sprintf("round %d", n+1), err)
				continue
			}
			for m, v := range l.values() {
				r.add(page, m, v)
			}
			elements[page] = append(elements[page], l.element())
		}
	}
	fmt.Print("\n", r.lightReport(elements))
	return nil
}

// light is what is read of Lighthouse's report.
type light struct {
	RuntimeError struct{ Message string }
	Categories   struct{ Performance struct{ Score float64 } }
	Audits       map[string]struct {
		NumericValue float64
		Details      json.RawMessage // of many forms
	}
}

// lightItem is a row of any of the audits.
type lightItem struct {
	Name                           string // of a mark, or what a table tells
	StartTime                      float64
	ObservedLargestContentfulPaint float64
	Items                          []struct{ Node struct{ Selector string } }
}

// items are the rows of an audit; none where it has no such table.
func (l light) items(audit string) []lightItem {
	var details struct{ Items []lightItem }
	if json.Unmarshal(l.Audits[audit].Details, &details) != nil {
		return nil
	}
	return details.Items
}

// illuminate loads a page once, in a browser of its own. Its phone, 1.6 Mbit/s
// and a CPU four times slower are Lighthouse's own choice.
func illuminate(url string) (l light, err error) {
	flags := "--headless=new --no-first-run --enable-unsafe-swiftshader --disable-dev-shm-usage"
	if os.Geteuid() == 0 {
		flags += " --no-sandbox" // Chromium refuses to start a sandbox as root
	}
	c := exec.Command("node", home+"/node_modules/lighthouse/cli/index.js", url,
		"--only-categories=performance", "--output=json", "--quiet", "--no-enable-error-reporting", "--chrome-flags="+flags)
	out, err := c.Output()
	if fault := (*exec.ExitError)(nil); errors.As(err, &fault) {
		err = fmt.Errorf("%w\n%s", err, fault.Stderr)
	}
	if err != nil {
		return l, err
	}
	return readLight(out)
}

func readLight(report []byte) (l light, err error) {
	if err := json.Unmarshal(report, &l); err != nil {
		return l, err
	}
	if l.RuntimeError.Message != "" {
		return l, errors.New(l.RuntimeError.Message)
	}
	if l.Categories.Performance.Score == 0 {
		return l, errors.New("the report has no score")
	}
	return l, nil
}

// values are the figures of a report. Of a page that sets no mark there is none
// for when it answers.
func (l light) values() map[metric]float64 {
	list := map[metric]float64{score: 100 * l.Categories.Performance.Score}
	for m, audit := range map[metric]string{
		firstLit: "first-contentful-paint", largest: "largest-contentful-paint", blocking: "total-blocking-time", shifting: "cumulative-layout-shift",
	} {
		list[m] = l.Audits[audit].NumericValue
	}
	for _, i := range l.items("metrics") {
		if i.ObservedLargestContentfulPaint > 0 {
			list[seenLast] = i.ObservedLargestContentfulPaint
		}
	}
	for _, i := range l.items("user-timings") {
		if i.Name == "interactive" {
			list[joined] = i.StartTime
		}
	}
	return list
}

// element is the largest that was painted, as a selector.
func (l light) element() string {
	for _, i := range l.items("largest-contentful-paint-element") {
		for _, node := range i.Items {
			if node.Node.Selector != "" {
				return node.Node.Selector
			}
		}
	}
	return "–"
}

func (r *results) lightReport(elements map[string][]string) string {
	out := &strings.Builder{}
	r.table(out, "Lighthouse, mobile", lightPages(), score, firstLit, largest, blocking, shifting, seenLast, joined)
	head(out, "page", "largest paint, in each round")
	for _, page := range lightPages() {
		line(out, page, strings.Join(elements[page], ", "))
	}
	fmt.Fprintln(out)
	goalTable(out, r.lightGoals())
	r.failures(out)
	return out.String()
}

func (r *results) lightGoals() (list []goal) {
	peer := number(r.median(lightPeer, score))
	for _, page := range lightPages() {
		if page == lightPeer {
			continue
		}
		at := r.median(page, joined)
		list = append(list,
			atLeast(page+": performance", "beside JSXGraph's "+peer, r.median(page, score), 95),
			below(page+": blocking", "200 ms", r.median(page, blocking), 200),
			below(page+": largest paint watched", "before the program answers", r.median(page, seenLast), at))
	}
	return list
}
