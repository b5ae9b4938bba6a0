import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { KeyStore } from '../../engine/keys/key-store.js';
import { WINDOW_MS } from '../rate/request-counter.js';
import { type Attempts, sumAttempts } from './sum-attempts.js';

/** How often the sums of ended minutes are written. */
const SWEEP_INTERVAL_MS = 10_000;

/** More client addresses than this in a minute are counted as one, which limits the memory. */
const MAX_CLIENTS = 10_000;
const OTHERS = 'others';

interface Window extends Attempts {
  attempts: number;
  readonly endsMs: number;
}

/**
 * Counts wrong keys by client address. It counts in memory, because a refusal must not cost a query. The
 * audit trail gets the sum of each client and minute, not an event for each request.
 */
@Injectable()
export class WrongKeys implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Security');
  private readonly windows = new Map<string, Window>();
  private sweeper: NodeJS.Timeout | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: KeyStore,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeper = setInterval(() => void this.record(performance.now()), SWEEP_INTERVAL_MS);
    this.sweeper.unref();
  }

  /** Minutes that have not ended are recorded too. */
  async onModuleDestroy(): Promise<void> {
    if (this.sweeper !== null) clearInterval(this.sweeper);
    await this.record(Infinity);
  }

  /** Whole seconds until a key of this client is looked up again; 0: now. */
  secondsBlocked(client: string): number {
    const now = performance.now();
    const window = this.windowOf(client);
    if (!window || window.endsMs <= now) return 0;
    if (window.attempts < this.config.rateLimit.wrongKeysPerMinute) return 0;
    return Math.max(1, Math.ceil((window.endsMs - now) / 1000));
  }

  /** Counts a request with a wrong key, or one that was refused because of earlier ones. */
  count(client: string): void {
    const now = performance.now();
    const window = this.windowOf(client);
    if (window && window.endsMs > now) {
      window.attempts++;
      return;
    }
    if (window) void this.record(now);
    const name = this.windows.size < MAX_CLIENTS ? client : OTHERS;
    this.windows.set(name, { client: name, attempts: 1, endsMs: now + WINDOW_MS });
  }

  private windowOf(client: string): Window | undefined {
    const own = this.windows.get(client);
    return own ?? (this.windows.size < MAX_CLIENTS ? undefined : this.windows.get(OTHERS));
  }

  /** Writes the sums of the minutes that ended before `now`, and forgets them. */
  private async record(now: number): Promise<void> {
    const ended = [...this.windows.values()].filter(({ endsMs }) => endsMs <= now);
    if (ended.length === 0) return;
    for (const { client } of ended) this.windows.delete(client);
    await this.store.recordRefused(sumAttempts(ended)).catch((error: unknown) => {
      this.logger.warn({ msg: 'Wrong API keys could not be recorded', err: error });
    });
  }
}
