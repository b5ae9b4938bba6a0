import { readCaptionSource } from '../../core/captions/read/read-caption-source.js';
import type { CaptionCue } from '../../core/captions/cues/caption-cue.js';
import { MAX_CAPTION_FILE_BYTES } from '../../core/captions/read/read-captions.js';
import { JobFailure } from '../../core/job/job-failure.js';
import type { Project, WordList } from '../../core/project/types/index.js';
import { decodeLenient, type LenientDecoding } from '../../core/text-encoding/decode-lenient.js';
import { MAX_WORD_JSON_BYTES } from '../../core/words/read-word-json.js';
import { guessEncoding } from '../../engine/files/guess-encoding.js';
import type { MediaSession } from '../../engine/media/store/media-session.js';
import type { PlanContext } from '../types/render-context.js';

/** JSON of a speech tool says more about each word than a caption file. */
const IS_JSON = /\.json($|[?#])/i;

/** The content of the captions: cues of a caption file, or words of a speech tool. */
export interface CaptionContent {
  readonly cues: readonly CaptionCue[] | null;
  readonly words: WordList | null;
  /** What was left out or guessed. Each sentence names the captions. */
  readonly warnings: readonly string[];
}

/** The largest caption file that is fetched from an address. */
export function maxCaptionBytes(src: string): number {
  return IS_JSON.test(src) ? MAX_WORD_JSON_BYTES : MAX_CAPTION_FILE_BYTES;
}

/**
 * Reads the captions of a video config, and fetches them if they are at an address.
 *
 * @returns null without captions
 * @throws JobFailure MEDIA_INVALID when it is not a caption file; see {@link MediaSession.acquireBytes}
 */
export async function fetchCaptions(
  { subtitles }: Project,
  media: MediaSession,
  { localSources, signal, workDir }: PlanContext,
): Promise<CaptionContent | null> {
  if (!subtitles?.captions) return null;
  const { captions, language } = subtitles;
  const pointer = `${subtitles.pointer}/captions`;
  const decoded =
    'text' in captions
      ? { text: captions.text, guessed: null, damagedLines: [] }
      : decodeLenient(
          await media.acquireBytes(captions.src, {
            pointer,
            localSources,
            signal,
            workDir,
            maxBytes: maxCaptionBytes(captions.src),
          }),
          language,
          guessEncoding,
        );
  const result = readCaptionSource(decoded.text);
  if ('problem' in result) throw new JobFailure('MEDIA_INVALID', result.problem, pointer);
  const { cues, words, warnings } =
    'words' in result
      ? { cues: null, words: result.words, warnings: [] }
      : { cues: result.cues, words: null, warnings: result.warnings };
  const sentences = [...decodingWarnings(decoded), ...warnings];
  return { cues, words, warnings: sentences.map((warning) => `${pointer}: ${warning}`) };
}

function decodingWarnings({ guessed, damagedLines }: LenientDecoding): string[] {
  const [first] = damagedLines;
  return [
    ...(guessed === null
      ? []
      : [
          `The file is not UTF-8 and was read as ${guessed}. If characters are wrong, save the file as UTF-8 or set "language".`,
        ]),
    ...(first === undefined
      ? []
      : [
          `Bytes that are not valid UTF-8 were left out, first in line ${first} (lines affected: ${damagedLines.length}).`,
        ]),
  ];
}
