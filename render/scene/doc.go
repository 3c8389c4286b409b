// Package scene turns a model, a size and a theme into marks: the picture as plain,
// printable values. It knows nothing of pixels, GPUs or pages.
//
// # Where things are
//
// Draw (draw.go) goes from a plan of the window (layout.go, style.go) over a view
// (view.go) and its panels (panel.go, axes.go) to a lens. All lenses have a graph
// (curve.go), the graph of a derivative (object.go) and handles (handle.go, dials.go). The
// lenses are point.go; sub.go with tried.go and descent.go; compare.go with columns.go,
// heads.go and smooth.go; and dist.go with areas.go, masses.go and area_values.go.
// The derivation stands beside that one, in the column: derivation.go, terms.go, notes.go,
// scrubber.go and the sweep (sweep.go), with the integrals of weighed.go. Around it is the
// rest of the column: column.go, draft.go, sliders.go, cases.go, claims.go.
//
// They share one pen (pen.go), since they add to one frame, in the order in which it is
// seen. What a label is asked for and how it is drawn is here (label.go, write.go); where
// it stands is found by the package place, which knows boxes and strokes only.
//
// # Panels, axes, labels
//
// A plot is a panel: a rectangle, a range of x and one of y. What is drawn within it is
// clipped to it (trim.go), so that no mark leaves its panel in any painter. The ranges
// (view.go) follow from the values of what is drawn, by nice scales: the home range
// where it shows everything, otherwise a shifted one, otherwise a smaller scale. In the
// distribution lens both areas share one unit, in which both fit; they are cut only
// where f′ is unbounded.
//
// Axes and labels follow a *pose*: the controls as they were when they last stood still
// (figure.Rest, Model.Standing). So they stay still during a drag and glide once, for
// 240 ms, when it ends; what leaves its panel meanwhile waits at the edge, with an
// arrowhead. The blocks of words stay put whatever a hand does: question and claim have
// the room of the longest that can be said of the function (claims.go).
//
// Labels are collected while a lens is drawn, and placed at the end, when all strokes,
// handles, words and blocks are known: in order, each at the seat around its anchor that
// costs least (package place), with a patch of background under it where it covers
// ink. A number of an axis stands at its tick or is left out, and where one summand of
// an area has no place, none is written; a point mass of f′ φ is told by itself. During
// a drag each label keeps the seat it has at rest (follow.go); if two would overlap, the
// later one fades.
//
// A frame at rest is a function of its model alone. In motion, labels also depend on the
// frame before (trail.go): under a hand none moves farther than its anchor, and none
// comes, goes or changes its words at once, since each change takes 150 ms; when the
// hand lets go they glide straight from where they were seen to where they are at rest.
// The model counts the seconds, so that time passes for a hand that holds still, too,
// until nothing fades any more (Frame.Fading).
//
// The rooms of words follow from the metrics of the shipped fonts. A reader's type may
// be another: a least size, more space between letters, text alone enlarged. Two unseen
// probes tell how it runs, and the browser tells when they or a text change
// (web/host/spacing.go); then what has outgrown its room gives up what has another way
// (data-tight, for the style sheet), and after that it is set smaller. On a phone its
// room grows instead (Ask.Needs). Words in the drawing keep the size of the drawing. In
// plain type hardly anything does: the longest name at 320 px, a readout beside a long
// interval.
//
// The laws that all of this obeys are tested over random states and drags (laws_test.go;
// LAWS=1000000 go test ./render/scene -run TestLaws tries more of them), and in a
// browser over the boxes of the real elements.
package scene
