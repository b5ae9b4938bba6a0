import { join } from 'node:path';
import { Readable } from 'node:stream';
import { CHANNELS } from '../../core/render/mix.js';
import type { RenderPlan } from '../../core/render/types.js';
import { SAMPLE_RATE } from '../../core/timeline/types.js';
import type { Ffmpeg } from '../ffmpeg/ffmpeg.js';
import { writeVideoTrack } from './write-video-track.js';

const ASSEMBLE_TIMEOUT_MS = 30 * 60_000;

/**
 * Joins rendered segments by stream copy and adds the sound, encoded once for the whole video (the
 * priming samples of an encoder add up when each part has its own).
 *
 * @param workDir folder of this attempt; the video is made there
 * @returns path of the MP4
 */
export async function assemble(
  plan: RenderPlan,
  segmentPaths: readonly string[],
  mixedSound: AsyncIterable<Buffer>,
  { ffmpeg, workDir, signal }: { ffmpeg: Ffmpeg; workDir: string; signal: AbortSignal },
): Promise<string> {
  await writeVideoTrack(plan, segmentPaths, join(workDir, 'track.mp4'));
  await ffmpeg.run({
    inputs: [
      { path: 'track.mp4', options: ['-protocol_whitelist', 'file', '-f', 'mov'] },
      {
        path: 'pipe:0',
        options: ['-f', 'f32le', '-ar', String(SAMPLE_RATE), '-ac', String(CHANNELS)],
      },
    ],
    outputOptions: [
      ...['-map', '0:v:0', '-map', '1:a:0', '-c:v', 'copy'],
      ...['-c:a', 'aac', '-b:a', '192k', '-video_track_timescale', String(plan.fps.num)],
      ...['-movflags', '+faststart', '-map_metadata', '-1'],
    ],
    output: 'video.mp4',
    cwd: workDir,
    signal,
    timeoutMs: ASSEMBLE_TIMEOUT_MS,
    stdin: Readable.from(mixedSound),
  });
  return join(workDir, 'video.mp4');
}
