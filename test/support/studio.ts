import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MAIN_FILE } from '../../src/core/job/output-file.js';
import { loadConfig } from '../../src/config/load-config.js';
import { liveProcessCount } from '../../src/engine/ffmpeg/run-process.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import type { Project } from '../../src/core/project/types/index.js';
import type { RenderContext, RenderReport } from '../../src/pipeline/types/render-context.js';
import { STATIC_FFMPEG } from './decode.js';
import { openRenderApp, type RenderApp } from './render-app.js';

const run = promisify(execFile);

export type Rgb = readonly [red: number, green: number, blue: number];

/** Decoded pictures of a video, all of one size. */
export class Pictures {
  constructor(
    private readonly bytes: Buffer,
    readonly width: number,
    readonly height: number,
  ) {}

  get count(): number {
    return this.bytes.length / (this.width * this.height * 3);
  }

  /** The mean color of a square of `2 * reach + 1` pixels around a point. */
  at(frame: number, x: number, y: number, reach = 2): Rgb {
    const sums = [0, 0, 0];
    let count = 0;
    for (let row = y - reach; row <= y + reach; row++) {
      for (let column = x - reach; column <= x + reach; column++) {
        const from = ((frame * this.height + row) * this.width + column) * 3;
        for (let channel = 0; channel < 3; channel++) sums[channel]! += this.bytes[from + channel]!;
        count++;
      }
    }
    return [sums[0]! / count, sums[1]! / count, sums[2]! / count];
  }
}

/** Decoded audio: stereo at 48 kHz. */
export interface Sound {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

/** Renders configs with the real engines, and decodes the results. */
export class Studio {
  private renders = 0;
  /** What files were made from, and their states afterwards, so that none is made twice. */
  private readonly made = new Map<string, string>();

  private constructor(
    /** Folder for test media. It is removed at the end. */
    readonly dir: string,
    readonly engines: RenderApp,
  ) {}

  static async open(name: string, env: Record<string, string> = {}): Promise<Studio> {
    const dir = await mkdtemp(join(tmpdir(), `videocraft-${name}-`));
    const config = loadConfig({ VIDEOCRAFT_DATA_DIR: dir, ...env });
    return new Studio(dir, await openRenderApp(config));
  }

  async close(): Promise<void> {
    await this.engines.close();
    const left = liveProcessCount();
    await rm(this.dir, { recursive: true, force: true });
    if (left > 0) throw new Error(`${left} processes were left running`);
  }

  get isBundled(): boolean {
    return this.engines.ffmpeg.tools.source === 'bundled';
  }

  /** Creates a file in the folder of the studio with ffmpeg, if it is not there unchanged. Returns its path. */
  async make(name: string, ...args: string[]): Promise<string> {
    const path = join(this.dir, name);
    const before = await stateOf([path, ...args]);
    if (before !== null && this.made.get(path) === before) return path;
    await run(this.engines.ffmpeg.tools.ffmpegPath, ['-v', 'error', '-y', ...args, path]);
    this.made.set(path, (await stateOf([path, ...args]))!);
    return path;
  }

  parse(input: object): Project {
    const parsed = parseConfig(input, this.engines.fonts, {
      subtitleDefaults: {},
      localSources: true,
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    return parsed.project;
  }

  /** Renders a config. The result contains the path of the video. */
  async render(
    input: object,
    {
      engines = this.engines,
      ...context
    }: Partial<RenderContext> & { readonly engines?: RenderApp } = {},
  ): Promise<RenderReport & { readonly video: string }> {
    const project = this.parse(input);
    const workDir = await mkdtemp(join(this.dir, 'attempt-'));
    try {
      const report = await engines.renderer.render(project, {
        signal: new AbortController().signal,
        workDir,
        outputDir: join(this.dir, `video-${++this.renders}`),
        localSources: true,
        onProgress: () => {},
        ...context,
      });
      return { ...report, video: join(report.outputDir, MAIN_FILE) };
    } finally {
      await rm(workDir, { recursive: true, force: true });
    }
  }

  async pictures(input: object): Promise<Pictures> {
    const { video, width, height } = await this.render(input);
    return new Pictures(
      await this.decode(video, ['-f', 'rawvideo', '-pix_fmt', 'rgb24']),
      width,
      height,
    );
  }

  async sound(input: object): Promise<Sound> {
    const { video } = await this.render(input);
    return this.soundOf(video);
  }

  async soundOf(path: string): Promise<Sound> {
    const bytes = await this.decode(path, ['-vn', '-f', 'f32le', '-ac', '2', '-ar', '48000']);
    const both = new Float32Array(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    );
    return {
      left: both.filter((_, index) => index % 2 === 0),
      right: both.filter((_, index) => index % 2 === 1),
    };
  }

  /** Decodes a file. Fails if the decoder reports anything. */
  async decode(path: string, format: readonly string[]): Promise<Buffer> {
    const strict = ['-v', 'error', '-xerror', '-err_detect', 'explode'];
    const { stdout } = await run(
      path.endsWith(`/${MAIN_FILE}`) ? STATIC_FFMPEG : this.engines.ffmpeg.tools.ffmpegPath,
      [...strict, '-i', path, ...format, '-'],
      { encoding: 'buffer', maxBuffer: 1 << 30 },
    );
    return stdout;
  }
}

/** The arguments of ffmpeg, with the states of the files that they name; null if the first file is missing. */
async function stateOf(args: readonly string[]): Promise<string | null> {
  const states = await Promise.all(
    args.map((arg) =>
      stat(arg).then(
        ({ size, mtimeMs }) => `${size} ${mtimeMs}`,
        () => null,
      ),
    ),
  );
  return states[0] === null ? null : JSON.stringify([args, states]);
}

/** Root mean square of samples. */
export function rms(samples: Float32Array, from = 0, to = samples.length): number {
  let sum = 0;
  for (let index = from; index < to; index++) sum += samples[index]! ** 2;
  return Math.sqrt(sum / (to - from));
}

/** Amplitude of one frequency (Hz) in samples at 48 kHz. */
export function toneLevel(samples: Float32Array, hz: number, from: number, to: number): number {
  let [real, imaginary] = [0, 0];
  for (let index = from; index < to; index++) {
    const angle = (2 * Math.PI * hz * index) / 48_000;
    real += samples[index]! * Math.cos(angle);
    imaginary += samples[index]! * Math.sin(angle);
  }
  return (2 * Math.hypot(real, imaginary)) / (to - from);
}
