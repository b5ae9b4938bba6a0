import { page } from './page.js';
import type { Transport } from './transport.js';
import type {
  CursorOptions,
  RequestOptions,
  Webhook,
  WebhookDelivery,
  WebhookDeliveryDetails,
  WebhookDeliveryList,
} from './types.js';
import {
  type VerifyOptions,
  verifyWebhook,
  type WebhookEvent,
  type WebhookHeaders,
} from './verify-webhook.js';

export interface DeliveriesOptions extends CursorOptions {
  readonly job?: string | undefined;
  readonly state?: WebhookDelivery['state'] | undefined;
  readonly event?: WebhookDelivery['event'] | undefined;
}

/** The webhook of the key, and what was sent to webhooks. */
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

  /** A page of what was sent, newest first. */
  deliveries({ job, ...options }: DeliveriesOptions = {}): Promise<WebhookDeliveryList> {
    const { query, ...rest } = page(options);
    const path = '/webhooks/deliveries';
    return this.transport.json<WebhookDeliveryList>({
      ...{ path, query: { ...query, job_id: job } },
      ...rest,
    });
  }

  /** What was sent, with its last attempts. */
  delivery(id: string, options: RequestOptions = {}): Promise<WebhookDeliveryDetails> {
    return this.transport.json<WebhookDeliveryDetails>({ path: pathOf(id), ...options });
  }

  /** Sends it again. */
  replay(id: string, options: RequestOptions = {}): Promise<WebhookDelivery> {
    const request = { method: 'POST' as const, path: `${pathOf(id)}/replay` };
    return this.transport.json<WebhookDelivery>({ ...request, ...options });
  }

  /** Sends a test, once. @param url another address than that of the webhook of the key */
  ping(url?: string, options: RequestOptions = {}): Promise<WebhookDelivery> {
    const json = url === undefined ? {} : { url };
    const request = { method: 'POST' as const, path: '/webhooks/ping', json };
    return this.transport.json<WebhookDelivery>({ ...request, ...options });
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

function pathOf(id: string): string {
  return `/webhooks/deliveries/${encodeURIComponent(id)}`;
}
