//go:build !js

package e2e

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"time"
)

// tryPainters compares what the two painters make of the same model. The mean
// difference must be small, and hardly a pixel may differ from all of its
// neighbours in the other picture: edges agree within a pixel.
func tryPainters(v *visit) {
	for _, lens := range lenses() {
		link := "#fn=relu&x=0&g=0.4&c=0.3&w=1.2&p=3&lens=" + lens
		gpu, svg := v.picture("gpu", link), v.picture("svg", link)
		d := compare(gpu, svg)
		// Firefox may still give the picture of an earlier frame.
		for end := time.Now().Add(soon); (d.Mean > 1 || d.Off > 0.001) && time.Now().Before(end); {
			var err error
			svg, err = v.Screenshot()
			v.must(err)
			d = compare(gpu, svg)
		}
		v.Logf("lens %s: mean difference %.3f of 255, %.4f%% of the pixels off", lens, d.Mean, 100*d.Off)
		if d.Mean > 1 || d.Off > 0.001 {
			v.Errorf("lens %s: the painters differ by %.3f of 255 on average, and %.4f%% of the pixels are off", lens, d.Mean, 100*d.Off)
			v.keep(lens+"-gpu", gpu)
			v.keep(lens+"-svg", svg)
		}
	}
	v.clean()
}

// picture is what a painter makes of a link. It must be that painter's.
func (v *visit) picture(painter, link string) image.Image {
	v.Helper()
	v.open("/?painter=" + painter + link)
	var by string
	v.inRoot(0, "root.dataset.painter", &by)
	if by != painter {
		v.Fatalf("the painter is %q, want %q", by, painter)
	}
	m, err := v.Screenshot()
	v.must(err)
	return m
}

// keep writes a picture into the ignored folder .shots, for looking at.
func (v *visit) keep(name string, m image.Image) {
	v.Helper()
	var out bytes.Buffer
	v.must(png.Encode(&out, m))
	dir := filepath.Join("..", "..", ".shots", "failed")
	v.must(os.MkdirAll(dir, 0o755))
	file := filepath.Join(dir, string(v.Engine)+"-"+name+".png")
	v.must(os.WriteFile(file, out.Bytes(), 0o644))
	v.Logf("kept %s", file)
}
