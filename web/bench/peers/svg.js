// SVG by hand: elements are made once, and their attributes follow the point.
import * as scene from './scene.js';

const {view, color, width} = scene;
const unit = innerWidth / (view.right - view.left);
const px = x => (x - view.left) * unit, py = y => (view.top - y) * unit;

function add(parent, name, attributes, text = '') {
  const e = parent.appendChild(document.createElementNS('http://www.w3.org/2000/svg', name));
  for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
  e.textContent = text;
  return e;
}

function place(line, [[x1, y1], [x2, y2]]) {
  line.setAttribute('x1', px(x1));
  line.setAttribute('y1', py(y1));
  line.setAttribute('x2', px(x2));
  line.setAttribute('y2', py(y2));
}

const svg = add(document.body, 'svg', {width: innerWidth, height: innerHeight, style: `display:block;background:${color.paper};font:14px sans-serif`});
place(add(svg, 'line', {stroke: color.axis, 'stroke-width': width.axis}), [[view.left, 0], [view.right, 0]]);
place(add(svg, 'line', {stroke: color.axis, 'stroke-width': width.axis}), [[0, view.bottom], [0, view.top]]);
for (const t of scene.ticks) add(svg, 'text', {x: px(t), y: py(0) + 20, fill: color.label, 'text-anchor': 'middle'}, t);
const lines = scene.slopes(0).map(() => add(svg, 'line', {}));
const corner = [[view.left, 0], [0, 0], [view.right, view.right]];
add(svg, 'polyline', {points: corner.map(([x, y]) => `${px(x)},${py(y)}`).join(' '), fill: 'none', stroke: color.ink, 'stroke-width': width.ramp});
const words = add(svg, 'text', {x: 32, y: 48, fill: color.ink, 'font-size': 20});
const point = add(svg, 'circle', {r: scene.radius, fill: color.ink, style: 'touch-action:none;cursor:grab'});

function show(x) {
  const slopes = scene.slopes(x);
  for (const [i, line] of lines.entries()) {
    line.setAttribute('visibility', i < slopes.length ? 'visible' : 'hidden');
    if (i >= slopes.length) continue;
    place(line, scene.ends(x, slopes[i]));
    line.setAttribute('stroke', x === 0 ? color.fan : color.line);
    line.setAttribute('stroke-width', x === 0 ? width.fan : width.line);
  }
  point.setAttribute('cx', px(x));
  point.setAttribute('cy', py(scene.ramp(x)));
  words.textContent = scene.words(x);
  scene.moved(x);
}

point.addEventListener('pointerdown', e => point.setPointerCapture(e.pointerId));
point.addEventListener('pointermove', e => {
  if (point.hasPointerCapture(e.pointerId)) show(scene.snap(e.clientX / unit + view.left, unit));
});

show(scene.start);
scene.interactive();
