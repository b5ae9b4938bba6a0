import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { viewportAt } from '../../core/render/segment/viewport.js';
import type { Motion } from '../../core/render/segment/types.js';
import {
  crossFadeShare,
  type View,
  type ViewPicture,
  type ViewStream,
} from '../../core/render/segment/views.js';
import { GROUP_BYTES, GROUP_SAMPLES, ROW_BYTES, writeColumns, writeRows } from './tap-tables.js';
import { alignUp } from '../../core/util/align.js';

/** Part of the cache key of segments. Changes whenever the same view produces different samples. */
export const SAMPLER_VERSION = 1;

/** A stream and the files of its pictures, each of which contains the planes in order. */
export interface PreparedStream {
  readonly stream: ViewStream;
  readonly paths: readonly string[];
}

/** Number of frames of a stream that may be in use at once. */
export const SLOTS = 3;

const PAGE_BYTES = 65_536;
/** The kernels read and write up to this many bytes beyond their arguments. */
const SLACK_BYTES = 64;
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

interface LoadedStream {
  readonly stream: ViewStream;
  readonly views: readonly LoadedView[];
  readonly planes: readonly Plane[];
  readonly frameBytes: number;
  readonly slots: readonly number[];
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
  private readonly memory = new WebAssembly.Memory({ initial: 1, maximum: 32_768, shared: true });
  private readonly kernels = kernelsOn(this.memory);
  private streams: LoadedStream[] = [];
  private end = 0;
  private tables = { columns: 0, rows: 0, lines: 0 };

  /** Reads the pictures of streams, which replace those before. */
  load(prepared: readonly PreparedStream[]): void {
    this.end = SLACK_BYTES;
    this.streams = prepared.map((one) => this.place(one));
    const most = (of: (stream: ViewStream) => number) =>
      Math.max(0, ...prepared.map(({ stream }) => of(stream)));
    const groups = groupsOf(most(({ width }) => width));
    this.tables = {
      columns: this.allocate(groups * GROUP_BYTES),
      rows: this.allocate(most(({ height }) => height) * ROW_BYTES),
      lines: this.allocate(8 * groups * 16),
    };
  }

  /** The memory that contains the frames of {@link frame}. */
  get buffer(): ArrayBufferLike {
    return this.memory.buffer;
  }

  /**
   * Renders frame `n` of a stream, with its planes in order. It remains until the same slot is used again.
   *
   * @returns its position in {@link buffer}
   */
  frame(index: number, n: number): { offset: number; bytes: number } {
    const { stream, views, slots, frameBytes, planes } = this.streams[index]!;
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

  private place({ stream, paths }: PreparedStream): LoadedStream {
    const planes = planesOf(stream.width, stream.height, stream.alpha);
    const frameBytes = bytesOf(planes);
    const views = stream.views.map((view, index): LoadedView => {
      const { region, alpha } = view.picture;
      const sources = planesOf(region.width, region.height, alpha);
      const offset = this.read(paths[index]!, bytesOf(sources), view.picture);
      return {
        view,
        planes: sources.map((plane) => ({ ...plane, offset: plane.offset + offset })),
        fixedFrame: isFixed(view.motion) ? this.allocate(frameBytes) : null,
        isRendered: false,
      };
    });
    const slots = Array.from({ length: SLOTS }, () => this.allocate(frameBytes));
    return { stream, views, planes, frameBytes, slots };
  }

  private read(path: string, bytes: number, { contentHash }: ViewPicture): number {
    const offset = this.allocate(bytes);
    const file = openSync(path, 'r');
    try {
      const into = new Uint8Array(this.memory.buffer, offset, bytes);
      if (readSync(file, into) !== bytes)
        throw new Error(`the planes of ${contentHash} are incomplete`);
    } finally {
      closeSync(file);
    }
    this.kernels.shift(offset, bytes);
    return offset;
  }

  private allocate(bytes: number): number {
    const offset = this.end;
    this.end = alignUp(offset + bytes + SLACK_BYTES, 16);
    const missing = this.end - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE_BYTES));
    return offset;
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
