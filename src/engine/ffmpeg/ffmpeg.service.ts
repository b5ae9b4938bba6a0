import type { Readable } from 'node:stream';
import { buildFfmpegArgs, type FfmpegCommand, MEMORY_LIMIT } from './build-args.js';
import type { FfmpegTools } from './locate-ffmpeg.js';
import type { ComplaintLog } from './complaints.js';
import { type Feed, runProcess } from './run-process.js';
import { Semaphore } from '../concurrency/semaphore.js';

export interface FfmpegRun extends FfmpegCommand {
  /** Folder ffmpeg works in. */
  readonly cwd: string;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** Threads of its encoder and of each decoder; each takes a place of those there are. Default 1. */
  readonly threads?: number;
  readonly stdin?: Readable;
  /** Further inputs, `pipe:3` and so on. */
  readonly feed?: Feed;
  /** Null or none: it needs no GPU. */
  readonly gpu?: GpuAccess | null;
  /** Called with the number of frames written so far. */
  readonly onFrame?: (frame: number) => void;
  /** Takes what it complains of, also where it ends well. */
  readonly complaints?: ComplaintLog;
}

export interface ProbeRun {
  readonly cwd: string;
  readonly signal: AbortSignal;
  /** Takes what it complains of. */
  readonly complaints?: ComplaintLog;
}

/** What a run needs that uses a GPU. */
export interface GpuAccess {
  /** Variables of the environment that tell where drivers are and how they are to work. */
  readonly environment: Readonly<Record<string, string>>;
}

/** No sign of life for so long means it hangs: even slow encodes report several times a second. */
const STALL_MS = 60_000;

/**
 * The one way in which this process runs ffmpeg. There are so many places for all jobs: a run takes one
 * for each thread of its encoder, so that neither processes nor encoder threads are ever more.
 */
export class FfmpegService {
  private readonly slots: Semaphore;

  constructor(
    readonly tools: FfmpegTools,
    places: number,
  ) {
    this.slots = new Semaphore(places);
  }

  /** @throws FfmpegError, or StorageFullError, when it does not end well */
  run(options: FfmpegRun): Promise<void> {
    let rest = '';
    const { threads = 1 } = options;
    const bounded = ['-threads', String(threads)];
    const command = {
      ...options,
      inputs: options.inputs.map((input) => ({
        ...input,
        options: [...bounded, ...input.options],
      })),
      outputOptions: [...bounded, ...options.outputOptions],
    };
    const gpu = options.gpu ?? null;
    const { confinement, gpuConfinement } = this.tools.abilities;
    const run = () =>
      runProcess({
        path: this.tools.ffmpegPath,
        args: buildFfmpegArgs(command),
        cwd: options.cwd,
        signal: options.signal,
        timeoutMs: options.timeoutMs,
        stallMs: STALL_MS,
        stdin: options.stdin,
        feed: options.feed,
        confinement: gpu === null ? confinement : gpuConfinement,
        ...(gpu === null ? {} : { environment: gpu.environment }),
        onStderr: (chunk) => options.complaints?.push(chunk),
        onStdout: (chunk) => {
          const lines = (rest + chunk.toString('latin1')).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines) {
            const frame = /^frame=\s*(\d+)/.exec(line)?.[1];
            if (frame !== undefined) options.onFrame?.(Number(frame));
          }
        },
      });
    return this.slots.run(run, { places: threads, signal: options.signal });
  }

  /** What ffprobe answers about a local file, parsed from its JSON. */
  async probe(args: readonly string[], { cwd, signal, complaints }: ProbeRun): Promise<unknown> {
    const chunks: Buffer[] = [];
    const run = () =>
      runProcess({
        path: this.tools.ffprobePath,
        args: ['-hide_banner', '-loglevel', 'error', ...MEMORY_LIMIT, '-of', 'json', ...args],
        cwd,
        signal,
        timeoutMs: 60_000,
        stallMs: null,
        confinement: this.tools.abilities.confinement,
        onStdout: (chunk) => chunks.push(chunk),
        onStderr: (chunk) => complaints?.push(chunk),
      });
    await this.slots.run(run, { signal });
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  }
}
