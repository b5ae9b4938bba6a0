import type { CaptionCue } from '../core/captions/caption-cue.js';
import { decodeCaptions } from '../core/captions/decode-captions.js';
import { LARGEST_CAPTIONS_BYTES, readCaptions } from '../core/captions/read-captions.js';
import { JobFailure } from '../core/errors/job-failure.js';
import type { Project } from '../core/project/types.js';
import type { MediaSession } from '../engine/media/media-session.js';
import type { RenderContext } from './render-context.js';

/**
 * The cues of a project's caption file, fetched where it is named by its address; null: it has none.
 *
 * @throws JobFailure MEDIA_INVALID when it is no caption file, or as any source when it cannot be had
 */
export async function fetchCaptions(
  { subtitles }: Project,
  media: MediaSession,
  { localSources, signal, workDir }: Pick<RenderContext, 'localSources' | 'signal' | 'workDir'>,
): Promise<readonly CaptionCue[] | null> {
  if (!subtitles?.captions) return null;
  const { captions } = subtitles;
  const pointer = `${subtitles.pointer}/captions`;
  const text =
    'text' in captions
      ? captions.text
      : decodeCaptions(
          await media.acquireBytes(captions.src, {
            ...{ pointer, localSources, signal, workDir },
            maxBytes: LARGEST_CAPTIONS_BYTES,
          }),
        );
  const result = readCaptions(text);
  if ('problem' in result) throw new JobFailure('MEDIA_INVALID', result.problem, pointer);
  return result.cues;
}
