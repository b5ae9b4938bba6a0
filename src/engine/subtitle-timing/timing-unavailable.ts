import { JobFailure } from '../../core/job/job-failure.js';

/** Advice for authors and operators when words cannot be timed. */
export const TIMING_ADVICE =
  'Add the script as "text" or the word times as "words" to the element that speaks or to the subtitles element, ' +
  'or add a caption file as "captions" to the subtitles element. ' +
  'The operator can also set VIDEOCRAFT_RECOGNITION_URL to a speech recognition engine, ' +
  'or VIDEOCRAFT_RECOGNITION_MODEL to a model that "videocraft models list" shows.';

export function timingUnavailable(message: string, pointer: string, cause?: unknown): JobFailure {
  return new JobFailure('TIMING_UNAVAILABLE', message, pointer, { cause });
}
