import { dirname } from 'node:path';
import { JobFailure } from '../../core/job/job-failure.js';
import { FfmpegError } from '../../engine/ffmpeg/ffmpeg-error.js';
import { isStorageFull } from '../../engine/ffmpeg/storage-full.js';
import { pictureInputOptions } from '../../engine/media/formats/source-inputs.js';
import type { PlannedVideo } from '../plan-video.js';
import type { RenderEngines } from '../render-context.js';

const DECODE_TIMEOUT_MS = 10 * 60_000;

/**
 * Why segments could not be rendered: the failure of the first element whose source cannot be decoded
 * without an error, else the error as it was. Decoding everything ahead would cost as much as rendering,
 * so it is looked for only when something went wrong.
 */
export async function blameSource(
  error: unknown,
  { timeline, sourceOf }: PlannedVideo,
  { ffmpeg }: RenderEngines,
  { workDir, signal }: { readonly workDir: string; readonly signal: AbortSignal },
): Promise<unknown> {
  if (error instanceof JobFailure || isStorageFull(error) || signal.aborted) return error;
  if (error instanceof FfmpegError && (error.end.timedOut || error.end.stalled)) return error;
  const seen = new Set<string>();
  for (const { kind, contentHash, traits, pointer } of timeline.visuals) {
    if (kind === 'shape' || seen.has(contentHash)) continue;
    seen.add(contentHash);
    const source = sourceOf(contentHash);
    try {
      await ffmpeg.run({
        inputs: [
          {
            path: source.path,
            options: ['-xerror', '-err_detect', 'explode', ...pictureInputOptions(source, traits)],
          },
        ],
        outputOptions: ['-map', `0:v:${traits.stream}`, '-f', 'null'],
        output: '-',
        cwd: dirname(workDir),
        signal,
        timeoutMs: DECODE_TIMEOUT_MS,
      });
    } catch (damage) {
      if (!(damage instanceof FfmpegError) || damage.end.cancelled) return error;
      return new JobFailure(
        'MEDIA_INVALID',
        'The picture of the source cannot be decoded; it is damaged.',
        pointer,
        { cause: error },
      );
    }
  }
  if (!(error instanceof FfmpegError) || !CRASHES.has(error.end.signal ?? '')) return error;
  // What brings down ffmpeg is something it was given; which, is known where there is only one.
  const [first] = timeline.visuals.filter(({ kind }) => kind !== 'shape');
  const only = first && seen.size === 1 ? first.pointer : null;
  const message =
    'ffmpeg broke down over a picture; its source is damaged, or this ffmpeg too old.';
  return new JobFailure('MEDIA_INVALID', message, only, { cause: error });
}

const CRASHES: ReadonlySet<string> = new Set(['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGILL']);
