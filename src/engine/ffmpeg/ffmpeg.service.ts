import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { limitMessage } from '../../core/budget/limits.js';
import { JobFailure } from '../../core/job/job-failure.js';
import { FfmpegError } from './ffmpeg-error.js';
import { withGraphFile } from './graph-file.js';
import { buildFfmpegArgs, type FfmpegCommand, MEMORY_LIMIT } from './build-args.js';
import type { FfmpegTools } from './locate-ffmpeg.js';
import { ComplaintLog } from './complaints.js';
import { confine, type RunFiles } from './confinement.js';
import { isEndedFromOutside, repeatEnded } from './repeat-ended.js';
import { type Feed, type ProcessOptions, runProcess } from './run-process.js';
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
  /** Opens the standard input, for each time that the run begins. */
  readonly stdin?: () => Readable;
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

/** Streams, tags, and side data of the oddest files are a tenth of it. */
const MAX_PROBE_BYTES = 16 << 20;
const MAX_LINE_LENGTH = 1_000;

/** ffprobe writes more of a file than any file needs. */
export class ProbeLimitError extends Error {
  constructor() {
    super('The source has too many streams or too long metadata.');
  }
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

  /**
   * Runs ffmpeg. A run that something outside ends or freezes begins again, up to twice.
   *
   * @throws FfmpegError or StorageFullError when the run fails
   */
  async run(options: FfmpegRun): Promise<void> {
    const { threads = 1, signal, second } = options;
    const bounded = ['-threads', String(threads)];
    const command = {
      ...options,
      inputs: options.inputs.map((input) => ({
        ...input,
        options: [...bounded, ...input.options],
      })),
      outputOptions: [...bounded, ...options.outputOptions],
      ...(second && {
        second: { ...second, outputOptions: [...bounded, ...second.outputOptions] },
      }),
    };
    const { version } = this.tools;
    const args = await withGraphFile(buildFfmpegArgs(command), { cwd: options.cwd, version });
    return repeatEnded(
      () => this.slots.run(() => this.runOnce(args, options), { slots: threads, signal }),
      signal,
    );
  }

  /**
   * Runs ffmpeg for another run that waits for its output, `pipe:3`, in the slot of that run. It may wait for the other one as
   * long as it takes, and never begins again, because a part of its output is already used.
   *
   * @param take reads the output
   * @throws FfmpegError or StorageFullError when the run fails
   */
  async stream(options: FfmpegRun, take: (output: Readable) => Promise<void>): Promise<void> {
    const bounded = ['-threads', '1'];
    const command = {
      ...options,
      inputs: options.inputs.map((input) => ({
        ...input,
        options: [...bounded, ...input.options],
      })),
    };
    const { version } = this.tools;
    const args = await withGraphFile(buildFfmpegArgs(command), { cwd: options.cwd, version });
    await this.runOnce(args, { ...options, take, waits: true });
  }

  private async runOnce(
    args: readonly string[],
    options: FfmpegRun & Pick<ProcessOptions, 'take'> & { readonly waits?: boolean },
  ): Promise<void> {
    const gpu = options.gpu ?? null;
    const { abilities } = this.tools;
    const complaints = new ComplaintLog();
    try {
      await this.runConfined({
        path: this.tools.ffmpegPath,
        args,
        cwd: options.cwd,
        signal: options.signal,
        timeoutMs: options.timeoutMs,
        stallMs: options.waits ? null : STALL_MS,
        stdin: options.stdin?.(),
        feed: options.feed,
        take: options.take,
        confinement: gpu === null ? confine(abilities, filesOf(options)) : abilities.gpuConfinement,
        ...(gpu === null ? {} : { environment: gpu.environment }),
        onStderr: (chunk) => complaints.push(chunk),
        onStdout: frameReader(options.onFrame),
      });
    } catch (error) {
      if (!isEndedFromOutside(error)) options.complaints?.add(complaints.end());
      throw error;
    }
    options.complaints?.add(complaints.end());
  }

  /** @throws JobFailure MEDIA_LIMIT_EXCEEDED if the kernel ended the run because it wrote too large a file */
  private async runConfined(options: ProcessOptions): Promise<void> {
    try {
      await runProcess(options);
    } catch (error) {
      const { maxFileBytes } = this.tools.abilities;
      if (maxFileBytes === null || !isFileTooLarge(error)) throw error;
      const message = limitMessage('fileBytes', maxFileBytes, null);
      throw new JobFailure('MEDIA_LIMIT_EXCEEDED', message, null, { cause: error });
    }
  }

  /**
   * Runs ffprobe on a local file, and parses its JSON.
   *
   * @throws ProbeLimitError if it writes more than 16 MiB
   */
  async probe(args: readonly string[], options: ProbeRun): Promise<unknown> {
    let chunks: Buffer[] = [];
    await this.runProbe(['-of', 'json', ...args], options, () => {
      chunks = [];
      let bytes = 0;
      return (chunk) => {
        bytes += chunk.length;
        if (bytes > MAX_PROBE_BYTES) throw new ProbeLimitError();
        chunks.push(chunk);
      };
    });
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  }

  /**
   * Runs ffprobe on a local file, and passes on what it writes, line by line. Nothing is kept. An error of a
   * reader ends the run.
   *
   * @param openReader returns what takes the lines, for each time that the run begins
   */
  async probeLines(
    args: readonly string[],
    options: ProbeRun,
    openReader: () => (line: string) => void,
  ): Promise<void> {
    let finish = () => {};
    await this.runProbe(args, options, () => {
      const onLine = openReader();
      let rest = '';
      finish = () => rest !== '' && onLine(rest);
      return (chunk) => {
        const lines = (rest + chunk.toString('latin1')).split('\n');
        rest = (lines.pop() ?? '').slice(0, MAX_LINE_LENGTH);
        for (const line of lines) onLine(line);
      };
    });
    finish();
  }

  private runProbe(
    args: readonly string[],
    options: ProbeRun,
    openReader: () => (chunk: Buffer) => void,
  ): Promise<void> {
    return repeatEnded(() => this.runProbeOnce(args, options, openReader()), options.signal);
  }

  private async runProbeOnce(
    args: readonly string[],
    { cwd, input, signal, complaints }: ProbeRun,
    take: (chunk: Buffer) => void,
  ): Promise<void> {
    const log = new ComplaintLog();
    const stopped = new AbortController();
    let failure: { readonly error: unknown } | null = null;
    const takeOrStop = (chunk: Buffer) => {
      if (failure !== null) return;
      try {
        take(chunk);
      } catch (error) {
        failure = { error };
        stopped.abort();
      }
    };
    const run = () =>
      runProcess({
        path: this.tools.ffprobePath,
        args: ['-hide_banner', '-loglevel', 'error', ...MEMORY_LIMIT, ...args, '-i', input],
        cwd,
        signal: AbortSignal.any([signal, stopped.signal]),
        timeoutMs: 60_000,
        stallMs: null,
        confinement: confine(this.tools.abilities, { cwd, writes: false, reads: [input] }),
        onStdout: takeOrStop,
        onStderr: (chunk) => log.push(chunk),
      });
    try {
      await this.slots.run(run, { signal });
      complaints?.add(log.end());
    } catch (error) {
      if (!isEndedFromOutside(error)) complaints?.add(log.end());
      throw (failure as { readonly error: unknown } | null)?.error ?? error;
    }
  }
}

/** Reads the number of written frames from the progress of ffmpeg. */
function frameReader(onFrame: ((frame: number) => void) | undefined): (chunk: Buffer) => void {
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const frame = /^frame=\s*(\d+)/.exec(line)?.[1];
      if (frame !== undefined) onFrame?.(Number(frame));
    }
  };
}

/** Everything that a run may see. Inputs such as `pipe:0` are no files. */
function filesOf({ cwd, inputs, output, reads = [] }: FfmpegRun): RunFiles {
  const files = inputs.map(({ path }) => path).filter((path) => !path.startsWith('pipe:'));
  return { cwd, writes: output !== '-', reads: [...new Set([...files, ...reads])] };
}

/** The exit code of bubblewrap if SIGXFSZ ends its child. */
const FILE_SIZE_EXIT = 128 + constants.signals.SIGXFSZ;

/** Of RLIMIT_FSIZE: the kernel sends a signal, or a write fails in a program that ignores it. */
function isFileTooLarge(error: unknown): boolean {
  if (!(error instanceof FfmpegError)) return false;
  const { signal, exitCode, stderrTail } = error.end;
  if (signal === 'SIGXFSZ' || exitCode === FILE_SIZE_EXIT) return true;
  return stderrTail.includes('File too large');
}
