import { Injectable } from '@nestjs/common';
import { OutgoingQueries } from '../engine/outgoing/outgoing-queries.js';
import { OutgoingStore } from '../engine/outgoing/outgoing-store.js';
import type { Outgoing } from '../engine/outgoing/outgoing.js';
import { KeyWebhooks } from '../engine/webhooks/key-webhooks.js';
import { secretText } from '../engine/webhooks/sign-webhook.js';
import { WebhookSecrets } from '../engine/webhooks/webhook-secrets.js';
import { actorOf, type Caller, type Identity } from '../http/access/access.js';
import { findVisible, visibleOwner } from '../http/access/visibility.js';
import { ApiError } from '../http/errors/api-error.js';
import { createdBetween, cursorPosition } from '../http/paging/page-query.js';
import { cursorPagination } from '../http/paging/pagination.dto.js';
import type { SecretRequest, WebhookRequest } from './webhook-requests.js';
import { toWebhookDeliveryDto, toWebhookDto } from './webhook-responses.js';
import type {
  IssuedSecretDto,
  WebhookDeliveriesQuery,
  WebhookDeliveryListDto,
  WebhookDto,
} from './webhooks.dto.js';

/** The webhook of a key, its secrets, and the log of what was sent. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly webhooks: KeyWebhooks,
    private readonly secrets: WebhookSecrets,
    private readonly outgoing: OutgoingQueries,
    private readonly store: OutgoingStore,
  ) {}

  async get({ id }: Identity): Promise<WebhookDto> {
    const [webhook, secrets] = await Promise.all([this.webhooks.find(id), this.secrets.list(id)]);
    return toWebhookDto(webhook, secrets);
  }

  async set({ url, events }: WebhookRequest, caller: Caller): Promise<WebhookDto> {
    await this.webhooks.set(caller.id, url, events, actorOf(caller));
    return this.get(caller);
  }

  async remove(caller: Caller): Promise<WebhookDto> {
    await this.webhooks.remove(caller.id, actorOf(caller));
    return this.get(caller);
  }

  async rotate(request: SecretRequest, caller: Caller): Promise<IssuedSecretDto> {
    const seconds = request['overlap-seconds'];
    const secret = await this.secrets.rotate(caller.id, seconds, actorOf(caller));
    return { secret: secretText(secret), overlap_seconds: seconds };
  }

  /** @throws ApiError WEBHOOK_NOT_SET */
  async ping(url: string | null, caller: Caller): Promise<Outgoing> {
    const target = url ?? (await this.webhooks.find(caller.id))?.url;
    if (target === undefined) {
      throw new ApiError(
        'WEBHOOK_NOT_SET',
        'Your key has no webhook. Set one with PUT /webhooks, or send a `url`.',
      );
    }
    return this.find(await this.outgoing.ping(target, actorOf(caller)), caller);
  }

  async list(query: WebhookDeliveriesQuery, key: Identity): Promise<WebhookDeliveryListDto> {
    const filter = {
      ...createdBetween(query),
      keyId: visibleOwner(key),
      jobId: query.job_id ?? null,
      state: query.state ?? null,
      event: query.event ?? null,
    };
    const after = cursorPosition(query, 'uuid');
    const { rows, hasMore } = await this.outgoing.page(filter, query.limit, after);
    const last = rows.at(-1);
    return {
      deliveries: rows.map(toWebhookDeliveryDto),
      pagination: cursorPagination(query, hasMore, last && { at: last.createdAt, id: last.id }),
    };
  }

  /** @throws ApiError DELIVERY_NOT_FOUND */
  find(id: string, key: Identity): Promise<Outgoing> {
    return findVisible(id, key, {
      find: async (deliveryId) => {
        const row = await this.outgoing.find(deliveryId);
        return row?.kind === 'webhook' ? row : null;
      },
      notFound: () =>
        new ApiError('DELIVERY_NOT_FOUND', 'No delivery with this ID belongs to your key.'),
    });
  }

  /** @throws ApiError DELIVERY_NOT_FOUND, DELIVERY_PENDING */
  async replay(id: string, caller: Caller): Promise<Outgoing> {
    const row = await this.find(id, caller);
    if (!(await this.store.repeat(row.id, actorOf(caller), 'webhook.replayed'))) {
      throw new ApiError('DELIVERY_PENDING', 'This delivery has not ended. Its attempts go on.');
    }
    return this.find(id, caller);
  }
}
