package scene
import ("testing";"relu-three-ways/render/figure";"relu-three-ways/render/theme")
func TestDbg(t *testing.T) {
	m, _ := figure.Parse("lens=compare")
	var f Frame
	Draw(&f, m, Ask{W: 1440, H: 900, Theme: theme.Light()})
	for i := range f.wants { w := &f.wants[i]; t.Logf("%s set=%v cost %.1f box %.0f anchor %.0f seat %+v", w.key, w.set, w.cost, w.box, f.named[i].anchor, w.seat) }
	t.Log(f.Plots)
}
