import type { FileExtent } from '../../../core/media/file-extent.js';
import { type Damage, judgeDamage, type SourceMeasurements } from '../../../core/media/damage.js';
import { SAMPLE_RATE } from '../../../core/time/time.js';
import { type Complaints, countComplaints } from '../../ffmpeg/complaints.js';
import type { PictureLength } from './picture-length.js';

/** The fields of an ffprobe stream that declare its length. */
export interface DeclaredLength {
  readonly start_time?: string;
  readonly duration?: string;
  readonly nb_frames?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/** The facts about a source that show damage. Parts that are not used are left out. */
export interface DamageEvidence {
  readonly demuxer: string;
  readonly extent: FileExtent;
  readonly format: { readonly start_time?: string; readonly duration?: string };
  /** Complaints of the demuxer. */
  readonly container: Complaints;
  /** Null for a still, and for a source without a picture. */
  readonly pictures: { readonly length: PictureLength; readonly declared: DeclaredLength } | null;
  readonly sound: {
    readonly samples: number;
    readonly declared: DeclaredLength;
    readonly complaints: Complaints;
  } | null;
  /** A clause about a still picture, or null. */
  readonly still: string | null;
  /** Complaints of the decoder of an animation. */
  readonly animation: Complaints;
}

/** For a source of which only the sound is used. */
export const NO_PICTURE_EVIDENCE = {
  container: {},
  pictures: null,
  still: null,
  animation: {},
} as const;

/** Messages of demuxers where a file is cut off. */
const TRUNCATED = /partial file|File ended prematurely|invalid as first byte of an EBML/;
const UNDECODED =
  /Error while decoding stream|Error submitting packet to decoder|CRC (mismatch|error)/;
const DECODE_ERRORS =
  /decode failed|inflate returned error|Error while decoding|Error submitting packet/;
/** The MP3 demuxer tries to decode unknown tags. A few failures are therefore no damage. */
const MAX_HARMLESS_FAILURES = 2;

/** Compares a source with what it declares about itself. */
export function measureDamage(findings: DamageEvidence): Damage {
  const { extent, container, still, sound } = findings;
  const all = sound ? [container, sound.complaints] : [container];
  return judgeDamage({
    extent,
    isTruncated: all.some((complaints) => countComplaints(complaints, TRUNCATED) > 0),
    still,
    hasDecodeErrors: countComplaints(findings.animation, DECODE_ERRORS) > 0,
    pictures: picturesOf(findings),
    sound: soundOf(findings),
  });
}

function picturesOf(findings: DamageEvidence): SourceMeasurements['pictures'] {
  const { pictures } = findings;
  if (pictures === null) return null;
  const { length, declared } = pictures;
  return {
    seconds: length.endUs / 1_000_000,
    declaredSeconds: declaredEnd(declared, findings),
    pictures: length.wholePictures,
    declaredPictures: declared.nb_frames === undefined ? null : Number(declared.nb_frames) || null,
  };
}

function soundOf(findings: DamageEvidence): SourceMeasurements['sound'] {
  const { sound, demuxer, extent } = findings;
  if (sound === null) return null;
  const undecoded = countComplaints(sound.complaints, UNDECODED);
  const isHarmless = demuxer === 'mp3' && undecoded <= MAX_HARMLESS_FAILURES;
  return {
    seconds: sound.samples / SAMPLE_RATE,
    declaredSeconds: extent.soundSeconds ?? declaredEnd(sound.declared, findings),
    exact: extent.soundSeconds !== null || demuxer === 'flac',
    undecoded: isHarmless ? 0 : undecoded,
  };
}

/**
 * The end of a stream according to its container. For other containers, ffprobe only estimates it from the
 * data.
 */
function declaredEnd(
  declared: DeclaredLength,
  { demuxer, format, pictures, sound }: DamageEvidence,
) {
  if (demuxer === 'mov' || demuxer === 'flac') {
    const end = Number(declared.start_time ?? 0) + Number(declared.duration) - startOf(format);
    return Number.isFinite(end) ? end : null;
  }
  if (demuxer !== 'matroska') return null;
  const own = secondsOf(declared.tags?.['DURATION']);
  if (own !== null) return own;
  // The declared duration covers all streams together, not each of them.
  const whole = Number(format.duration);
  const ends = [(pictures?.length.endUs ?? 0) / 1_000_000, (sound?.samples ?? 0) / SAMPLE_RATE];
  return Number.isFinite(whole) && Math.max(...ends) < whole ? whole : null;
}

function startOf({ start_time: start }: DamageEvidence['format']): number {
  return Number(start ?? 0) || 0;
}

/** Converts `01:02:03.5` to seconds. */
function secondsOf(time: string | undefined): number | null {
  const parts = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(time ?? '');
  return parts && Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3]);
}
