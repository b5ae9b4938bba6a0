import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fragment, fragmentedHead, fragmentHead, inBand } from '../../core/mp4/fragments.js';
import type { Mp4SoundTrack } from '../../core/mp4/sound-track.js';
import { codecOf } from '../../core/mp4/video-track.js';
import {
  type DraftPlan,
  type DraftSegment,
  frameAt,
  planDraft,
  smallerSize,
} from '../../core/render/plan/plan-parts.js';
import { SAMPLE_RATE } from '../../core/time/time.js';
import type { SoundEncoder } from '../../engine/render/mp4/sound-encoder.js';
import { readSegmentFile, type SegmentHeader } from '../../engine/render/segments/segment-file.js';
import type { SegmentRenderer } from '../../engine/render/segments/segment-renderer.js';
import { DraftSound, type PlacedSample, readSamples } from './draft-sound.js';
import type { DraftOptions, DraftPart } from './preview-input.js';
import type { PreviewPlan } from './preview-plan.js';

/** AAC-LC, which `SoundEncoder` writes. */
const SOUND_CODEC = 'mp4a.40.2';
/** Segments that render while the one before them is sent. */
const AHEAD = 2;

interface DraftRun {
  readonly segments: SegmentRenderer;
  readonly sounds: SoundEncoder;
  /** An existing folder for the files of the run. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/**
 * Renders a range of a video as small pictures with its sound: a fragmented MP4 with one fragment for each segment, in
 * order, as soon as it is there.
 */
export async function* renderDraft(
  plan: PreviewPlan,
  { from, to, width }: DraftOptions,
  run: DraftRun,
): AsyncGenerator<DraftPart> {
  const { timeline } = plan.video;
  const range = { from: frameAt(from, timeline), to: frameAt(to, timeline) + 1 };
  const draft = planDraft(plan.draft, range, smallerSize(timeline, width));
  const folder = join(run.folder, `draft-${randomUUID()}`);
  await mkdir(folder);
  const stop = new AbortController();
  const signal = AbortSignal.any([run.signal, stop.signal]);
  try {
    yield* new Draft(plan, draft, { ...run, folder, signal }).parts();
  } finally {
    // Segments that render ahead of a client that left.
    stop.abort();
    await rm(folder, { recursive: true, force: true });
  }
}

interface StoredSegment {
  readonly path: string;
  readonly header: SegmentHeader;
}

class Draft {
  private readonly ahead: Promise<StoredSegment>[] = [];
  private readonly sound: DraftSound;

  constructor(
    private readonly plan: PreviewPlan,
    private readonly draft: DraftPlan,
    private readonly run: DraftRun,
  ) {
    const { project, video } = plan;
    const mix = { ...video.timeline, loudness: project.loudness };
    this.sound = new DraftSound(mix, video.pcmOf, run);
  }

  async *parts(): AsyncGenerator<DraftPart> {
    for (const [index, { from, segment }] of this.draft.segments.entries()) {
      const [{ path, header }, sound] = await Promise.all([
        this.rendered(index),
        this.soundOf(this.draft.segments[index]!),
      ]);
      if (index === 0) yield* this.begin(header, await this.sound.track(this.sampleOf(from)));
      const pictures = header.samples.map((sample) => ({
        ...sample,
        sizeBytes: sample.sizeBytes + (sample.sync ? inBand(setsOf(header)).length : 0),
      }));
      const fragment: Fragment = {
        ...{ sequence: index + 1, fps: segment.fps, startFrame: from, pictures },
        sound: sound.map(({ sample }) => sample),
      };
      yield fragmentHead(fragment);
      yield* picturesOf(path, header);
      if (sound.length > 0) yield await readSamples(sound);
    }
  }

  private soundOf({ from, segment }: DraftSegment): Promise<PlacedSample[]> {
    return this.sound.within(this.sampleOf(from), this.sampleOf(from + segment.frameCount));
  }

  /** Where a frame begins, in samples at 48 kHz. */
  private sampleOf(frame: number): number {
    const { num, den } = this.plan.video.timeline.fps;
    return (frame * den * SAMPLE_RATE) / num;
  }

  private *begin(header: SegmentHeader, sound: Mp4SoundTrack): Generator<DraftPart> {
    const { from, to, segments } = this.draft;
    const { fps, encodedSize } = segments[0]!.segment;
    const video = { ...encodedSize!, fps, sps: [header.sps], pps: [header.pps] };
    const seconds = (frame: number) => (frame * fps.den) / fps.num;
    yield {
      codecs: `${codecOf(video)},${SOUND_CODEC}`,
      from: seconds(from),
      to: seconds(to),
    };
    yield fragmentedHead(video, sound);
  }

  /** Keeps the next segments in work. */
  private rendered(index: number): Promise<StoredSegment> {
    const { segments } = this.draft;
    for (let next = this.ahead.length; next <= index + AHEAD && next < segments.length; next++) {
      const segment = this.render(segments[next]!);
      segment.catch(() => {});
      this.ahead.push(segment);
    }
    return this.ahead[index]!;
  }

  private async render({ segment }: DraftSegment): Promise<StoredSegment> {
    const { folder, signal, segments } = this.run;
    const { pictures, video } = this.plan;
    const { path } = await segments.render(segment, {
      ...{ workDir: folder, sourceOf: video.sourceOf, pictures, signal, threads: 1 },
      onPicture: () => {},
    });
    const header = await readSegmentFile(path, { verify: false });
    if (header === null) throw new Error('a segment is damaged');
    return { path, header };
  }
}

function setsOf({ sps, pps }: SegmentHeader): Uint8Array[] {
  return [sps, pps];
}

/** The bytes of the pictures, with parameter sets before each at which decoding can begin. */
function* interleaved(payload: Uint8Array, header: SegmentHeader): Generator<Uint8Array> {
  const sets = inBand(setsOf(header));
  let at = 0;
  for (const { sizeBytes, sync } of header.samples) {
    if (sync) yield sets;
    yield payload.subarray(at, at + sizeBytes);
    at += sizeBytes;
  }
}

async function* picturesOf(path: string, header: SegmentHeader): AsyncGenerator<Uint8Array> {
  const payload = (await readFile(path)).subarray(header.payloadOffset);
  yield Buffer.concat([...interleaved(payload, header)]);
}
