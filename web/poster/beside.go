package poster

import (
	"relu-three-ways/render/scene"
)

// roomHeight is the height of the figure's room in a style sheet.
const roomHeight = "var(--rf-room,100dvh)"

// besideVars lets the style sheet reckon, for the arrangements of a drawing
// beside words, what scene.Beside says of the unit and the place of the panels:
//
//	--u    px of a unit
//	--x0   px of x = 0
//	--top  px where the panels begin
//
// where the figure is as tall as its room.
func besideVars(c scene.Beside) string {
	free := "(100cqw - " + px(c.Stage+c.Labels) + ")"
	unit := "min(" + free + "/" + decimal(scene.BesideSpan, 3) + ",(" + roomHeight + " - " + px(scene.BesideRows) + ")/" + decimal(scene.BesideDepth, 3) + ")"
	where := early + ">*,.relu-figure .rf-poster"
	return reckoned(where, unit) + where + "{" +
		"--x0:calc(" + px(c.Stage) + " + " + free + "/2);" +
		"--top:calc(" + px(scene.BesideTop) + " + max(0px," + roomHeight + " - " + px(scene.BesideSpare) + " - " + decimal(scene.BesideDepth, 3) + "*var(--u))/2);" +
		"--rf-left:calc(var(--x0) - " + decimal(scene.BesideSpan/2, 3) + "*var(--u));--rf-unit:var(--u)}"
}

// besideCSS places the drawn column beside a drawing. The column keeps
// its size; its foot stands on the lower panel.
func (s sheet) besideCSS(f *scene.Frame) string {
	c := *s.beside
	const svgs = ".relu-figure .rf-poster>svg"
	css := svgs + ".rf-by-" + s.family + "{display:block}"
	column := px(c.Measure)
	css += svgs + ".rf-column{left:" + px(c.Left) + ";width:" + column + "}"
	// The cases are there if they do not come too near to the column: height 0 is not there.
	base := "var(--top) + " + decimal(scene.BesideDepth-0.3, 3) + "*var(--u)"
	css += svgs + ".rf-foot{left:" + px(c.Left) + ";width:" + column + ";top:calc(" + base + " - " + px(footHeight) + ");" +
		"height:clamp(0px,(" + base + " - " + px(f.Bottom+footRoom(f, s)) + ")*1000," + px(footHeight) + ")}"

	return css
}

// fitted is the place of a stage that is scaled to the unit.
func (s sheet) fitted(f *scene.Frame) string {
	v := s.view(f)
	x0 := f.Left + scene.BesideSpan/2*f.Unit
	in := func(d float64) string { return decimal(d/s.u, 5) + "*var(--u)" }
	return "left:calc(var(--x0) - " + in(x0-v.X) + ");top:calc(var(--top) - " + in(f.Top-v.Y) + ");width:calc(" + in(v.W) + ")"
}

// footRoom is how much of the height the foot needs, px, with the least air
// above it: as much as the scene wants.
func footRoom(f *scene.Frame, s sheet) float64 {
	foot := s.pieces(f)[2]
	least := footBase(f, s.u)
	for _, k := range foot.frame.Marks {
		least = min(least, k.Bounds().Y)
	}
	return footBase(f, s.u) - least + 34
}
