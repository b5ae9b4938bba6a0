import { box, concat, fullBox, text, u32, u32Table, u64 } from './boxes.js';
import { fragmentedSoundTrackBox, type Mp4SoundTrack } from './sound-track.js';
import { movieHeader, SOUND_TRACK, VIDEO_TRACK } from './track-boxes.js';
import { fragmentedVideoTrackBox, type TrackSample, type VideoFormat } from './video-track.js';

const NEXT_TRACK_ID = 3;
/** Positions of samples count from the start of their fragment. */
const DEFAULT_BASE_IS_MOOF = 0x02_0000;
/** Each entry of a run has a duration, a size, flags, and a composition offset; the run has a data offset. */
const RUN_FIELDS = 0x00_0f01;
/** Flags of samples (ISO/IEC 14496-12, 8.8.3.1). */
const KEY_SAMPLE = 0x0200_0000;
const OTHER_SAMPLE = 0x0101_0000;

/** Consecutive samples of both tracks. Their bytes follow the head of the fragment: pictures, then sound. */
export interface Fragment {
  /** The number of the fragment, from 1. */
  readonly sequence: number;
  readonly fps: VideoFormat['fps'];
  /** The frame in which the first picture is shown. Frames of samples count from it. */
  readonly startFrame: number;
  readonly pictures: readonly TrackSample[];
  /** Samples of the sound, in ticks of its track. */
  readonly sound: readonly SoundSample[];
}

export interface SoundSample {
  readonly sizeBytes: number;
  /** When it is heard. */
  readonly startTicks: number;
  readonly ticks: number;
}

/** The head of a fragmented MP4 file (ISO/IEC 14496-12, 8.8), which plays while it is made. */
export function fragmentedHead(video: VideoFormat, sound: Mp4SoundTrack): Uint8Array {
  const defaults = (id: number) =>
    fullBox('trex', 0, 0, u32(id), u32(1), u32(0), u32(0), u32(OTHER_SAMPLE));
  return concat([
    box('ftyp', text('iso6'), u32(0x200), text('iso6mp41')),
    box(
      'moov',
      movieHeader(0, NEXT_TRACK_ID),
      fragmentedVideoTrackBox(video),
      fragmentedSoundTrackBox(sound),
      box('mvex', defaults(VIDEO_TRACK), defaults(SOUND_TRACK)),
    ),
  ]);
}

/** The head of a fragment: everything before the bytes of its samples. */
export function fragmentHead(fragment: Fragment): Uint8Array {
  const { pictures, sound } = fragment;
  const pictureBytes = sum(pictures);
  // The size of the box does not depend on where the samples begin.
  const { length } = fragmentBox(fragment, 0, 0);
  const start = length + 8;
  return concat([
    fragmentBox(fragment, start, start + pictureBytes),
    u32(8 + pictureBytes + sum(sound)),
    text('mdat'),
  ]);
}

function fragmentBox(fragment: Fragment, picturesAt: number, soundAt: number): Uint8Array {
  const { sequence, sound } = fragment;
  return box(
    'moof',
    fullBox('mfhd', 0, 0, u32(sequence)),
    trackFragment(VIDEO_TRACK, fragment.startFrame * fragment.fps.den, [
      fullBox('trun', 1, RUN_FIELDS, ...run(picturesAt, pictureEntries(fragment))),
    ]),
    ...(sound.length === 0
      ? []
      : [
          trackFragment(SOUND_TRACK, sound[0]!.startTicks, [
            fullBox('trun', 1, RUN_FIELDS, ...run(soundAt, soundEntries(sound))),
          ]),
        ]),
  );
}

function trackFragment(id: number, time: number, runs: readonly Uint8Array[]): Uint8Array {
  return box(
    'traf',
    fullBox('tfhd', 0, DEFAULT_BASE_IS_MOOF, u32(id)),
    fullBox('tfdt', 1, 0, u64(time)),
    ...runs,
  );
}

type Entry = readonly [duration: number, size: number, flags: number, compositionOffset: number];

function run(dataOffset: number, entries: readonly Entry[]): Uint8Array[] {
  return [u32(entries.length), u32(dataOffset), u32Table(entries.flat())];
}

/** The composition offset is signed: a picture may be shown before the time at which it is decoded. */
function pictureEntries({ pictures, fps: { den } }: Fragment): Entry[] {
  return pictures.map(({ sizeBytes, frame, sync }, index) => [
    den,
    sizeBytes,
    sync ? KEY_SAMPLE : OTHER_SAMPLE,
    (frame - index) * den,
  ]);
}

function soundEntries(sound: readonly SoundSample[]): Entry[] {
  return sound.map(({ sizeBytes, ticks }) => [ticks, sizeBytes, KEY_SAMPLE, 0]);
}

function sum(samples: readonly { readonly sizeBytes: number }[]): number {
  return samples.reduce((bytes, { sizeBytes }) => bytes + sizeBytes, 0);
}

/** Parameter sets as the beginning of a key picture: the length of each in four bytes, and the NAL unit (`avc3`). */
export function inBand(sets: readonly Uint8Array[]): Uint8Array {
  return concat(sets.flatMap((set) => [u32(set.length), set]));
}
