//go:build !js

package bench

import (
	"path/filepath"
	"slices"
)

// page is one of the pages that are compared.
type page struct {
	name string // as the table says it
	path string // below the server's address
	// at and state are JavaScript expressions: where the point is, [x, y] in CSS
	// px of the window, and its coordinate x. Empty where there is no point.
	at, state string
	home, far float64 // of that coordinate: where drags begin, and how far to the left they go
	ours      bool
	scene     bool // it draws the ramp
}

const (
	peerState = "globalThis.pointX"
	// The peers fill a window with 8 × 5 units from (−4, 3.5) at its top left.
	peerAt = "(u => [(pointX + 4) * u, (3.5 - Math.max(0, pointX)) * u])(innerWidth / 8)"

	// opening is the address of ours that shows the scene of the peers. The page
	// with the essay is opened as visitors do, without one.
	opening = "#lens=sub&x=1.4"

	// byGPU makes ours paint by WebGL also where the CPU draws for it, as on the
	// machines that the bench runs on; they are told apart by the rows' names.
	byGPU = "?painter=gpu"
	webGL = ", by WebGL"
)

func peer(name, path string) page {
	return page{name: name, path: "/peers/" + path, at: peerAt, state: peerState, home: 1.4, far: 3, scene: true}
}

func figure(name, path string) page { return handle(name, path, "x", 1.4, 3) }

// handle is a page of ours whose handle of a control is dragged.
func handle(name, path, control string, home, far float64) page {
	slider := `[...document.querySelectorAll('[data-relu-figure] .rf-handle[data-control="` + control + `"]')].find(e => e.checkVisibility({visibilityProperty: true}))`
	return page{
		name: name, path: path, ours: true, scene: true, home: home, far: far,
		at:    `(r => [r.x + r.width / 2, r.y + r.height / 2])((` + slider + `).getBoundingClientRect())`,
		state: `parseFloat((` + slider + `)?.getAttribute('aria-valuenow'))`,
	}
}

const (
	canvasPage = "Canvas 2D by hand"
	graphPage  = "JSXGraph"
	emptyPage  = "empty Ebitengine game"
	blankPage  = "blank page"
	essayPage  = "the figure, page with essay"
	alonePage  = "the figure alone (embed)"
	gpuPage    = alonePage + webGL
)

// earlier is the name of the row of the site as it was before, by its folder's name.
func earlier(folder string) string {
	return "the figure at " + filepath.Base(folder) + ", page with essay"
}

// pages are in the order of the table; before is a folder with the site as it
// was before, if any.
func pages(before string) []page {
	list := []page{
		figure(essayPage, "/index.html"),
		figure(alonePage, "/embed.html"+opening),
		figure(gpuPage, "/embed.html"+byGPU+opening),
		peer(canvasPage, "canvas.html"),
		peer("SVG by hand", "svg.html"),
		peer("D3", "d3.html"),
		peer("Mafs", "mafs.html"),
		peer(graphPage, "jsxgraph.html"),
		peer("p5", "p5.html"),
		{name: emptyPage, path: "/peers/empty.html", far: 3},
		{name: blankPage, path: "/peers/blank.html?again", far: 3},
	}
	if before != "" {
		list = slices.Insert(list, 3, figure(earlier(before), "/before/index.html"))
	}
	return list
}
