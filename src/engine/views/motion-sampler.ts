import { invert, multiply, stretchOf, translation } from '../../core/motion/matrix.js';
import {
  type MotionPath,
  type SampleClip,
  sampleStep,
  type SampleStep,
} from '../../core/render/segment/motion-path.js';
import type { SampledPicture } from '../../core/render/segment/motion-stream.js';
import { alignUp } from '../../core/util/align.js';
import { type AffineKernels, affineKernels } from './affine-kernels.js';
import { levelsFor, PHASE_BYTES, PHASES, type SampledLevel, writePhases } from './kernel-levels.js';
import type { SamplerMemory } from './sampler-memory.js';

/** Pixels around each level that repeat its edge, or are transparent. */
const BORDER = 4;
const PIXEL_BYTES = 4;
const SUM_BYTES = 16;
const SHAPE_FLOATS = 11;
/** Most samples for a pixel of the target, along the direction in which the picture is reduced most. */
const MOST_SAMPLES = 16;
/** A picture that is reduced in one direction only this much more than in the other gets one sample for each pixel. */
const NEARLY_EVEN = 1.15;

interface Level {
  /** Address of the first pixel inside of the border. */
  readonly first: number;
  readonly stride: number;
  readonly width: number;
  readonly height: number;
}

/** A picture in memory that a path moves. */
export interface LoadedMotion {
  readonly path: MotionPath;
  readonly picture: SampledPicture;
  /** Where the planes of the picture are written before {@link MotionSampler.unpack}. */
  readonly planes: number;
  readonly planeBytes: number;
  readonly levels: readonly Level[];
  /** The number of levels that show the picture of now. */
  made: number;
}

/** Bytes of the planes of a picture. */
export function planeBytesOf({ width, height, halfChroma, alpha }: SampledPicture): number {
  const chroma = halfChroma ? (width / 2) * (height / 2) : width * height;
  return width * height * (alpha ? 2 : 1) + 2 * chroma;
}

/** Draws pictures under affine maps, at fractions of a pixel, as planes of 4:2:0 with alpha. */
export class MotionSampler {
  private readonly kernels: AffineKernels;
  private work = { lines: 0, cover: 0, shape: 0, row: 0, phases: [0, 0] as [number, number] };
  private written: [number, number] = [-1, -1];

  constructor(private readonly memory: SamplerMemory) {
    this.kernels = affineKernels(memory.wasm);
  }

  /** Places a picture in memory. */
  place(picture: SampledPicture, path: MotionPath): LoadedMotion {
    const planeBytes = planeBytesOf(picture);
    const planes = this.memory.allocate(planeBytes);
    const levels: Level[] = [];
    for (let { width, height } = picture; ;) {
      // 16 pixels can be written beyond each row.
      const stride = alignUp(width + 2 * BORDER + 16, 4) * PIXEL_BYTES;
      const address = this.memory.allocate(stride * (height + 2 * BORDER));
      const first = address + BORDER * (stride + PIXEL_BYTES);
      levels.push({ first, stride, width, height });
      if (Math.max(width, height) <= 2) break;
      width = Math.ceil(width / 2);
      height = Math.ceil(height / 2);
    }
    return { path, picture, planes, planeBytes, levels, made: 0 };
  }

  /**
   * Makes room for the lines of frames up to a width, and for a row of pictures up to a number of columns. Call it after
   * {@link place}.
   */
  prepare(width: number, columns: number): void {
    this.work = {
      lines: this.memory.allocate((2 * width + 8) * SUM_BYTES),
      cover: this.memory.allocate((2 * width + 8) * 4),
      shape: this.memory.allocate(SHAPE_FLOATS * 4),
      row: this.memory.allocate((columns + 2 * BORDER + 4) * SUM_BYTES),
      phases: [
        this.memory.allocate(PHASES * PHASE_BYTES),
        this.memory.allocate(PHASES * PHASE_BYTES),
      ],
    };
    this.written = [-1, -1];
  }

  /** Takes the picture that was written to the planes. */
  unpack(motion: LoadedMotion): void {
    const { width, height, halfChroma, alpha } = motion.picture;
    const { first, stride } = motion.levels[0]!;
    this.kernels.unpack(
      ...([motion.planes, width, height, halfChroma ? 1 : 0, alpha ? 1 : 0] as const),
      ...([first, stride] as const),
    );
    this.finishLevel(motion, 0);
    motion.made = 1;
  }

  /**
   * Draws picture `n` of a path.
   *
   * @param target address of the planes Y, U, V, and alpha, of the size of the path's area
   */
  draw(motion: LoadedMotion, n: number, target: number): void {
    const { width, height } = motion.path.area;
    const step = sampleStep(motion.path, n);
    const inverse = step && invert(step.matrix);
    if (step === null || inverse === null) {
      this.clear(target, width * height);
      return;
    }
    const { x, y } = motion.path.area;
    // From the centers of target pixels to coordinates of the picture.
    const map = multiply(inverse, translation(x + 0.5, y + 0.5));
    const { longer, shorter, axis } = stretchOf(map);
    const least = Math.max(1, shorter);
    const isEven = longer / least < NEARLY_EVEN;
    const samples = isEven ? 1 : Math.min(MOST_SAMPLES, Math.ceil(longer / least));
    const levels = levelsFor(isEven ? longer : shorter, step.blur, motion.levels.length);
    for (const { level } of levels) this.makeLevel(motion, level);
    levels.forEach(({ smoothness }, index) => this.writePhases(index, smoothness));
    const shape = step.clip && this.writeShape(step, step.clip);
    const chroma = (width / 2) * (height / 2);
    const { lines, cover } = this.work;
    const buffer = this.memory.buffer;
    const { width: w, height: h } = motion.picture;
    const [du, dv] = [map[0], map[1]];
    for (let row = 0; row < height; row += 2) {
      new Uint8Array(buffer, lines, 2 * width * SUM_BYTES).fill(0);
      for (let line = 0; line < 2; line++) {
        const u = map[2] * (row + line) + map[4];
        const v = map[3] * (row + line) + map[5];
        const reach = 2 + 3 * step.blur + longer;
        const [from, to] = spanOf(u, v, du, dv, { width, w, h, reach });
        if (from < to) {
          for (let sample = 0; sample < samples; sample++) {
            const offset = (sample + 0.5) / samples - 0.5;
            this.addSamples(motion, levels, {
              ...{ line, from, to, du, dv, share: 1 / samples },
              ...{ u: u + offset * axis[0], v: v + offset * axis[1] },
            });
          }
        }
        if (shape !== null) {
          this.cover(step.clip!, { line, from, to, width, ...{ u, v, du, dv }, longer, shape });
        }
      }
      this.kernels.finishRows(
        ...([lines, width * SUM_BYTES, width, target + row * width] as const),
        target + width * height + (row / 2) * (width / 2),
        target + width * height + chroma + (row / 2) * (width / 2),
        target + width * height + 2 * chroma + row * width,
        ...([step.opacity, shape === null ? 0 : cover] as const),
      );
    }
  }

  /** Computes the cover of the pixels of a line near the edges. Others are covered. */
  private cover(
    clip: SampleClip,
    at: {
      readonly line: number;
      readonly from: number;
      readonly to: number;
      readonly width: number;
      readonly u: number;
      readonly v: number;
      readonly du: number;
      readonly dv: number;
      readonly longer: number;
      readonly shape: number;
    },
  ): void {
    const { u, v, du, dv, from, to, shape } = at;
    const address = this.work.cover + 4 * at.line * at.width;
    const inset = Math.max(clip.radius, 0) + at.longer;
    const inner = { width: at.width, w: clip.width, h: clip.height, reach: -inset };
    const [start, end] =
      clip.circle === null
        ? spanOf(u - clip.x, v - clip.y, du, dv, inner)
        : ([from, from] as const);
    const [first, last] = [Math.max(from, start), Math.min(to, end)];
    if (first >= last) {
      this.kernels.coverRow(address, from, to, u, v, du, dv, shape);
      return;
    }
    this.kernels.coverRow(address, from, first, u, v, du, dv, shape);
    new Float32Array(this.memory.buffer, address, at.width).fill(1, first, last);
    this.kernels.coverRow(address, last, to, u, v, du, dv, shape);
  }

  private addSamples(
    motion: LoadedMotion,
    levels: readonly SampledLevel[],
    at: {
      readonly line: number;
      readonly from: number;
      readonly to: number;
      readonly u: number;
      readonly v: number;
      readonly du: number;
      readonly dv: number;
      readonly share: number;
    },
  ): void {
    const address = this.work.lines + (at.line * motion.path.area.width + at.from) * SUM_BYTES;
    levels.forEach(({ level, share }, index) => {
      const { first, stride, width, height } = motion.levels[level]!;
      const size = 2 ** level;
      if (at.dv === 0) {
        this.kernels.addRow(
          ...([first, stride, width, height, this.work.phases[index]!, address] as const),
          ...([at.from, at.to, at.u / size - 0.5, at.v / size - 0.5] as const),
          ...([at.du / size, at.share * share, this.work.row] as const),
        );
        return;
      }
      this.kernels.addSamples(
        ...([first, stride, width, height, this.work.phases[index]!, address] as const),
        ...([at.from, at.to, at.u / size - 0.5, at.v / size - 0.5] as const),
        ...([at.du / size, at.dv / size, at.share * share] as const),
      );
    });
  }

  private clear(target: number, pixels: number): void {
    const planes = new Uint8Array(this.memory.buffer, target, 2.5 * pixels);
    planes
      .fill(16, 0, pixels)
      .fill(128, pixels, 1.5 * pixels)
      .fill(0, 1.5 * pixels);
  }

  private makeLevel(motion: LoadedMotion, level: number): void {
    for (; motion.made <= level; motion.made++) {
      const from = motion.levels[motion.made - 1]!;
      const to = motion.levels[motion.made]!;
      this.kernels.halve(from.first, from.stride, to.first, to.stride, to.width, to.height);
      this.finishLevel(motion, motion.made);
    }
  }

  private finishLevel({ levels, path }: LoadedMotion, level: number): void {
    const { first, stride, width, height } = levels[level]!;
    this.kernels.fillBorder(first, stride, width, height, path.repeatsEdge ? 1 : 0);
  }

  private writePhases(index: number, smoothness: number): void {
    if (this.written[index] === smoothness) return;
    writePhases(this.memory.buffer, this.work.phases[index]!, smoothness);
    this.written[index] = smoothness;
  }

  private writeShape({ matrix: [a, b, c, d] }: SampleStep, clip: SampleClip): number {
    const area = Math.abs(a * d - b * c);
    const { circle } = clip;
    // The distance of two lines in the target that are one pixel apart in the picture.
    const across = area / Math.hypot(c, d);
    const down = area / Math.hypot(a, b);
    new Float32Array(this.memory.buffer, this.work.shape, SHAPE_FLOATS).set([
      ...[clip.x + clip.width / 2, clip.y + clip.height / 2, clip.width / 2, clip.height / 2],
      ...[Math.min(clip.radius, clip.width / 2, clip.height / 2), across, down, Math.sqrt(area)],
      ...[circle?.x ?? 0, circle?.y ?? 0, circle?.radius ?? -1],
    ]);
    return this.work.shape;
  }
}

/** The pixels of a row whose samples may lie within the picture or near it. */
function spanOf(
  u: number,
  v: number,
  du: number,
  dv: number,
  { width, w, h, reach }: { width: number; w: number; h: number; reach: number },
): [from: number, to: number] {
  let [from, to] = [0, width];
  for (const [start, step, size] of [
    [u, du, w],
    [v, dv, h],
  ] as const) {
    const [least, most] = [-reach - start, size + reach - start];
    if (Math.abs(step) < 1e-12) {
      if (least > 0 || most < 0) return [0, 0];
      continue;
    }
    const [a, b] = step > 0 ? [least / step, most / step] : [most / step, least / step];
    from = Math.max(from, Math.ceil(a));
    to = Math.min(to, Math.floor(b) + 1);
  }
  return [from, Math.max(from, to)];
}
