// Canvas 2D by hand: all is drawn anew when the point moves.
import * as scene from './scene.js';

const canvas = document.body.appendChild(document.createElement('canvas'));
const c = canvas.getContext('2d');
const unit = innerWidth / (scene.view.right - scene.view.left);
const px = x => (x - scene.view.left) * unit, py = y => (scene.view.top - y) * unit;
let x = scene.start, held = false, asked = false;

canvas.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;touch-action:none';
canvas.width = innerWidth * devicePixelRatio;
canvas.height = innerHeight * devicePixelRatio;

function stroke(points, color, width) {
  c.beginPath();
  for (const [x, y] of points) c.lineTo(px(x), py(y));
  c.strokeStyle = color;
  c.lineWidth = width;
  c.stroke();
}

function draw() {
  asked = false;
  const {view, color, width} = scene;
  c.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  c.fillStyle = color.paper;
  c.fillRect(0, 0, innerWidth, innerHeight);
  stroke([[view.left, 0], [view.right, 0]], color.axis, width.axis);
  stroke([[0, view.bottom], [0, view.top]], color.axis, width.axis);
  c.fillStyle = color.label;
  c.font = '14px sans-serif';
  c.textAlign = 'center';
  for (const t of scene.ticks) c.fillText(String(t), px(t), py(0) + 20);
  for (const g of scene.slopes(x)) stroke(scene.ends(x, g), x === 0 ? color.fan : color.line, x === 0 ? width.fan : width.line);
  stroke([[view.left, 0], [0, 0], [view.right, view.right]], color.ink, width.ramp);
  c.beginPath();
  c.arc(px(x), py(scene.ramp(x)), scene.radius, 0, 2 * Math.PI);
  c.fillStyle = color.ink;
  c.fill();
  c.textAlign = 'left';
  c.font = '20px sans-serif';
  c.fillText(scene.words(x), 32, 48);
}

canvas.addEventListener('pointerdown', e => {
  held = Math.hypot(e.clientX - px(x), e.clientY - py(scene.ramp(x))) < 22;
  if (held) canvas.setPointerCapture(e.pointerId);
});
canvas.addEventListener('pointermove', e => {
  if (!held) return;
  x = scene.snap(e.clientX / unit + scene.view.left, unit);
  scene.moved(x);
  if (!asked) { asked = true; requestAnimationFrame(draw); }
});
canvas.addEventListener('pointerup', () => { held = false; });

draw();
scene.moved(x);
scene.interactive();
