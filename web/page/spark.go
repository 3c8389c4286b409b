package page

import (
	"math"
	"strconv"
	"strings"

	"relu-three-ways/math/calculus"
	"relu-three-ways/render/figure"
)

// A sparkline's room, CSS px.
const (
	sparkW, sparkH = 60.0, 28.0
	sparkPad       = 2.0
)

// sparkline draws the graph of the model's function itself, x and y in one unit, as an
// inline svg in the current colour. At a jump it draws the riser, since a
// break two pixels wide would not be seen.
func sparkline(m figure.Model) string {
	x := figure.SparkOf(m.Fn)
	lo, hi := x.Lo, x.Hi
	pts := sparkPoints(m.Function(), lo, hi)
	least, most := math.Inf(1), math.Inf(-1)
	for _, p := range pts {
		least, most = min(least, p[1]), max(most, p[1])
	}
	u := (sparkW - 2*sparkPad) / (hi - lo)
	if most > least {
		u = min(u, (sparkH-2*sparkPad)/(most-least))
	}
	var d strings.Builder
	for i, p := range pts {
		d.WriteByte("ML"[min(i, 1)])
		d.WriteString(tenth(sparkW/2+u*(p[0]-(lo+hi)/2)) + " " + tenth(sparkH/2-u*(p[1]-(least+most)/2)))
	}
	return `<svg class="rf-spark" viewBox="0 0 60 28" width="60" height="28" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true"><path d="` + d.String() + `"/></svg>`
}

// sparkPoints samples f on [lo, hi], with both one-sided values at each break.
func sparkPoints(f calculus.Function, lo, hi float64) [][2]float64 {
	const n = 64
	var pts [][2]float64
	breaks := f.Breaks()
	x := lo
	for i := 0; i <= n; i++ {
		next := lo + (hi-lo)*float64(i)/n
		for _, b := range breaks {
			if b > x && b <= next {
				pts = append(pts, [2]float64{b, f.LeftValue(b)}, [2]float64{b, f.Value(b)})
			}
		}
		x = next
		pts = append(pts, [2]float64{x, f.Value(x)})
	}
	return thin(pts)
}

// thin leaves out the points that lie on the straight line between their
// neighbours.
func thin(pts [][2]float64) [][2]float64 {
	out := pts[:0:0]
	for i, p := range pts {
		if i > 0 && i < len(pts)-1 {
			a, b := out[len(out)-1], pts[i+1]
			if math.Abs((p[0]-a[0])*(b[1]-a[1])-(p[1]-a[1])*(b[0]-a[0])) < 1e-9 {
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

// tenth writes a length rounded to a tenth of a pixel.
func tenth(v float64) string {
	s := strings.TrimSuffix(strconv.FormatFloat(v, 'f', 1, 64), ".0")
	if s == "-0" {
		return "0"
	}
	return s
}
