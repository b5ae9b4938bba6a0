import { readFile, rm, writeFile } from 'node:fs/promises';
import { JobFailure } from '../../../core/job/job-failure.js';
import type { StoredSource } from '../formats/stored-source.js';
import type { MediaEngines } from '../store/media-engines.js';
import type { ConvertedSource, ConvertRequest } from './convert-heif.js';
import { drawApart } from './draw-apart.js';
import { answerLottie, type LottieFacts } from './lottie-process.js';

const PROGRAM = new URL('./lottie-process.js', import.meta.url);
const TIMEOUT_MS = 180_000;
/** Of all pictures together: a minute of 1080 x 1080 at 30 a second. */
const MAX_TOTAL_PIXELS = 2_000_000_000;
/** Up to this, small animations are drawn larger: ten seconds of work. */
const USUAL_TOTAL_PIXELS = 200_000_000;

/**
 * Converts a Lottie animation to an animated PNG file, each of its frames as it is, in a process of its own.
 *
 * @throws JobFailure MEDIA_INVALID if it cannot be drawn, MEDIA_LIMIT_EXCEEDED if it is too large
 */
export async function convertLottie(
  source: StoredSource,
  { media }: MediaEngines,
  { pointer, signal }: ConvertRequest,
): Promise<ConvertedSource> {
  let drawn: LottieFacts | null = null;
  const draw = async (output: string): Promise<LottieFacts> => {
    const pixels = { maxPixels: MAX_TOTAL_PIXELS, usualPixels: USUAL_TOTAL_PIXELS };
    const request = { source: source.path, output, ...pixels };
    const limits = { timeoutMs: TIMEOUT_MS, signal };
    const answer = await drawApart(PROGRAM, request, answerLottie, limits);
    if ('facts' in answer) return answer.facts;
    if (answer.isTooLarge) throw tooLarge(answer.problem, pointer);
    throw new JobFailure(
      'MEDIA_INVALID',
      `The source is a Lottie animation that cannot be drawn: ${answer.problem}. Export it as a video with alpha, or as GIF.`,
      pointer,
    );
  };
  const path = await media.derived(source, 'lottie-v1.apng', async (part) => {
    drawn = await draw(part);
  });
  const known = await media.derived(source, 'lottie-v1.json', async (part) => {
    const scratch = `${part}.again`;
    try {
      // The cache has the pictures but lost the facts: draw them again to get these.
      await writeFile(part, JSON.stringify(drawn ?? (await draw(scratch))));
    } finally {
      await rm(scratch, { force: true });
    }
  });
  const drawing = JSON.parse(await readFile(known, 'utf8')) as LottieFacts;
  return {
    source: { ...source, path, demuxer: 'apng', drawing },
    complaints: {},
    missing: null,
  };
}

function tooLarge(why: string, pointer: string): JobFailure {
  return new JobFailure(
    'MEDIA_LIMIT_EXCEEDED',
    `The source is a Lottie animation that is too large: ${why}. At most 10,000 frames, 5,000 layers, ` +
      `and ${MAX_TOTAL_PIXELS / 1_000_000} million pixels of all frames together are allowed.`,
    pointer,
  );
}
