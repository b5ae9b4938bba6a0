/** Events of a job that a webhook can be told. */
export const JOB_WEBHOOK_EVENTS = [
  'job.completed',
  'job.failed',
  'job.cancelled',
  'delivery.completed',
  'delivery.failed',
] as const;

/** Events that the webhook of a key can be told. */
export const WEBHOOK_EVENTS = [...JOB_WEBHOOK_EVENTS, 'batch.completed'] as const;

export type JobWebhookEvent = (typeof JOB_WEBHOOK_EVENTS)[number];
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
