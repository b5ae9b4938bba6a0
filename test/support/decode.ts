import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Decodes what tests render. It is linked statically, so that it starts with a tenth of the CPU time of an ffmpeg of
 * Debian, and mostly it is another decoder than that of the service.
 */
export const STATIC_FFMPEG = (
  createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg') as { path: string }
).path;

/**
 * MD5 of each decoded frame of a video, in display order. Fails if the decoder reports anything.
 */
export async function frameHashes(ffmpegPath: string, ...input: string[]): Promise<string[]> {
  const { stdout, stderr } = await run(
    ffmpegPath,
    [
      '-v',
      'warning',
      '-xerror',
      '-err_detect',
      'explode',
      ...input,
      '-map',
      '0:v:0',
      '-vsync',
      'passthrough',
    ].concat(['-f', 'framemd5', '-']),
    { maxBuffer: 64 << 20 },
  );
  const warnings = stderr.replace(/^-vsync is deprecated.*$/m, '').trim();
  if (warnings !== '') throw new Error(`decoding warned: ${warnings}`);
  return stdout
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(',').at(-1)!.trim());
}
