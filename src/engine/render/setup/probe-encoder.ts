import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { qualitySettings } from '../../../core/render/encode/quality-settings.js';
import type { Segment } from '../../../core/render/segment/types.js';
import type { FfmpegService } from '../../ffmpeg/ffmpeg.service.js';
import { ViewPictures } from '../../views/view-pictures.js';
import { encodeSegment } from '../segments/encode-segment.js';
import { failureReason } from '../encoders/failure-reason.js';
import { MovingSegmentEncoder } from '../encoders/moving-segment-encoder.js';
import { type SegmentEncoder, X264 } from '../encoders/segment-encoder.js';
import type { SegmentFilters } from '../segments/segment-filters.js';

/** Long, because a driver may have to wake its GPU first. */
const PROBE_TIMEOUT_MS = 30_000;

/**
 * A plain picture at 1080p, whose height is not a whole number of macroblocks. At 5 frames per second, a
 * second key picture follows after few frames.
 */
const PROBE_SEGMENT: Segment = {
  width: 1920,
  height: 1080,
  fps: { num: 5, den: 1 },
  frameCount: 30,
  repeats: null,
  keyPictures: [0],
  band: null,
  loop: null,
  stack: { backgroundColor: '#406080', layers: [] },
  next: null,
  transition: null,
  over: [],
  captions: null,
  encoder: qualitySettings({ quality: 'medium', draft: false, keyframeInterval: null }).moving,
};

/**
 * Tries an encoder the way a segment uses it: with the same options, limits, and checks of the stream. That a
 * build of ffmpeg lists an encoder does not mean that the machine supports it.
 *
 * @returns the encoder, or x264 and a warning that explains why
 */
export async function probeEncoder(
  encoder: SegmentEncoder,
  filters: SegmentFilters,
  ffmpeg: FfmpegService,
): Promise<MovingSegmentEncoder> {
  const dir = await mkdtemp(join(tmpdir(), 'videocraft-probe-'));
  const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
  const sourceOf = () => {
    throw new Error('the probe has no sources');
  };
  try {
    const { sps, pps } = await encodeSegment(PROBE_SEGMENT, filters, {
      encoder,
      signal,
      sourceOf,
      threads: 1,
      folder: join(dir, 'encode'),
      pictures: new ViewPictures(dir, sourceOf, ffmpeg, signal),
    });
    // A driver that writes other parameter sets must not share a video with older segments from the cache.
    const fingerprint = createHash('sha256').update(sps).update(pps).digest('hex');
    return new MovingSegmentEncoder({ ...encoder, fingerprint });
  } catch (error) {
    const why = signal.aborted ? `it took over ${PROBE_TIMEOUT_MS / 1000} s` : failureReason(error);
    return new MovingSegmentEncoder(
      X264,
      `The encoder ${encoder.name} does not work on this machine, so ${X264.name} is used: ${why}`,
    );
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
