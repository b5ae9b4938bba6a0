import { box, concat, fullBox, text, u16, u32, u32Table, u64 } from './boxes.js';

/** One coded picture of a track, in the order of decoding. */
export interface TrackSample {
  readonly sizeBytes: number;
  /** The frame in which it is shown. */
  readonly frame: number;
  /** True where decoding can begin. */
  readonly sync: boolean;
}

export interface VideoTrack {
  readonly width: number;
  readonly height: number;
  /** Frames a second as a fraction; one tick of the track is 1 / `num` s, a frame `den` ticks. */
  readonly fps: { readonly num: number; readonly den: number };
  /** Every sequence and picture parameter set that a sample refers to, as NAL units. */
  readonly sps: readonly Uint8Array[];
  readonly pps: readonly Uint8Array[];
  readonly samples: readonly TrackSample[];
}

const MOVIE_TIMESCALE = 1000;
const SELF_CONTAINED = 1;
const UNITY_MATRIX = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];
/** Several chunks, as one whose size is unbounded would make readers load it whole. */
const SAMPLES_PER_CHUNK = 250;

/** What stands before the samples: the file type, and the header of the box that holds them. */
export function mp4Head(mediaBytes: number): Uint8Array {
  const fileType = box('ftyp', text('isom'), u32(0x200), text('isomiso2avc1mp41'));
  return concat([fileType, u32(1), text('mdat'), u64(16 + mediaBytes)]);
}

/**
 * The movie box of a file with one H.264 track (ISO/IEC 14496-12 and -15), whose samples stand one
 * after another from `mediaOffset`.
 *
 * Decoding times are the sample numbers; where pictures are reordered, an edit list takes the delay
 * away again, so that frame 0 is shown at time 0.
 */
export function movieBox(track: VideoTrack, mediaOffset: number): Uint8Array {
  const { num, den } = track.fps;
  const frames = track.samples.length;
  const duration = frames * den;
  const movieDuration = Math.round((duration * MOVIE_TIMESCALE) / num);
  const delayFrames = track.samples.reduce(
    (most, sample, index) => Math.max(most, index - sample.frame),
    0,
  );
  const trackHeader = fullBox(
    'tkhd',
    0,
    3,
    ...[u32(0), u32(0), u32(1), u32(0), u32(movieDuration), u32(0), u32(0), u16(0), u16(0)],
    ...[u16(0), u16(0), ...UNITY_MATRIX.map(u32), u32(track.width << 16), u32(track.height << 16)],
  );
  const edits = fullBox(
    'elst',
    0,
    0,
    ...[u32(1), u32(movieDuration), u32(delayFrames * den), u16(1), u16(0)],
  );
  const media = box(
    'mdia',
    fullBox('mdhd', 0, 0, u32(0), u32(0), u32(num), u32(duration), u16(0x55c4), u16(0)),
    fullBox('hdlr', 0, 0, u32(0), text('vide'), u32(0), u32(0), u32(0), text('video\0')),
    box(
      'minf',
      fullBox('vmhd', 0, 1, u16(0), u16(0), u16(0), u16(0)),
      box('dinf', fullBox('dref', 0, 0, u32(1), fullBox('url ', 0, SELF_CONTAINED))),
      sampleTable(track, delayFrames, mediaOffset),
    ),
  );
  return box(
    'moov',
    fullBox(
      'mvhd',
      0,
      0,
      ...[u32(0), u32(0), u32(MOVIE_TIMESCALE), u32(movieDuration), u32(0x10000), u16(0x100)],
      ...[
        u16(0),
        u32(0),
        u32(0),
        ...UNITY_MATRIX.map(u32),
        ...Array.from({ length: 6 }, () => u32(0)),
        u32(2),
      ],
    ),
    box('trak', trackHeader, box('edts', edits), media),
  );
}

function sampleTable(track: VideoTrack, delayFrames: number, mediaOffset: number): Uint8Array {
  const { samples } = track;
  const { den } = track.fps;
  const syncNumbers = samples.flatMap((sample, index) => (sample.sync ? [index + 1] : []));
  const offsets = samples.map((sample, index) => (sample.frame + delayFrames - index) * den);
  const composition = runs(offsets);
  return box(
    'stbl',
    fullBox('stsd', 0, 0, u32(1), sampleEntry(track)),
    fullBox('stts', 0, 0, u32(1), u32(samples.length), u32(den)),
    ...(delayFrames > 0
      ? [
          fullBox(
            'ctts',
            0,
            0,
            u32(composition.length),
            u32Table(composition.flatMap(({ count, value }) => [count, value])),
          ),
        ]
      : []),
    fullBox('stss', 0, 0, u32(syncNumbers.length), u32Table(syncNumbers)),
    ...chunkBoxes(samples, mediaOffset),
  );
}

function chunkBoxes(samples: readonly TrackSample[], mediaOffset: number): Uint8Array[] {
  const chunkOffsets: number[] = [];
  let at = mediaOffset;
  samples.forEach((sample, index) => {
    if (index % SAMPLES_PER_CHUNK === 0) chunkOffsets.push(at);
    at += sample.sizeBytes;
  });
  const chunkSizes = runs(
    chunkOffsets.map((_, chunk) =>
      Math.min(SAMPLES_PER_CHUNK, samples.length - chunk * SAMPLES_PER_CHUNK),
    ),
  );
  let firstChunk = 1;
  const entries = chunkSizes.flatMap(({ count, value }) => {
    const entry = [firstChunk, value, 1];
    firstChunk += count;
    return entry;
  });
  return [
    fullBox('stsc', 0, 0, u32(chunkSizes.length), u32Table(entries)),
    fullBox(
      'stsz',
      0,
      0,
      u32(0),
      u32(samples.length),
      u32Table(samples.map((sample) => sample.sizeBytes)),
    ),
    fullBox('co64', 0, 0, u32(chunkOffsets.length), ...chunkOffsets.map(u64)),
  ];
}

/** `avc1` with its configuration (14496-15, 5.3.3.1) and the colours, which are BT.709. */
function sampleEntry({ width, height, sps, pps }: VideoTrack): Uint8Array {
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
    'avc1',
    ...[u32(0), u16(0), u16(1), u32(0), u32(0), u32(0), u32(0), u16(width), u16(height)],
    ...[u32(0x480000), u32(0x480000), u32(0), u16(1), new Uint8Array(32), u16(24), u16(0xffff)],
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
