import { box, fullBox, text, u16, u32, u32Table } from './boxes.js';
import { type Chunk, chunkBoxes, chunksOf } from './chunks.js';
import { editList, emptyTables, MOVIE_TIMESCALE, trackHeader, VIDEO_TRACK } from './track-boxes.js';

/** One coded picture of a track. Pictures are listed in decoding order. */
export interface TrackSample {
  readonly sizeBytes: number;
  /** The frame in which it is shown. */
  readonly frame: number;
  /** True if decoding can begin at this picture. */
  readonly sync: boolean;
}

export interface VideoTrack {
  readonly width: number;
  readonly height: number;
  /** Frames per second as a fraction. A tick of the track lasts 1 / `num` s, and a frame lasts `den` ticks. */
  readonly fps: { readonly num: number; readonly den: number };
  /** All sequence and picture parameter sets that samples refer to, as NAL units. */
  readonly sps: readonly Uint8Array[];
  readonly pps: readonly Uint8Array[];
  readonly samples: readonly TrackSample[];
}

const SELF_CONTAINED = 1;
/** The language `und` (undetermined), and the reserved field after it. */
const LANGUAGE = u32(0x55c4_0000);

/** Duration of a track in ticks of the movie, rounded up so that it includes the last frame. */
export function movieDurationOf({ samples, fps: { num, den } }: VideoTrack): number {
  return Math.ceil((samples.length * den * MOVIE_TIMESCALE) / num);
}

export function videoChunks({ samples, fps: { num, den } }: VideoTrack): Chunk[] {
  const sizes = samples.map(({ sizeBytes }) => sizeBytes);
  return chunksOf(sizes, (sample) => Math.floor((sample * den) / num));
}

/**
 * The box of an H.264 track (ISO/IEC 14496-12 and -15).
 *
 * Decoding times are sample numbers. If pictures are reordered, an edit list removes the delay, so that frame
 * 0 is shown at time 0.
 *
 * @param offsets positions of its chunks in the file
 */
export function videoTrackBox(
  track: VideoTrack,
  chunks: readonly Chunk[],
  offsets: readonly number[],
): Uint8Array {
  const { samples, fps } = track;
  const delayFrames = samples.reduce(
    (most, sample, index) => Math.max(most, index - sample.frame),
    0,
  );
  const sizes = samples.map(({ sizeBytes }) => sizeBytes);
  return trackBox(track, {
    duration: movieDurationOf(track),
    mediaDuration: samples.length * fps.den,
    edits: [editList(movieDurationOf(track), delayFrames * fps.den)],
    tables: [
      sampleDescription(sampleEntry('avc1', track)),
      ...timeBoxes(track, delayFrames),
      ...chunkBoxes(sizes, chunks, offsets),
    ],
  });
}

/** What a video track looks like, without its samples. */
export type VideoFormat = Omit<VideoTrack, 'samples'>;

/** The box of an H.264 track whose samples are in fragments. They may contain further parameter sets (`avc3`). */
export function fragmentedVideoTrackBox(format: VideoFormat): Uint8Array {
  return trackBox(format, {
    ...{ duration: 0, mediaDuration: 0, edits: [] },
    tables: [sampleDescription(sampleEntry('avc3', format)), ...emptyTables()],
  });
}

/** The name of the format in the `codecs` of a media type (RFC 6381). */
export function codecOf({ sps }: Pick<VideoFormat, 'sps'>): string {
  const [, profile, constraints, level] = sps[0]!;
  const hex = [profile!, constraints!, level!].map((byte) => byte.toString(16).padStart(2, '0'));
  return `avc3.${hex.join('')}`;
}

interface TrackParts {
  /** In ticks of the movie. */
  readonly duration: number;
  /** In ticks of the track. */
  readonly mediaDuration: number;
  readonly edits: readonly Uint8Array[];
  readonly tables: readonly Uint8Array[];
}

function trackBox({ fps, width, height }: VideoFormat, parts: TrackParts): Uint8Array {
  const { duration, mediaDuration, edits, tables } = parts;
  return box(
    'trak',
    trackHeader({ id: VIDEO_TRACK, duration, group: 0, volume: 0, width, height }),
    ...edits,
    box(
      'mdia',
      fullBox('mdhd', 0, 0, u32(0), u32(0), u32(fps.num), u32(mediaDuration), LANGUAGE),
      fullBox('hdlr', 0, 0, u32(0), text('vide'), u32(0), u32(0), u32(0), text('video\0')),
      box(
        'minf',
        fullBox('vmhd', 0, 1, u16(0), u16(0), u16(0), u16(0)),
        box('dinf', fullBox('dref', 0, 0, u32(1), fullBox('url ', 0, SELF_CONTAINED))),
        box('stbl', ...tables),
      ),
    ),
  );
}

function sampleDescription(entry: Uint8Array): Uint8Array {
  return fullBox('stsd', 0, 0, u32(1), entry);
}

/** The boxes with decoding times, composition times, and sync samples. */
function timeBoxes({ samples, fps: { den } }: VideoTrack, delayFrames: number): Uint8Array[] {
  const syncNumbers = samples.flatMap((sample, index) => (sample.sync ? [index + 1] : []));
  const shown = runs(samples.map((sample, index) => (sample.frame + delayFrames - index) * den));
  const entries = u32Table(shown.flatMap(({ count, value }) => [count, value]));
  return [
    fullBox('stts', 0, 0, u32(1), u32(samples.length), u32(den)),
    ...(delayFrames > 0 ? [fullBox('ctts', 0, 0, u32(shown.length), entries)] : []),
    fullBox('stss', 0, 0, u32(syncNumbers.length), u32Table(syncNumbers)),
  ];
}

/** `avc1` or `avc3` with its configuration (14496-15, 5.3.3.1) and its colors, which are BT.709. */
function sampleEntry(type: 'avc1' | 'avc3', { width, height, sps, pps }: VideoFormat): Uint8Array {
  const first = sps[0]!;
  const sets = (nals: readonly Uint8Array[]) => nals.flatMap((nal) => [u16(nal.length), nal]);
  const configuration = box(
    'avcC',
    Uint8Array.of(1, first[1]!, first[2]!, first[3]!, 0xff, 0xe0 | sps.length),
    ...sets(sps),
    Uint8Array.of(pps.length),
    ...sets(pps),
    // High profile: 4:2:0, 8 bits, no SPS extension.
    ...(first[1]! >= 100 ? [Uint8Array.of(0xfd, 0xf8, 0xf8, 0)] : []),
  );
  return box(
    type,
    u32(0),
    u16(0),
    u16(1),
    u32(0),
    u32(0),
    u32(0),
    u32(0),
    u16(width),
    u16(height),
    u32(0x480000),
    u32(0x480000),
    u32(0),
    u16(1),
    new Uint8Array(32),
    u16(24),
    u16(0xffff),
    configuration,
    box('colr', text('nclx'), u16(1), u16(1), u16(1), Uint8Array.of(0)),
    box('pasp', u32(1), u32(1)),
  );
}

function runs(values: readonly number[]): { count: number; value: number }[] {
  const found: { count: number; value: number }[] = [];
  for (const value of values) {
    const last = found.at(-1);
    if (last?.value === value) last.count++;
    else found.push({ count: 1, value });
  }
  return found;
}
