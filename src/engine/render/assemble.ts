import { link, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { CHANNELS } from '../../core/render/mix.js';
import type { RenderPlan } from '../../core/render/types.js';
import { SAMPLE_RATE } from '../../core/timeline/types.js';
import type { Ffmpeg } from '../ffmpeg/ffmpeg.js';

const ASSEMBLE_TIMEOUT_MS = 30 * 60_000;

/**
 * Joins rendered segments by stream copy and adds the sound, encoded once for the whole video (the
 * priming samples of an encoder add up when each part has its own).
 *
 * @param workDir empty folder of this attempt; the video is made there
 * @returns path of the MP4
 */
export async function assemble(
  plan: RenderPlan,
  segmentPaths: readonly string[],
  mixedSound: AsyncIterable<Buffer>,
  { ffmpeg, workDir, signal }: { ffmpeg: Ffmpeg; workDir: string; signal: AbortSignal },
): Promise<string> {
  const { num, den } = plan.fps;
  const entries = await Promise.all(
    segmentPaths.map(async (path, index) => {
      // A name of our own, and a file that stays while the cache may drop its entry.
      const name = `segment-${index}.mp4`;
      await link(path, join(workDir, name));
      const seconds = ((plan.segments[index]!.frameCount * den) / num).toFixed(9);
      return `file ${name}\nduration ${seconds}\n`;
    }),
  );
  await writeFile(join(workDir, 'segments.txt'), `ffconcat version 1.0\n${entries.join('')}`);
  await ffmpeg.run({
    inputs: [
      { path: 'segments.txt', options: ['-protocol_whitelist', 'file', '-f', 'concat'] },
      {
        path: 'pipe:0',
        options: ['-f', 'f32le', '-ar', String(SAMPLE_RATE), '-ac', String(CHANNELS)],
      },
    ],
    outputOptions: [
      ...['-map', '0:v:0', '-map', '1:a:0', '-c:v', 'copy'],
      ...['-c:a', 'aac', '-b:a', '192k', '-video_track_timescale', String(num)],
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
