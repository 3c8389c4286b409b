// Package host connects a figure to its page: what hands, keys, the address and
// the system do becomes an event of the model, and what the model then says
// becomes attributes and text of the page's elements. It draws nothing itself.
//
// Every change goes the same way: event → figure.Update → scene.Draw → the
// elements, of which only those are touched that changed. Nothing is measured
// but on a resize, under a pointer, and where words outgrow their room; no timer runs and no frame is asked for
// while the figure is at rest.
package host
