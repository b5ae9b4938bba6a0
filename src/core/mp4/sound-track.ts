import { box, fullBox, u16 } from './boxes.js';
import { type Chunk, chunkBoxes, chunksOf } from './chunks.js';
import { boxAt, readBoxes, viewOf } from './read-boxes.js';
import { editList, emptyTables, MOVIE_TIMESCALE, SOUND_TRACK, trackHeader } from './track-boxes.js';

/** The only track of a sound file, to be added to a video track. */
export interface Mp4SoundTrack {
  /** Bytes of each sample. */
  readonly sizes: readonly number[];
  /** Position of the first sample in the file. The others follow it. */
  readonly payloadOffset: number;
  /** Duration of the audible part, in ticks of the movie. */
  readonly movieDuration: number;
  readonly chunks: readonly Chunk[];
  readonly moov: Uint8Array;
  /** Ticks per second of the track. */
  readonly timescale: number;
  /** The end of each sample, in ticks of the track. */
  readonly ends: readonly number[];
  /** How much of the track precedes the audible part, in ticks of the track. */
  readonly primingTicks: number;
}

const SOUND_TABLES: ReadonlySet<string> = new Set(['stsd', 'stts', 'sgpd', 'sbgp']);

/**
 * Reads the track of an MP4 file that contains only sound, as `SoundEncoder` writes it.
 *
 * @param moov content of its `moov` box
 * @throws Error if the file has another structure
 */
export function readSoundTrack(moov: Uint8Array): Mp4SoundTrack {
  const table = boxAt(moov, 'trak', 'mdia', 'minf', 'stbl').content;
  const sizes = readSizes(boxAt(table, 'stsz').content);
  const { timescale } = readTimes(boxAt(moov, 'trak', 'mdia', 'mdhd').content);
  const movie = readTimes(boxAt(moov, 'mvhd').content);
  const { duration, mediaTime } = readEdit(moov);
  const ends = sampleEnds(boxAt(table, 'stts').content, sizes.length);
  return {
    sizes,
    payloadOffset: firstOffset(table),
    movieDuration: Math.ceil((duration * MOVIE_TIMESCALE) / movie.timescale),
    chunks: chunksOf(sizes, (sample) => Math.floor((ends[sample - 1] ?? 0) / timescale)),
    ...{ moov, timescale, ends, primingTicks: mediaTime },
  };
}

/**
 * The track as the second track of a movie. The description of its samples is copied. Their positions and the
 * edit list are new.
 *
 * @param offsets positions of its chunks in the new file
 */
export function soundTrackBox(track: Mp4SoundTrack, offsets: readonly number[]): Uint8Array {
  return trackBox(track, {
    duration: track.movieDuration,
    edits: [editList(track.movieDuration, track.primingTicks)],
    tables: [
      ...describedSamples(track, SOUND_TABLES),
      ...chunkBoxes(track.sizes, track.chunks, offsets),
    ],
  });
}

/** The track as the second track of a movie whose samples are in fragments. */
export function fragmentedSoundTrackBox(track: Mp4SoundTrack): Uint8Array {
  const tables = [...describedSamples(track, new Set(['stsd'])), ...emptyTables()];
  return trackBox(track, { duration: 0, edits: [], tables });
}

interface TrackParts {
  /** In ticks of the movie. */
  readonly duration: number;
  readonly edits: readonly Uint8Array[];
  readonly tables: readonly Uint8Array[];
}

function trackBox({ moov }: Mp4SoundTrack, { duration, edits, tables }: TrackParts): Uint8Array {
  const media = boxAt(moov, 'trak', 'mdia').content;
  const information = boxAt(media, 'minf').content;
  return box(
    'trak',
    trackHeader({ id: SOUND_TRACK, duration, group: 1, volume: 0x100 }),
    ...edits,
    box(
      'mdia',
      boxAt(media, 'mdhd').bytes,
      boxAt(media, 'hdlr').bytes,
      box(
        'minf',
        fullBox('smhd', 0, 0, u16(0), u16(0)),
        boxAt(information, 'dinf').bytes,
        box('stbl', ...tables),
      ),
    ),
  );
}

/** The boxes of these types that describe the samples. */
function describedSamples({ moov }: Mp4SoundTrack, types: ReadonlySet<string>): Uint8Array[] {
  const table = boxAt(moov, 'trak', 'mdia', 'minf', 'stbl').content;
  return readBoxes(table).flatMap(({ type, bytes }) => (types.has(type) ? [bytes] : []));
}

function readSizes(content: Uint8Array): number[] {
  const view = viewOf(content);
  const [same, count] = [view.getUint32(4), view.getUint32(8)];
  return Array.from({ length: count }, (_, index) => same || view.getUint32(12 + 4 * index));
}

/** The end of each sample, in ticks of the track. */
function sampleEnds(content: Uint8Array, count: number): number[] {
  const view = viewOf(content);
  const ends: number[] = [];
  let at = 0;
  for (let entry = 0; entry < view.getUint32(4); entry++) {
    const [samples, ticks] = [view.getUint32(8 + 8 * entry), view.getUint32(12 + 8 * entry)];
    for (let left = samples; left > 0 && ends.length < count; left--) ends.push((at += ticks));
  }
  return ends;
}

/** A file with a single track has consecutive chunks, so the first offset is enough. */
function firstOffset(table: Uint8Array): number {
  const [chunks] = readBoxes(table).filter(({ type }) => type === 'stco' || type === 'co64');
  if (chunks === undefined) throw new Error('the sound has no chunks');
  const view = viewOf(chunks.content);
  return chunks.type === 'stco' ? view.getUint32(8) : Number(view.getBigUint64(8));
}

/** `mvhd` and `mdhd` begin alike. */
function readTimes(content: Uint8Array): { timescale: number } {
  const view = viewOf(content);
  return { timescale: view.getUint32(view.getUint8(0) === 1 ? 20 : 12) };
}

/** The audible part of the track. The encoder adds priming samples before it. */
function readEdit(moov: Uint8Array): { duration: number; mediaTime: number } {
  const view = viewOf(boxAt(moov, 'trak', 'edts', 'elst').content);
  if (view.getUint32(4) !== 1) throw new Error('the sound has several edits');
  return view.getUint8(0) === 1
    ? { duration: Number(view.getBigUint64(8)), mediaTime: Number(view.getBigInt64(16)) }
    : { duration: view.getUint32(8), mediaTime: view.getInt32(12) };
}
