// Package e2e drives the built page in real browsers.
//
// One small W3C WebDriver client serves three engines. Chromium (chromedriver)
// and WebKit (WebKitWebDriver) speak the protocol over HTTP; Firefox speaks
// the same commands over Marionette, a TCP protocol of its own, so no
// geckodriver is needed. Nothing outside the standard library is used.
//
// Everything waits for a state of the page, never for a time: see
// Browser.WaitFor and Browser.Settle. The only windows of time are those over
// which a test asserts that nothing happens. Limits are there so that a hang
// ends, and are far beyond what a busy machine needs.
//
// Scenarios run in lanes side by side, two for each processor, because a browser
// waits for much of its time. A lane has one browser, one site and one display
// of its own and takes scenarios from a queue, so a scenario may come after any
// other: it leaves nothing behind that visit.prepare does not put right, and may
// share no file with others but by way of its run. Browsers run as they are
// shipped: compiling the program with fewer tiers was measured in all three, and
// saves nothing that could be told from noise.
//
// The tests in browsers run where E2E=1 is set, as `./build.sh test` does; a
// browser that is missing is then a failure, never a skip. Words after -args
// choose scenarios and engines.
package e2e
