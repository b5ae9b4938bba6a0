import type { FileExtent } from './file-extent.js';

/** A stream as it is, and as its container says that it is. */
export interface StreamMeasure {
  /** When it ends, in seconds from where the source begins. */
  readonly seconds: number;
  /** The same as the container has it; null: it does not say. */
  readonly saidSeconds: number | null;
}

export interface SoundMeasure extends StreamMeasure {
  /** True where the container counts samples: then it is right, or something is missing. */
  readonly exact: boolean;
  /** Packets that its decoder could not read. */
  readonly undecoded: number;
}

export interface PicturesMeasure extends StreamMeasure {
  readonly pictures: number;
  readonly saidPictures: number | null;
}

/** What was found out about a source. */
export interface Measures {
  readonly extent: FileExtent;
  /** True when the reader of the container complained of where the file ends. */
  readonly brokenOff: boolean;
  /** What is wrong with a still picture by its decoder, as a clause, or null. */
  readonly still: string | null;
  /** True when some pictures of an animation could not be decoded whole. */
  readonly spoilt: boolean;
  /** Null: it is a still, or there is none. */
  readonly pictures: PicturesMeasure | null;
  readonly sound: SoundMeasure | null;
}

/** What is missing or wrong, and of what. */
export interface Clause {
  readonly of: 'picture' | 'sound' | 'file';
  readonly says: string;
}

export interface Damage {
  /** Something that should be in the video is not there. */
  readonly missing: readonly Clause[];
  /** What its author should know besides. */
  readonly complaints: readonly Clause[];
}

export const NO_DAMAGE: Damage = { missing: [], complaints: [] };

/** "A frame or two" of sound, whatever its codec: HE-AAC at 22 kHz has frames of 93 ms. */
const SOUND_TOLERANCE = 0.1;
const PICTURES_TOLERANCE = 2;
/** Of its bytes, where a file does not say how long it is. */
const BYTES_TOLERANCE = 0.01;
/** A sector: no picture and no sound is coded as so many zeros. */
const LEAST_ZERO_TAIL = 4096;

const inSeconds = (seconds: number) => `${seconds.toFixed(2)} s`;
const inBytes = (bytes: number) => bytes.toLocaleString('en-US');

/**
 * What is amiss with a source. That a stream is shorter than its container says is damage only where
 * something else shows it too, or the container counts samples: estimates and edit lists are often
 * wrong about files that are whole.
 */
export function judgeDamage(measures: Measures): Damage {
  const { extent, brokenOff, still, pictures, sound } = measures;
  const isCut = extent.wholeBytes !== null || brokenOff || extent.zeroTail >= LEAST_ZERO_TAIL;
  const missing: Clause[] = [];
  const add = (of: Clause['of'], says: string | null) => {
    if (says !== null) missing.push({ of, says });
  };
  add('picture', extent.picture ?? still);
  if (isCut && pictures !== null) add('picture', picturesMissing(pictures));
  if (sound !== null && (isCut || sound.exact)) add('sound', soundMissing(sound));
  if (missing.length === 0) add('file', fileMissing(measures));
  return { missing, complaints: complaintsOf(measures, missing.length > 0) };
}

function complaintsOf(measures: Measures, isCut: boolean): Clause[] {
  const { sound, spoilt } = measures;
  const found: Clause[] = [];
  if (sound !== null && sound.undecoded > 0) {
    found.push({ of: 'sound', says: soundComplaint(sound) });
  }
  if (measures.extent.spoilt !== null) found.push({ of: 'file', says: measures.extent.spoilt });
  if (spoilt) found.push({ of: 'picture', says: 'some of its pictures cannot be decoded' });
  const end = isCut ? null : endComplaint(measures);
  if (end !== null) found.push({ of: 'file', says: end });
  return found;
}

function picturesMissing(measure: PicturesMeasure): string | null {
  const { pictures, saidPictures, seconds, saidSeconds } = measure;
  if (saidPictures !== null && saidPictures - pictures > PICTURES_TOLERANCE) {
    return `${pictures} of its ${saidPictures} pictures are there`;
  }
  const tolerance = Math.max(
    SOUND_TOLERANCE,
    (PICTURES_TOLERANCE * seconds) / Math.max(1, pictures),
  );
  if (saidSeconds === null || saidSeconds - seconds <= tolerance) return null;
  return `its pictures end at ${inSeconds(seconds)} of ${inSeconds(saidSeconds)}`;
}

function soundMissing({ seconds, saidSeconds }: SoundMeasure): string | null {
  if (saidSeconds === null || saidSeconds - seconds <= SOUND_TOLERANCE) return null;
  return `its sound ends at ${inSeconds(seconds)} of ${inSeconds(saidSeconds)}`;
}

function soundComplaint({ undecoded }: SoundMeasure): string {
  return undecoded === 1
    ? 'a piece of its sound cannot be decoded'
    : `${undecoded} pieces of its sound cannot be decoded`;
}

/** What is missing where no stream tells how long it should be. */
function fileMissing({ extent, brokenOff, pictures, sound }: Measures): string | null {
  const { bytes, wholeBytes, zeros, zeroTail, endsIn, endsShort } = extent;
  const lost = zeros > 0 ? zeros : brokenOff && zeroTail >= LEAST_ZERO_TAIL ? zeroTail : 0;
  if (lost > 0) return zerosOf(bytes, lost);
  if (endsShort) return `it ends in the middle of ${endsIn}`;
  if (wholeBytes === null) return null;
  const isMeasured = [pictures, sound].some((stream) => stream && stream.saidSeconds !== null);
  const isStill = pictures === null && sound === null;
  const share = (wholeBytes - bytes) / wholeBytes;
  return isStill || (!isMeasured && share > BYTES_TOLERANCE) ? bytesOf(extent) : null;
}

/** An end that is not right, though no more than a frame or two is missing. */
function endComplaint({ extent, brokenOff }: Measures): string | null {
  if (extent.wholeBytes !== null) return bytesOf(extent);
  if (extent.endsIn !== null) return `it ends in the middle of ${extent.endsIn}`;
  return brokenOff ? 'it breaks off' : null;
}

function zerosOf(bytes: number, zeros: number): string {
  return `its last ${inBytes(zeros)} of ${inBytes(bytes)} bytes are zeros, as a download leaves them that did not end`;
}

function bytesOf({ bytes, wholeBytes }: FileExtent): string | null {
  return wholeBytes === null
    ? null
    : `${inBytes(bytes)} of its ${inBytes(wholeBytes)} bytes are there`;
}

/** Why nothing can be made of a source at all, as a sentence; null: its structure does not tell. */
export function undecodable(extent: FileExtent): string | null {
  const { lacks, picture, wholeBytes, endsIn } = extent;
  const end = endsIn && `it ends in the middle of ${endsIn}`;
  const zeros = extent.zeros > 0 && zerosOf(extent.bytes, extent.zeros);
  const why = [lacks && `it lacks ${lacks}`, picture, zeros, bytesOf(extent), end].find(Boolean);
  if (!why) return null;
  const bytes = wholeBytes !== null && lacks ? ` (${bytesOf(extent)})` : '';
  return `The source cannot be decoded: ${why}${bytes}. It was cut short or is damaged; upload or export it again.`;
}
