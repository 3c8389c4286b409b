// D3: scales, axes, data joins and its drag behaviour, imported by the module
// as a bundler's user would.
import {axisBottom, drag, line, scaleLinear, select} from 'd3';
import * as scene from './scene.js';

const {view, color, width} = scene;
const x = scaleLinear([view.left, view.right], [0, innerWidth]);
const y = scaleLinear([view.bottom, view.top], [innerHeight, 0]);
const path = line(d => x(d[0]), d => y(d[1]));
const unit = x(1) - x(0);

const svg = select('body').append('svg')
  .attr('width', innerWidth).attr('height', innerHeight)
  .style('display', 'block').style('background', color.paper);
svg.append('g').attr('transform', `translate(0,${y(0)})`).attr('color', color.axis)
  .call(axisBottom(x).tickValues(scene.ticks).tickFormat(String));
svg.append('line').attr('x1', x(0)).attr('x2', x(0)).attr('y1', 0).attr('y2', innerHeight).attr('stroke', color.axis);
const lines = svg.append('g');
svg.append('path').attr('d', path([[view.left, 0], [0, 0], [view.right, view.right]]))
  .attr('fill', 'none').attr('stroke', color.ink).attr('stroke-width', width.ramp);
const words = svg.append('text').attr('x', 32).attr('y', 48).attr('fill', color.ink)
  .attr('font-family', 'sans-serif').attr('font-size', 20);
const point = svg.append('circle').datum({x: scene.start}).attr('r', scene.radius).attr('fill', color.ink).style('cursor', 'grab');

function show() {
  const p = point.datum();
  lines.selectAll('path').data(scene.slopes(p.x)).join('path')
    .attr('d', g => path(scene.ends(p.x, g)))
    .attr('stroke', p.x === 0 ? color.fan : color.line)
    .attr('stroke-width', p.x === 0 ? width.fan : width.line);
  point.attr('cx', x(p.x)).attr('cy', y(scene.ramp(p.x)));
  words.text(scene.words(p.x));
  scene.moved(p.x);
}

point.call(drag().subject(e => ({x: e.x, y: e.y})).on('drag', e => {
  point.datum().x = scene.snap(x.invert(e.x), unit);
  show();
}));
show();
scene.interactive();
