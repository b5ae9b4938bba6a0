import type { JobWebhookEvent } from '../../job/webhook-events.js';

/** An address that is told what becomes of a job. */
export interface Webhook {
  readonly url: string;
  readonly events: readonly JobWebhookEvent[];
}

/** Where the files of a finished video are delivered. Either `name` or `url` is set. */
export interface Destination {
  /** The name that the operator gave the destination. */
  readonly name: string | null;
  /** An address that accepts one file, signed by whoever owns it. */
  readonly url: string | null;
  /** The path within the destination, with placeholders. */
  readonly path: string;
  readonly files: 'video' | 'all';
  /** JSON pointer of `name` or `url`, for issues that depend on the service. */
  readonly pointer: string;
}

/** What happens with a finished video. */
export interface Delivery {
  readonly webhooks: readonly Webhook[];
  readonly destinations: readonly Destination[];
  /** The name for saving the video, or null. */
  readonly filename: string | null;
  /** Whether the job only shows moments of a draft. The webhook of its key is not told of it. */
  readonly stills: boolean;
}
