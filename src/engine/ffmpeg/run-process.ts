import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FfmpegError } from './ffmpeg-error.js';

/** Time a process that takes too long gets to end by itself after TERM, before KILL. */
const GRACE_MS = 1_000;
const STDERR_TAIL = 4_000;

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
  readonly onStdout?: (chunk: Buffer) => void;
  /** `setpriv`, by which the kernel kills the child when this process dies; null: not available. */
  readonly setprivPath: string | null;
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
 * @throws FfmpegError on any other end; its fields say which
 */
export async function runProcess(options: ProcessOptions): Promise<void> {
  options.signal.throwIfAborted();
  const [command, args] =
    options.setprivPath === null
      ? [options.path, [...options.args]]
      : [options.setprivPath, ['--pdeathsig', 'KILL', '--', options.path, ...options.args]];
  const child = spawn(command, args, {
    cwd: options.cwd,
    // fontconfig must not scan the machine's fonts: only those of the segment's folder count.
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', FONTCONFIG_FILE: '/dev/null', HOME: options.cwd },
    stdio: [options.stdin ? 'pipe' : 'ignore', 'pipe', 'pipe'],
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
  });
  child.stdout?.on('data', (chunk: Buffer) => {
    stall?.refresh();
    options.onStdout?.(chunk);
  });
  // A program that ends early closes its input; what it says of that counts, not the broken pipe.
  const fed =
    options.stdin && child.stdin
      ? pipeline(options.stdin, child.stdin).catch((error: NodeJS.ErrnoException) => {
          if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
          end('cancelled');
          throw error;
        })
      : Promise.resolve();

  try {
    const ended = new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve({ code, signal }));
    });
    const [{ code, signal }] = await Promise.all([ended, fed]);
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
