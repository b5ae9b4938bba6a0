import type { PreviewCall, PreviewPart } from '../pipeline/previews/preview-call.js';
import type { JobFailureCode } from '../core/job/job-failure.js';

/** What the API tells its preview process. `settings` are those of the program. */
export type PreviewHostMessage =
  | { readonly kind: 'start'; readonly settings: unknown }
  | { readonly kind: 'call'; readonly id: number; readonly call: PreviewCall }
  /** Asks for the next part, so that parts never pile up between the processes. */
  | { readonly kind: 'next'; readonly id: number }
  | { readonly kind: 'leave'; readonly id: number }
  | { readonly kind: 'stop' };

/** What the preview process tells the API. */
export type PreviewProcessMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string }
  /** Answers `leave` at once: the process is not stuck. */
  | { readonly kind: 'left'; readonly id: number }
  | { readonly kind: 'part'; readonly id: number; readonly part: PreviewPart }
  | { readonly kind: 'end'; readonly id: number }
  | { readonly kind: 'error'; readonly id: number; readonly failure: PreviewFailure };

/** The `JobFailure` of a preview. The process logs what led to it. */
export interface PreviewFailure {
  readonly code: JobFailureCode;
  readonly message: string;
  readonly pointer: string | null;
}
