import { join } from 'node:path';
import { MissingAbility, NEEDS } from '../../core/job/missing-ability.js';
import type { OutputFile } from '../../core/job/output-file.js';
import type { FileOutput, ProjectOutput } from '../../core/project/types/index.js';
import { outputArgs } from '../../core/render/encode/output-args.js';
import type { FfmpegService } from '../../engine/ffmpeg/ffmpeg.service.js';
import { type VideoLength } from '../../core/render/encode/output-args.js';
import { describeOutput } from './output-files.js';

const OUTPUT_TIMEOUT_MS = 30 * 60_000;
const LOCAL_MP4 = ['-protocol_whitelist', 'file', '-f', 'mov'];

export interface OutputSources {
  /** The finished video and its sound, as files. */
  readonly video: string;
  readonly sound: string;
  readonly length: VideoLength;
  readonly ffmpeg: FfmpegService;
  readonly signal: AbortSignal;
}

/** Extracts pictures, previews, and the sound from a finished video into its folder. */
export async function writeOutputs(
  folder: string,
  outputs: readonly FileOutput[],
  { video, sound, length, ffmpeg, signal }: OutputSources,
): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  for (const output of outputs) {
    const { from, inputOptions, outputOptions } = outputArgs(output, length);
    const name = `${output.name}.${output.format}`;
    await ffmpeg.run({
      inputs: [
        { path: from === 'video' ? video : sound, options: [...LOCAL_MP4, ...inputOptions] },
      ],
      outputOptions,
      output: join(folder, name),
      cwd: folder,
      signal,
      timeoutMs: OUTPUT_TIMEOUT_MS,
    });
    files.push(await describeOutput(folder, name, output.type));
  }
  return files;
}

/** @throws MissingAbility when this ffmpeg lacks an encoder that an output needs */
export function requireEncoders(
  outputs: readonly ProjectOutput[],
  { tools: { abilities, version } }: FfmpegService,
): void {
  for (const output of outputs) {
    if (output.type === 'video') continue;
    const { needs } = outputArgs(output, { totalFrames: 1, fps: { num: 1, den: 1 } });
    if (needs === null || abilities.encoders.has(needs)) continue;
    throw new MissingAbility(
      [NEEDS.encoder(needs)],
      'RENDER_FAILED',
      `The format "${output.format}" needs the encoder ${needs}, which ffmpeg ${version} lacks.`,
      `${output.pointer}/format`,
    );
  }
}
