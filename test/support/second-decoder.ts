import { args } from '../../src/core/util/args.js';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SOURCE = fileURLToPath(new URL('../fixtures/openh264-decode.c', import.meta.url));

/** openh264 as a second decoder. */
export class SecondDecoder {
  private constructor(
    private readonly program: string,
    private readonly dir: string,
  ) {}

  /**
   * Compiles the decoder.
   *
   * @param dir folder for its files
   * @returns null, with a message, if there is no compiler or no openh264
   */
  static async open(dir: string): Promise<SecondDecoder | null> {
    const program = join(dir, 'openh264-decode');
    try {
      await run('cc', ['-O2', '-o', program, SOURCE, '-lopenh264']);
      return new SecondDecoder(program, dir);
    } catch (error) {
      const { message } = error as Error;
      process.stdout.write(
        `The second decoder needs a C compiler and libopenh264-dev: ${message}\n`,
      );
      return null;
    }
  }

  /** MD5 of each frame that it decodes. The size of the video is in pixels. */
  async frameHashes(
    ffmpegPath: string,
    video: string,
    { width, height }: { readonly width: number; readonly height: number },
  ): Promise<string[]> {
    const stream = join(this.dir, 'stream.h264');
    await run(
      ffmpegPath,
      args(
        ['-y', '-v', 'error', '-i', video, '-map', '0:v:0', '-c', 'copy'],
        ['-bsf:v', 'h264_mp4toannexb', '-f', 'h264', stream],
      ),
    );
    const { stdout } = await run(this.program, [stream], {
      encoding: 'buffer',
      maxBuffer: 1 << 30,
    });
    const frameBytes = (width * height * 3) / 2;
    expect(stdout.length % frameBytes).toBe(0);
    return Array.from({ length: stdout.length / frameBytes }, (_, frame) =>
      createHash('md5')
        .update(stdout.subarray(frame * frameBytes, (frame + 1) * frameBytes))
        .digest('hex'),
    );
  }
}
