import { args } from '../../src/core/util/args.js';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadConfig } from '../../src/config/load-config.js';
import { parseConfig, parseSettings } from '../../src/pipeline/parse-config.js';
import { STATIC_FFMPEG } from './decode.js';
import { openRenderApp, type RenderApp } from './render-app.js';

const run = promisify(execFile);

export type Color = readonly [red: number, green: number, blue: number];

/** A decoded video, with the color of any pixel in any frame. */
export class DecodedVideo {
  constructor(
    private readonly samples: Buffer,
    readonly width: number,
    readonly height: number,
  ) {}

  get frames(): number {
    return this.samples.length / this.frameSize;
  }

  /** From BT.709 in limited range, without clipping. */
  at(frame: number, x: number, y: number): Color {
    const { width, height } = this;
    const from = frame * this.frameSize;
    const chroma = (y >> 1) * (width / 2) + (x >> 1);
    const luma = (this.samples[from + y * width + x]! - 16) / 219;
    const blue = (this.samples[from + width * height + chroma]! - 128) / 224;
    const red = (this.samples[from + (width * height * 5) / 4 + chroma]! - 128) / 224;
    const rgb = [luma + 1.5748 * red, luma - 0.1873 * blue - 0.4681 * red, luma + 1.8556 * blue];
    return rgb.map((part) => 255 * part) as unknown as Color;
  }

  private get frameSize(): number {
    return (this.width * this.height * 3) / 2;
  }
}

/** Renders configs with the real engines, in a folder that is removed at the end. */
export class Renders {
  /** The warnings of the last render. */
  warnings: readonly string[] = [];

  private constructor(
    readonly engines: RenderApp,
    readonly dir: string,
  ) {}

  /** @param environment settings of the engines */
  static async start(environment: Readonly<Record<string, string>> = {}): Promise<Renders> {
    const dir = await mkdtemp(join(tmpdir(), 'videocraft-renders-'));
    const config = loadConfig({ ...environment, VIDEOCRAFT_DATA_DIR: dir });
    return new Renders(await openRenderApp(config), dir);
  }

  async stop(): Promise<void> {
    await this.engines.close();
    await rm(this.dir, { recursive: true, force: true });
  }

  /** A source that ffmpeg creates from a description of its filters. */
  async source(name: string, description: string): Promise<string> {
    const path = join(this.dir, name);
    const stills = name.endsWith('.png')
      ? ['-frames:v', '1']
      : ['-pix_fmt', 'yuv420p', '-colorspace', 'bt709', '-color_range', 'tv', '-crf', '10'];
    const args = ['-v', 'error', '-y', '-f', 'lavfi', '-i', description, ...stills, path];
    await run(this.engines.ffmpeg.tools.ffmpegPath, args);
    return path;
  }

  /** Renders a config in the highest quality and decodes the file. */
  async renderAndDecode(input: Readonly<Record<string, unknown>>): Promise<DecodedVideo> {
    const { config, fonts } = this.engines;
    const options = { ...parseSettings(config, true), subtitleDefaults: {} };
    const parsed = parseConfig({ quality: 'high', ...input }, fonts, options);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const workDir = await mkdtemp(join(this.dir, 'attempt-'));
    const report = await this.engines.renderer.render(parsed.project, {
      signal: new AbortController().signal,
      workDir,
      outputDir: join(workDir, 'output'),
      localSources: true,
      onProgress: () => {},
    });
    this.warnings = report.warnings;
    const { stdout } = await run(
      STATIC_FFMPEG,
      args(
        [
          '-v',
          'error',
          '-xerror',
          '-err_detect',
          'explode',
          '-i',
          join(report.outputDir, 'video.mp4'),
        ],
        ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-'],
      ),
      { encoding: 'buffer', maxBuffer: 1 << 30 },
    );
    return new DecodedVideo(stdout, report.width, report.height);
  }
}

/**
 * The distance between two colors: the largest difference of their samples in BT.709. In RGB, one
 * level of chroma is two.
 */
export function distance(a: Color, b: Color): number {
  const other = samplesOf(b);
  return Math.max(...samplesOf(a).map((sample, index) => Math.abs(sample - other[index]!)));
}

function samplesOf([red, green, blue]: Color): number[] {
  const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return [luma * 219, ((blue - luma) * 224) / 1.8556, ((red - luma) * 224) / 1.5748].map(
    (sample) => sample / 255,
  );
}
