import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { OutgoingQueue, type OutgoingHandler } from '../engine/outgoing/outgoing-queue.js';
import { OutgoingStore } from '../engine/outgoing/outgoing-store.js';
import { FileDeliverer } from './file-deliverer.js';
import { WebhookSender } from './webhook-sender.js';

const WEBHOOKS_AT_ONCE = 8;
const FILES_AT_ONCE = 3;
/** Those of one key in this process, so that its slow receivers leave room for others. */
const WEBHOOKS_OF_A_KEY = 4;
const FILES_OF_A_KEY = 2;
const RELAY_MS = 1_000;
const REVIVE_EVERY = 60;

/** Relays what is to be sent to the queue, and sends it. Each process of the API or of a supervisor does so. */
@Injectable()
export class OutgoingRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Outgoing');
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | null = null;
  private pass: Promise<void> = Promise.resolve();
  private passes = 0;
  private isFailing = false;

  constructor(
    private readonly queue: OutgoingQueue,
    private readonly store: OutgoingStore,
    private readonly webhooks: WebhookSender,
    private readonly files: FileDeliverer,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.queue.work('webhook', WEBHOOKS_AT_ONCE, {
      ownLimit: WEBHOOKS_OF_A_KEY,
      handle: this.untilStop((attempt, signal) => this.webhooks.attempt(attempt, signal)),
    });
    await this.queue.work('file', FILES_AT_ONCE, {
      ownLimit: FILES_OF_A_KEY,
      handle: this.untilStop((attempt, signal) => this.files.attempt(attempt, signal)),
    });
    this.schedule(0);
  }

  /** Attempts that run end at once, and count as not made. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort(new Error('The service stops.'));
    if (this.timer) clearTimeout(this.timer);
    await this.pass;
  }

  private untilStop(handle: OutgoingHandler): OutgoingHandler {
    return async (attempt, signal) => {
      try {
        await handle(attempt, AbortSignal.any([signal, this.stopping.signal]));
      } catch (error) {
        // The message comes back.
        if (!this.stopping.signal.aborted) {
          this.logger.warn({ ...attempt, err: error, msg: 'An attempt could not be made' });
        }
        throw error;
      }
    };
  }

  private schedule(delayMs: number): void {
    if (this.stopping.signal.aborted) return;
    this.timer = setTimeout(() => {
      this.pass = this.relay().then((more) => this.schedule(more ? 0 : RELAY_MS));
    }, delayMs);
    this.timer.unref();
  }

  /** @returns whether more rows wait */
  private async relay(): Promise<boolean> {
    try {
      if (this.passes++ % REVIVE_EVERY === 0) await this.store.revive();
      const { kinds, more } = await this.store.relay();
      for (const kind of kinds) this.queue.wake(kind);
      this.isFailing = false;
      return more;
    } catch (error) {
      // Once for each outage of the database.
      if (!this.isFailing) this.logger.warn({ err: error, msg: 'Webhooks could not be queued' });
      this.isFailing = true;
      return false;
    }
  }
}
