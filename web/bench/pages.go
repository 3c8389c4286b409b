//go:build !js

package bench

import (
	"path/filepath"
	"slices"
)

// page is one of the pages that are measured.
type page struct {
	name string // as the table says it
	path string // below the server's address
	// at and state are JavaScript expressions: where the point is, [x, y] in CSS
	// px of the window, and its coordinate x.
	at, state string
	home, far float64 // of that coordinate: where drags begin, and how far to the left they go
	ours      bool
}

// opening is the address of ours that shows the scene of the peers. The page
// with the essay is opened as visitors do, without one.
const opening = "#lens=sub&x=1.4"

// painter is how ours paints: as it chooses to, or by WebGL also where the CPU
// draws for it, as on the machines that the bench runs on.
type painter struct{ query, suffix string }

func painters() []painter { return []painter{{}, {"?painter=gpu", ", by WebGL"}} }

func lensNames() []string { return []string{"point", "sub", "dist", "compare"} }

// peer is a page that fills a window with 8 × 5 units from (−4, 3.5) at its top left.
func peer(name, path string) page {
	return page{
		name: name, path: "/peers/" + path, home: 1.4, far: 3,
		at:    "(u => [(pointX + 4) * u, (3.5 - Math.max(0, pointX)) * u])(innerWidth / 8)",
		state: "globalThis.pointX",
	}
}

func figure(name, path string) page { return handle(name, path, "x", 1.4, 3) }

// handle is a page of ours whose handle of a control is dragged.
func handle(name, path, control string, home, far float64) page {
	slider := `[...document.querySelectorAll('[data-relu-figure] .rf-handle[data-control="` + control + `"]')].find(e => e.checkVisibility({visibilityProperty: true}))`
	return page{
		name: name, path: path, ours: true, home: home, far: far,
		at:    `(r => [r.x + r.width / 2, r.y + r.height / 2])((` + slider + `).getBoundingClientRect())`,
		state: `parseFloat((` + slider + `)?.getAttribute('aria-valuenow'))`,
	}
}

const (
	svgPage   = "SVG by hand"
	graphPage = "JSXGraph"
	essayPage = "the figure, page with essay"
	alonePage = "the figure alone (embed)"
)

// pages are in the order of the table; before is a folder with the site as it
// was before, if any.
func pages(before string) []page {
	gpu := painters()[1]
	list := []page{
		figure(essayPage, "/index.html"),
		figure(alonePage, "/embed.html"+opening),
		figure(alonePage+gpu.suffix, "/embed.html"+gpu.query+opening),
		peer("Canvas 2D by hand", "canvas.html"),
		peer(svgPage, "svg.html"),
		peer("D3", "d3.html"),
		peer("Mafs", "mafs.html"),
		peer(graphPage, "jsxgraph.html"),
		peer("p5", "p5.html"),
	}
	if before != "" {
		list = slices.Insert(list, 3, figure("the figure at "+filepath.Base(before)+", page with essay", "/before/index.html"))
	}
	return list
}

// lensPages show ours in each lens, by a painter, where what is dragged is the
// handle that the lens is about.
func lensPages(by painter) (list []page) {
	open := "/index.html" + by.query + "#lens="
	for _, p := range []page{
		figure("point", open+"point&x=1.4"), figure("sub", open+"sub&x=1.4"),
		handle("dist", open+"dist&c=1", "c", 1, 2), handle("compare", open+"compare&s=0.9", "s", 0.9, 1.6),
	} {
		p.name = "lens " + p.name + by.suffix
		list = append(list, p)
	}
	return list
}

// playing is ours while the derivation plays.
func playing(by painter) page {
	return figure("the derivation plays"+by.suffix, "/index.html"+by.query+"#x=1.4&lens=dist&p=1")
}
