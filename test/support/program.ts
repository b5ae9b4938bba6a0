import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/src/', import.meta.url));

/** A bound against hanging: a start takes long where the machine is slow and shared. */
const PATIENCE_MS = 90_000;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A built program of this package, running as a process of its own. */
export class Program {
  stdout = '';
  stderr = '';
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;

  /** @param env besides PATH and HOME; nothing else of this process is passed on */
  constructor(name: string, args: readonly string[], env: Record<string, string>, cwd?: string) {
    const file = `${DIST}${name}.js`;
    if (!existsSync(file)) throw new Error('run "npm run build" first');
    const { PATH = '', HOME = '' } = process.env;
    this.child = spawn(process.execPath, [file, ...args], {
      cwd,
      env: { PATH, HOME, ...env },
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

  /** Waits for words on its output. */
  async says(pattern: RegExp, withinMs = PATIENCE_MS): Promise<RegExpExecArray> {
    const end = Date.now() + withinMs;
    for (;;) {
      const found = pattern.exec(this.stdout);
      if (found) return found;
      if (this.child.exitCode !== null || Date.now() > end) {
        throw new Error(`no ${String(pattern)} in: ${this.stdout}\n${this.stderr}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    return this.ended;
  }
}
