import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/src/', import.meta.url));

/** Bounds hangs. A start takes long on a slow, shared machine. */
const TIMEOUT_MS = 90_000;

/** How a program ended. */
export interface Exit {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where a program runs. */
export interface ProgramPlace {
  readonly cwd?: string;
  /** What runs it: a program and arguments, such as `ip netns exec NAME`. */
  readonly prefix?: readonly string[];
}

/** A built program of this package that runs in its own process. */
export class Program {
  stdout = '';
  stderr = '';
  readonly ended: Promise<Exit>;
  private readonly child: ChildProcess;

  /**
   * @param env environment in addition to PATH and HOME; the program inherits no other variables. Without a setting,
   *   it fetches no speech model.
   * @param place the working folder, or more
   */
  constructor(
    name: string,
    args: readonly string[],
    env: Record<string, string>,
    place: string | ProgramPlace = {},
  ) {
    const { cwd, prefix = [] }: ProgramPlace = typeof place === 'string' ? { cwd: place } : place;
    const file = `${DIST}${name}.js`;
    if (!existsSync(file)) throw new Error(`${file} does not exist. Run "npm run build" first.`);
    const { PATH = '', HOME = '' } = process.env;
    const [command, ...rest] = [...prefix, process.execPath, file, ...args];
    this.child = spawn(command!, rest, {
      ...(cwd !== undefined && { cwd }),
      env: { PATH, HOME, VIDEOCRAFT_RECOGNITION_MODEL: 'none', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout!.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    this.child.stderr!.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.ended = new Promise((resolve) => {
      this.child.on('close', (code) => resolve({ code, stdout: this.stdout, stderr: this.stderr }));
    });
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Waits until the standard output matches a pattern. */
  async waitForOutput(pattern: RegExp, withinMs = TIMEOUT_MS): Promise<RegExpExecArray> {
    const end = Date.now() + withinMs;
    for (;;) {
      const match = pattern.exec(this.stdout);
      if (match) return match;
      if (this.child.exitCode !== null || Date.now() > end) {
        throw new Error(`No ${String(pattern)} in the output: ${this.stdout}\n${this.stderr}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Exit> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    return this.ended;
  }
}
