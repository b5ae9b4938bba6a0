import { JobFailure } from '../../src/core/job/job-failure.js';
import { probeSource } from '../../src/engine/media/probe/probe-source.js';
import { checkDamage } from '../../src/pipeline/sources/check-damage.js';
import type { Studio } from './studio.js';

/** The verdict on the source of an element: the reason for its rejection, or the warnings. */
export interface SourceVerdict {
  /** The message of `MEDIA_INVALID`, or null. */
  readonly refused: string | null;
  readonly warnings: readonly string[];
}

const POINTER = '/scenes/0/elements/0';

/** Probes a file and judges it, like the steps before a render. */
export async function judgeFile(
  studio: Studio,
  element: { type: string; src: string },
): Promise<SourceVerdict> {
  const { engines, dir } = studio;
  const project = studio.parse({ scenes: [{ duration: 1, elements: [element] }] });
  const at = { pointer: POINTER, signal: new AbortController().signal };
  try {
    const source = await engines.media.acquire(element.src, {
      ...{ ...at, localSources: true, workDir: dir },
    });
    const probed = await probeSource(
      source,
      { ffmpeg: engines.ffmpeg, media: engines.media, maxDurationSeconds: 600 },
      at,
    );
    return { refused: null, warnings: checkDamage(project, new Map([[element.src, probed]])) };
  } catch (error) {
    if (!(error instanceof JobFailure) || error.code !== 'MEDIA_INVALID') throw error;
    expect(error.pointer).toBe(POINTER);
    return { refused: error.message, warnings: [] };
  }
}
