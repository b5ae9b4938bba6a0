import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PROGRAMS = fileURLToPath(new URL('../../src/', import.meta.url));

/** A built program of the service, with what it printed. */
export class Program {
  output = '';
  private readonly child;

  /**
   * @param name such as `worker`
   * @param core the only core that it may use; null: all
   */
  constructor(name: string, env: Record<string, string>, core: number | null = null) {
    const pin = core === null ? [] : ['taskset', '-c', String(core)];
    const [command, ...args] = [...pin, process.execPath, `${PROGRAMS}${name}.js`];
    this.child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.child.stdout.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  /** Waits for a line. @returns the first group of the pattern */
  async until(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.output);
      if (found) return found[1] ?? '';
      await delay(50);
    }
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('close', resolve));
    this.child.kill(signal);
    await ended;
  }
}
