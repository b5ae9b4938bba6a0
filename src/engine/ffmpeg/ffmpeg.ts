import type { Readable } from 'node:stream';
import { buildFfmpegArgs, type FfmpegCommand, MEMORY_LIMIT } from './build-args.js';
import type { FfmpegTools } from './locate-ffmpeg.js';
import { type Feed, runProcess } from './run-process.js';
import { Semaphore } from './semaphore.js';

export interface FfmpegRun extends FfmpegCommand {
  /** Folder ffmpeg works in. */
  readonly cwd: string;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  readonly stdin?: Readable;
  /** Further inputs, `pipe:3` and so on. */
  readonly feed?: Feed;
  /** Called with the number of frames written so far. */
  readonly onFrame?: (frame: number) => void;
}

/** No sign of life for so long means it hangs: even slow encodes report several times a second. */
const STALL_MS = 60_000;

/** The one way in which this process runs ffmpeg; bounds how many run at once. */
export class Ffmpeg {
  private readonly slots: Semaphore;

  constructor(
    readonly tools: FfmpegTools,
    maxProcesses: number,
  ) {
    this.slots = new Semaphore(maxProcesses);
  }

  /** @throws FfmpegError when it does not end well */
  run(options: FfmpegRun): Promise<void> {
    let rest = '';
    return this.slots.run(() =>
      runProcess({
        path: this.tools.ffmpegPath,
        args: buildFfmpegArgs(options),
        cwd: options.cwd,
        signal: options.signal,
        timeoutMs: options.timeoutMs,
        stallMs: STALL_MS,
        stdin: options.stdin,
        feed: options.feed,
        confinement: this.tools.abilities.confinement,
        onStdout: (chunk) => {
          const lines = (rest + chunk.toString('latin1')).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines) {
            const frame = /^frame=\s*(\d+)/.exec(line)?.[1];
            if (frame !== undefined) options.onFrame?.(Number(frame));
          }
        },
      }),
    );
  }

  /** What ffprobe answers about a local file, parsed from its JSON. */
  async probe(
    args: readonly string[],
    { cwd, signal }: { cwd: string; signal: AbortSignal },
  ): Promise<unknown> {
    const chunks: Buffer[] = [];
    await this.slots.run(() =>
      runProcess({
        path: this.tools.ffprobePath,
        args: ['-hide_banner', '-loglevel', 'error', ...MEMORY_LIMIT, '-of', 'json', ...args],
        cwd,
        signal,
        timeoutMs: 60_000,
        stallMs: null,
        confinement: this.tools.abilities.confinement,
        onStdout: (chunk) => chunks.push(chunk),
      }),
    );
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  }
}
