import { join } from 'node:path';
import type { RenderPlan } from '../../core/render/types.js';
import type { Ffmpeg } from '../ffmpeg/ffmpeg.js';
import { writeVideoTrack } from './write-video-track.js';

const ASSEMBLE_TIMEOUT_MS = 30 * 60_000;
const LOCAL_MP4 = ['-protocol_whitelist', 'file', '-f', 'mov'];

/**
 * Joins rendered segments and the encoded sound to a video, by stream copy only.
 *
 * @param workDir folder of this attempt; the video is made there
 * @returns path of the MP4
 */
export async function assemble(
  plan: RenderPlan,
  segmentPaths: readonly string[],
  soundPath: string,
  { ffmpeg, workDir, signal }: { ffmpeg: Ffmpeg; workDir: string; signal: AbortSignal },
): Promise<string> {
  await writeVideoTrack(plan, segmentPaths, join(workDir, 'track.mp4'));
  await ffmpeg.run({
    inputs: [
      { path: 'track.mp4', options: LOCAL_MP4 },
      { path: soundPath, options: LOCAL_MP4 },
    ],
    outputOptions: [
      ...['-map', '0:v:0', '-map', '1:a:0', '-c', 'copy'],
      ...['-video_track_timescale', String(plan.fps.num)],
      ...['-movflags', '+faststart', '-map_metadata', '-1'],
    ],
    output: 'video.mp4',
    cwd: workDir,
    signal,
    timeoutMs: ASSEMBLE_TIMEOUT_MS,
  });
  return join(workDir, 'video.mp4');
}
