import type { CaptionCue } from '../core/captions/caption-cue.js';
import { decodeCaptions } from '../core/captions/decode-captions.js';
import { readCaptionSource } from '../core/captions/read-caption-source.js';
import { LARGEST_CAPTIONS_BYTES } from '../core/captions/read-captions.js';
import { JobFailure } from '../core/errors/job-failure.js';
import type { Project, WordList } from '../core/project/types.js';
import { LARGEST_WORD_JSON_BYTES } from '../core/words/read-word-json.js';
import type { MediaStore } from '../engine/media/media-store.js';
import type { RenderContext } from './render-context.js';

/** Addresses of JSON, which has more to say of a word than a caption file. */
const IS_JSON = /\.json($|[?#])/i;

/** What the captions of a project say: cues of a file, or words of a speech tool. */
export interface CaptionContent {
  readonly cues: readonly CaptionCue[] | null;
  readonly words: WordList | null;
}

/**
 * What a project's captions say, fetched where they are named by an address; null: it has none.
 *
 * @throws JobFailure MEDIA_INVALID when it is no caption file, or as any source when it cannot be had
 */
export async function fetchCaptions(
  { subtitles }: Project,
  media: MediaStore,
  { localSources, signal, workDir }: Pick<RenderContext, 'localSources' | 'signal' | 'workDir'>,
): Promise<CaptionContent | null> {
  if (!subtitles?.captions) return null;
  const { captions } = subtitles;
  const pointer = `${subtitles.pointer}/captions`;
  const text =
    'text' in captions
      ? captions.text
      : decodeCaptions(
          await media.acquireBytes(captions.src, {
            ...{ pointer, localSources, signal, workDir },
            maxBytes: IS_JSON.test(captions.src) ? LARGEST_WORD_JSON_BYTES : LARGEST_CAPTIONS_BYTES,
          }),
        );
  const result = readCaptionSource(text);
  if ('problem' in result) throw new JobFailure('MEDIA_INVALID', result.problem, pointer);
  return 'words' in result
    ? { cues: null, words: result.words }
    : { cues: result.cues, words: null };
}
