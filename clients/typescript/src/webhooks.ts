import type { Transport } from './transport.js';
import type { RequestOptions, Webhook } from './types.js';
import {
  type VerifyOptions,
  verifyWebhook,
  type WebhookEvent,
  type WebhookHeaders,
} from './verify-webhook.js';

/** The webhook of the key. */
export class Webhooks {
  constructor(private readonly transport: Transport) {}

  get(options: RequestOptions = {}): Promise<Webhook> {
    return this.transport.json<Webhook>({ path: '/webhooks', ...options });
  }

  /** Sets the address that is told of all jobs of the key. */
  set(
    webhook: { readonly url: string; readonly events?: readonly string[] },
    options: RequestOptions = {},
  ): Promise<Webhook> {
    return this.transport.json<Webhook>({
      method: 'PUT',
      path: '/webhooks',
      json: webhook,
      ...options,
    });
  }

  async remove(options: RequestOptions = {}): Promise<void> {
    await this.transport.json({ method: 'DELETE', path: '/webhooks', ...options });
  }

  /** Creates the secret that signs webhooks, or replaces it. It is shown only now. */
  createSecret(
    options: RequestOptions & { readonly overlapSeconds?: number } = {},
  ): Promise<{ readonly secret: string }> {
    const { overlapSeconds, ...rest } = options;
    const json = overlapSeconds === undefined ? {} : { overlap_seconds: overlapSeconds };
    const request = { method: 'POST' as const, path: '/webhooks/secret', json };
    return this.transport.json<{ secret: string }>({ ...request, ...rest });
  }

  /** Checks the signature of a webhook. @throws WebhookVerificationError */
  verify(
    body: string | Uint8Array,
    headers: WebhookHeaders,
    secret: string | readonly string[],
    options: VerifyOptions = {},
  ): Promise<WebhookEvent> {
    return verifyWebhook(body, headers, secret, options);
  }
}
