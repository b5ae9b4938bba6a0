import type { Readable } from 'node:stream';
import { buildFfmpegArgs, type FfmpegCommand, MEMORY_LIMIT } from './build-args.js';
import type { FfmpegTools } from './locate-ffmpeg.js';
import type { ComplaintLog } from './complaints.js';
import { confine, type RunFiles } from './confinement.js';
import { type Feed, runProcess } from './run-process.js';
import { Semaphore } from '../concurrency/semaphore.js';

export interface FfmpegRun extends FfmpegCommand {
  /** The working directory of ffmpeg. */
  readonly cwd: string;
  /** Files that the run reads besides its inputs and its working folder. */
  readonly reads?: readonly string[];
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** Threads of the encoder and of each decoder. Each takes one slot. Default 1. */
  readonly threads?: number;
  readonly stdin?: Readable;
  /** Further inputs, `pipe:3` and so on. */
  readonly feed?: Feed;
  /** Null or undefined: no GPU is needed. */
  readonly gpu?: GpuAccess | null;
  /** Called with the number of frames that are written so far. */
  readonly onFrame?: (frame: number) => void;
  /** Collects messages of ffmpeg, even if the run succeeds. */
  readonly complaints?: ComplaintLog;
}

export interface ProbeRun {
  readonly cwd: string;
  /** The file to look at. */
  readonly input: string;
  readonly signal: AbortSignal;
  /** Collects messages of ffprobe. */
  readonly complaints?: ComplaintLog;
}

/** What a run that uses a GPU needs. */
export interface GpuAccess {
  /** Environment variables that locate and configure the drivers. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A run without output for this long hangs: even slow encodes report several times per second. */
const STALL_MS = 60_000;

/**
 * Runs ffmpeg and ffprobe. All jobs of the process share a fixed number of slots. A run takes one slot for
 * each thread of its encoder, which limits both processes and encoder threads.
 */
export class FfmpegService {
  private readonly slots: Semaphore;

  constructor(
    readonly tools: FfmpegTools,
    places: number,
  ) {
    this.slots = new Semaphore(places);
  }

  /** @throws FfmpegError or StorageFullError when the run fails */
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
    const { abilities } = this.tools;
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
        confinement: gpu === null ? confine(abilities, filesOf(options)) : abilities.gpuConfinement,
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
    return this.slots.run(run, { slots: threads, signal: options.signal });
  }

  /** Runs ffprobe on a local file, and parses its JSON. */
  async probe(
    args: readonly string[],
    { cwd, input, signal, complaints }: ProbeRun,
  ): Promise<unknown> {
    const chunks: Buffer[] = [];
    const run = () =>
      runProcess({
        path: this.tools.ffprobePath,
        args: [
          '-hide_banner',
          '-loglevel',
          'error',
          ...MEMORY_LIMIT,
          '-of',
          'json',
          ...args,
          '-i',
          input,
        ],
        cwd,
        signal,
        timeoutMs: 60_000,
        stallMs: null,
        confinement: confine(this.tools.abilities, { cwd, writes: false, reads: [input] }),
        onStdout: (chunk) => chunks.push(chunk),
        onStderr: (chunk) => complaints?.push(chunk),
      });
    await this.slots.run(run, { signal });
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  }
}

/** Everything that a run may see. Inputs such as `pipe:0` are no files. */
function filesOf({ cwd, inputs, output, reads = [] }: FfmpegRun): RunFiles {
  const files = inputs.map(({ path }) => path).filter((path) => !path.startsWith('pipe:'));
  return { cwd, writes: output !== '-', reads: [...files, ...reads] };
}
