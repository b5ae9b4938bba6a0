import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { viewportAt } from '../../core/render/segment/viewport.js';
import type { Motion } from '../../core/render/segment/types.js';
import { crossFadeShare, type View, type ViewStream } from '../../core/render/segment/views.js';
import { GROUP_BYTES, GROUP_SAMPLES, ROW_BYTES, writeColumns, writeRows } from './tap-tables.js';
import { alignUp } from '../../core/util/align.js';
import type { MotionStream } from '../../core/render/segment/motion-stream.js';
import { type LoadedMotion, MotionSampler } from './motion-sampler.js';
import { SamplerMemory } from './sampler-memory.js';

/** Part of the cache key of segments. Changes whenever the same view produces different samples. */
export const SAMPLER_VERSION = 2;

/** A stream and the files of its pictures, each of which contains the planes in order. */
export interface PreparedViews {
  readonly kind: 'views';
  readonly stream: ViewStream;
  readonly paths: readonly string[];
}

/** A stream of a moving layer, and the file of the planes of its picture, which is null if each frame has its own. */
export interface PreparedMotion {
  readonly kind: 'motion';
  readonly stream: MotionStream;
  readonly path: string | null;
}

export type PreparedStream = PreparedViews | PreparedMotion;

/** Number of frames of a stream that may be in use at once. */
export const SLOTS = 3;

const ONE = 32_767;

interface Kernels {
  resamplePlane(
    source: number,
    sourceStride: number,
    columns: number,
    groups: number,
    wide: number,
    rows: number,
    rowCount: number,
    target: number,
    targetStride: number,
    lines: number,
    share: number,
  ): void;
  shift(samples: number, bytes: number): void;
  mix(target: number, other: number, bytes: number, share: number): void;
}

interface Plane {
  readonly offset: number;
  readonly width: number;
  readonly height: number;
  /** 2 for a chroma plane, which has half the width and height of the picture. */
  readonly divisor: 1 | 2;
}

interface LoadedView {
  readonly view: View;
  readonly planes: readonly Plane[];
  /** Address of the frame of a view that does not move, or null for a moving view. */
  readonly fixedFrame: number | null;
  isRendered: boolean;
}

interface LoadedViews {
  readonly kind: 'views';
  readonly stream: ViewStream;
  readonly views: readonly LoadedView[];
  readonly planes: readonly Plane[];
  readonly frameBytes: number;
  readonly slots: readonly number[];
}

interface LoadedMotionStream {
  readonly kind: 'motion';
  readonly motion: LoadedMotion;
  readonly plays: boolean;
  readonly frameBytes: number;
  readonly slots: readonly number[];
}

/** A place in the memory of the sampler. */
export interface PlanesAt {
  readonly offset: number;
  readonly bytes: number;
}

/** Where a resampled view goes, and the share with which it is mixed in. */
interface ResampleTarget {
  readonly planes: readonly Plane[];
  readonly target: number;
  readonly share: number;
}

let compiled: WebAssembly.Module | null = null;

function kernelsOn(memory: WebAssembly.Memory): Kernels {
  compiled ??= new WebAssembly.Module(readFileSync(new URL('./resample.wasm', import.meta.url)));
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Kernels;
}

/**
 * Renders the frames of moving views. Each frame is resampled from its picture at fractions of a pixel, and
 * depends only on the stream and the picture.
 */
export class ViewSampler {
  private readonly memory = new SamplerMemory();
  private readonly kernels = kernelsOn(this.memory.wasm);
  private readonly motions = new MotionSampler(this.memory);
  private streams: (LoadedViews | LoadedMotionStream)[] = [];
  private tables = { columns: 0, rows: 0, lines: 0 };

  /** Reads the pictures of streams, which replace those before. */
  load(prepared: readonly PreparedStream[]): void {
    this.memory.clear();
    this.streams = prepared.map((one) =>
      one.kind === 'motion' ? this.placeMotion(one) : this.place(one),
    );
    const views = prepared.filter((one) => one.kind === 'views');
    const most = (of: (stream: ViewStream) => number) =>
      Math.max(0, ...views.map(({ stream }) => of(stream)));
    const groups = groupsOf(most(({ width }) => width));
    this.tables = {
      columns: this.memory.allocate(groups * GROUP_BYTES),
      rows: this.memory.allocate(most(({ height }) => height) * ROW_BYTES),
      lines: this.memory.allocate(8 * groups * 16),
    };
    const widths = prepared.map((one) => (one.kind === 'motion' ? one.stream.path.area.width : 0));
    const columns = prepared.map((one) => (one.kind === 'motion' ? one.stream.picture.width : 0));
    this.motions.prepare(Math.max(0, ...widths), Math.max(0, ...columns));
  }

  /** The memory that contains the frames of {@link frame}. */
  get buffer(): ArrayBufferLike {
    return this.memory.buffer;
  }

  /** Where the planes of the next picture of each stream are written. Null for one that has its pictures. */
  get inputs(): (PlanesAt | null)[] {
    return this.streams.map((one) =>
      one.kind === 'motion' && one.plays
        ? { offset: one.motion.planes, bytes: one.motion.planeBytes }
        : null,
    );
  }

  /**
   * Renders frame `n` of a stream, with its planes in order. It remains until the same slot is used again.
   *
   * @returns its position in {@link buffer}
   */
  frame(index: number, n: number): { offset: number; bytes: number } {
    const loaded = this.streams[index]!;
    if (loaded.kind === 'motion') return this.motionFrame(loaded, n);
    const { stream, views, slots, frameBytes, planes } = loaded;
    const target = slots[n % SLOTS]!;
    for (const [at, placed] of views.entries()) {
      const share = at === 0 ? ONE : Math.round(crossFadeShare(stream, n) * ONE);
      if (placed.fixedFrame === null) {
        this.resample(placed, viewportAt(placed.view.motion, n), { planes, target, share });
      } else {
        if (!placed.isRendered) {
          const { from } = placed.view.motion;
          this.resample(placed, from, { planes, target: placed.fixedFrame, share: ONE });
        }
        placed.isRendered = true;
        this.kernels.mix(target, placed.fixedFrame, frameBytes, share);
      }
    }
    return { offset: target, bytes: frameBytes };
  }

  private motionFrame(
    { motion, plays, slots, frameBytes }: LoadedMotionStream,
    n: number,
  ): { offset: number; bytes: number } {
    const offset = slots[n % SLOTS]!;
    if (plays) this.motions.unpack(motion);
    this.motions.draw(motion, n, offset);
    return { offset, bytes: frameBytes };
  }

  private placeMotion({ stream, path }: PreparedMotion): LoadedMotionStream {
    const { picture, plays } = stream;
    const { width, height } = stream.path.area;
    const motion = this.motions.place(picture, stream.path);
    const frameBytes = 2.5 * width * height;
    if (path !== null) {
      readInto(path, new Uint8Array(this.memory.buffer, motion.planes, motion.planeBytes));
      this.motions.unpack(motion);
    }
    const slots = Array.from({ length: SLOTS }, () => this.memory.allocate(frameBytes));
    return { kind: 'motion', motion, plays, frameBytes, slots };
  }

  private resample(
    { planes: sources }: LoadedView,
    viewport: Motion['from'],
    { planes, target, share }: ResampleTarget,
  ): void {
    const { columns, rows, lines } = this.tables;
    let written: 0 | 1 | 2 = 0;
    let wide = false;
    for (const [index, plane] of planes.entries()) {
      const source = sources[index]!;
      const { divisor, width, height, offset } = plane;
      if (written !== divisor) {
        const buffer = this.memory.buffer;
        wide = writeColumns(buffer, columns, groupsOf(width), {
          start: viewport.x / divisor,
          step: viewport.width / divisor / width,
          count: width,
          size: source.width,
        });
        writeRows(buffer, rows, {
          start: viewport.y / divisor,
          step: viewport.height / divisor / height,
          count: height,
          size: source.height,
        });
        written = divisor;
      }
      this.kernels.resamplePlane(
        ...([source.offset, source.width, columns, groupsOf(width), wide ? 1 : 0] as const),
        ...([rows, height, target + offset, width, lines, share] as const),
      );
    }
  }

  private place({ stream, paths }: PreparedViews): LoadedViews {
    const planes = planesOf(stream.width, stream.height, stream.alpha);
    const frameBytes = bytesOf(planes);
    const views = stream.views.map((view, index): LoadedView => {
      const { region, alpha } = view.picture;
      const sources = planesOf(region.width, region.height, alpha);
      const offset = this.read(paths[index]!, bytesOf(sources));
      return {
        view,
        planes: sources.map((plane) => ({ ...plane, offset: plane.offset + offset })),
        fixedFrame: isFixed(view.motion) ? this.memory.allocate(frameBytes) : null,
        isRendered: false,
      };
    });
    const slots = Array.from({ length: SLOTS }, () => this.memory.allocate(frameBytes));
    return { kind: 'views', stream, views, planes, frameBytes, slots };
  }

  private read(path: string, bytes: number): number {
    const offset = this.memory.allocate(bytes);
    readInto(path, new Uint8Array(this.memory.buffer, offset, bytes));
    this.kernels.shift(offset, bytes);
    return offset;
  }
}

/** Reads the planes of a picture. */
function readInto(path: string, into: Uint8Array): void {
  const file = openSync(path, 'r');
  try {
    if (readSync(file, into) !== into.length)
      throw new Error('the planes of a picture are incomplete');
  } finally {
    closeSync(file);
  }
}

/** Number of groups in a row. It is even, because the kernels write two at a time. */
function groupsOf(width: number): number {
  return alignUp(width / GROUP_SAMPLES, 2);
}

function planesOf(width: number, height: number, alpha: boolean): Plane[] {
  const full = { width, height, divisor: 1 } as const;
  const half = { width: width / 2, height: height / 2, divisor: 2 } as const;
  let offset = 0;
  return [full, half, half, ...(alpha ? [full] : [])].map((plane) => {
    const placed = { ...plane, offset };
    offset += plane.width * plane.height;
    return placed;
  });
}

function bytesOf(planes: readonly Plane[]): number {
  return planes.reduce((sum, { width, height }) => sum + width * height, 0);
}

function isFixed({ from, to, count }: Motion): boolean {
  const same = from.x === to.x && from.y === to.y;
  return count <= 1 || (same && from.width === to.width && from.height === to.height);
}
