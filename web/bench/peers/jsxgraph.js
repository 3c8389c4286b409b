// JSXGraph: a board whose elements depend on a point.
import JXG from 'jsxgraph';
import * as scene from './scene.js';

const {view, color, width} = scene;
const unit = innerWidth / (view.right - view.left);
const home = document.body.appendChild(document.createElement('div'));
home.id = 'board';
home.style.cssText = `position:relative;overflow:hidden;width:100vw;height:100vh;border:0;border-radius:0;background:${color.paper}`;

const board = JXG.JSXGraph.initBoard('board', {
  boundingbox: [view.left, view.top, view.right, view.bottom],
  axis: true, grid: false, showCopyright: false, showNavigation: false, pan: {enabled: false}, zoom: {enabled: false},
  defaultAxes: {x: {strokeColor: color.axis, ticks: {majorHeight: 8}}, y: {strokeColor: color.axis, ticks: {visible: false}}},
});
board.create('functiongraph', [scene.ramp, view.left, view.right], {strokeColor: color.ink, strokeWidth: width.ramp, highlight: false, layer: 7});
const point = board.create('point', [scene.start, scene.start], {name: '', size: scene.radius, face: 'o', color: color.ink});
const x = () => point.X();
for (const i of scene.slopes(0).keys()) {
  const slope = () => scene.slopes(x())[i] ?? 0;
  const end = to => () => [to, scene.ramp(x()) + slope() * (to - x())];
  board.create('line', [end(view.left), end(view.right)], {
    straightFirst: false, straightLast: false, fixed: true, highlight: false, layer: 5,
    point1: {visible: false}, point2: {visible: false},
    visible: () => i < scene.slopes(x()).length,
    strokeColor: () => x() === 0 ? color.fan : color.line,
    strokeWidth: () => x() === 0 ? width.fan : width.line,
  });
}
board.create('text', [-3.8, 3.2, () => scene.words(x())], {fontSize: 20, strokeColor: color.ink, fixed: true, highlight: false});
point.on('drag', () => { // a glider would follow the pointer's nearest place on the ramp, not its x
  const to = scene.snap(x(), unit);
  point.setPosition(JXG.COORDS_BY_USER, [to, scene.ramp(to)]);
  board.update();
  scene.moved(to);
});

scene.moved(x());
scene.interactive();
