import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import type { OutgoingAttempt } from '../engine/outgoing/outgoing-queue.js';
import { OutgoingStore } from '../engine/outgoing/outgoing-store.js';
import { type Outgoing, webhookId } from '../engine/outgoing/outgoing.js';
import { KeyWebhooks } from '../engine/webhooks/key-webhooks.js';
import { postWebhook, type WebhookAnswer } from '../engine/webhooks/post-webhook.js';
import { signedHeaders } from '../engine/webhooks/sign-webhook.js';
import { WebhookSecrets } from '../engine/webhooks/webhook-secrets.js';
import { type AttemptFailure, outcomeOf } from './attempt-outcome.js';
import { OutgoingFigures } from './outgoing-figures.js';
import { WebhookPayload } from './webhook-payload.js';

const GONE = 410;
/** A receiver that is gone stays gone. */
const GONE_REASON = 'The receiver answered with status 410.';

/** What an attempt answered, when there was no request. */
const withoutRequest = (error: string): WebhookAnswer => ({
  ...{ status: null, text: null, retryAfterSeconds: null },
  ...{ error, isPermanent: true },
});

/** Makes attempts to send webhooks. */
@Injectable()
export class WebhookSender {
  constructor(
    private readonly store: OutgoingStore,
    private readonly payload: WebhookPayload,
    private readonly secrets: WebhookSecrets,
    private readonly webhooks: KeyWebhooks,
    private readonly figures: OutgoingFigures,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws errors of the database: the message comes back, and the receiver may get the same event twice */
  async attempt(message: OutgoingAttempt, signal: AbortSignal): Promise<void> {
    const row = await this.store.forAttempt(message);
    if (row === null) return;
    const startedAt = Date.now();
    const started = performance.now();
    const answer = await this.send(row, startedAt, signal);
    const milliseconds = Math.round(performance.now() - started);
    const { state, delaySeconds } = outcomeOf(row, failureOf(row, answer));
    const recorded = await this.store.record(row, {
      state,
      delaySeconds,
      entry: {
        at: new Date(startedAt).toISOString(),
        status: answer.status,
        milliseconds,
        error: errorOf(answer),
        answer: answer.text,
      },
    });
    if (!recorded) return;
    this.figures.countAttempt('webhook', state === 'delivered', milliseconds / 1000);
    if (answer.status === GONE && row.origin === 'key') {
      await this.webhooks.disable(row.keyId, row.target, GONE_REASON);
    }
  }

  private async send(row: Outgoing, nowMs: number, signal: AbortSignal): Promise<WebhookAnswer> {
    const { isRevoked } = await this.store.keyState(row.keyId);
    if (isRevoked) return withoutRequest('The key was revoked.');
    const body = await this.payload.build(row);
    if (body === null) return withoutRequest('What the event is about was deleted.');
    const message = { id: webhookId(row), timestamp: Math.floor(nowMs / 1000), body };
    const headers = signedHeaders(message, await this.secrets.forSigning(row.keyId));
    const { sources, delivery } = this.config;
    const limits = { signal, timeoutMs: delivery.webhookTimeoutMs };
    return postWebhook({ url: row.target, headers, body }, sources, limits);
  }
}

function isSuccess({ status }: WebhookAnswer): boolean {
  return status !== null && status >= 200 && status < 300;
}

function errorOf(answer: WebhookAnswer): string | null {
  if (isSuccess(answer)) return null;
  return answer.error ?? `The receiver answered with status ${answer.status}.`;
}

/** A ping is for somebody who waits, so it is not repeated. */
function failureOf({ event }: Outgoing, answer: WebhookAnswer): AttemptFailure | null {
  if (isSuccess(answer)) return null;
  const isPermanent = answer.isPermanent || answer.status === GONE || event === 'ping';
  return { isPermanent, retryAfterSeconds: answer.retryAfterSeconds };
}
