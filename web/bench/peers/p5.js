// p5, from its own minified file as most pages have it: a sketch whose draw
// runs when the point has moved, so that it rests too.
/* global p5 */
import * as scene from './scene.js';

const {view, color, width} = scene;

new p5(sketch => {
  let x = scene.start, held = false, unit;
  const px = x => (x - view.left) * unit, py = y => (view.top - y) * unit;
  const line = ([[x1, y1], [x2, y2]], ink, weight) => {
    sketch.stroke(ink);
    sketch.strokeWeight(weight);
    sketch.line(px(x1), py(y1), px(x2), py(y2));
  };

  sketch.setup = () => {
    sketch.createCanvas(sketch.windowWidth, sketch.windowHeight);
    unit = sketch.width / (view.right - view.left);
    sketch.noLoop();
    scene.moved(x);
    scene.interactive();
  };

  sketch.draw = () => {
    sketch.background(color.paper);
    line([[view.left, 0], [view.right, 0]], color.axis, width.axis);
    line([[0, view.bottom], [0, view.top]], color.axis, width.axis);
    sketch.noStroke();
    sketch.fill(color.label);
    sketch.textSize(14);
    sketch.textAlign(sketch.CENTER);
    for (const t of scene.ticks) sketch.text(t, px(t), py(0) + 20);
    for (const g of scene.slopes(x)) line(scene.ends(x, g), x === 0 ? color.fan : color.line, x === 0 ? width.fan : width.line);
    line([[view.left, 0], [0, 0]], color.ink, width.ramp);
    line([[0, 0], [view.right, view.right]], color.ink, width.ramp);
    sketch.noStroke();
    sketch.fill(color.ink);
    sketch.circle(px(x), py(scene.ramp(x)), 2 * scene.radius);
    sketch.textSize(20);
    sketch.textAlign(sketch.LEFT);
    sketch.text(scene.words(x), 32, 48);
  };

  sketch.mousePressed = () => {
    held = sketch.dist(sketch.mouseX, sketch.mouseY, px(x), py(scene.ramp(x))) < 22;
  };
  sketch.mouseDragged = () => {
    if (!held) return;
    x = scene.snap(sketch.mouseX / unit + view.left, unit);
    scene.moved(x);
    sketch.redraw();
  };
  sketch.mouseReleased = () => { held = false; };
}, document.body);
