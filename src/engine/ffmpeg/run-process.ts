import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FfmpegError } from './ffmpeg-error.js';
import { isFrozen } from './frozen-group.js';
import { reportsStorageFull, StorageFullError } from './storage-full.js';

/** How often a silent process is looked at: one that is stopped from outside would never end. */
const LOOK_MS = 3_000;
/** Time between TERM and KILL for a process that takes too long. */
const GRACE_MS = 1_000;
const STDERR_TAIL = 4_000;
/** Error codes of writing to a process that has ended or has read enough. */
const CLOSED: ReadonlySet<unknown> = new Set([
  'EPIPE',
  'ECONNRESET',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_DESTROYED',
]);

/** Whether a process that has ended, or has read enough, caused an error of writing to it. */
export function isClosedPipe(error: unknown): boolean {
  return CLOSED.has((error as NodeJS.ErrnoException).code);
}

export interface ProcessOptions {
  readonly path: string;
  readonly args: readonly string[];
  /** Working folder. Its files have names that the service chose. */
  readonly cwd: string;
  readonly signal: AbortSignal;
  /** Stops the process if it runs longer. */
  readonly timeoutMs: number;
  /** Stops the process if it prints nothing to standard output for this long. Null allows silence. */
  readonly stallMs: number | null;
  readonly stdin?: Readable;
  /** Further inputs of the process. */
  readonly feed?: Feed;
  /** Reads what the process writes to the file descriptor after those of its feed. */
  readonly take?: (output: Readable) => Promise<void>;
  readonly onStdout?: (chunk: Buffer) => void;
  readonly onStderr?: (chunk: Buffer) => void;
  /** Environment variables in addition to the few that every process gets. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Programs that limit the process and run it, as arguments before its path. */
  readonly confinement: readonly string[];
}

/**
 * Keeps glibc from mapping and releasing memory for every frame, which costs a page fault for each
 * 4 KiB: 3 % of a render of moving views. glibc accepts 32 MiB at most.
 */
const KEEP_FRAME_MEMORY = {
  MALLOC_MMAP_THRESHOLD_: String(32 << 20),
  MALLOC_TRIM_THRESHOLD_: String(256 << 20),
};

/** Inputs that a process reads through pipes. The first is its file descriptor 3, and so on. */
export interface Feed {
  readonly pipes: number;
  /** Writes to all pipes and ends them. Aborted if the process ends before it has read everything. */
  readonly write: (pipes: readonly Writable[], signal: AbortSignal) => Promise<void>;
}

const runningChildren = new Set<ChildProcess>();

/** Number of child processes that run now. */
export function liveProcessCount(): number {
  return runningChildren.size;
}

/**
 * Runs a program in its own process group, with an argument array and an almost empty environment.
 * Resolves when the program exits with 0.
 *
 * @throws StorageFullError if it had no space to write to, FfmpegError for any other failure
 */
export async function runProcess(options: ProcessOptions): Promise<void> {
  options.signal.throwIfAborted();
  const child = spawnConfined(options);
  runningChildren.add(child);
  const supervision = supervise(child, options);
  // A browser that ends can leave processes behind, which notice it late.
  child.once('exit', () => killGroup(child, 'SIGKILL'));
  try {
    const stderr = readOutput(child, options, supervision.refresh);
    const exited = new Promise<{ code: number | null; signal: string | null }>(
      (resolve, reject) => {
        child.once('error', reject);
        child.once('close', (code, signal) => resolve({ code, signal }));
      },
    );
    const written = writeInputs(child, options, () => supervision.stop('cancelled'));
    const [{ code, signal }] = await Promise.all([exited, ...written]);
    const reason = supervision.reason();
    if (reason === null && reportsStorageFull(stderr.tail())) throw new StorageFullError();
    if (code === 0 && reason === null) return;
    throw new FfmpegError({
      cancelled: reason === 'cancelled',
      timedOut: reason === 'timedOut',
      stalled: reason === 'stalled',
      exitCode: code,
      signal,
      stderrTail: stderr.tail(),
    });
  } finally {
    runningChildren.delete(child);
    supervision.end();
  }
}

function spawnConfined({
  confinement,
  path,
  args,
  cwd,
  environment,
  stdin,
  feed,
  take,
}: ProcessOptions) {
  const [command, ...rest] = [...confinement, path, ...args];
  return spawn(command!, rest, {
    cwd,
    // fontconfig must not scan the fonts of the machine: only those in the segment's folder count.
    env: {
      PATH: '/usr/bin:/bin',
      LC_ALL: 'C',
      FONTCONFIG_FILE: '/dev/null',
      HOME: cwd,
      ...KEEP_FRAME_MEMORY,
      ...environment,
    },
    stdio: [
      stdin ? 'pipe' : 'ignore',
      ...Array.from({ length: 2 + (feed?.pipes ?? 0) + (take ? 1 : 0) }, () => 'pipe' as const),
    ],
    detached: true,
  });
}

type StopReason = 'cancelled' | 'timedOut' | 'stalled';

/** Stops a process that is canceled, runs too long, or hangs. */
function supervise(
  child: ChildProcess,
  { signal, timeoutMs, stallMs }: Pick<ProcessOptions, 'signal' | 'timeoutMs' | 'stallMs'>,
) {
  let stopReason: StopReason | null = null;
  let killTimer: NodeJS.Timeout | undefined;
  const stop = (reason: StopReason) => {
    if (stopReason !== null) return;
    stopReason = reason;
    // The output of a canceled process is discarded, so it need not finish anything.
    if (reason === 'cancelled') {
      killGroup(child, 'SIGKILL');
      return;
    }
    killGroup(child, 'SIGTERM');
    killTimer = setTimeout(() => killGroup(child, 'SIGKILL'), GRACE_MS);
  };
  const onAbort = () => stop('cancelled');
  let wasFrozen = false;
  const look = setInterval(() => {
    if (child.pid === undefined || stopReason !== null) return;
    void isFrozen(child.pid).then((frozen) => {
      if (frozen && wasFrozen) stop('stalled');
      wasFrozen = frozen;
    });
  }, LOOK_MS);
  signal.addEventListener('abort', onAbort, { once: true });
  const timeout = setTimeout(() => stop('timedOut'), timeoutMs);
  const stall = stallMs === null ? undefined : setTimeout(() => stop('stalled'), stallMs);
  return {
    stop,
    reason: () => stopReason,
    refresh: () => {
      stall?.refresh();
      look.refresh();
      wasFrozen = false;
    },
    end: () => {
      signal.removeEventListener('abort', onAbort);
      for (const timer of [timeout, stall, killTimer, look]) clearTimeout(timer);
    },
  };
}

/** Passes on the output of a process and keeps the last part of its standard error. */
function readOutput(
  child: ChildProcess,
  { onStdout, onStderr }: Pick<ProcessOptions, 'onStdout' | 'onStderr'>,
  onProgress: () => void,
) {
  let tail = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    tail = (tail + chunk.toString('utf8')).slice(-STDERR_TAIL);
    onStderr?.(chunk);
  });
  child.stdout?.on('data', (chunk: Buffer) => {
    onProgress();
    onStdout?.(chunk);
  });
  return { tail: () => tail };
}

/** Writes the standard input and the further inputs of a process, and reads its further output. */
function writeInputs(
  child: ChildProcess,
  { stdin, feed, take }: Pick<ProcessOptions, 'stdin' | 'feed' | 'take'>,
  onFailure: () => void,
): (Promise<void> | undefined)[] {
  const hasExited = new AbortController();
  child.once('exit', () => hasExited.abort());
  // A program that ends early closes its input. Its own error counts, not the broken pipe.
  const handleFailure = (error: NodeJS.ErrnoException) => {
    if (hasExited.signal.aborted || isClosedPipe(error)) return;
    onFailure();
    throw error;
  };
  const pipes = child.stdio.slice(3, 3 + (feed?.pipes ?? 0)) as Writable[];
  // The writer of a pipe also gets its errors.
  for (const pipe of pipes) pipe.on('error', () => {});
  return [
    stdin && child.stdin ? pipeline(stdin, child.stdin).catch(handleFailure) : undefined,
    feed?.write(pipes, hasExited.signal).catch(handleFailure),
    take?.(child.stdio[3 + pipes.length] as Readable).catch((error: unknown) => {
      onFailure();
      throw error;
    }),
  ];
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
