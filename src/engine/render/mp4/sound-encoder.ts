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
import { countCacheUse } from '../../figures/cache-use.js';
import type { FileCache } from '../../files/file-cache.js';

/**
 * Raise it when the same sounds may be mixed, mastered, or encoded differently.
 * test/structure/cache-versions.spec.ts notices.
 */
export const SOUND_VERSION = 1;

/** Injection token of the cache of encoded sound. */
export const SOUND_CACHE = Symbol('SOUND_CACHE');

const SOUND_TIMEOUT_MS = 30 * 60_000;
/**
 * ffmpeg's AAC encoder with its fast search and without mid/side coding: a third of the time of the defaults,
 * and as close to the original (46.3 versus 45.8 dB on speech, 39 versus 28 on a stereo mix).
 */
const STEREO = ['-c:a', 'aac', '-aac_coder', 'fast', '-aac_ms', '0', '-b:a', '192k'];
/**
 * If both channels are the same, mid/side coding leaves nothing of one of them: as close to the original
 * (45.5 dB) at two thirds of the bit rate.
 */
const MONO = args(
  ['-c:a', 'aac', '-aac_coder', 'fast', '-aac_ms', '1', '-b:a', '128k'],
  ['-aac_is', '0', '-aac_pns', '0', '-aac_tns', '0'],
);
const DIGEST_BYTES = 32;
/** A box that players skip, with the digest of everything before it. */
const SEAL_BYTES = 8 + DIGEST_BYTES;

/** The sound of a video. */
export interface SoundMix {
  readonly sounds: readonly SoundClip[];
  readonly totalSamples: number;
  /** The loudness in LUFS, or null to leave the mix as it is. */
  readonly loudness: number | null;
}

/** Mixes and encodes the sound of videos. Caches it by everything that changes it. */
@Injectable()
export class SoundEncoder {
  constructor(
    @Inject(SOUND_CACHE) private readonly cache: FileCache,
    private readonly ffmpeg: FfmpegService,
  ) {}

  /**
   * Writes the whole sound as one AAC stream to an MP4 file. It is encoded in one run, because the priming
   * samples of several parts would add up.
   *
   * @param workDir folder of this attempt, in which the file is written
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
      stdin: () => Readable.from(bytesOf(masterSound(mix, track.loudness))),
    });
    const part = join(workDir, 'sound.part');
    await appendFile(part, box('free', await digestOf(part, (await stat(part)).size)));
    await rename(part, path);
    await this.cache.keep(key, path);
    return path;
  }

  private keyOf({ sounds, totalSamples, loudness }: SoundMix, aac: readonly string[]): string {
    const { fingerprint } = this.ffmpeg.tools;
    // The words of a clip, and its position in the video config, do not change samples.
    const heard = sounds.map((clip) => ({ ...clip, pointer: '', src: '', speech: null }));
    return createHash('sha256')
      .update(JSON.stringify([SOUND_VERSION, fingerprint, aac, totalSamples, loudness, heard]))
      .digest('hex');
  }
}

/** The bytes of samples as 32-bit floats. */
async function* bytesOf(chunks: AsyncIterable<Float32Array>): AsyncGenerator<Buffer> {
  for await (const { buffer, byteOffset, byteLength } of chunks) {
    if (byteLength > 0) yield Buffer.from(buffer, byteOffset, byteLength);
  }
}

/** True if the digest in the last box of a file matches everything before it. */
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
