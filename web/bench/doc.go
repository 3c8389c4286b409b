// Package bench measures the figure beside what a web author would use
// instead, and writes what it found as a table.
//
// The peers draw one scene, each in the way of its library; their sources are
// in peers, their packages are pinned in package.json, and nothing of them is
// shipped. One server hands out all pages, as small as brotli makes them. Every
// page is loaded by a browser of its own, which knows nothing of it, and the
// pages take turns, so that what else the machine does falls on all of them.
//
// A move counts only where a drag has moved the point and changed its picture, and a
// first answer only where the point has moved; else the run is told as failed and enters
// no median.
//
// `./build.sh bench` and `./build.sh lighthouse` run it. It needs what
// the tests in browsers need, and npm.
package bench
