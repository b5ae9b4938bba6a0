import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { SoundSample } from '../../core/mp4/fragments.js';
import type { Mp4SoundTrack } from '../../core/mp4/sound-track.js';
import { SAMPLE_RATE } from '../../core/time/time.js';
import { sliceSounds } from '../../core/timeline/slice-sounds.js';
import type { SoundEncoder, SoundMix } from '../../engine/render/mp4/sound-encoder.js';
import { readSound } from '../../engine/render/mp4/write-mp4.js';
import type { PcmOf } from '../types/planned-video.js';

/** Samples of a coded sample of AAC. */
const CODED = 1024;
/** Videos up to this length are encoded as a whole, which is that of the render, and is in the same cache. */
const WHOLE_SAMPLES = 300 * SAMPLE_RATE;
/** A minute. Blocks begin at coded samples of the whole, so that they continue each other. */
const BLOCK = 2_813 * CODED;
/** What is encoded before and after a block, and left out: coded samples overlap with their neighbors. */
const MARGIN = 2 * CODED;

/** A coded sample, and where it is. */
export interface PlacedSample {
  readonly sample: SoundSample;
  readonly path: string;
  readonly offset: number;
}

interface DraftSoundRun {
  readonly sounds: SoundEncoder;
  /** An existing folder. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

interface Block {
  readonly track: Mp4SoundTrack;
  readonly samples: readonly PlacedSample[];
}

/**
 * The sound of a video, from which drafts take ranges. That of a long video is encoded in blocks, without its `loudness`,
 * because to measure hours takes longer than anybody waits.
 */
export class DraftSound {
  private readonly blocks = new Map<number, Promise<Block>>();

  constructor(
    private readonly mix: SoundMix,
    private readonly pcmOf: PcmOf,
    private readonly run: DraftSoundRun,
  ) {}

  /** A track with the description of all samples. */
  async track(at: number): Promise<Mp4SoundTrack> {
    return (await this.block(this.indexOf(at))).track;
  }

  /** The coded samples that begin within a range of samples at 48 kHz. */
  async within(from: number, to: number): Promise<PlacedSample[]> {
    const found: PlacedSample[] = [];
    for (let index = this.indexOf(from); index <= this.indexOf(to - 1); index++) {
      const { samples } = await this.block(index);
      found.push(
        ...samples.filter(({ sample: { startTicks } }) => startTicks >= from && startTicks < to),
      );
    }
    return found;
  }

  private get isWhole(): boolean {
    return this.mix.totalSamples <= WHOLE_SAMPLES;
  }

  private indexOf(sample: number): number {
    return this.isWhole ? 0 : Math.floor(sample / BLOCK);
  }

  private block(index: number): Promise<Block> {
    const known = this.blocks.get(index);
    if (known) return known;
    const block = this.encode(index);
    // Whoever needs it gets the error.
    block.catch(() => {});
    this.blocks.set(index, block);
    return block;
  }

  private async encode(index: number): Promise<Block> {
    const { sounds, folder, signal } = this.run;
    const { totalSamples } = this.mix;
    const [from, to] = this.isWhole ? [0, totalSamples] : [index * BLOCK, (index + 1) * BLOCK];
    const start = Math.max(0, from - MARGIN);
    const end = Math.min(totalSamples, to + MARGIN);
    const workDir = join(folder, `sound-${index}`);
    await mkdir(workDir);
    const mix = this.isWhole
      ? this.mix
      : {
          sounds: sliceSounds(this.mix.sounds, start, end),
          totalSamples: end - start,
          loudness: null,
        };
    const path = await sounds.encode(mix, this.pcmOf, { workDir, signal });
    const { track } = await readSound(path);
    const samples = placed(track, path, start).filter(
      ({ sample: { startTicks } }) => startTicks >= from && startTicks < to,
    );
    return { track, samples };
  }
}

/** The coded samples of a file whose sound begins at a sample of the video. What precedes it is left out. */
function placed(
  { sizes, ends, primingTicks, payloadOffset }: Mp4SoundTrack,
  path: string,
  start: number,
): PlacedSample[] {
  let offset = payloadOffset;
  return sizes.map((sizeBytes, index) => {
    const begin = ends[index - 1] ?? 0;
    const startTicks = start + begin - primingTicks;
    const one = { sample: { sizeBytes, startTicks, ticks: ends[index]! - begin }, path, offset };
    offset += sizeBytes;
    return one;
  });
}

/** The bytes of coded samples, in their order. */
export async function readSamples(samples: readonly PlacedSample[]): Promise<Uint8Array> {
  const total = samples.reduce((bytes, { sample }) => bytes + sample.sizeBytes, 0);
  const bytes = Buffer.alloc(total);
  let at = 0;
  for (const path of new Set(samples.map((one) => one.path))) {
    const inFile = samples.filter((one) => one.path === path);
    // Samples of one file follow each other.
    const length = inFile.reduce((sum, { sample }) => sum + sample.sizeBytes, 0);
    const file = await open(path);
    try {
      await file.read(bytes, at, length, inFile[0]!.offset);
    } finally {
      await file.close();
    }
    at += length;
  }
  return bytes;
}
