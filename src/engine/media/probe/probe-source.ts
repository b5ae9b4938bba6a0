import { stat } from 'node:fs/promises';
import { JobFailure } from '../../../core/job/job-failure.js';
import { type Damage, explainUndecodable } from '../../../core/media/damage.js';
import type { FileExtent } from '../../../core/media/file-extent.js';
import { PLAIN_TRAITS } from '../../../core/media/picture-traits.js';
import { type SourceProbe } from '../../../core/timeline/types.js';
import { SAMPLE_RATE } from '../../../core/time/time.js';
import { ComplaintLog } from '../../ffmpeg/complaints.js';
import { FfmpegError } from '../../ffmpeg/ffmpeg-error.js';
import { chooseTrack } from './audio-track.js';
import { decodeSound } from '../sound/decode-sound.js';
import { readExtent } from '../extent/read-extent.js';
import { MAX_PIXELS } from '../formats/formats.js';
import { type FfprobeReport, readFfprobeReport, type ProbedStream } from './ffprobe-report.js';
import { type DamageEvidence, measureDamage, NO_PICTURE_EVIDENCE } from './measure-damage.js';
import type { StoredSource } from '../store/media-store.js';
import { type ProbeEngines, probePicture } from './probe-picture.js';
import { type ReadableSource, makeReadable } from '../convert/make-readable.js';
import { describeStillDamage } from './still-damage.js';
import { explainUnsupportedCodec } from '../formats/unsupported-codec.js';

const BYTES_PER_STEREO_FLOAT = 8;

/** A source with all that is known of it. */
export interface ProbedSource extends StoredSource {
  readonly probe: SourceProbe;
  /** Decoded sound, 32-bit float stereo at 48 kHz, or null without sound. */
  readonly pcmPath: string | null;
  /** True when both channels of the decoded sound are the same. */
  readonly mono: boolean;
  readonly damage: Damage;
  /** What its author should know besides: each names the element. */
  readonly warnings: readonly string[];
}

/** For whom a source is probed. */
interface ProbeRequest {
  readonly pointer: string;
  readonly signal: AbortSignal;
}

/**
 * Finds out what a source is, and decodes its sound: only decoding tells how long sound really is.
 *
 * @throws JobFailure MEDIA_INVALID when it cannot be read, MEDIA_LIMIT_EXCEEDED when it is too long
 */
export async function probeSource(
  stored: StoredSource,
  engines: ProbeEngines,
  request: ProbeRequest,
): Promise<ProbedSource> {
  const extent = await readExtent(stored);
  try {
    const file = await makeReadable(stored, extent, engines, request);
    return await probeFile(file, extent, engines, request);
  } catch (error) {
    if (error instanceof FfmpegError && !error.end.cancelled) {
      throw new JobFailure(
        'MEDIA_INVALID',
        explainUnsupportedCodec(error) ??
          explainUndecodable(extent) ??
          'The source cannot be decoded; it may be damaged.',
        request.pointer,
        { cause: error },
      );
    }
    throw error;
  }
}

async function probeFile(
  file: ReadableSource,
  extent: FileExtent,
  engines: ProbeEngines,
  request: ProbeRequest,
): Promise<ProbedSource> {
  const look = await readFfprobeReport(file.source, engines, request.signal);
  const { pictures, picture, sound, track } = streamsOf(look, file.source, request.pointer);
  if (picture) assertDecoded(picture, look, extent, request.pointer);
  // Whatever is made of another track than the first has a name of its own.
  const source = track > 0 ? selectTrack(file.source, track) : file.source;
  const heard = sound ? await decodeAndMeasure(source, sound, engines, request) : null;
  const sounding = { pcmPath: heard?.path ?? null, mono: sound?.channels === 1 };
  const audioSamples = heard?.samples ?? null;
  const format = look.format ?? {};
  const found = { ...source, extent, format, sound: heard };
  if (picture === undefined) {
    const { contentHash } = source;
    return {
      ...source,
      ...sounding,
      warnings: [],
      damage: measureDamage({ ...found, ...NO_PICTURE_EVIDENCE }),
      probe: { ...SOUND_ALONE, contentHash, audioSamples },
    };
  }
  const at = {
    index: pictures.indexOf(picture),
    start: Number(format.start_time ?? 0) || 0,
    extent: file.extent,
    complaints: new ComplaintLog(),
  };
  const shown = await probePicture(source, picture, at, engines, request.signal);
  const still = await describeStillDamage(source, look.complaints ?? {}, engines, request.signal);
  return {
    ...shown.source,
    ...sounding,
    warnings: shown.warnings.map((warning) => `${warning} (${request.pointer})`),
    damage: measureDamage({
      ...found,
      container: at.complaints.end(),
      pictures: shown.length && { length: shown.length, said: picture },
      still: file.missing ?? still,
      animation: { ...shown.complaints, ...file.complaints },
    }),
    probe: { contentHash: source.contentHash, ...shown.probe, audioSamples },
  };
}

const SOUND_ALONE: Omit<SourceProbe, 'contentHash' | 'audioSamples'> = {
  kind: 'audio',
  width: null,
  height: null,
  traits: PLAIN_TRAITS,
  translucent: false,
  videoDurationUs: null,
  lastPictureUs: null,
};

/** @throws JobFailure MEDIA_INVALID when there is nothing to see or hear, or not the wanted track */
function streamsOf({ streams = [] }: FfprobeReport, { audioTrack }: StoredSource, pointer: string) {
  const pictures = streams.filter((stream) => stream.codec_type === 'video');
  const picture = pictures.find((stream) => !stream.disposition?.attached_pic);
  const sounds = streams.filter((stream) => stream.codec_type === 'audio');
  const track = chooseTrack(sounds, audioTrack ?? null, pointer);
  const sound = sounds[track];
  if (!picture && !sound) {
    throw new JobFailure('MEDIA_INVALID', 'The source has neither picture nor sound.', pointer);
  }
  return { pictures, picture, sound, track };
}

/** ffprobe ends well over a picture that it could not decode; only its size says so. */
function assertDecoded(
  { width, height }: ProbedStream,
  { frames }: FfprobeReport,
  extent: FileExtent,
  pointer: string,
): void {
  const isDecoded = frames === undefined || frames.length > 0;
  if (width && height && isDecoded) return;
  throw new JobFailure(
    'MEDIA_INVALID',
    explainUndecodable(extent) ??
      `The picture cannot be decoded: it is damaged or has more than ${MAX_PIXELS} pixels.`,
    pointer,
  );
}

function selectTrack(source: StoredSource, soundStream: number): StoredSource {
  return { ...source, soundStream, contentHash: `${source.contentHash}-a${soundStream}` };
}

/** Decodes the sound, and measures it. */
async function decodeAndMeasure(
  source: StoredSource,
  said: ProbedStream,
  engines: ProbeEngines,
  { pointer, signal }: ProbeRequest,
): Promise<NonNullable<DamageEvidence['sound']> & { readonly path: string }> {
  const { path, complaints } = await decodeSound(source, said, engines, signal);
  const samples = (await stat(path)).size / BYTES_PER_STEREO_FLOAT;
  const { maxDurationSeconds } = engines;
  if (samples <= maxDurationSeconds * SAMPLE_RATE) return { path, samples, said, complaints };
  throw new JobFailure(
    'MEDIA_LIMIT_EXCEEDED',
    `The source is longer than ${maxDurationSeconds} seconds.`,
    pointer,
  );
}
