import type { MotionPath } from '../../src/core/render/segment/motion-path.js';
import type { Channel } from '../../src/core/motion/pose.js';
import { MotionSampler } from '../../src/engine/views/motion-sampler.js';
import { SamplerMemory } from '../../src/engine/views/sampler-memory.js';

const WIDTH = 1920;
const HEIGHT = 1080;
const FRAMES = 20;

const still = (property: Channel['property'], value: number): Channel => ({
  property,
  track: [{ time: 0, value, easing: 'linear' }],
});

const MOVEMENTS: Readonly<Record<string, readonly Channel[]>> = {
  'moved by fractions of a pixel': [still('x', 0.4), still('y', 0.3)],
  'reduced to 0.7': [still('scale-x', 0.7), still('scale-y', 0.7)],
  'turned by 5 degrees': [still('rotation', 5)],
  'blurred by 8 pixels': [still('blur', 8)],
};

/** CPU milliseconds of the sampler for a frame of 1920x1080 that a video fills, by movement. */
export function motionCosts(): (readonly [string, number])[] {
  return Object.entries(MOVEMENTS).map(([name, channels]) => [name, costOf(channels)] as const);
}

function costOf(channels: readonly Channel[]): number {
  const memory = new SamplerMemory();
  const sampler = new MotionSampler(memory);
  const whole = { x: 0, y: 0, width: WIDTH, height: HEIGHT };
  const clips = channels.every(({ property }) => property !== 'blur');
  const path: MotionPath = {
    area: whole,
    rest: whole,
    anchor: { x: WIDTH / 2, y: HEIGHT / 2 },
    channels,
    view: { from: whole, to: whole, count: 1 },
    plays: true,
    clips,
    repeatsEdge: clips,
    radius: 0,
    frames: [[0, FRAMES]],
    fps: { num: 30, den: 1 },
  };
  const size = { width: WIDTH, height: HEIGHT };
  const motion = sampler.place({ ...size, halfChroma: true, alpha: false }, path);
  const target = memory.allocate(2.5 * WIDTH * HEIGHT);
  sampler.prepare(WIDTH, WIDTH);
  const planes = new Uint8Array(memory.buffer, motion.planes, motion.planeBytes);
  planes.forEach((_, at) => (planes[at] = at % 251));
  const drawAll = () => {
    for (let n = 0; n < FRAMES; n++) {
      sampler.unpack(motion);
      sampler.draw(motion, n, target);
    }
  };
  drawAll();
  const start = process.cpuUsage();
  drawAll();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / FRAMES;
}
