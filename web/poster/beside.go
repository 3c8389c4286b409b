package poster

import (
	"math"

	"relu-three-ways/render/scene"
)

// roomHeight is the height of the figure's room in a style sheet.
const roomHeight = "var(--rf-room,100dvh)"

// of is a length that a custom property is so many times as long as.
func of(v float64, name string) string { return decimal(v, 4) + "*var(--" + name + ")" }

// besideVars lets the style sheet compute, for the arrangements of a drawing
// beside words, what scene.Beside says of the scale, the unit and the place of
// the panels:
//
//	--rf-k, --rf-t  px of K and T
//	--u             px of a unit
//	--x0            px of x = 0
//	--top           px where the panels begin
//
// where the figure is as tall as its room.
func besideVars() string {
	where := early + ">*,.relu-figure .rf-poster"
	css := where + "{" +
		"--rf-k:min(100cqw/" + decimal(scene.BesideWide, 0) + "," + roomHeight + "/" + decimal(scene.BesideHigh, 0) + ");" +
		"--rf-t:max(var(--rf-k)," + px(scene.BesideFirm) + " + " + of(1-scene.BesideFirm, "rf-k") + ");" +
		"--rf-edge:calc(" + of(scene.BesideLeft, "rf-k") + ");" +
		"--measure:min(" + of(scene.BesideWords, "rf-t") + "," + decimal(100*scene.BesideShare, 2) + "cqw);" +
		"--stage:calc(var(--rf-edge) + var(--measure) + " + of(scene.BesideGap, "rf-t") + ");" +
		"--labels:min(" + of(scene.BesideLabels, "rf-k") + "," + of(scene.BesideLess, "rf-k") + " - " + px(scene.BesideLess-scene.BesideLabels) + ");" +
		"--x0:calc((var(--stage) + 100cqw - var(--labels))/2)}"
	css += inWholePx(where, "min((100cqw - var(--stage) - var(--labels))/var(--span),("+roomHeight+" - "+of(scene.BesideRows, "rf-t")+")/"+decimal(scene.BesideDepth, 3)+")")
	css += where + "{" +
		"--top:calc(" + of(scene.BesideTop, "rf-t") + " + max(0px," + roomHeight + " - " + of(scene.BesideSpare, "rf-t") + " - " + of(scene.BesideDepth, "u") + ")/2);" +
		"--rf-half:calc(var(--span)/2*var(--u));--rf-left:calc(var(--x0) - var(--rf-half));--rf-unit:var(--u)}"
	for _, h := range scene.BesideHalves {
		rule := where + "{--span:" + decimal(2*h.Half, 2) + "}"
		if h.Aspect > 0 {
			rule = within([]string{"@media (min-aspect-ratio:" + ratio(h.Aspect) + ")"}, rule)
		}
		css += rule
	}
	return css
}

// ratio is an aspect for a style sheet.
func ratio(v float64) string { return decimal(math.Round(v*100), 0) + "/100" }

// besideCSS places the drawn column beside a drawing: both are scaled, the
// column with the type. Its foot stands on the lower panel.
func (s sheet) besideCSS(f *scene.Frame) string {
	const svgs = ".relu-figure .rf-poster svg"
	in := func(d float64) string { return of(d/f.Scale, "rf-t") }
	mine := svgs + ".rf-by-" + s.name
	css := mine + "{display:block;left:var(--rf-edge);width:calc(" + in(f.Measure) + ")}"
	// The cases are there if they do not come too near to the column: height 0 is not there.
	base, height := "var(--top) + "+of(scene.BesideDepth-0.3, "u"), of(footHeight, "rf-t")
	return css + mine + ".rf-foot{" +
		"top:calc(" + base + " - " + height + ");" +
		"height:clamp(0px,(" + base + " - " + in(f.Bottom+footRoom(f, s)) + ")*1000," + height + ")}"
}

// fitted is the place of a stage that is scaled to the unit.
func (s sheet) fitted(f *scene.Frame) string {
	v := s.view(f)
	in := func(d float64) string { return of(d/f.Unit, "u") }
	return "left:calc(var(--x0) - " + in(f.Left+f.Half-v.X) + ");top:calc(var(--top) - " + in(f.Top-v.Y) + ");width:calc(" + in(v.W) + ")"
}

// footRoom is how much of the height the foot needs, px, with the least air
// above it: as much as the scene wants.
func footRoom(f *scene.Frame, s sheet) float64 {
	foot := s.pieces(f)[2]
	least := footBase(f)
	for _, k := range foot.frame.Marks {
		least = min(least, k.Bounds().Y)
	}
	return footBase(f) - least + 34
}
