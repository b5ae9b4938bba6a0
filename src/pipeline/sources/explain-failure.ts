import { dirname } from 'node:path';
import { JobFailure } from '../../core/job/job-failure.js';
import { allVisuals } from '../../core/timeline/all-clips.js';
import type { VisualClip } from '../../core/timeline/types.js';
import { FfmpegError } from '../../engine/ffmpeg/ffmpeg-error.js';
import { isEndedFromOutside } from '../../engine/ffmpeg/repeat-ended.js';
import type { FfmpegService } from '../../engine/ffmpeg/ffmpeg.service.js';
import { isStorageFull } from '../../engine/ffmpeg/storage-full.js';
import { pictureInputOptions } from '../../engine/media/formats/source-inputs.js';
import type { PlannedVideo } from '../types/planned-video.js';
import type { PlanContext } from '../types/render-context.js';

const DECODE_TIMEOUT_MS = 10 * 60_000;
const CRASH_SIGNALS: ReadonlySet<string> = new Set([
  'SIGSEGV',
  'SIGABRT',
  'SIGBUS',
  'SIGFPE',
  'SIGILL',
]);

type FailureContext = Pick<PlanContext, 'signal' | 'workDir'>;

/**
 * Finds the source that made a render fail: the first with pictures that cannot be decoded. Sources are
 * decoded only after a failure, because decoding all of them costs as much as rendering.
 *
 * @returns a JobFailure that names the element, or the error itself if no source caused it
 */
export async function explainFailure(
  error: unknown,
  { timeline, sourceOf }: PlannedVideo,
  ffmpeg: FfmpegService,
  context: FailureContext,
): Promise<unknown> {
  if (error instanceof JobFailure || isStorageFull(error) || context.signal.aborted) return error;
  if (isEndedFromOutside(error)) return error;
  if (error instanceof FfmpegError && error.end.timedOut) return error;
  const clips = firstOfEachSource(allVisuals(timeline.visuals));
  for (const clip of clips) {
    try {
      await decodePicture(clip, sourceOf, ffmpeg, context);
    } catch (damage) {
      if (!(damage instanceof FfmpegError) || damage.end.cancelled) return error;
      if (isEndedFromOutside(damage)) return error;
      return mediaInvalid(
        'The picture of the source cannot be decoded. The file is damaged.',
        clip.pointer,
        error,
      );
    }
  }
  if (!(error instanceof FfmpegError) || !CRASH_SIGNALS.has(error.end.signal ?? '')) return error;
  // A crash does not reveal which source caused it, unless there is only one.
  const [only] = clips;
  return mediaInvalid(
    'ffmpeg crashed on a picture. Its source is damaged, or this version of ffmpeg is too old.',
    clips.length === 1 && only ? only.pointer : null,
    error,
  );
}

/** The first clip of each picture source. Shapes and groups have no source. */
function firstOfEachSource(visuals: readonly VisualClip[]): VisualClip[] {
  const seen = new Set<string>();
  return visuals.filter(
    ({ contentHash }) => contentHash !== '' && !seen.has(contentHash) && seen.add(contentHash),
  );
}

/** @throws FfmpegError when a picture cannot be decoded */
async function decodePicture(
  { contentHash, traits }: VisualClip,
  sourceOf: PlannedVideo['sourceOf'],
  ffmpeg: FfmpegService,
  { workDir, signal }: FailureContext,
): Promise<void> {
  const source = sourceOf(contentHash);
  const strict = ['-xerror', '-err_detect', 'explode'];
  await ffmpeg.run({
    inputs: [{ path: source.path, options: [...strict, ...pictureInputOptions(source, traits)] }],
    outputOptions: ['-map', `0:v:${traits.stream}`, '-f', 'null'],
    output: '-',
    cwd: dirname(workDir),
    signal,
    timeoutMs: DECODE_TIMEOUT_MS,
  });
}

function mediaInvalid(message: string, pointer: string | null, cause: unknown): JobFailure {
  return new JobFailure('MEDIA_INVALID', message, pointer, { cause });
}
