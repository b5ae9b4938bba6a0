import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { PLAIN_TRAITS } from '../../core/media/picture-traits.js';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Viewport } from '../../core/render/segment/types.js';
import type { View, ViewStream } from '../../core/render/segment/views.js';
import { ViewSampler } from './view-sampler.js';

const SIZE = { width: 90, height: 64 };

/** Planes of waves that are fine enough to reveal a misplaced sample. */
function planes(width: number, height: number, phase: number, alpha = false): Buffer {
  const plane = (w: number, h: number, k: number) =>
    Array.from({ length: w * h }, (_, at) =>
      Math.round(
        128 +
          110 *
            Math.sin((at % w) * 0.4 * k + phase) *
            Math.cos(Math.floor(at / w) * 0.3 * k + phase),
      ),
    );
  const [w, h] = [width / 2, height / 2];
  return Buffer.from([
    ...plane(width, height, 1),
    ...plane(w, h, 1.5),
    ...plane(w, h, 2),
    ...(alpha ? plane(width, height, 0.7) : []),
  ]);
}

/** A plane seen through a viewport, computed with plain numbers. */
function seen(
  source: Uint8Array,
  size: { width: number; height: number },
  view: Viewport,
  target: { width: number; height: number },
): number[] {
  const across = (at: number) => tapsOf(view.x + ((at + 0.5) * view.width) / target.width - 0.5);
  const down = (at: number) => tapsOf(view.y + ((at + 0.5) * view.height) / target.height - 0.5);
  const smooth = (step: number) => Math.min(1, Math.max(0, (step - 1) / 0.6));
  const [bx, by] = [smooth(view.width / target.width), smooth(view.height / target.height)];
  const at = (x: number, y: number) =>
    source[
      Math.max(0, Math.min(size.height - 1, y)) * size.width +
        Math.max(0, Math.min(size.width - 1, x))
    ]!;
  return Array.from({ length: target.width * target.height }, (_, index) => {
    const [x, y] = [across(index % target.width), down(Math.floor(index / target.width))];
    let sum = 0;
    for (const row of y.taps) {
      for (const column of x.taps) {
        sum += at(column, row) * cubic(column - x.position, bx) * cubic(row - y.position, by);
      }
    }
    return Math.max(0, Math.min(255, sum));
  });
}

function tapsOf(position: number): { position: number; taps: number[] } {
  return { position, taps: [-1, 0, 1, 2].map((tap) => Math.floor(position) + tap) };
}

/** Between Catmull-Rom's kernel (0) and the cubic B-spline (1). */
function cubic(distance: number, smoothness: number): number {
  const x = Math.abs(distance);
  const sharp =
    x < 1 ? 1.5 * x ** 3 - 2.5 * x ** 2 + 1 : x < 2 ? -0.5 * x ** 3 + 2.5 * x ** 2 - 4 * x + 2 : 0;
  const spline = x < 1 ? x ** 3 / 2 - x ** 2 + 2 / 3 : x < 2 ? (2 - x) ** 3 / 6 : 0;
  return sharp * (1 - smoothness) + spline * smoothness;
}

describe('the sampler of moving views', () => {
  let dir: string;
  const sampler = new ViewSampler();
  let files = 0;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-views-'));
  });

  afterAll(async () => {
    await rm(dir, { recursive: true, force: true });
  });

  async function file(bytes: Buffer): Promise<string> {
    const path = join(dir, String(files++));
    await writeFile(path, bytes);
    return path;
  }

  function frame(index: number, n: number): Buffer {
    const { offset, bytes } = sampler.frame(index, n);
    return Buffer.from(Buffer.from(sampler.buffer as ArrayBuffer, offset, bytes));
  }

  function viewOf(from: Viewport, to: Viewport, size = SIZE, alpha = false): View {
    const region = { x: 0, y: 0, ...size };
    const picture = {
      contentHash: '',
      scaleWidth: 0,
      scaleHeight: 0,
      region,
      alpha,
      look: null,
      traits: PLAIN_TRAITS,
    };
    return { picture, motion: { from, to, offset: 0, count: 11 } };
  }

  it.each([
    ['unchanged', { x: 10, y: 8, width: 40, height: 30 }, { width: 40, height: 30 }],
    ['between samples', { x: 10.37, y: 8.81, width: 40, height: 30 }, { width: 40, height: 30 }],
    ['reduced', { x: 3.2, y: 2.1, width: 61.4, height: 46.05 }, { width: 40, height: 30 }],
    ['reduced to half', { x: 0.6, y: 1.3, width: 84, height: 60 }, { width: 42, height: 30 }],
    ['at the edges', { x: 0, y: 0, width: 90, height: 64 }, { width: 70, height: 50 }],
    ['enlarged', { x: 70, y: 50, width: 20, height: 14 }, { width: 66, height: 46 }],
  ])('samples a picture %s', async (_, viewport, target) => {
    const bytes = planes(SIZE.width, SIZE.height, 0.3, true);
    const view = viewOf(viewport, { ...viewport, x: viewport.x + 1 }, SIZE, true);
    const stream: ViewStream = { ...target, count: 11, alpha: true, views: [view] };
    sampler.load([{ kind: 'views', stream, paths: [await file(bytes)] }]);
    const made = frame(0, 0);
    let from = 0;
    let at = 0;
    for (const divisor of [1, 2, 2, 1]) {
      const source = { width: SIZE.width / divisor, height: SIZE.height / divisor };
      const into = { width: target.width / divisor, height: target.height / divisor };
      const part = {
        x: viewport.x / divisor,
        y: viewport.y / divisor,
        width: viewport.width / divisor,
        height: viewport.height / divisor,
      };
      const expected = seen(bytes.subarray(from), source, part, into);
      const off = expected.map((sample, index) => Math.abs(sample - made[at + index]!));
      expect(Math.max(...off)).toBeLessThan(1.1);
      from += source.width * source.height;
      at += into.width * into.height;
    }
    expect(at).toBe(made.length);
  });

  it('accepts pictures of a few samples', async () => {
    const size = { width: 2, height: 2 };
    const view = viewOf(
      { x: 0, y: 0, width: 2, height: 2 },
      { x: 0, y: 0, width: 1, height: 1 },
      size,
    );
    const stream: ViewStream = { width: 4, height: 4, count: 11, alpha: false, views: [view] };
    const bytes = Buffer.from([90, 90, 90, 90, 60, 70]);
    sampler.load([{ kind: 'views', stream, paths: [await file(bytes)] }]);
    expect([...frame(0, 4)]).toEqual([...Array(16).fill(90), 60, 60, 60, 60, 70, 70, 70, 70]);
  });

  it('rejects a truncated file', async () => {
    const view = viewOf({ x: 0, y: 0, width: 90, height: 64 }, { x: 0, y: 0, width: 9, height: 6 });
    const stream: ViewStream = { width: 4, height: 4, count: 11, alpha: false, views: [view] };
    const path = await file(Buffer.alloc(100));
    expect(() => sampler.load([{ kind: 'views', stream, paths: [path] }])).toThrow('incomplete');
  });

  it('mixes two views in proportion to the time, and keeps static areas', async () => {
    const still = { x: 0, y: 0, width: 80, height: 60 };
    const views: [View, View] = [
      viewOf(still, { ...still, x: 8 }),
      { ...viewOf(still, still), motion: { from: still, to: still, offset: 0, count: 1 } },
    ];
    const stream: ViewStream = { width: 80, height: 60, count: 10, alpha: false, views };
    const flat = (luma: number, u: number, v: number) =>
      Buffer.concat([
        Buffer.alloc(SIZE.width * SIZE.height, luma),
        Buffer.alloc((SIZE.width * SIZE.height) / 4, u),
        Buffer.alloc((SIZE.width * SIZE.height) / 4, v),
      ]);
    const paths = [await file(flat(16, 128, 240)), await file(flat(235, 64, 16))];
    sampler.load([{ kind: 'views', stream, paths }]);
    for (let n = 0; n < 10; n++) {
      const made = frame(0, n);
      const level = (from: number, to: number) => from + ((to - from) * n) / 10;
      expect(Math.abs(made[1000]! - level(16, 235))).toBeLessThanOrEqual(1);
      expect(Math.abs(made[4900]! - level(128, 64))).toBeLessThanOrEqual(1);
      expect(Math.abs(made.at(-1)! - level(240, 16))).toBeLessThanOrEqual(1);
    }
  });

  it('mixes moving views of any width as it mixes their frames', async () => {
    const one = viewOf(
      { x: 1, y: 2, width: 80, height: 56 },
      { x: 5, y: 2, width: 70, height: 49 },
    );
    const two = viewOf(
      { x: 9, y: 7, width: 60, height: 42 },
      { x: 1, y: 3, width: 80, height: 56 },
    );
    const paths = [
      await file(planes(SIZE.width, SIZE.height, 0.3)),
      await file(planes(SIZE.width, SIZE.height, 2)),
    ];
    const size = { width: 50, height: 36, count: 10, alpha: false };
    sampler.load([
      { kind: 'views', stream: { ...size, views: [one] }, paths: [paths[0]!] },
      { kind: 'views', stream: { ...size, views: [two] }, paths: [paths[1]!] },
      { kind: 'views', stream: { ...size, views: [one, two] }, paths },
    ]);
    for (const n of [0, 3, 9]) {
      const [from, to, both] = [frame(0, n), frame(1, n), frame(2, n)];
      const off = both.map((sample, at) =>
        Math.abs(sample - (from[at]! + ((to[at]! - from[at]!) * n) / 10)),
      );
      expect(Math.max(...off)).toBeLessThanOrEqual(1);
    }
  });
});
