export { VideoCraft } from './client.js';
export type { ApiRequest, ClientOptions } from './transport.js';
export type { Download } from './download.js';
export type { EventsOptions } from './job-events.js';
export type { WaitOptions } from './wait-for-job.js';
export type { DownloadOptions, LinkOptions } from './videos.js';
export type { Draft, DraftOptions, Still, StillOptions, TimelineOptions } from './previews.js';
export type { Uploadable, UploadOptions } from './assets.js';
export type { AuditOptions } from './audit.js';
export type { DeliveriesOptions } from './webhooks.js';
export {
  type VerifyOptions,
  verifyWebhook,
  type WebhookEvent,
  type WebhookHeaders,
} from './verify-webhook.js';
export {
  ApiError,
  ConnectionError,
  type FieldError,
  JobFailedError,
  type Refusal,
  TimeoutError,
  VideoCraftError,
  WebhookVerificationError,
} from './errors.js';
export type * from './types.js';
export type { components, operations, paths } from './schema.js';
