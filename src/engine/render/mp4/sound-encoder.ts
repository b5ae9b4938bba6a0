import { args } from '../../../core/util/args.js';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { box } from '../../../core/mp4/boxes.js';
import { CHANNELS } from '../../../core/timeline/mix.js';
import { type SoundClip } from '../../../core/timeline/types.js';
import { SAMPLE_RATE } from '../../../core/time/time.js';
import { FfmpegService } from '../../ffmpeg/ffmpeg.service.js';
import { masterSound } from '../../media/sound/master-sound.js';
import { mixSounds, type PcmSource } from '../../media/sound/mix-sounds.js';
import { countCacheUse } from '../../metrics/cache-use.js';
import type { FileCache } from '../../files/file-cache.js';

/** Injection token of the cache of encoded sound. */
export const SOUND_CACHE = Symbol('SOUND_CACHE');

const SOUND_TIMEOUT_MS = 30 * 60_000;
/**
 * The quick search of ffmpeg's encoder, without mid/side coding: a third of the time of the defaults,
 * and no further from the original (46.3 against 45.8 dB on speech, 39 against 28 on a stereo mix).
 */
const STEREO = ['-c:a', 'aac', '-aac_coder', 'fast', '-aac_ms', '0', '-b:a', '192k'];
/**
 * Where both channels are the same, mid/side coding throughout leaves nothing of one of them: as
 * close to the original (45.5 dB) at two thirds of the rate.
 */
const MONO = args(
  ['-c:a', 'aac', '-aac_coder', 'fast', '-aac_ms', '1', '-b:a', '128k'],
  ['-aac_is', '0', '-aac_pns', '0', '-aac_tns', '0'],
);
const DIGEST_BYTES = 32;
/** A box that players skip, with the digest of all that stands before it. */
const SEAL_BYTES = 8 + DIGEST_BYTES;

/** The sound of a video. */
export interface SoundMix {
  readonly sounds: readonly SoundClip[];
  readonly totalSamples: number;
  /** LUFS that it is brought to, or null: as it is mixed. */
  readonly loudness: number | null;
}

/** Mixes and encodes the sound of videos, and keeps it as long as no sound of the video changes. */
@Injectable()
export class SoundEncoder {
  constructor(
    @Inject(SOUND_CACHE) private readonly cache: FileCache,
    private readonly ffmpeg: FfmpegService,
  ) {}

  /**
   * The whole sound as one AAC stream in an MP4 file: encoded in one go, as the priming samples of an
   * encoder would add up over parts.
   *
   * @param workDir folder of this attempt; the file is put there
   */
  async encode(
    track: SoundMix,
    sourceOf: (clip: SoundClip) => PcmSource,
    { workDir, signal }: { readonly workDir: string; readonly signal: AbortSignal },
  ): Promise<string> {
    const path = join(workDir, 'sound.m4a');
    const aac = track.sounds.every((clip) => sourceOf(clip).mono) ? MONO : STEREO;
    const key = this.keyOf(track, aac);
    const known = await this.cache.take(key, path);
    countCacheUse('sounds', known);
    if (known) return path;
    const mix = () => mixSounds(track.sounds, track.totalSamples, sourceOf);
    const mastered = masterSound(mix, track.loudness);
    await this.ffmpeg.run({
      inputs: [
        {
          path: 'pipe:0',
          options: ['-f', 'f32le', '-ar', String(SAMPLE_RATE), '-ac', String(CHANNELS)],
        },
      ],
      outputOptions: [...aac, '-map_metadata', '-1', '-f', 'mp4'],
      output: 'sound.part',
      cwd: workDir,
      signal,
      timeoutMs: SOUND_TIMEOUT_MS,
      stdin: Readable.from(bytesOf(mastered)),
    });
    const part = join(workDir, 'sound.part');
    await appendFile(part, box('free', await digestOf(part, (await stat(part)).size)));
    await rename(part, path);
    await this.cache.keep(key, path);
    return path;
  }

  private keyOf({ sounds, totalSamples, loudness }: SoundMix, aac: readonly string[]): string {
    const { version, source } = this.ffmpeg.tools;
    // What is said in a clip and where it stands in the project change no sample.
    const heard = sounds.map((clip) => ({ ...clip, pointer: '', src: '', speech: null }));
    return createHash('sha256')
      .update(JSON.stringify([version, source, aac, totalSamples, loudness, heard]))
      .digest('hex');
  }
}

/** Samples as the bytes of 32-bit floats. */
async function* bytesOf(chunks: AsyncIterable<Float32Array>): AsyncGenerator<Buffer> {
  for await (const { buffer, byteOffset, byteLength } of chunks) {
    if (byteLength > 0) yield Buffer.from(buffer, byteOffset, byteLength);
  }
}

/** True when the digest in a file's last box is that of all before it. */
export async function isIntactSound(path: string): Promise<boolean> {
  const { size } = await stat(path);
  if (size < SEAL_BYTES) return false;
  const file = await open(path);
  try {
    const seal = Buffer.alloc(DIGEST_BYTES);
    await file.read(seal, 0, DIGEST_BYTES, size - DIGEST_BYTES);
    return seal.equals(await digestOf(path, size - SEAL_BYTES));
  } finally {
    await file.close();
  }
}

async function digestOf(path: string, bytes: number): Promise<Buffer> {
  const hash = createHash('sha256');
  if (bytes > 0) await pipeline(createReadStream(path, { end: bytes - 1 }), hash);
  return hash.digest();
}
