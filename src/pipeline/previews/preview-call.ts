import type {
  DraftOptions,
  DraftPart,
  PreviewInput,
  Still,
  StillOptions,
} from './preview-input.js';
import type { TimelineDescription } from './timeline-description.js';

/** A preview to make. Plain data, which passes between processes. */
export type PreviewCall =
  | { readonly kind: 'timeline'; readonly input: PreviewInput; readonly peaksPerSecond: number }
  | { readonly kind: 'still'; readonly input: PreviewInput; readonly options: StillOptions }
  | { readonly kind: 'draft'; readonly input: PreviewInput; readonly options: DraftOptions };

/** What a preview consists of: one value, or the parts of a draft. */
export type PreviewPart = TimelineDescription | Still | DraftPart;

/** Makes previews. Who takes no further part, or aborts the signal, ends the work. */
export interface PreviewMaker {
  /**
   * @throws JobFailure for problems that the author of the config can fix, PreviewMakerLost if its process ended, and
   *   the reason of the signal
   */
  run(call: PreviewCall, signal: AbortSignal): AsyncGenerator<PreviewPart>;
}

/** The process that makes previews has ended. */
export class PreviewMakerLost extends Error {
  override readonly name = 'PreviewMakerLost';
}
