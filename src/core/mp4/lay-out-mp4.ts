import { box, concat, text, u32, u64 } from './boxes.js';
import type { Chunk } from './chunks.js';
import { type Mp4SoundTrack, soundTrackBox } from './sound-track.js';
import { movieHeader } from './track-boxes.js';
import { movieDurationOf, type VideoTrack, videoChunks, videoTrackBox } from './video-track.js';

/** Consecutive samples of one track. */
export interface Piece {
  readonly track: 'video' | 'sound';
  readonly bytes: number;
}

export interface MovieLayout {
  /** Everything before the samples, so that playback can begin before the whole file has arrived. */
  readonly head: Uint8Array;
  /** The order of the samples: both tracks alternate, and each is in decoding order. */
  readonly pieces: readonly Piece[];
}

type Chunks = Readonly<Record<Piece['track'], readonly Chunk[]>>;

const FILE_TYPE = box('ftyp', text('isom'), u32(0x200), text('isomiso2avc1mp41'));
const LONG_BOX_HEADER_BYTES = 16;
const NEXT_TRACK_ID = 3;

/** Lays out an MP4 file (ISO/IEC 14496-12) with one H.264 track and one sound track. */
export function layOutMp4(video: VideoTrack, sound: Mp4SoundTrack): MovieLayout {
  const chunks = { video: videoChunks(video), sound: sound.chunks };
  const pieces = interleaved(chunks);
  const movieAt = (start: number) => movieBox(video, sound, chunks, start);
  // The length of the box does not depend on where the samples begin.
  const start = FILE_TYPE.length + movieAt(0).length + LONG_BOX_HEADER_BYTES;
  const mediaBytes = pieces.reduce((sum, { bytes }) => sum + bytes, 0);
  const mediaHeader = concat([u32(1), text('mdat'), u64(LONG_BOX_HEADER_BYTES + mediaBytes)]);
  return { head: concat([FILE_TYPE, movieAt(start), mediaHeader]), pieces };
}

/** The chunks in file order: for each second, the pictures and the sound. */
function interleaved(chunks: Chunks): Piece[] {
  const seconds = Math.max(chunks.video.length, chunks.sound.length);
  return Array.from({ length: seconds }, (_, second) =>
    (['video', 'sound'] as const).map((track) => ({
      track,
      bytes: chunks[track][second]?.bytes ?? 0,
    })),
  ).flat();
}

/** @param start position of the first sample in the file */
function movieBox(
  video: VideoTrack,
  sound: Mp4SoundTrack,
  chunks: Chunks,
  start: number,
): Uint8Array {
  const offsets: Record<Piece['track'], number[]> = { video: [], sound: [] };
  let at = start;
  for (const { track, bytes } of interleaved(chunks)) {
    offsets[track].push(at);
    at += bytes;
  }
  return box(
    'moov',
    movieHeader(Math.max(movieDurationOf(video), sound.movieDuration), NEXT_TRACK_ID),
    videoTrackBox(video, chunks.video, offsets.video),
    soundTrackBox(sound, offsets.sound),
  );
}
