import { JobFailure } from '../../core/job/job-failure.js';

/** What an author or an operator can do about words that cannot be timed. */
export const HOW_TO_HELP =
  'Give the script as "text", or the words with their times as "words", on the audio or the subtitles element, ' +
  'or a caption file as "captions" on the latter; ' +
  'or let the operator set VIDEOCRAFT_RECOGNITION_URL to a speech recognition engine, or ' +
  'VIDEOCRAFT_RECOGNITION_MODEL to a speech model ("videocraft models list" names them).';

export function timingUnavailable(message: string, pointer: string, cause?: unknown): JobFailure {
  return new JobFailure('TIMING_UNAVAILABLE', message, pointer, { cause });
}
