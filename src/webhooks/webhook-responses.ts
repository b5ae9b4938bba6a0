import type { Outgoing } from '../engine/outgoing/outgoing.js';
import { webhookId } from '../engine/outgoing/outgoing.js';
import type { KeyWebhook } from '../engine/webhooks/key-webhooks.js';
import type { SecretInfo } from '../engine/webhooks/webhook-secrets.js';
import type { WebhookDeliveryDetailsDto, WebhookDeliveryDto, WebhookDto } from './webhooks.dto.js';

export function toWebhookDto(
  webhook: KeyWebhook | null,
  secrets: readonly SecretInfo[],
): WebhookDto {
  return {
    webhook: webhook && {
      url: webhook.url,
      events: webhook.events,
      created_at: webhook.createdAt.toISOString(),
      updated_at: webhook.updatedAt.toISOString(),
      disabled_at: webhook.disabledAt?.toISOString() ?? null,
      disabled_reason: webhook.disabledReason,
    },
    secrets: secrets.map(({ createdAt, expiresAt }) => ({
      created_at: createdAt.toISOString(),
      expires_at: expiresAt?.toISOString() ?? null,
    })),
  };
}

export function toWebhookDeliveryDto(row: Outgoing): WebhookDeliveryDto {
  return {
    id: row.id,
    webhook_id: webhookId(row),
    event: row.event!,
    job_id: row.jobId,
    batch_id: row.batchId,
    origin: row.origin,
    url: row.target,
    state: row.state,
    attempts: row.attempts,
    last_attempt: row.log.at(-1) ?? null,
    next_attempt_at: row.state === 'pending' ? row.nextAttemptAt.toISOString() : null,
    created_at: row.createdAt.toISOString(),
    finished_at: row.finishedAt?.toISOString() ?? null,
  };
}

export function toWebhookDetailsDto(row: Outgoing): WebhookDeliveryDetailsDto {
  return Object.assign(toWebhookDeliveryDto(row), { log: row.log });
}
