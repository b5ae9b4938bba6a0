import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findExecutable } from '../ffmpeg/find-executable.js';

interface ForkOptions {
  /** Further options of Node. */
  readonly flags?: readonly string[];
  /** Its environment variables. Default: those of this process. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts a program of the service as a process of its own, with a channel for messages, and a pipe of its errors. */
export async function forkProgram(
  file: URL,
  heapMegabytes: number,
  { flags = [], env }: ForkOptions = {},
): Promise<ChildProcess> {
  const heap = [`--max-old-space-size=${heapMegabytes}`, ...flags];
  const [execPath, ...execArgv] = [...(await confinement()), process.execPath, ...heap];
  return fork(fileURLToPath(file), [], {
    execPath: execPath!,
    execArgv,
    ...(env === undefined ? {} : { env }),
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
}

/**
 * What runs the process: with `setpriv`, the kernel ends it when this process dies, even if it is too busy
 * to see that the channel is closed. `prlimit` prevents files of its memory.
 */
async function confinement(): Promise<string[]> {
  const searchPath = process.env['PATH'] ?? '';
  const [setpriv, prlimit] = await Promise.all([
    findExecutable('setpriv', searchPath),
    findExecutable('prlimit', searchPath),
  ]);
  return [
    ...(setpriv === null ? [] : [setpriv, '--pdeathsig', 'KILL', '--']),
    ...(prlimit === null ? [] : [prlimit, '--core=0', '--']),
  ];
}
