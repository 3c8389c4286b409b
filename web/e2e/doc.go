// Package e2e drives the built page in real browsers.
//
// One small W3C WebDriver client serves three engines. Chromium (chromedriver)
// and WebKit (WebKitWebDriver) speak the protocol over HTTP; Firefox speaks
// the same commands over Marionette, a TCP protocol of its own, so no
// geckodriver is needed. Nothing outside the standard library is used.
//
// Everything waits for a state of the page, never for a time: see
// Browser.WaitFor and Browser.Settle. The only windows of time are those over
// which a test asserts that nothing happens.
//
// The tests in browsers run where E2E=1 is set, as `./build.sh test` does; a
// browser that is missing is then a failure, never a skip.
package e2e
