import type { components } from './schema.js';

type Schemas = components['schemas'];

/** A video config. */
export type VideoConfig = Schemas['VideoConfig'];
/** A video config with variables and expressions. */
export type VideoTemplate = Schemas['VideoTemplate'];

/** A template of the service, with values for its variables. */
export interface TemplateRequest {
  readonly template: string;
  readonly 'template-revision'?: number;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly 'client-data'?: unknown;
  readonly priority?: number;
}

/** What a video is made from. */
export type VideoRequest = VideoConfig | VideoTemplate | TemplateRequest;

/** Many videos from one config or template. */
export interface BatchRequest {
  readonly template?: string;
  readonly 'template-revision'?: number;
  readonly config?: VideoConfig | VideoTemplate;
  readonly priority?: number;
  readonly webhook?: { readonly url: string };
  readonly items: readonly {
    readonly variables?: Readonly<Record<string, unknown>>;
    readonly 'client-data'?: unknown;
    readonly priority?: number;
  }[];
}

export type CreatedJob = Schemas['CreatedJobDto'];
export type CreatedBatch = Schemas['CreatedBatchDto'];
export type Batch = Schemas['BatchDto'];
export type Job = Schemas['JobDto'];
export type JobStatus = Schemas['JobStatusDto'];
export type JobList = Schemas['JobListDto'];
export type Video = Schemas['VideoDto'];
export type VideoList = Schemas['VideoListDto'];
export type VideoLink = Schemas['VideoLinkDto'];
export type Validation = Schemas['ValidationDto'];
export type Timeline = Schemas['TimelineDto'];
export type Transcript = Schemas['TranscriptDto'];
export type Asset = Schemas['AssetDto'];
export type AssetList = Schemas['AssetListDto'];
export type Template = Schemas['TemplateDto'];
export type TemplateContent = Schemas['TemplateContentDto'];
export type TemplateList = Schemas['TemplateListDto'];
/** A variable that a template declares. */
export type DeclaredVariable = Schemas['DeclaredVariableDto'];
export type Webhook = Schemas['WebhookDto'];
/** Something that was sent to a webhook. */
export type WebhookDelivery = Schemas['WebhookDeliveryDto'];
export type WebhookDeliveryDetails = Schemas['WebhookDeliveryDetailsDto'];
export type WebhookDeliveryList = Schemas['WebhookDeliveryListDto'];
/** A video on its way to a destination. */
export type Delivery = Schemas['DeliveryDto'];
export type AuditEvent = Schemas['AuditEventDto'];
export type AuditList = Schemas['AuditListDto'];
export type OwnKey = Schemas['OwnKeyDto'];
export type Key = Schemas['KeyDto'];
/** A key with its secret, which no later response contains. */
export type IssuedKey = Schemas['IssuedKeyDto'];
export type KeyContent = Schemas['CreateKeyDto'];
/** Limits that a key has itself. Null: those of the configuration. */
export type KeyLimits = Schemas['OwnLimitsDto'];

/** Where a render is. */
export interface Progress {
  readonly job_id: string;
  readonly status: JobStatus['status'];
  /** 0 to 100. */
  readonly progress: number;
  readonly current_step: string | null;
  readonly attempt: number;
}

/** An event of a job, as `videos.events` gives it. */
export type JobEvent =
  | { readonly type: 'progress'; readonly id: null; readonly data: Progress }
  | { readonly type: string; readonly id: string; readonly data: AuditEvent };

/** What every method takes. */
export interface RequestOptions {
  /** Ends the request. */
  readonly signal?: AbortSignal | undefined;
  /** Replaces the time limit of the client. */
  readonly timeoutMs?: number | undefined;
}

export interface CreateOptions extends RequestOptions {
  /** The same key with the same body creates one video. The default is a new key for each call. */
  readonly idempotencyKey?: string | undefined;
}

/** Selects a page of a list that is read by cursor. */
export interface CursorOptions extends RequestOptions {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly createdAfter?: string | undefined;
  readonly createdBefore?: string | undefined;
}

/** Selects a page of a list. */
export interface PageOptions extends CursorOptions {
  readonly offset?: number | undefined;
  readonly status?: JobStatus['status'] | undefined;
}
