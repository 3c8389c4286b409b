//go:build !js

package bench

// draws counts the draw calls of a page. It must be there before the page.
const draws = `(() => {
	globalThis.__draws = 0;
	const draw = WebGL2RenderingContext.prototype.drawElements;
	WebGL2RenderingContext.prototype.drawElements = function (...a) { __draws++; return draw.apply(this, a); };
})()`

// watchOwn counts the moves over a figure, and those after which it has drawn
// within the same animation frame: by a draw call, or by a change of the sheet.
// The frame of a move is over when the next one begins, or when the next move
// comes.
const watchOwn = `(() => {
	const own = globalThis.__own = {moves: 0, drawn: 0};
	let touched = 0, before = null;
	new MutationObserver(list => { touched += list.length; })
		.observe(document.querySelector('[data-relu-figure] .rf-canvas'), {subtree: true, childList: true, attributes: true});
	const close = () => {
		if (before === null) return;
		own.moves++;
		if (touched + __draws > before) own.drawn++;
		before = null;
	};
	addEventListener('pointermove', () => {
		close();
		before = touched + __draws;
		requestAnimationFrame(() => requestAnimationFrame(close));
	}, true);
})()`

// ownFrame is the share of moves that were drawn in the animation frame of their
// event, since watchOwn.
func (t *tab) ownFrame() (share float64, err error) {
	err = t.eval("__own.drawn / __own.moves", &share)
	return share, err
}
