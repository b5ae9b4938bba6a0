import type { OutgoingKind } from './outgoing-queue.js';

/** The states of what is sent. The last two are final. */
export const OUTGOING_STATES = ['pending', 'delivered', 'failed'] as const;
export type OutgoingState = (typeof OUTGOING_STATES)[number];

/** An attempt, for who looks at the log. */
export interface LoggedAttempt {
  readonly at: string;
  /** Of the response, or null without one. */
  readonly status: number | null;
  readonly milliseconds: number;
  readonly error: string | null;
  /** The beginning of the response. */
  readonly answer: string | null;
}

/** The files that are at their destination. */
export interface OutgoingResult {
  readonly files: readonly { readonly name: string; readonly path: string }[];
}

/** A webhook to send, or a video to deliver. */
export interface Outgoing {
  readonly id: string;
  readonly kind: OutgoingKind;
  readonly keyId: string;
  readonly jobId: string | null;
  readonly batchId: string | null;
  /** The delivery that a webhook is about. */
  readonly about: string | null;
  readonly event: string | null;
  readonly origin: 'job' | 'batch' | 'key' | 'ping';
  /** The address of a webhook; the name or the address of a destination. */
  readonly target: string;
  readonly options: {
    readonly name?: string | null;
    readonly url?: string | null;
    readonly path?: string;
    readonly files?: 'video' | 'all';
    readonly position?: number;
  };
  readonly state: OutgoingState;
  readonly attempts: number;
  /** The number of attempts before it was sent again by hand. */
  readonly retryFrom: number;
  readonly createdAt: Date;
  readonly nextAttemptAt: Date;
  readonly finishedAt: Date | null;
  readonly log: readonly LoggedAttempt[];
  readonly result: OutgoingResult | null;
}

export const COLUMNS = `outgoing.id, outgoing.kind, outgoing.key_id AS "keyId", outgoing.job_id AS "jobId",
  outgoing.batch_id AS "batchId", about, event, origin, target, options, state, attempts,
  retry_from AS "retryFrom", outgoing.created_at AS "createdAt", next_attempt_at AS "nextAttemptAt",
  outgoing.finished_at AS "finishedAt", log, outgoing.result`;

/** The ID of an event: the same at each attempt, and when it is sent again by hand. */
export function webhookId({ id }: Pick<Outgoing, 'id'>): string {
  return `msg_${id.replaceAll('-', '')}`;
}
