//go:build !js

package bench

// watchOwn counts the moves over a figure, and those after which it has drawn
// within the same animation frame: by a draw call, or by a change of the sheet.
// A move counts as soon as the next one or the next frame begins.
const watchOwn = `(() => {
	const own = globalThis.__own = {moves: 0, drawn: 0};
	let changes = 0, pending = null;
	const draw = WebGL2RenderingContext.prototype.drawElements;
	WebGL2RenderingContext.prototype.drawElements = function (...a) { changes++; return draw.apply(this, a); };
	const sheet = new MutationObserver(() => {});
	sheet.observe(document.querySelector('[data-relu-figure] .rf-canvas'), {subtree: true, childList: true, attributes: true});
	const close = () => {
		if (pending === null) return;
		changes += sheet.takeRecords().length;
		own.moves++;
		if (changes > pending) own.drawn++;
		pending = null;
	};
	addEventListener('pointermove', () => {
		close();
		changes += sheet.takeRecords().length;
		pending = changes;
		requestAnimationFrame(() => requestAnimationFrame(close));
	}, true);
})()`

// ownFrame is the share of moves that were drawn in the animation frame of their
// event, since watchOwn.
func (t *tab) ownFrame() (share float64, err error) {
	err = t.eval("__own.drawn / __own.moves", &share)
	return share, err
}
