import type { FileExtent } from './file-extent.js';

/** The measured length of a stream, and the length that its container declares. */
export interface StreamMeasurement {
  /** End of the stream, in seconds from the start of the source. */
  readonly seconds: number;
  /** The declared end, or null if the container declares none. */
  readonly declaredSeconds: number | null;
}

export interface SoundMeasurement extends StreamMeasurement {
  /** True if the container counts samples. The declared length is then exact, and any difference is a loss. */
  readonly exact: boolean;
  /** Number of packets that the decoder could not read. */
  readonly undecoded: number;
}

export interface PictureMeasurement extends StreamMeasurement {
  readonly pictures: number;
  readonly declaredPictures: number | null;
}

/** What is known about a source after it was read. */
export interface SourceMeasurements {
  readonly extent: FileExtent;
  /** True if the demuxer complained that the file ends early. */
  readonly isTruncated: boolean;
  /** A clause that says what the decoder could not read of a still picture, or null. */
  readonly still: string | null;
  /** True if some pictures of an animation could not be decoded completely. */
  readonly hasDecodeErrors: boolean;
  /** Null for a still, and for a source without a picture. */
  readonly pictures: PictureMeasurement | null;
  readonly sound: SoundMeasurement | null;
}

/** A clause that says what is missing or wrong, and the part that it affects. */
export interface DamageNote {
  readonly part: 'picture' | 'sound' | 'file';
  readonly text: string;
}

export interface Damage {
  /** Losses that show in the video. */
  readonly missing: readonly DamageNote[];
  /** Problems that the author should know, although nothing is missing. */
  readonly complaints: readonly DamageNote[];
}

export const NO_DAMAGE: Damage = { missing: [], complaints: [] };

/** One or two frames of sound with any codec: a frame of HE-AAC at 22 kHz lasts 93 ms. */
const SOUND_TOLERANCE = 0.1;
const PICTURES_TOLERANCE = 2;
/** A share of the bytes, for files that do not declare their duration. */
const BYTES_TOLERANCE = 0.01;
/** A disk sector. No encoder writes as many zeros for a picture or for sound. */
const MIN_ZERO_TAIL = 4096;

const formatSeconds = (seconds: number) => `${seconds.toFixed(2)} s`;
const formatBytes = (bytes: number) => bytes.toLocaleString('en-US');

/**
 * Judges whether a source is damaged. A stream that is shorter than its container declares counts as damaged
 * only if something else shows it too, or if the container counts samples. Estimates and edit lists of intact
 * files are often wrong.
 */
export function judgeDamage(measures: SourceMeasurements): Damage {
  const { extent, isTruncated, still, pictures, sound } = measures;
  const isCut = extent.declaredBytes !== null || isTruncated || extent.zeroTail >= MIN_ZERO_TAIL;
  const missing: DamageNote[] = [];
  const add = (part: DamageNote['part'], text: string | null) => {
    if (text !== null) missing.push({ part, text });
  };
  add('picture', extent.missingPicture ?? still);
  if (isCut && pictures !== null) add('picture', picturesMissing(pictures));
  if (sound !== null && (isCut || sound.exact)) add('sound', soundMissing(sound));
  if (missing.length === 0) add('file', fileMissing(measures));
  return { missing, complaints: complaintsOf(measures, missing.length > 0) };
}

function complaintsOf(measures: SourceMeasurements, isCut: boolean): DamageNote[] {
  const { sound, hasDecodeErrors } = measures;
  const found: DamageNote[] = [];
  if (sound !== null && sound.undecoded > 0) {
    found.push({ part: 'sound', text: soundComplaint(sound) });
  }
  if (measures.extent.corruption !== null)
    found.push({ part: 'file', text: measures.extent.corruption });
  if (hasDecodeErrors)
    found.push({ part: 'picture', text: 'some of its pictures cannot be decoded' });
  const end = isCut ? null : endComplaint(measures);
  if (end !== null) found.push({ part: 'file', text: end });
  return found;
}

function picturesMissing(measure: PictureMeasurement): string | null {
  const { pictures, declaredPictures, seconds, declaredSeconds } = measure;
  if (declaredPictures !== null && declaredPictures - pictures > PICTURES_TOLERANCE) {
    return `only ${pictures} of its ${declaredPictures} pictures are present`;
  }
  const tolerance = Math.max(
    SOUND_TOLERANCE,
    (PICTURES_TOLERANCE * seconds) / Math.max(1, pictures),
  );
  if (declaredSeconds === null || declaredSeconds - seconds <= tolerance) return null;
  return `its picture ends at ${formatSeconds(seconds)} instead of ${formatSeconds(declaredSeconds)}`;
}

function soundMissing({ seconds, declaredSeconds }: SoundMeasurement): string | null {
  if (declaredSeconds === null || declaredSeconds - seconds <= SOUND_TOLERANCE) return null;
  return `its sound ends at ${formatSeconds(seconds)} instead of ${formatSeconds(declaredSeconds)}`;
}

function soundComplaint({ undecoded }: SoundMeasurement): string {
  return undecoded === 1
    ? 'a part of its sound cannot be decoded'
    : `${undecoded} parts of its sound cannot be decoded`;
}

/** What is missing from a file in which no stream declares its length. */
function fileMissing({ extent, isTruncated, pictures, sound }: SourceMeasurements): string | null {
  const { bytes, declaredBytes, lostZeros, zeroTail, truncatedIn, isClearlyTruncated } = extent;
  const lost = lostZeros > 0 ? lostZeros : isTruncated && zeroTail >= MIN_ZERO_TAIL ? zeroTail : 0;
  if (lost > 0) return zerosOf(bytes, lost);
  if (isClearlyTruncated) return `it ends in the middle of ${truncatedIn}`;
  if (declaredBytes === null) return null;
  const isMeasured = [pictures, sound].some((stream) => stream && stream.declaredSeconds !== null);
  const isStill = pictures === null && sound === null;
  const share = (declaredBytes - bytes) / declaredBytes;
  return isStill || (!isMeasured && share > BYTES_TOLERANCE) ? bytesOf(extent) : null;
}

/** What is wrong with the end of a file from which no more than a frame or two is missing. */
function endComplaint({ extent, isTruncated }: SourceMeasurements): string | null {
  if (extent.declaredBytes !== null) return bytesOf(extent);
  if (extent.truncatedIn !== null) return `it ends in the middle of ${extent.truncatedIn}`;
  return isTruncated ? 'it ends too early' : null;
}

function zerosOf(bytes: number, zeros: number): string {
  return `its last ${formatBytes(zeros)} of ${formatBytes(bytes)} bytes are zeros, as after an incomplete download`;
}

function bytesOf({ bytes, declaredBytes }: FileExtent): string | null {
  return declaredBytes === null
    ? null
    : `only ${formatBytes(bytes)} of its ${formatBytes(declaredBytes)} bytes are present`;
}

/**
 * Explains, in a sentence, why a source cannot be decoded. Null if the structure of the file does not show
 * it.
 */
export function explainUndecodable(extent: FileExtent): string | null {
  const { missingPart, missingPicture, declaredBytes, truncatedIn } = extent;
  const end = truncatedIn && `it ends in the middle of ${truncatedIn}`;
  const zeros = extent.lostZeros > 0 && zerosOf(extent.bytes, extent.lostZeros);
  const why = [
    missingPart && `${missingPart} is missing`,
    missingPicture,
    zeros,
    bytesOf(extent),
    end,
  ].find(Boolean);
  if (!why) return null;
  const bytes = declaredBytes !== null && missingPart ? ` (${bytesOf(extent)})` : '';
  return `The source cannot be decoded: ${why}${bytes}. It was cut short or is damaged. Upload or export it again.`;
}
