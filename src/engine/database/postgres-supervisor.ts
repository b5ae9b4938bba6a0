import { setTimeout as delay } from 'node:timers/promises';
import { ClusterInUse } from './cluster-claim.js';
import { isCluster, type PostgresHome } from './postgres-home.js';
import { findServer, isServerOf, type PostgresServer, startServer } from './postgres-server.js';

const WATCH_MS = 1_000;
/** Wait before another start: doubled with each that fails or ends soon. */
const FIRST_WAIT_MS = 250;
/** After so many starts in a row, the server is given up. */
const MOST_STARTS = 6;
/** A server that ran for so long did not end because of its start. */
const SOON_MS = 60_000;

type Exclusively = <T>(action: () => Promise<T>) => Promise<T>;

/** Starts the embedded server again when it ends. */
export class PostgresSupervisor {
  readonly failed: Promise<Error>;
  private readonly stopping = new AbortController();
  private readonly watching: Promise<void>;
  private fail: (error: Error) => void = () => {};
  /** Starts since the server last ran for long. */
  private starts = 0;
  private startedAt = performance.now();

  /** @param exclusively runs an action while no other process starts or stops the server */
  constructor(
    private readonly home: PostgresHome,
    private server: PostgresServer,
    private readonly exclusively: Exclusively,
    private readonly onRestart: (message: string) => void,
  ) {
    this.failed = new Promise((resolve) => (this.fail = resolve));
    this.watching = this.watch().catch((error: unknown) => this.fail(error as Error));
  }

  /** Ends the supervision, not the server. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.watching;
  }

  private async watch(): Promise<void> {
    while (await this.pause(WATCH_MS)) {
      if (await isServerOf(this.home, this.server.pid)) continue;
      if (performance.now() - this.startedAt > SOON_MS) this.starts = 0;
      await this.restart();
    }
  }

  /** @throws Error if the server does not start again */
  private async restart(): Promise<void> {
    // A server that is created anew would have nothing of what was accepted.
    const isThere = await isCluster(this.home.clusterDir);
    if (!isThere) {
      const { clusterDir } = this.home;
      throw new Error(`The embedded Postgres ended, and its folder ${clusterDir} is gone.`);
    }
    for (;;) {
      const problem = await this.exclusively(() => this.tryStart()).catch((error: Error) => error);
      if (problem === null || this.stopping.signal.aborted) return;
      if (problem instanceof ClusterInUse) throw problem;
      if (++this.starts >= MOST_STARTS) {
        const reason = `The embedded Postgres ended and does not start again. ${problem.message}`;
        throw new Error(reason, { cause: problem });
      }
      if (!(await this.pause(FIRST_WAIT_MS * 2 ** this.starts))) return;
    }
  }

  private async tryStart(): Promise<null> {
    const { port } = this.server;
    // Another process may have been faster.
    const running = await findServer(this.home);
    if (running !== null && running.port !== port) {
      throw new Error(`It runs at another port: ${running.port} instead of ${port}.`);
    }
    if (this.starts >= MOST_STARTS) throw new Error('It ends again soon after each start.');
    this.server = running ?? (await startServer(this.home, port));
    this.startedAt = performance.now();
    if (running === null) {
      this.starts++;
      this.onRestart('The embedded Postgres had ended and was started again');
    }
    return null;
  }

  /** @returns false when the supervision ends */
  private async pause(ms: number): Promise<boolean> {
    const options = { ref: false, signal: this.stopping.signal };
    return delay(ms, true, options).catch(() => false);
  }
}
