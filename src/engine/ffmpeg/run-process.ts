import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FfmpegError } from './ffmpeg-error.js';
import { reportsStorageFull, StorageFullError } from './storage-full.js';

/** Time a process that takes too long gets to end by itself after TERM, before KILL. */
const GRACE_MS = 1_000;
const STDERR_TAIL = 4_000;
/** How writing to a process fails that has ended, or has read all it wants. */
const CLOSED: ReadonlySet<string> = new Set([
  'EPIPE',
  'ECONNRESET',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_DESTROYED',
]);

export interface ProcessOptions {
  readonly path: string;
  readonly args: readonly string[];
  /** Folder the process works in; its files have the server's own names. */
  readonly cwd: string;
  readonly signal: AbortSignal;
  /** Ends the process when it runs longer. */
  readonly timeoutMs: number;
  /** Ends the process when its output says nothing for so long; null: may be silent. */
  readonly stallMs: number | null;
  readonly stdin?: Readable;
  /** Writes what the process reads beside its input. */
  readonly feed?: Feed;
  readonly onStdout?: (chunk: Buffer) => void;
  readonly onStderr?: (chunk: Buffer) => void;
  /** Variables besides the few that every process gets. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Programs that bound the child and run it, as arguments to be put before it. */
  readonly confinement: readonly string[];
}

/**
 * Keeps glibc from mapping every frame anew, and giving it back, which costs a page fault for each
 * 4 KiB of it: 3 % of a render of moving views. 32 MiB is the most that it takes.
 */
const KEEP_FRAME_MEMORY = {
  MALLOC_MMAP_THRESHOLD_: String(32 << 20),
  MALLOC_TRIM_THRESHOLD_: String(256 << 20),
};

/** What goes to a process through pipes of its own: the first is its descriptor 3, and so on. */
export interface Feed {
  readonly pipes: number;
  /** Writes to all pipes and ends them; aborted when the process has ended without reading all. */
  readonly write: (pipes: readonly Writable[], signal: AbortSignal) => Promise<void>;
}

const live = new Set<ChildProcess>();

/** Children of this process that run now. */
export function liveProcessCount(): number {
  return live.size;
}

/**
 * Runs a program in a process group of its own, with an argument array and an almost empty
 * environment. Resolves when it exits with 0.
 *
 * @throws StorageFullError when it had no space to write to, FfmpegError on any other end; its fields
 * say which
 */
export async function runProcess(options: ProcessOptions): Promise<void> {
  options.signal.throwIfAborted();
  const [command, ...args] = [...options.confinement, options.path, ...options.args];
  const child = spawn(command!, args, {
    cwd: options.cwd,
    // fontconfig must not scan the machine's fonts: only those of the segment's folder count.
    env: {
      PATH: '/usr/bin:/bin',
      LC_ALL: 'C',
      FONTCONFIG_FILE: '/dev/null',
      HOME: options.cwd,
      ...KEEP_FRAME_MEMORY,
      ...options.environment,
    },
    stdio: [
      options.stdin ? 'pipe' : 'ignore',
      ...Array.from({ length: 2 + (options.feed?.pipes ?? 0) }, () => 'pipe' as const),
    ],
    detached: true,
  });
  live.add(child);

  let why: 'cancelled' | 'timedOut' | 'stalled' | null = null;
  let killTimer: NodeJS.Timeout | undefined;
  const end = (reason: 'cancelled' | 'timedOut' | 'stalled') => {
    if (why !== null) return;
    why = reason;
    // What is cancelled is thrown away: there is nothing to finish, and its core is wanted.
    if (reason === 'cancelled') {
      killGroup(child, 'SIGKILL');
      return;
    }
    killGroup(child, 'SIGTERM');
    killTimer = setTimeout(() => killGroup(child, 'SIGKILL'), GRACE_MS);
  };
  const onAbort = () => end('cancelled');
  options.signal.addEventListener('abort', onAbort, { once: true });
  const timeout = setTimeout(() => end('timedOut'), options.timeoutMs);
  const stall = options.stallMs === null ? null : setTimeout(() => end('stalled'), options.stallMs);

  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString('utf8')).slice(-STDERR_TAIL);
    options.onStderr?.(chunk);
  });
  child.stdout?.on('data', (chunk: Buffer) => {
    stall?.refresh();
    options.onStdout?.(chunk);
  });
  // A program that ends early closes its input; what it says of that counts, not the broken pipe.
  const onFeedFailure = (error: NodeJS.ErrnoException) => {
    if (hasEnded.signal.aborted || CLOSED.has(error.code ?? '')) return;
    end('cancelled');
    throw error;
  };
  const hasEnded = new AbortController();
  child.once('exit', () => hasEnded.abort());
  const { stdin, feed } = options;
  const fed = stdin && child.stdin ? pipeline(stdin, child.stdin).catch(onFeedFailure) : null;
  const pipes = child.stdio.slice(3) as Writable[];
  // What a pipe has to say, its writer hears of too.
  for (const pipe of pipes) pipe.on('error', () => {});
  const written = feed?.write(pipes, hasEnded.signal).catch(onFeedFailure);

  try {
    const ended = new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve({ code, signal }));
    });
    const [{ code, signal }] = await Promise.all([ended, fed, written]);
    if (why === null && reportsStorageFull(stderr)) throw new StorageFullError();
    if (code === 0 && why === null) return;
    throw new FfmpegError({
      cancelled: why === 'cancelled',
      timedOut: why === 'timedOut',
      stalled: why === 'stalled',
      exitCode: code,
      signal,
      stderrTail: stderr,
    });
  } finally {
    live.delete(child);
    options.signal.removeEventListener('abort', onAbort);
    clearTimeout(timeout);
    clearTimeout(stall ?? undefined);
    clearTimeout(killTimer);
  }
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
