import { readCaptionSource } from '../../core/captions/read/read-caption-source.js';
import type { CaptionCue } from '../../core/captions/cues/caption-cue.js';
import { MAX_CAPTION_FILE_BYTES } from '../../core/captions/read/read-captions.js';
import { JobFailure } from '../../core/job/job-failure.js';
import type { Project, WordList } from '../../core/project/types/index.js';
import { decodeLenient, type LenientDecoding } from '../../core/text-encoding/decode-lenient.js';
import { MAX_WORD_JSON_BYTES } from '../../core/words/read-word-json.js';
import { guessEncoding } from '../../engine/files/guess-encoding.js';
import type { MediaSession } from '../../engine/media/store/media-session.js';
import type { RenderContext } from '../render-context.js';

/** Addresses of JSON, which has more to say of a word than a caption file. */
const IS_JSON = /\.json($|[?#])/i;

/** What the captions of a project say: cues of a file, or words of a speech tool. */
export interface CaptionContent {
  readonly cues: readonly CaptionCue[] | null;
  readonly words: WordList | null;
  /** Sentences on what was left out or guessed; each names the captions. */
  readonly warnings: readonly string[];
}

/** The largest file that captions may be at an address. */
export function largestCaptions(src: string): number {
  return IS_JSON.test(src) ? MAX_WORD_JSON_BYTES : MAX_CAPTION_FILE_BYTES;
}

/**
 * What a project's captions say, fetched where they are named by an address; null: it has none.
 *
 * @throws JobFailure MEDIA_INVALID when it is no caption file, or as any source when it cannot be had
 */
export async function fetchCaptions(
  { subtitles }: Project,
  media: MediaSession,
  { localSources, signal, workDir }: Pick<RenderContext, 'localSources' | 'signal' | 'workDir'>,
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
            maxBytes: largestCaptions(captions.src),
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
  const all = [...decodingWarnings(decoded), ...warnings];
  return { cues, words, warnings: all.map((warning) => `${pointer}: ${warning}`) };
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
          `Removed bytes that are not valid UTF-8 from ${damagedLines.length === 1 ? '1 line' : `${damagedLines.length} lines`}, starting at line ${first}.`,
        ]),
  ];
}
