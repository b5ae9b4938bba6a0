import { box, fullBox, u16, u32 } from './boxes.js';

/** Ticks per second for the durations of the movie and of its tracks. Media have their own timescales. */
export const MOVIE_TIMESCALE = 1000;

/** The IDs of the tracks. */
export const VIDEO_TRACK = 1;
export const SOUND_TRACK = 2;

const UNITY_MATRIX = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].map(u32);
const SHOWN_IN_MOVIE = 3;

export interface TrackHeader {
  readonly id: number;
  /** In ticks of the movie. */
  readonly duration: number;
  /** Tracks of the same group are alternatives to each other. */
  readonly group: number;
  /** 8.8 fixed point. */
  readonly volume: number;
  readonly width?: number;
  readonly height?: number;
}

/** ISO/IEC 14496-12, 8.3.2. */
export function trackHeader(header: TrackHeader): Uint8Array {
  const { id, duration, group, volume, width = 0, height = 0 } = header;
  return fullBox(
    'tkhd',
    0,
    SHOWN_IN_MOVIE,
    u32(0),
    u32(0),
    u32(id),
    u32(0),
    u32(duration),
    u32(0),
    u32(0),
    u16(0),
    u16(group),
    u16(volume),
    u16(0),
    ...UNITY_MATRIX,
    u32(width << 16),
    u32(height << 16),
  );
}

/**
 * A single edit (ISO/IEC 14496-12, 8.6.6): presentation starts at `mediaTime`.
 *
 * @param duration in ticks of the movie
 * @param mediaTime in ticks of the track
 */
export function editList(duration: number, mediaTime: number): Uint8Array {
  const edit = [u32(1), u32(duration), u32(mediaTime), u16(1), u16(0)];
  return box('edts', fullBox('elst', 0, 0, ...edit));
}

/** ISO/IEC 14496-12, 8.2.2. */
export function movieHeader(duration: number, nextTrackId: number): Uint8Array {
  const reserved = Array.from({ length: 6 }, () => u32(0));
  return fullBox(
    'mvhd',
    0,
    0,
    u32(0),
    u32(0),
    u32(MOVIE_TIMESCALE),
    u32(duration),
    u32(0x10000),
    u16(0x100),
    u16(0),
    u32(0),
    u32(0),
    ...UNITY_MATRIX,
    ...reserved,
    u32(nextTrackId),
  );
}

/** The tables of a track whose samples are all in fragments. */
export function emptyTables(): Uint8Array[] {
  return [
    fullBox('stts', 0, 0, u32(0)),
    fullBox('stsc', 0, 0, u32(0)),
    fullBox('stsz', 0, 0, u32(0), u32(0)),
    fullBox('stco', 0, 0, u32(0)),
  ];
}
