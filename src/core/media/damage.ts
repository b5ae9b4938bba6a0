import type { FileExtent } from './file-extent.js';

/** A stream as it is, and as its container says that it is. */
export interface StreamMeasurement {
  /** When it ends, in seconds from where the source begins. */
  readonly seconds: number;
  /** The same as the container has it; null: it does not say. */
  readonly declaredSeconds: number | null;
}

export interface SoundMeasurement extends StreamMeasurement {
  /** True where the container counts samples: then it is right, or something is missing. */
  readonly exact: boolean;
  /** Packets that its decoder could not read. */
  readonly undecoded: number;
}

export interface PictureMeasurement extends StreamMeasurement {
  readonly pictures: number;
  readonly declaredPictures: number | null;
}

/** What was found out about a source. */
export interface SourceMeasurements {
  readonly extent: FileExtent;
  /** True when the reader of the container complained of where the file ends. */
  readonly isTruncated: boolean;
  /** What is wrong with a still picture by its decoder, as a clause, or null. */
  readonly still: string | null;
  /** True when some pictures of an animation could not be decoded whole. */
  readonly hasDecodeErrors: boolean;
  /** Null: it is a still, or there is none. */
  readonly pictures: PictureMeasurement | null;
  readonly sound: SoundMeasurement | null;
}

/** What is missing or wrong, and of what. */
export interface DamageNote {
  readonly part: 'picture' | 'sound' | 'file';
  readonly text: string;
}

export interface Damage {
  /** Something that should be in the video is not there. */
  readonly missing: readonly DamageNote[];
  /** What its author should know besides. */
  readonly complaints: readonly DamageNote[];
}

export const NO_DAMAGE: Damage = { missing: [], complaints: [] };

/** "A frame or two" of sound, whatever its codec: HE-AAC at 22 kHz has frames of 93 ms. */
const SOUND_TOLERANCE = 0.1;
const PICTURES_TOLERANCE = 2;
/** Of its bytes, where a file does not say how long it is. */
const BYTES_TOLERANCE = 0.01;
/** A sector: no picture and no sound is coded as so many zeros. */
const LEAST_ZERO_TAIL = 4096;

const formatSeconds = (seconds: number) => `${seconds.toFixed(2)} s`;
const formatBytes = (bytes: number) => bytes.toLocaleString('en-US');

/**
 * What is amiss with a source. That a stream is shorter than its container says is damage only where
 * something else shows it too, or the container counts samples: estimates and edit lists are often
 * wrong about files that are whole.
 */
export function judgeDamage(measures: SourceMeasurements): Damage {
  const { extent, isTruncated, still, pictures, sound } = measures;
  const isCut = extent.declaredBytes !== null || isTruncated || extent.zeroTail >= LEAST_ZERO_TAIL;
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
    return `${pictures} of its ${declaredPictures} pictures are there`;
  }
  const tolerance = Math.max(
    SOUND_TOLERANCE,
    (PICTURES_TOLERANCE * seconds) / Math.max(1, pictures),
  );
  if (declaredSeconds === null || declaredSeconds - seconds <= tolerance) return null;
  return `its pictures end at ${formatSeconds(seconds)} of ${formatSeconds(declaredSeconds)}`;
}

function soundMissing({ seconds, declaredSeconds }: SoundMeasurement): string | null {
  if (declaredSeconds === null || declaredSeconds - seconds <= SOUND_TOLERANCE) return null;
  return `its sound ends at ${formatSeconds(seconds)} of ${formatSeconds(declaredSeconds)}`;
}

function soundComplaint({ undecoded }: SoundMeasurement): string {
  return undecoded === 1
    ? 'a piece of its sound cannot be decoded'
    : `${undecoded} pieces of its sound cannot be decoded`;
}

/** What is missing where no stream tells how long it should be. */
function fileMissing({ extent, isTruncated, pictures, sound }: SourceMeasurements): string | null {
  const { bytes, declaredBytes, lostZeros, zeroTail, truncatedIn, isClearlyTruncated } = extent;
  const lost =
    lostZeros > 0 ? lostZeros : isTruncated && zeroTail >= LEAST_ZERO_TAIL ? zeroTail : 0;
  if (lost > 0) return zerosOf(bytes, lost);
  if (isClearlyTruncated) return `it ends in the middle of ${truncatedIn}`;
  if (declaredBytes === null) return null;
  const isMeasured = [pictures, sound].some((stream) => stream && stream.declaredSeconds !== null);
  const isStill = pictures === null && sound === null;
  const share = (declaredBytes - bytes) / declaredBytes;
  return isStill || (!isMeasured && share > BYTES_TOLERANCE) ? bytesOf(extent) : null;
}

/** An end that is not right, though no more than a frame or two is missing. */
function endComplaint({ extent, isTruncated }: SourceMeasurements): string | null {
  if (extent.declaredBytes !== null) return bytesOf(extent);
  if (extent.truncatedIn !== null) return `it ends in the middle of ${extent.truncatedIn}`;
  return isTruncated ? 'it breaks off' : null;
}

function zerosOf(bytes: number, zeros: number): string {
  return `its last ${formatBytes(zeros)} of ${formatBytes(bytes)} bytes are zeros, as after an incomplete download`;
}

function bytesOf({ bytes, declaredBytes }: FileExtent): string | null {
  return declaredBytes === null
    ? null
    : `${formatBytes(bytes)} of its ${formatBytes(declaredBytes)} bytes are there`;
}

/** Why nothing can be made of a source at all, as a sentence; null: its structure does not tell. */
export function explainUndecodable(extent: FileExtent): string | null {
  const { missingPart, missingPicture, declaredBytes, truncatedIn } = extent;
  const end = truncatedIn && `it ends in the middle of ${truncatedIn}`;
  const zeros = extent.lostZeros > 0 && zerosOf(extent.bytes, extent.lostZeros);
  const why = [
    missingPart && `it lacks ${missingPart}`,
    missingPicture,
    zeros,
    bytesOf(extent),
    end,
  ].find(Boolean);
  if (!why) return null;
  const bytes = declaredBytes !== null && missingPart ? ` (${bytesOf(extent)})` : '';
  return `The source cannot be decoded: ${why}${bytes}. It was cut short or is damaged. Upload or export it again.`;
}
