//go:build js

package stage

import (
	"image/color"
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"

	"relu-three-ways/render/scene"
	"relu-three-ways/render/theme"
)

// coarse is the resolution of the ladder's second rung.
const coarse = 0.5

// Stage is the GPU painter of one figure. It draws a frame when it is told that
// the picture has changed, and sleeps otherwise.
type Stage struct {
	box     js.Value
	next    func() (*scene.Frame, theme.Theme)
	shader  *ebiten.Shader
	atlas   *atlas
	mesh    mesh
	options ebiten.DrawTrianglesShaderOptions
	stale   bool // the picture has changed since it was drawn
	ready   bool // the box knows that something has been drawn
	odd     bool
	ladder  ladder
	clock   js.Value
}

// New makes the painter of a box; next gives the frame to paint.
func New(box js.Value, next func() (*scene.Frame, theme.Theme)) *Stage {
	s := &Stage{box: box, next: next, stale: true, clock: js.Global().Get("performance")}
	s.ladder.pinned = box.Get("pinned").Truthy()
	return s
}

// Run paints until the page removes the box. It returns an error if
// Ebitengine cannot start or stops.
func (s *Stage) Run() error {
	ebiten.SetTPS(ebiten.SyncWithFPS)
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetRunnableOnUnfocused(true)
	return ebiten.RunGameWithOptions(s, &ebiten.RunGameOptions{ScreenTransparent: true, InitUnfocused: true, SkipTaskbar: true})
}

// Invalidate says that the picture has changed. One frame follows, unless
// another painter has taken over.
func (s *Stage) Invalidate() {
	if s.box.Get("root").Get("dataset").Get("painter").String() == "svg" {
		return
	}
	s.stale = true
	s.box.Call("wake")
}

// Layout implements ebiten.Game: the offscreen is not used and as small as may
// be.
func (s *Stage) Layout(w, h int) (int, int) { return 16, 16 }

// Update implements ebiten.Game.
func (s *Stage) Update() error { return nil }

// Draw implements ebiten.Game. Ebitengine leaves out the final screen if the
// offscreen has not changed, so it changes; the reduced copy does not ask.
func (s *Stage) Draw(offscreen *ebiten.Image) {
	s.odd = !s.odd
	shade := color.Gray{0}
	if s.odd {
		shade.Y = 255
	}
	offscreen.Fill(shade)
}

// DrawFinalScreen implements ebiten.FinalScreenDrawer: it paints the marks in
// device pixels, straight to the screen, by one draw call.
//
// Around it Ebitengine 2.9 makes two of its own, the fill of the offscreen and one
// that clears the screen; the reduced copy makes neither and has the GPU clear the
// screen, so that it need not be cleared here. It reads no pixels back and
// copies no framebuffer. The vertices go to the GPU whole; of the atlas only
// what is new.
func (s *Stage) DrawFinalScreen(screen ebiten.FinalScreen, _ *ebiten.Image, _ ebiten.GeoM) {
	if s.shader == nil {
		s.start()
	}
	frame, t := s.next()
	if size := screen.Bounds().Size(); size.X > 16 && frame.W > 0 {
		s.build(frame, t, float64(size.X)/frame.W)
		screen.DrawTrianglesShader32(s.mesh.vs, s.mesh.is, s.shader, &s.options)
		if !s.ready {
			s.ready = true
			s.box.Call("ready")
		}
	}
	moving := s.stale
	s.stale = false
	switch s.ladder.frame(s.clock.Call("now").Float(), moving) {
	case coarser:
		s.box.Call("resolution", coarse)
	case sharper:
		s.box.Call("resolution", 1)
	case giveUp:
		s.box.Call("tooSlow")
	}
	switch {
	case s.stale:
	case s.ladder.pending():
		s.box.Call("nap", settled)
	default:
		s.box.Call("sleep")
	}
}

// start makes what lives on the GPU, at the first frame.
func (s *Stage) start() {
	shader, err := ebiten.NewShader(source)
	if err != nil {
		panic("stage: " + err.Error())
	}
	s.shader, s.atlas = shader, newAtlas()
	s.options.Images[0] = s.atlas.image
}

// build makes the mesh of a frame at k device px per CSS px.
func (s *Stage) build(f *scene.Frame, t theme.Theme, k float64) {
	for try := range 4 {
		s.mesh.begin(k, t)
		full := false
		for i := range f.Marks {
			if m := &f.Marks[i]; m.Kind != scene.Glyphs {
				s.mesh.add(m)
			} else if !s.atlas.add(&s.mesh, m) {
				full = true
				break
			}
		}
		if !full {
			break
		}
		s.atlas.makeRoom(try > 0)
		s.options.Images[0] = s.atlas.image
	}
	s.atlas.upload()
}
