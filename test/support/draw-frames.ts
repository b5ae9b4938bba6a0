import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FrameRate } from '../../src/core/project/types/index.js';
import { rasterizerFont } from '../../src/engine/fonts/built-in-fonts.js';
import { linkFont } from '../../src/engine/render/segments/graph-files.js';

const run = promisify(execFile);
const bundled = (createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg') as { path: string })
  .path;

/** The bundled ffmpeg, and the ffmpeg of the machine if there is one. */
export function ffmpegBuilds(): [name: string, path: string][] {
  try {
    const system = execFileSync('bash', ['-c', 'command -v ffmpeg'], { encoding: 'utf8' }).trim();
    return [
      ['the bundled ffmpeg', bundled],
      ['the system ffmpeg', system],
    ];
  } catch {
    return [['the bundled ffmpeg', bundled]];
  }
}

export interface DrawnFrames {
  readonly width: number;
  readonly height: number;
  readonly fps: FrameRate;
  readonly count: number;
  /** `RRGGBB` */
  readonly background?: string;
}

/** One decoded RGB frame. */
export class Picture {
  constructor(
    readonly width: number,
    readonly height: number,
    readonly samples: Buffer,
  ) {}

  at(x: number, y: number): [red: number, green: number, blue: number] {
    const at = (Math.round(y) * this.width + Math.round(x)) * 3;
    return [this.samples[at]!, this.samples[at + 1]!, this.samples[at + 2]!];
  }

  /**
   * The bounds of the matching pixels, including `right` and `bottom`, or null if there are none.
   */
  find(is: (red: number, green: number, blue: number) => boolean) {
    let [left, right, top, bottom, count] = [this.width, -1, this.height, -1, 0];
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) {
        const at = (y * this.width + x) * 3;
        if (!is(this.samples[at]!, this.samples[at + 1]!, this.samples[at + 2]!)) continue;
        [left, right] = [Math.min(left, x), Math.max(right, x)];
        [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
        count++;
      }
    }
    return right < 0 ? null : { left, right, top, bottom, count, width: right - left + 1 };
  }

  /** The largest difference of any sample. */
  difference(other: Picture): number {
    let most = 0;
    for (let at = 0; at < this.samples.length; at++) {
      most = Math.max(most, Math.abs(this.samples[at]! - other.samples[at]!));
    }
    return most;
  }
}

/** Draws ASS documents on frames of one color, as on a machine without fonts. */
export class FrameDrawer {
  private constructor(
    private readonly ffmpeg: string,
    private readonly dir: string,
  ) {}

  static async make(ffmpeg: string): Promise<FrameDrawer> {
    const dir = await mkdtemp(join(tmpdir(), 'captions-'));
    await linkFont(rasterizerFont(), dir);
    return new FrameDrawer(ffmpeg, dir);
  }

  async draw(
    document: string,
    { width, height, fps, count, background = '000000' }: DrawnFrames,
    filter = 'ass',
  ): Promise<Picture[]> {
    await writeFile(join(this.dir, 'captions.ass'), document);
    const { stdout } = await run(
      this.ffmpeg,
      // prettier-ignore
      [
        '-nostdin', '-v', 'error', '-f', 'lavfi',
        '-i', `color=0x${background}:s=${width}x${height}:r=${fps.num}/${fps.den}`,
        '-vf', `format=rgb24,${filter}=captions.ass:fontsdir=fonts`,
        '-frames:v', String(count), '-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1',
      ],
      {
        cwd: this.dir,
        env: { FONTCONFIG_PATH: this.dir, FONTCONFIG_FILE: 'none' },
        encoding: 'buffer',
        maxBuffer: 2 ** 28,
      },
    );
    const size = width * height * 3;
    return Array.from(
      { length: count },
      (_, at) => new Picture(width, height, stdout.subarray(at * size, at * size + size)),
    );
  }

  async close(): Promise<void> {
    await rm(this.dir, { recursive: true });
  }
}
