import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Color, DecodedVideo, distance } from './renders.js';
import type { Studio } from './studio.js';

const SIDE = 32;

/** A row of squares, each in one color. */
export class Patches {
  constructor(readonly colors: readonly Color[]) {}

  get width(): number {
    return this.colors.length * SIDE;
  }

  /**
   * Writes the squares to the folder of the studio. Returns the options with which ffmpeg reads
   * them.
   */
  async input(studio: Studio, name: string): Promise<string[]> {
    const rows = Buffer.alloc(this.width * SIDE * 3);
    for (let pixel = 0; pixel < this.width * SIDE; pixel++) {
      const color = this.colors[Math.floor((pixel % this.width) / SIDE)]!;
      color.forEach((value, channel) => (rows[pixel * 3 + channel] = value));
    }
    const path = join(studio.dir, `${name}.rgb`);
    await writeFile(path, rows);
    const size = `${this.width}x${SIDE}`;
    return ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', size, '-i', path];
  }

  /** The color of each patch in a video that shows them in its whole frame, from a frame on. */
  async colorsIn(studio: Studio, element: object, frame = 2): Promise<Color[]> {
    const scene = { duration: 0.4, elements: [{ type: 'image', ...element }] };
    const { video } = await studio.render({
      width: this.width,
      height: SIDE,
      fps: 10,
      quality: 'high',
      scenes: [scene],
    });
    const format = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p'];
    const decoded = new DecodedVideo(await studio.decode(video, format), this.width, SIDE);
    return this.colors.map((_, index) => decoded.at(frame, index * SIDE + SIDE / 2, SIDE / 2));
  }
}

/**
 * The patches whose color differs from the expected one by more than a number of levels. Correct
 * colors return none.
 */
export function colorMismatches(
  actual: readonly Color[],
  expected: readonly Color[],
  levels = 3,
): { readonly expected: Color; readonly actual: readonly number[] }[] {
  return expected.flatMap((color, index) =>
    distance(actual[index]!, color) > levels
      ? { expected: color, actual: actual[index]!.map(Math.round) }
      : [],
  );
}
