//go:build !js

package e2e

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"sync"
	"syscall"
	"testing"
)

// dist is the built page, seen from here. `./build.sh test` builds it first.
const dist = "../../dist"

// scenario is one thing that a person does, tried in every engine it lists.
type scenario struct {
	name    string
	try     func(*visit)
	engines []Engine // all, where empty
}

// scenarios are in the order in which a person would meet them.
func scenarios() []scenario {
	only := func(e ...Engine) []Engine { return e }
	return []scenario{
		{"load", tryLoad, nil},
		{"first paint", tryFirstPaint, nil},
		{"without scripts", tryStill, nil},
		{"nothing shifts", tryNoShift, only(Chromium)},
		{"the opening", bySVG(tryOpening), nil},
		{"the hint of a first visit", bySVG(tryHint), nil},
		{"a click on the graph", bySVG(tryTap), nil},
		{"what controls are called", bySVG(tryTips), nil},
		{"the step can be had again", bySVG(tryStepAgain), nil},
		{"numbers out of range", bySVG(tryBeyond), nil},
		{"an exercise that knows", bySVG(tryExercise), nil},
		{"before the program", tryEarly, nil},
		{"while the program joins", tryJoin, nil},
		{"mouse drags the point to the corner", tryMouse, nil},
		{"touch drags the point to the corner", tryTouch, only(Chromium, Firefox)},
		{"two fingers hold two handles", tryTwoFingers, only(Chromium)},
		{"a pointer that leaves does not stick", tryPointerLeaves, nil},
		{"shown in any way", tryShown, nil},
		{"shown in other documents", bySVG(tryShownElsewhere), nil},
		{"scrolled while held", tryScrolledHeld, nil},
		{"a long press", tryMenu, nil},
		{"keys", tryKeys, nil},
		{"lenses", tryLenses, nil},
		{"picker", tryPicker, nil},
		{"a function of one's own", bySVG(tryFormula), nil},
		{"a function that is drawn", bySVG(tryDrawing), nil},
		{"scrubber", tryScrubber, nil},
		{"play and pause", tryPlay, nil},
		{"a hand that stood still", bySVG(tryStood), nil},
		{"the address shows the frame", tryFrame, nil},
		{"derivation in reduced motion", tryStoryboard, nil},
		{"terms and areas", tryTerms, nil},
		{"sweep", trySweep, nil},
		{"second derivative", trySecond, nil},
		{"mollifier", tryMollifier, nil},
		{"steps of an optimiser", tryDescent, nil},
		{"sharpness", trySharpness, nil},
		{"address to picture", tryAddressIn, nil},
		{"picture to address", tryAddressOut, nil},
		{"back", bySVG(tryBack), nil},
		{"bad address", bySVG(tryBadAddress), nil},
		{"wheel scrolls the page", tryWheel, nil},
		{"swipe scrolls the page", trySwipe, only(Chromium)},
		{"tab goes through and out", bySVG(tryTab), nil},
		{"rest", tryRest, nil},
		{"rest off screen", tryOffScreen, nil},
		{"draw calls of a drag", tryBudget, nil},
		{"context loss and return", tryContextLoss, nil},
		{"every end of the program", bySVG(tryEnds), nil},
		{"an end under a hand", tryEndHeld, nil},
		{"ends one after another", bySVG(tryEndsAgain), nil},
		{"a program without memory", bySVG(tryNoMemory), nil},
		{"a damaged program", bySVG(tryDamaged), nil},
		{"translated", bySVG(tryTranslated), nil},
		{"no WebGL2", tryNoWebGL, nil},
		{"no GPU", tryNoGPU, []Engine{Chromium, Firefox}}, // WebKit does not tell who draws
		{"resize", tryResize, nil},
		{"header at every width", bySVG(tryHeader), only(Chromium)},
		{"device pixel ratio", tryScale, nil},
		{"words keep off each other", bySVG(tryLaws), only(Chromium)},
		{"words keep off each other under a hand", bySVG(tryLawsHeld), only(Chromium)},
		{"two figures", tryTwoFigures, nil},
		{"teardown", tryTeardown, nil},
		{"the page keeps its styles", tryPageStyles, nil},
		{"failed download", tryFailedDownload, nil},
		{"reduced motion", tryReducedMotion, only(Chromium, Firefox)},
		{"reduced transparency", tryOpaque, only(Chromium)},
		{"dark theme", tryDark, only(Chromium, Firefox)},
		{"theme of the address", tryThemeAddress, nil},
		{"painters agree", tryPainters, nil},
		{"embed", tryEmbed, nil},
		{"embed's attributes", tryElement, nil},
		{"embed's height", tryHeight, only(Chromium)},
		{"a frame in a column", tryColumn, nil},
		{"embed on bright and dark pages", tryBright, only(Chromium, Firefox)},
		{"embed without a frame", tryOwn, only(Chromium)},
		{"styles of others", tryWall, nil},
		{"a page around a figure", tryNeighbours, nil},
		{"figures that come late", bySVG(tryLate), nil},
		{"keys and links between a page and a figure", bySVG(tryGoodManners), nil},
		{"the brightness of a page", bySVG(tryAround), nil},
		{"a deck with figures in its slides", bySVG(tryDeckInside), only(Chromium, Firefox)},
		{"messages", tryMessages, nil},
		{"sandbox", trySandbox, nil},
		{"a frame of another origin", tryOther, only(Chromium, Firefox)},
		{"twenty figures", tryTwenty, only(Chromium, Firefox)},
		{"twenty figures of the page's own", tryCrowd, only(Chromium, Firefox)},
		{"a deck of slides", tryDeck, only(Chromium, Firefox)},
		{"a theme switch", trySwitch, only(Chromium, Firefox)},
		{"a long article", tryArticle, only(Chromium, Firefox)},
		{"print", tryPrint, nil},
		{"handout", bySVG(tryHandout), nil},
		{"back to a figure", tryReturn, nil},
		{"files in a folder", tryFile, only(Chromium, Firefox)},
		{"essay", bySVG(tryEssay), nil},
		{"link and embed dialog", bySVG(tryShare), nil},
		{"dialog in small windows", bySVG(tryShareSmall), only(Chromium)},
		{"what the dialog gives, in its place", bySVG(tryGiven), nil},
		{"pictures to take away", tryTake, nil},
		{"films", bySVG(tryFilm), nil},
		{"inks of pictures", bySVG(tryInks), nil},
		{"forced colours", bySVG(tryForced), only(Chromium)},
		{"lecture", bySVG(tryLecture), nil},
		{"predict and reveal", bySVG(tryPredict), nil},
		{"vote", bySVG(tryVote), nil},
		{"lengths of the talk", bySVG(tryCuts), nil},
		{"speaker's window", bySVG(tryNotes), nil},
		{"speaker's window of a frame", bySVG(tryLine), nil},
		{"speaker's window of a sandbox", bySVG(tryLineBoxed), nil},
		{"speaker's window that is blocked", bySVG(tryBlocked), nil},
		{"lecture in German", bySVG(tryLectureGerman), nil},
		{"lecture of two", bySVG(tryTwoLectures), only(Chromium, Firefox)},
		{"lecture for all hands", bySVG(tryLectureHands), only(Chromium, Firefox)},
		{"lecture magnified", bySVG(tryLectureSmall), only(Chromium)},
		{"decks of one's own", bySVG(tryDecks), nil},
		{"damaged decks", bySVG(tryDeckFuzz), only(Chromium)},
		{"without a network", bySVG(tryOffline), only(Chromium, Firefox)},
		{"one old file", bySVG(tryOldFile), nil},
		{"one old file for ever", bySVG(tryOldForEver), nil},
		{"an old page", bySVG(tryOldPage), nil},
		{"an old worker", bySVG(tryOldWorker), only(Chromium, Firefox)},
		{"axe", bySVG(tryAxe), only(Chromium)},
		{"axe on other pages", bySVG(tryAxePages), only(Chromium)},
		{"accessibility tree", bySVG(tryTree), only(Chromium)},
		{"magnified", bySVG(tryMagnified), only(Chromium)},
		{"text spacing", bySVG(trySpacing), only(Chromium)},
		{"words that grow", bySVG(tryGrown), nil},
		{"German", bySVG(tryGerman), nil},
		{"with the headers of its hosts", tryHosted, nil},
		{"second visit", bySVG(tryAgain), only(Chromium, Firefox)},       // WebKit under its driver asks anew
		{"policies as documented", tryPolicies, only(Chromium, Firefox)}, // WebKit asks for the fonts of a sheet beside the page, too
		{"hosts of every manner", tryManners, nil},
		{"a spoilt copy", trySpoilt, only(Chromium, Firefox)},
		{"the archive on a host of pages", tryArchive, only(Chromium)},
		{"from a server of packages", tryCDN, nil},
		{"in a project of Vite", tryVite, only(Chromium)},
		{"in a project of Astro", tryAstro, only(Chromium)},
		{"imported without a window", tryImport, only(Chromium)},
		{"any message", bySVG(tryMessageFuzz), only(Chromium, Firefox)},
	}
}

// TestMain reads the words that choose scenarios, which come after -args.
func TestMain(m *testing.M) {
	flag.Parse()
	if _, err := chosen(scenarios(), flag.Args()); err != nil {
		fmt.Println(err)
		os.Exit(2)
	}
	os.Exit(m.Run())
}

// TestBrowsers tries the chosen scenarios. It needs E2E=1; a browser that is
// missing then fails the test.
func TestBrowsers(t *testing.T) {
	if os.Getenv("E2E") == "" {
		t.Skip("browsers are tried by ./build.sh test, which sets E2E=1")
	}
	all, err := chosen(scenarios(), flag.Args())
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C waits for nothing
	r := &run{ctx: ctx, queue: newQueue(all), progress: newProgress(os.Stdout, len(all)), absent: map[Engine]error{}}
	go r.watch(stop)
	var lanes sync.WaitGroup
	n := abreast(len(all))
	for i := range n {
		engine := all[i*len(all)/n].engine
		lanes.Go(func() { r.goOn(t, engine) })
	}
	lanes.Wait()
	r.progress.table()
	if ctx.Err() != nil {
		t.Error("interrupted")
	}
}

// abreast is how many browsers run side by side. They wait for much of their
// time, so that there may be more than processors.
func abreast(jobs int) int {
	return min(jobs, 8, max(len(Engines()), 2*runtime.NumCPU()))
}

// bySVG is a scenario that asks nothing of the GPU, and runs faster without it.
func bySVG(try func(*visit)) func(*visit) {
	return func(v *visit) {
		v.painter = "svg"
		try(v)
	}
}

func (s scenario) runsIn(e Engine) bool {
	for _, have := range s.engines {
		if have == e {
			return true
		}
	}
	return len(s.engines) == 0
}
