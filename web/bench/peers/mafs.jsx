// Mafs: the scene as React components; the point is Mafs' own.
import {useEffect} from 'react';
import {createRoot} from 'react-dom/client';
import {Coordinates, Line, Mafs, Plot, Text, useMovablePoint} from 'mafs';
import 'mafs/core.css';
import './mafs.css';
import * as scene from './scene.js';

const {view, color, width} = scene;
const unit = innerWidth / (view.right - view.left);

function Scene() {
  const point = useMovablePoint([scene.start, scene.start], {
    color: color.ink,
    constrain: ([x]) => [scene.snap(x, unit), scene.ramp(scene.snap(x, unit))],
  });
  useEffect(scene.interactive, []);
  useEffect(() => scene.moved(point.x));
  const corner = point.x === 0;
  return (
    <Mafs width={innerWidth} height={innerHeight} pan={false} preserveAspectRatio={false}
      viewBox={{x: [view.left, view.right], y: [view.bottom, view.top], padding: 0}}>
      <Coordinates.Cartesian xAxis={{lines: false, labels: n => n === 0 ? '' : n}} yAxis={{lines: false, labels: false}} />
      {scene.slopes(point.x).map(g => (
        <Line.PointSlope key={corner ? g : 'tangent'} point={[point.x, scene.ramp(point.x)]} slope={g}
          color={corner ? color.fan : color.line} weight={corner ? width.fan : width.line} />
      ))}
      <Plot.OfX y={scene.ramp} color={color.ink} weight={width.ramp} />
      <Text x={-3.8} y={3.2} attach="e" size={20} color={color.ink}>{scene.words(point.x)}</Text>
      {point.element}
    </Mafs>
  );
}

createRoot(document.body.appendChild(document.createElement('div'))).render(<Scene />);
