import {
  LARGEST_CAPTIONS_BYTES,
  readCaptions,
  type ReadCues,
} from '../core/captions/read-captions.js';
import { JobFailure } from '../core/errors/job-failure.js';
import type { Project } from '../core/project/types.js';
import { decodeText, type DecodedText } from '../core/text/decode-text.js';
import { guessEncoding } from '../engine/encoding/guess-encoding.js';
import type { MediaSession } from '../engine/media/media-session.js';
import type { RenderContext } from './render-context.js';

/**
 * The cues of a project's caption file, fetched where it is named by its address; null: it has none.
 *
 * @returns cues, and warnings that name the captions
 * @throws JobFailure MEDIA_INVALID when it is no caption file, or as any source when it cannot be had
 */
export async function fetchCaptions(
  { subtitles }: Project,
  media: MediaSession,
  { localSources, signal, workDir }: Pick<RenderContext, 'localSources' | 'signal' | 'workDir'>,
): Promise<ReadCues | null> {
  if (!subtitles?.captions) return null;
  const { captions, language } = subtitles;
  const pointer = `${subtitles.pointer}/captions`;
  const decoded =
    'text' in captions
      ? { text: captions.text, guessed: null, damagedLines: [] }
      : decodeText(
          await media.acquireBytes(captions.src, {
            ...{ pointer, localSources, signal, workDir },
            maxBytes: LARGEST_CAPTIONS_BYTES,
          }),
          language,
          guessEncoding,
        );
  const result = readCaptions(decoded.text);
  if ('problem' in result) throw new JobFailure('MEDIA_INVALID', result.problem, pointer);
  const warnings = [...decodingWarnings(decoded), ...result.warnings];
  return { cues: result.cues, warnings: warnings.map((warning) => `${pointer}: ${warning}`) };
}

function decodingWarnings({ guessed, damagedLines }: DecodedText): string[] {
  const [first] = damagedLines;
  return [
    ...(guessed === null
      ? []
      : [
          `The file is not UTF-8 and was read as ${guessed}. If letters are wrong, save it as UTF-8, or set "language".`,
        ]),
    ...(first === undefined
      ? []
      : [
          `Bytes that are not UTF-8 are left out of ${damagedLines.length} of its lines, the first of them line ${first}.`,
        ]),
  ];
}
