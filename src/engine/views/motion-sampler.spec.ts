import type { MotionPath } from '../../core/render/segment/motion-path.js';
import type { SampledPicture } from '../../core/render/segment/motion-stream.js';
import { invert, mapPoint } from '../../core/motion/matrix.js';
import { type Channel, type PoseProperty, poseAt, poseMatrix } from '../../core/motion/pose.js';
import { MotionSampler, planeBytesOf } from './motion-sampler.js';
import { SamplerMemory } from './sampler-memory.js';

const SIZE = 64;
const AREA = 96;

/** A smooth picture: each sample is a function of its center. */
const luma = (x: number, y: number) => 120 + 60 * Math.sin(x / 5) * Math.cos(y / 7);
const chroma = (x: number, y: number) => 128 + 50 * Math.sin((x + y) / 11);

const PICTURE: SampledPicture = { width: SIZE, height: SIZE, halfChroma: false, alpha: true };

function planesOf(picture: SampledPicture, alpha: (x: number, y: number) => number): Uint8Array {
  const planes = new Uint8Array(planeBytesOf(picture));
  const { width, height, halfChroma } = picture;
  let at = 0;
  const write = (divisor: number, value: (x: number, y: number) => number) => {
    for (let y = 0; y < height / divisor; y++) {
      for (let x = 0; x < width / divisor; x++) {
        planes[at++] = Math.round(value((x + 0.5) * divisor, (y + 0.5) * divisor));
      }
    }
  };
  write(1, luma);
  write(halfChroma ? 2 : 1, chroma);
  write(halfChroma ? 2 : 1, () => 90);
  if (picture.alpha) write(1, alpha);
  return planes;
}

function pathOf(values: Partial<Record<PoseProperty, number>>, more: Partial<MotionPath> = {}) {
  const channels: Channel[] = Object.entries(values).map(([property, value]) => ({
    property: property as PoseProperty,
    track: [{ time: 0, value, easing: 'linear' }],
  }));
  const view = { x: 0, y: 0, width: SIZE, height: SIZE };
  const rest = { x: 16, y: 16, width: SIZE, height: SIZE };
  const path: MotionPath = {
    area: { x: 0, y: 0, width: AREA, height: AREA },
    rest,
    anchor: { x: 48, y: 48 },
    channels,
    view: { from: view, to: view, count: 1 },
    clips: true,
    repeatsEdge: true,
    plays: false,
    radius: 0,
    frames: [[0, 10]],
    fps: { num: 30, den: 1 },
    ...more,
  };
  return path;
}

function draw(
  path: MotionPath,
  picture = PICTURE,
  alpha: (x: number, y: number) => number = () => 255,
) {
  const memory = new SamplerMemory();
  const sampler = new MotionSampler(memory);
  const motion = sampler.place(picture, path);
  const { width, height } = path.area;
  const target = memory.allocate(2.5 * width * height);
  sampler.prepare(width, picture.width);
  new Uint8Array(memory.buffer, motion.planes, motion.planeBytes).set(planesOf(picture, alpha));
  sampler.unpack(motion);
  sampler.draw(motion, 0, target);
  const made = new Uint8Array(memory.buffer, target, 2.5 * width * height).slice();
  const pixels = width * height;
  return {
    y: made.subarray(0, pixels),
    u: made.subarray(pixels, 1.25 * pixels),
    v: made.subarray(1.25 * pixels, 1.5 * pixels),
    a: made.subarray(1.5 * pixels),
  };
}

/** Where the center of a target pixel lies in the picture. */
function sourceOf(path: MotionPath, x: number, y: number) {
  const inverse = invert(poseMatrix(poseAt(path.channels, 0), path.anchor))!;
  const [u, v] = mapPoint(inverse, path.area.x + x + 0.5, path.area.y + y + 0.5);
  return [u - path.rest.x, v - path.rest.y] as const;
}

describe('the motion sampler', () => {
  it('copies a picture at rest', () => {
    const made = draw(pathOf({}));
    const planes = planesOf(PICTURE, () => 255);
    let wrong = 0;
    for (let y = 0; y < AREA; y++) {
      for (let x = 0; x < AREA; x++) {
        const inside = x >= 16 && x < 80 && y >= 16 && y < 80;
        const at = y * AREA + x;
        if (made.a[at] !== (inside ? 255 : 0)) wrong++;
        if (inside && made.y[at] !== planes[(y - 16) * SIZE + x - 16]) wrong++;
      }
    }
    expect(wrong).toBe(0);
    expect(made.v[24 * 48 + 24]).toBe(90);
  });

  it.each<[string, Partial<Record<PoseProperty, number>>, number]>([
    ['between pixels', { x: 3.37, y: -2.81 }, 1.2],
    ['turned', { rotation: 33 }, 1.2],
    ['upside down', { rotation: 180 }, 1.2],
    ['mirrored', { 'scale-x': -1 }, 1.2],
    ['skewed', { 'skew-x': 20 }, 1.2],
    ['enlarged', { 'scale-x': 1.4, 'scale-y': 1.4 }, 1.2],
    ['reduced', { 'scale-x': 0.8, 'scale-y': 0.8 }, 3],
    ['reduced to a third', { 'scale-x': 0.33, 'scale-y': 0.33 }, 8],
    ['squeezed', { 'scale-x': 0.25 }, 10],
    ['all of it', { 'scale-x': 0.9, 'scale-y': 1.2, rotation: -70, x: 1.5, 'skew-y': 5 }, 2],
  ])('shows a picture %s', (_, values, tolerance) => {
    const path = pathOf(values);
    const made = draw(path);
    let [inside, area, holes, off] = [0, 0, 0, 0];
    for (let y = 0; y < AREA; y++) {
      for (let x = 0; x < AREA; x++) {
        const [u, v] = sourceOf(path, x, y);
        area += made.a[y * AREA + x]! / 255;
        if (u < 3 || v < 3 || u > SIZE - 3 || v > SIZE - 3) continue;
        inside++;
        if (made.a[y * AREA + x] !== 255) holes++;
        off = Math.max(off, Math.abs(made.y[y * AREA + x]! - luma(u, v)));
        if (x % 2 === 0 && y % 2 === 0) {
          const [cu, cv] = sourceOf(path, x + 0.5, y + 0.5);
          const at = (y / 2) * (AREA / 2) + x / 2;
          off = Math.max(off, Math.abs(made.u[at]! - chroma(cu, cv)) - 1);
        }
      }
    }
    expect(inside).toBeGreaterThan(100);
    expect(holes).toBe(0);
    expect(off).toBeLessThan(tolerance);
    // The edges cover exactly as much as they should.
    const { 'scale-x': sx = 1, 'scale-y': sy = 1, 'skew-x': kx = 0, 'skew-y': ky = 0 } = values;
    const tan = (degrees: number) => Math.tan((degrees * Math.PI) / 180);
    const expected = SIZE ** 2 * Math.abs(sx * sy) * (1 - tan(kx) * tan(ky));
    if (expected < AREA ** 2 / 2) expect(Math.abs(area - expected)).toBeLessThan(expected * 0.004);
  });

  it('crops at fractions of a pixel', () => {
    const made = draw(pathOf({ 'crop-left': 10.25 / SIZE, 'crop-bottom': 0.5 }));
    const row = made.a.subarray(20 * AREA, 21 * AREA);
    expect([...row.subarray(25, 28)]).toEqual([0, 191, 255]);
    expect(made.a[47 * AREA + 40]).toBe(255);
    expect(made.a[48 * AREA + 40]).toBe(0);
  });

  it('moves a picture out of its box, with nothing behind it', () => {
    const made = draw(pathOf({ 'view-y': 0.5 }, { repeatsEdge: false }));
    const column = Array.from({ length: AREA }, (_, y) => made.a[y * AREA + 40]);
    expect(column.slice(16, 48).every((alpha) => alpha === 0)).toBe(true);
    expect(column.slice(48, 80).every((alpha) => alpha === 255)).toBe(true);
    expect(Math.abs(made.y[50 * AREA + 40]! - luma(24.5, 2.5))).toBeLessThan(1.2);
  });

  it('opens a circle', () => {
    const radius = 20.5;
    const made = draw(pathOf({ circle: radius / Math.hypot(32, 32) }));
    const area = made.a.reduce((sum, alpha) => sum + alpha / 255, 0);
    expect(Math.abs(area - Math.PI * radius ** 2)).toBeLessThan(2);
  });

  it('rounds corners of the box', () => {
    const made = draw(pathOf({}, { radius: 20 }));
    const area = made.a.reduce((sum, alpha) => sum + alpha / 255, 0);
    expect(Math.abs(area - (SIZE ** 2 - (4 - Math.PI) * 400))).toBeLessThan(4);
  });

  it('blurs by a standard deviation', () => {
    const variance = (blur: number, edge: number) => {
      const step = draw(pathOf({ blur }, { clips: false, repeatsEdge: false }), PICTURE, (x) =>
        x < edge ? 0 : 255,
      );
      const row = step.a.subarray(48 * AREA, 49 * AREA);
      // The derivative of a blurred edge is the kernel.
      let [weight, square] = [0, 0];
      for (let x = Math.floor(14 + edge - 3.5 * blur); x < 18 + edge + 3.5 * blur; x++) {
        const share = (row[x]! - row[x - 1]!) / 255;
        weight += share;
        square += share * (x - 16 - edge) ** 2;
      }
      expect(weight).toBeGreaterThan(0.95);
      return square / weight;
    };
    // The levels are coarse, so where the edge lies matters a little.
    const edges = [28, 29, 30, 31, 32, 33, 34, 35];
    for (const blur of [0.5, 1, 1.5, 2, 3]) {
      const all = edges.map((edge) => Math.sqrt(variance(blur, edge)));
      const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
      expect(Math.abs(mean - blur)).toBeLessThan(0.1 * blur);
      expect(Math.max(...all) - Math.min(...all)).toBeLessThan(0.5 * blur);
    }
  });

  it('fades by the opacity, and shows nothing at 0', () => {
    expect(draw(pathOf({ opacity: 0.5 })).a[48 * AREA + 48]).toBe(128);
    expect(Math.max(...draw(pathOf({ opacity: 0 })).a)).toBe(0);
  });

  it('does not let colors bleed out of transparent pixels', () => {
    const made = draw(pathOf({ x: 0.5, y: 0.3 }), PICTURE, (x, y) =>
      (x - 32) ** 2 + (y - 32) ** 2 < 400 ? 255 : 0,
    );
    made.a.forEach((alpha, at) => {
      if (alpha < 16) return;
      const [u, v] = sourceOf(pathOf({ x: 0.5, y: 0.3 }), at % AREA, Math.floor(at / AREA));
      expect(Math.abs(made.y[at]! - luma(u, v))).toBeLessThan(12);
    });
  });

  it('keeps the samples of 4:2:0 at rest', () => {
    const half: SampledPicture = { ...PICTURE, halfChroma: true, alpha: false };
    const made = draw(pathOf({ x: 2, y: 4 }), half);
    const planes = planesOf(half, () => 255);
    for (let y = 0; y < SIZE / 2; y++) {
      for (let x = 0; x < SIZE / 2; x++) {
        const at = (y + 10) * (AREA / 2) + x + 9;
        expect(made.u[at]).toBe(planes[SIZE ** 2 + y * (SIZE / 2) + x]);
      }
    }
  });
});
