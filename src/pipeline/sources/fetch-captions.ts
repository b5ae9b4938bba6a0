import { readCaptionSource } from '../../core/captions/read/read-caption-source.js';
import type { CaptionCue } from '../../core/captions/cues/caption-cue.js';
import { MAX_CAPTION_FILE_BYTES } from '../../core/captions/read/read-captions.js';
import { assetIdOf } from '../../core/sources/asset-address.js';
import { JobFailure } from '../../core/job/job-failure.js';
import type { Project, WordList } from '../../core/project/types/index.js';
import { decodeLenient, type LenientDecoding } from '../../core/text-encoding/decode-lenient.js';
import { MAX_WORD_JSON_BYTES } from '../../core/words/read-word-json.js';
import { guessEncoding } from '../../engine/files/guess-encoding.js';
import type { MediaSession } from '../../engine/media/store/media-session.js';
import type { PlanContext } from '../types/render-context.js';

/** The JSON of a speech tool is larger than a caption file, so its limit is higher. */
const IS_JSON = /\.json($|[?#])/i;

/** The content of `captions`: the cues of a caption file, or the words of a speech tool. */
export interface CaptionContent {
  readonly cues: readonly CaptionCue[] | null;
  readonly words: WordList | null;
  /** Sentences about skipped parts and guesses. Each names the field. */
  readonly warnings: readonly string[];
}

/** The size limit for captions that are fetched. The address of an asset does not tell its type. */
export function maxCaptionBytes(src: string): number {
  return IS_JSON.test(src) || assetIdOf(src) !== null
    ? MAX_WORD_JSON_BYTES
    : MAX_CAPTION_FILE_BYTES;
}

/**
 * Reads the captions of a video config, and fetches them if `captions` is an address.
 *
 * @returns null without captions
 * @throws JobFailure MEDIA_INVALID when the file is not a caption file; see {@link MediaSession.acquireBytes}
 */
export async function fetchCaptions(
  { subtitles }: Project,
  media: MediaSession,
  { localSources, fetchAsset, signal, workDir }: PlanContext,
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
            fetchAsset,
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
          `Bytes that are not valid UTF-8 were left out. The first is in line ${first}, and the number of affected lines is ${damagedLines.length}.`,
        ]),
  ];
}
