import { basename } from 'node:path';
import { JobFailure } from '../core/job/job-failure.js';
import { FfmpegError } from '../engine/ffmpeg/ffmpeg-error.js';
import { isEndedFromOutside } from '../engine/ffmpeg/repeat-ended.js';
import { isStorageFull } from '../engine/ffmpeg/storage-full.js';
import type { VideoResult } from '../engine/jobs/job-result.js';
import type { RenderReport } from '../pipeline/types/render-context.js';

const ENDED =
  'ffmpeg was ended from outside several times in a row. The machine may have too little memory. ' +
  'Nothing is known to be wrong with the video config and its sources.';

/** Converts an error to the failure that the client sees. The log contains the details. */
export function failureOf(error: unknown): JobFailure {
  if (error instanceof JobFailure) return error;
  if (isStorageFull(error)) {
    return new JobFailure('STORAGE_FULL', 'The disk of the service is full.');
  }
  if (error instanceof FfmpegError && (error.end.timedOut || error.end.stalled)) {
    return new JobFailure('RENDER_TIMEOUT', 'The render took too long. Make the video shorter.');
  }
  if (isEndedFromOutside(error)) return new JobFailure('RENDER_FAILED', ENDED);
  return new JobFailure(
    'RENDER_FAILED',
    'The video could not be rendered. The log of the service contains the reason.',
  );
}

/** Converts a render report to the stored result. */
export function resultOf(report: RenderReport): VideoResult {
  const { files, durationSeconds, width, height, frameRate, frames } = report;
  const { subtitles, segments, maxDriftFrames } = report;
  return {
    folder: basename(report.outputDir),
    files,
    durationSeconds,
    width,
    height,
    frameRate,
    frames,
    subtitles,
    segments,
    maxDriftFrames,
    videoCodec: 'h264',
    audioCodec: 'aac',
  };
}
