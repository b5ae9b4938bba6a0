import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Program } from '../../support/program.js';
import type { FaultyLink } from './faulty-link.js';
import type { Journal } from './journal.js';
import { descendantsOf } from './process-tree.js';

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/;
/** As the restart policy of an operator. */
const RESTART_MS = 1_000;
/** Bounds hangs; the machine may be slow and shared. */
const START_MS = 300_000;
const LOG_TAIL = 3_000;

export interface HostOptions {
  readonly name: string;
  readonly program: 'main' | 'worker';
  readonly ready: RegExp;
  readonly env: Record<string, string>;
  /** What runs the program, such as `ip netns exec NAME`. */
  readonly prefix: readonly string[];
  readonly dataDir: string;
  readonly link: FaultyLink;
  readonly journal: Journal;
}

/** A machine of the storm: one program, its data folder, and its way to the database. */
export class Host {
  private program: Program | null = null;
  private wanted = false;
  /** Ends that nobody asked for. */
  crashes = 0;
  /** The job that its worker has claimed last. */
  job: string | null = null;

  constructor(readonly options: HostOptions) {
    options.link.observe = (chunk) => {
      const text = chunk.toString('latin1');
      const at = text.indexOf('job.started');
      if (at >= 0) this.job = UUID.exec(text.slice(0, at))?.[0] ?? null;
    };
  }

  get name(): string {
    return this.options.name;
  }

  /** Starts the program, again and again until it is ready, because the database may be away. */
  async start(): Promise<void> {
    const { program: file, ready, env, prefix, journal, name } = this.options;
    this.wanted = true;
    for (let tries = 1; this.wanted; tries++) {
      const program = new Program(file, [], env, { prefix });
      this.program = program;
      try {
        await program.waitForOutput(ready, START_MS);
        void program.ended.then(() => this.ended(program));
        return;
      } catch (error) {
        await program.stop('SIGKILL');
        journal.note('start failed', { name, tries, error: tailOf(String(error)) });
        if (tries === 30) throw error;
        await delay(RESTART_MS);
      }
    }
  }

  /** Ends the program with a signal, and starts it again only on request. */
  async stop(signal: NodeJS.Signals): Promise<void> {
    this.wanted = false;
    const exit = await this.program?.stop(signal);
    if (signal === 'SIGTERM' && exit && exit.code !== 0) {
      this.options.journal.note('stopped badly', { name: this.name, code: exit.code });
      this.crashes++;
    }
  }

  /** The processes below its program: workers, and what they run. */
  async below() {
    const processes = await descendantsOf(this.program?.pid ?? -1);
    return {
      worker: processes.find(({ command }) => command.includes('worker-process.js')) ?? null,
      encoders: processes.filter(({ name }) => name === 'ffmpeg'),
    };
  }

  /** Its program and everything below it. */
  async allPids(): Promise<number[]> {
    const pid = this.program?.pid;
    if (pid === undefined) return [];
    return [pid, ...(await descendantsOf(pid)).map((entry) => entry.pid)];
  }

  /** Paths below the work folder of its job, relative to it; null without the folder. */
  workFiles(): string[] | null {
    const root = join(this.options.dataDir, 'work');
    if (this.job === null || !existsSync(root)) return null;
    const folder = readdirSync(root).find((entry) => entry.startsWith(this.job!));
    return folder === undefined ? null : readdirSync(join(root, folder));
  }

  private async ended(program: Program): Promise<void> {
    if (!this.wanted || this.program !== program) return;
    this.crashes++;
    const { stderr, stdout } = await program.ended;
    const { name, journal } = this.options;
    journal.note('crashed', { name, stderr: tailOf(stderr), stdout: tailOf(stdout) });
    await delay(RESTART_MS);
    if (this.wanted) await this.start();
  }
}

function tailOf(text: string): string {
  return text.slice(-LOG_TAIL);
}
