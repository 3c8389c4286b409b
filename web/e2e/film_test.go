//go:build !js

package e2e

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/gif"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// filmJS makes a film of one step, 1.6 s long, of a format, and keeps it; file and
// still give it away, and what is drawn in a frame of it.
const filmJS = `const film = await import('./film.js'), root = document.querySelector('[data-relu-figure]');
	window.wish = {link: 'fn=abs&lens=point&x=0.4&h=0.5', theme: 'light', height: 720, clear: false, film: {play: 'steps', steps: ['lens=sub&x=0&g=0.5'], dwell: 0.5, title: 'A title', says: ['One.', 'Two.']}, ...arguments[0]};
	const base64 = async blob => (await new Promise((done, fail) => { const r = new FileReader(); r.onload = () => done(r.result); r.onerror = fail; r.readAsDataURL(blob); })).split(',')[1];
	window.still = async n => { const c = document.createElement('canvas'); await film.still(root, wish, c, n); return c.toDataURL().split(',')[1]; };
	window.file = () => base64(made.blob);
	const told = [];
	window.made = window.wrong = null;
	film.filmFile(root, wish, document.createElement('canvas'), new AbortController().signal, k => told.push(k)).then(done => {
		window.made = Object.assign(done, {said: {Ext: done.ext, Frames: done.frames, Size: done.blob.size, Rising: told.every((k, i) => k >= (told[i - 1] ?? 0)) && told.at(-1) === 1}});
	}, e => { window.wrong = String(e); });`

// made is what filmJS says of a film.
type made struct {
	Ext          string
	Frames, Size int
	Rising       bool
}

// tryFilm makes a film of each format, plays it again, and compares its frames with
// what was drawn.
func tryFilm(v *visit) {
	v.open("/")
	for _, c := range []struct {
		format, theme string
		clear         bool
	}{{"video", "light", false}, {"video", "dark", true}, {"gif", "light", false}, {"gif", "dark", true}, {"png", "light", true}, {"svg", "light", false}} {
		wish := map[string]any{"format": c.format, "theme": c.theme, "clear": c.clear}
		if c.format == "video" {
			var ext string
			v.must(v.Eval(`return import('./film.js').then(f => f.videoKind({height: 720, clear: arguments[0]})).then(k => k?.ext ?? '')`, &ext, c.clear))
			if ext == "" {
				v.Logf("no video, transparent %v", c.clear)
				continue
			}
		}
		var m made
		v.must(v.Eval("return (async () => { "+filmJS+" })()", nil, wish))
		v.must(v.WaitFor(`window.made || window.wrong`, 5*soon)) // a browser that is kept busy takes its time
		var wrong string
		v.must(v.Eval(`return window.wrong ?? ''`, &wrong))
		if wrong != "" {
			v.Errorf("%v: %s", c, wrong)
			continue
		}
		v.must(v.Eval(`return window.made.said`, &m))
		want := 49
		if c.format == "gif" {
			want = 33
		}
		if m.Frames != want || !m.Rising {
			v.Errorf("%v: %+v, want %d frames", c, m, want)
		}
		v.Logf("%v: %s, %d bytes", c, m.Ext, m.Size)
		switch c.format {
		case "video":
			v.playVideo(m, c.clear)
		case "gif":
			v.playGIF(c.clear)
		default:
			v.openFrames(c.format, want)
		}
	}
	v.filmDialog()
	v.clean()
}

// filmed are the bytes of the film that was made last.
func (v *visit) filmed() []byte {
	v.Helper()
	var text string
	v.must(v.Eval(`return window.file()`, &text))
	b, err := base64.StdEncoding.DecodeString(text)
	v.must(err)
	return b
}

// drawn is what is drawn in a frame of it.
func (v *visit) drawn(n int) image.Image {
	v.Helper()
	var text string
	v.must(v.Eval(`return window.still(arguments[0])`, &text, n))
	return v.picture(text)
}

// picture reads a PNG.
func (v *visit) picture(text string) image.Image {
	v.Helper()
	b, err := base64.StdEncoding.DecodeString(text)
	v.must(err)
	p, err := png.Decode(bytes.NewReader(b))
	v.must(err)
	return p
}

// sameFrame compares a frame with what was drawn.
func sameFrame(got, want image.Image) error {
	if d := compare(got, want); d.Mean > 1.5 || d.Patch > 10 || d.Off > 0.001 {
		return fmt.Errorf("not as it was drawn: %+v", d)
	}
	return nil
}

// playVideo plays a video in the browser that encoded it, and has ffprobe look at it
// where that is installed.
func (v *visit) playVideo(m made, clear bool) {
	v.Helper()
	v.must(v.Eval(`window.video = Object.assign(document.createElement('video'), {muted: true, src: URL.createObjectURL(made.blob)});
		window.seek = n => new Promise((done, fail) => {
			video.onerror = () => fail(new Error('it does not play: ' + video.error?.message));
			video.onseeked = () => done();
			video.currentTime = (n + 0.5) / 30;
		});
		window.shows = () => {
			const c = document.createElement('canvas');
			[c.width, c.height] = [video.videoWidth, video.videoHeight];
			c.getContext('2d').drawImage(video, 0, 0);
			return c.toDataURL().split(',')[1];
		}`, nil))
	for _, n := range []int{0, 20, 48} {
		want := v.drawn(n)
		v.must(v.Eval(`return seek(arguments[0])`, nil, n))
		if err := v.retry(soon, func() error { // a browser that has found a frame may show it a little later
			var text string
			v.must(v.Eval(`return shows()`, &text))
			return sameFrame(v.picture(text), want)
		}); err != nil {
			v.Errorf("video, frame %d: %v", n, err)
		}
	}
	var seconds float64
	v.must(v.Eval(`return video.duration`, &seconds))
	if math.Abs(seconds-49.0/30) > 0.04 {
		v.Errorf("the video is %v s long", seconds)
	}
	file := v.filmed()
	if !bytes.Contains(file, []byte(v.site.URL+"/#fn=abs&lens=point&x=0.4&h=0.5")) {
		v.Error("the video does not name its address")
	}
	if m.Ext == "mp4" && bytes.Index(file, []byte("moov")) > bytes.Index(file, []byte("mdat")) {
		v.Error("the video cannot be played before all of it is there")
	}
	v.probe(file, m.Ext, clear)
}

// probe has ffprobe look at a video.
func (v *visit) probe(file []byte, ext string, clear bool) {
	v.Helper()
	probe, err := exec.LookPath("ffprobe")
	if errors.Is(err, exec.ErrNotFound) {
		v.Log("ffprobe is not installed; the video is not looked at")
		return
	}
	v.must(err)
	name := filepath.Join(v.TempDir(), "film."+ext)
	v.must(os.WriteFile(name, file, 0o644))
	out, err := exec.Command(probe, "-v", "error", "-count_frames", "-show_streams", "-of", "json", name).Output()
	v.must(err)
	var said struct {
		Streams []struct {
			Width, Height int
			Pix           string `json:"pix_fmt"`
			Rate          string `json:"r_frame_rate"`
			Average       string `json:"avg_frame_rate"`
			Frames        string `json:"nb_read_frames"`
			Range         string `json:"color_range"`
			Space         string `json:"color_space"`
			Tags          map[string]string
		}
	}
	v.must(json.Unmarshal(out, &said))
	if len(said.Streams) != 1 {
		v.Fatalf("%d streams", len(said.Streams))
	}
	s := said.Streams[0]
	if s.Width != 1280 || s.Height != 720 || s.Pix != "yuv420p" || s.Rate != "30/1" || s.Average != "30/1" || s.Frames != "49" || s.Space != "bt709" || s.Range != "tv" {
		v.Errorf("ffprobe says %+v", s)
	}
	if has := s.Tags["alpha_mode"] == "1" || s.Tags["ALPHA_MODE"] == "1"; ext == "webm" && has != clear {
		v.Errorf("transparent: %v, want %v", has, clear)
	}
}

// playGIF plays a GIF, frame by frame.
func (v *visit) playGIF(clear bool) {
	v.Helper()
	file := v.filmed()
	g, err := gif.DecodeAll(bytes.NewReader(file))
	v.must(err)
	if !bytes.Contains(file, []byte(v.site.URL+"/#fn=abs&lens=point")) || g.LoopCount != 0 {
		v.Errorf("the GIF does not name its address, or does not loop (%d)", g.LoopCount)
	}
	canvas, at := image.NewRGBA(image.Rect(0, 0, 1280, 720)), 0 // hundredths of a second
	for i, p := range g.Image {
		draw.Draw(canvas, p.Rect, p, p.Rect.Min, draw.Over)
		if i == 0 || i == len(g.Image)/2 || i == len(g.Image)-1 {
			drawn := v.drawn(at / 5)
			if clear {
				r := drawn.Bounds()
				var in, out int // opaque pixels
				for y := r.Min.Y; y < r.Max.Y; y++ {
					for x := r.Min.X; x < r.Max.X; x++ {
						if _, _, _, a := drawn.At(x, y).RGBA(); a >= 0x8000 {
							in++
						}
						if _, _, _, a := canvas.At(x, y).RGBA(); a > 0 {
							out++
						}
					}
				}
				if math.Abs(float64(in-out)) > 0.02*float64(in) || out == 0 || out > 1280*720/4 {
					v.Errorf("GIF, frame %d: %d pixels are there, %d of the drawing", i, out, in)
				}
			} else {
				if err := sameFrame(canvas, drawn); err != nil {
					v.Errorf("GIF, frame %d: %v", at/5, err)
				}
			}
		}
		at += g.Delay[i]
		if g.Disposal[i] == gif.DisposalBackground {
			draw.Draw(canvas, canvas.Rect, image.Transparent, image.Point{}, draw.Src)
		}
	}
	if at != 33*5 {
		v.Errorf("the GIF takes %d hundredths of a second", at)
	}
}

// openFrames looks into an archive of frames.
func (v *visit) openFrames(format string, count int) {
	v.Helper()
	file := v.filmed()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	v.must(err)
	if len(z.File) != count+1 {
		v.Errorf("there are %d files", len(z.File))
	}
	for i, f := range z.File[:min(count, len(z.File))] {
		if want := "frame-" + strings.Repeat("0", 4-len(strconv.Itoa(i))) + strconv.Itoa(i) + "." + format; f.Name != want {
			v.Errorf("%s should be %s", f.Name, want)
		}
		if i != 20 || format != "png" {
			continue
		}
		r, err := f.Open()
		v.must(err)
		p, err := png.Decode(r)
		v.must(err)
		if _, _, _, a := p.At(2, 2).RGBA(); a != 0 {
			v.Error("the frame has paper")
		}
		if err := sameFrame(p, v.drawn(i)); err != nil {
			v.Errorf("PNG, frame %d: %v", i, err)
		}
	}
}

// filmDialog makes a film by hand, and cancels another.
func (v *visit) filmDialog() {
	v.Helper()
	v.must(v.Click(v.centre(".rf-share")))
	v.must(v.WaitFor(`document.querySelector('dialog[open] .rf-take')`, soon))
	v.must(v.Eval(`document.querySelector('dialog[open] [data-half="picture"]').click();
		[...document.querySelectorAll('dialog[open] button')].find(b => b.textContent === 'Film').click();
		window.saved = []; URL.createObjectURL = file => { window.saved.push(file); return '#' };
		addEventListener('click', e => { if (e.target.matches?.('a[download]')) { window.called = e.target.download; e.preventDefault() } })`, nil))
	v.must(v.WaitFor(`/\d+ frames/.test(document.querySelector('dialog[open] .rf-film-about')?.textContent)`, soon))
	choose := func(name, value string) {
		v.Helper()
		v.must(v.Eval(`const s = [...document.querySelectorAll('dialog[open] label')].find(l => l.textContent.startsWith(arguments[0])).querySelector('select, input'); s.value = arguments[1]; s.dispatchEvent(new Event('change', {bubbles: true}))`, nil, name, value))
	}
	press := func() {
		v.Helper()
		v.must(v.Eval(`document.querySelector('dialog[open] .rf-take > button').click()`, nil))
	}
	choose("Format", "gif")
	choose("Size", "720")
	v.must(v.WaitFor(`document.querySelector('dialog[open] .rf-film-about').textContent.includes('109 frames')`, soon))
	press()
	v.must(v.WaitFor(`document.querySelector('dialog[open] progress').value > 0.15`, soon))
	press()
	v.must(v.WaitFor(`document.querySelector('dialog[open] .rf-said').textContent === 'Cancelled.' && !window.saved.length`, soon))
	press()
	v.must(v.WaitFor(`document.querySelector('dialog[open] .rf-said').textContent.includes('saved')`, 5*soon))
	var name string
	v.must(v.Eval(`return window.called + ' ' + window.saved[0].type`, &name))
	if name != "three-ways-h-to-0-relu-720p.gif image/gif" {
		v.Errorf("the file is %q", name)
	}
	press()
	v.must(v.WaitFor(`document.querySelector('dialog[open] progress').value < 0.5 && document.querySelector('dialog[open] progress').value > 0.12`, soon))
	v.must(v.Press(KeyEscape)) // closes it, and stops the work
	v.must(v.WaitFor(`!document.querySelector('dialog')`, soon))
	v.must(v.Settle(soon))
	var count int
	v.must(v.Eval(`return window.saved.length`, &count))
	if count != 1 {
		v.Errorf("%d films were saved", count)
	}
}
