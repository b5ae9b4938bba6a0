import { stat } from 'node:fs/promises';
import { JobFailure } from '../../../core/job/job-failure.js';
import { type Damage, explainUndecodable } from '../../../core/media/damage.js';
import type { FileExtent } from '../../../core/media/file-extent.js';
import { PLAIN_TRAITS } from '../../../core/media/picture-traits.js';
import { type SourceProbe } from '../../../core/timeline/types.js';
import { SAMPLE_RATE } from '../../../core/time/time.js';
import { ComplaintLog } from '../../ffmpeg/complaints.js';
import { ProbeLimitError } from '../../ffmpeg/ffmpeg.service.js';
import { FfmpegError } from '../../ffmpeg/ffmpeg-error.js';
import { isEndedFromOutside } from '../../ffmpeg/repeat-ended.js';
import { chooseTrack } from './audio-track.js';
import { decodeSound } from '../sound/decode-sound.js';
import { readExtent } from '../extent/read-extent.js';
import { MAX_PIXELS } from '../formats/formats.js';
import { readFfprobeReport } from './ffprobe-report.js';
import type { FfprobeReport, ProbedStream } from './source-report.js';
import { type DamageEvidence, measureDamage, NO_PICTURE_EVIDENCE } from './measure-damage.js';
import type { StoredSource } from '../formats/stored-source.js';
import { NoPictureError, probePicture } from './probe-picture.js';
import type { ProbeEngines } from '../store/media-engines.js';
import { type ReadableSource, makeReadable } from '../convert/make-readable.js';
import { SourceLimitError } from './picture-length.js';
import { describeStillDamage } from './still-damage.js';
import { explainUnsupportedCodec } from '../formats/unsupported-codec.js';

const BYTES_PER_STEREO_FLOAT = 8;

/** A source and its properties. */
export interface ProbedSource extends StoredSource {
  readonly probe: SourceProbe;
  /** Pictures per second, on average; null without a moving picture. */
  readonly frameRate: number | null;
  /** Path of the decoded sound, 32-bit float stereo at 48 kHz, or null without sound. */
  readonly pcmPath: string | null;
  /** Whether both channels of the decoded sound are the same. */
  readonly mono: boolean;
  readonly damage: Damage;
  /** Warnings for the author. Each names the element. */
  readonly warnings: readonly string[];
}

/** The element for which a source is probed. */
interface ProbeRequest {
  readonly pointer: string;
  readonly signal: AbortSignal;
  /** Called with the length that the file tells, in seconds, before its sound is decoded. May throw. */
  readonly beforeDecoding?: (seconds: number) => void;
  /** Whether words will be looked for in its sound, which is then decoded for that in the same run. */
  readonly withSpeech?: boolean;
}

/**
 * Probes a source and decodes its sound, because only decoding tells how long sound really is.
 *
 * @throws JobFailure MEDIA_INVALID if it cannot be read, MEDIA_LIMIT_EXCEEDED if it is too long or has too many pictures
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
    if (error instanceof SourceLimitError || error instanceof ProbeLimitError) {
      throw new JobFailure('MEDIA_LIMIT_EXCEEDED', error.message, request.pointer);
    }
    if (error instanceof NoPictureError) {
      const why = explainUndecodable(extent) ?? 'The source has neither picture nor sound.';
      throw new JobFailure('MEDIA_INVALID', why, request.pointer);
    }
    if (isOfSource(error)) {
      throw new JobFailure(
        'MEDIA_INVALID',
        explainUnsupportedCodec(error) ??
          explainUndecodable(extent) ??
          'The source cannot be decoded. It may be damaged.',
        request.pointer,
        { cause: error },
      );
    }
    throw error;
  }
}

/** A run that was ended from outside says nothing about the source. */
function isOfSource(error: unknown): error is FfmpegError {
  return error instanceof FfmpegError && !error.end.cancelled && !isEndedFromOutside(error);
}

async function probeFile(
  file: ReadableSource,
  extent: FileExtent,
  engines: ProbeEngines,
  request: ProbeRequest,
): Promise<ProbedSource> {
  const report = await readFfprobeReport(file.source, engines, request.signal);
  const { pictures, picture, sound, track } = streamsOf(report, file.source, request.pointer);
  if (picture) assertDecoded(picture, report, extent, request.pointer);
  if (sound) request.beforeDecoding?.(Number(report.format?.duration ?? 0) || 0);
  // Files derived from another track than the first have names of their own.
  const source = track > 0 ? selectTrack(file.source, track) : file.source;
  const decoded = sound ? await decodeAndMeasure(source, sound, engines, request) : null;
  const { format = {}, complaints = {} } = report;
  const { contentHash } = source;
  const audioSamples = decoded?.samples ?? null;
  const soundProps = { pcmPath: decoded?.path ?? null, mono: sound?.channels === 1 };
  const evidence = { ...source, extent, format, sound: decoded };
  if (picture === undefined) {
    const damage = measureDamage({ ...evidence, ...NO_PICTURE_EVIDENCE });
    const probe = { ...SOUND_ALONE, contentHash, audioSamples };
    return { ...source, ...soundProps, frameRate: null, warnings: [], damage, probe };
  }
  const index = pictures.indexOf(picture);
  const shown = await probePictureOf(source, { file, format, picture, index }, engines, request);
  const still = await describeStillDamage(source, complaints, engines, request.signal);
  return {
    ...shown.source,
    ...soundProps,
    frameRate: shown.probe.videoDurationUs === null ? null : frameRateOf(picture),
    warnings: shown.warnings.map((warning) => `${warning} (${request.pointer})`),
    damage: measureDamage({ ...evidence, ...shown.evidence, still: file.missing ?? still }),
    probe: { contentHash, ...shown.probe, audioSamples },
  };
}

/** ffprobe writes rates as fractions, and 0/0 for none. */
function frameRateOf({ avg_frame_rate: written = '' }: ProbedStream): number | null {
  const [pictures, seconds] = written.split('/').map(Number);
  const rate = pictures! / seconds!;
  return Number.isFinite(rate) && rate > 0 ? rate : null;
}

/** The picture stream that is shown, and the file that it is in. */
interface PictureOfFile {
  readonly file: ReadableSource;
  readonly format: DamageEvidence['format'];
  readonly picture: ProbedStream;
  readonly index: number;
}

async function probePictureOf(
  source: StoredSource,
  { file, format, picture, index }: PictureOfFile,
  engines: ProbeEngines,
  { signal }: ProbeRequest,
) {
  const log = new ComplaintLog();
  const start = Number(format.start_time ?? 0) || 0;
  const at = { stream: picture, index, start, extent: file.extent, complaints: log };
  const shown = await probePicture(source, at, engines, signal);
  const evidence = {
    container: log.end(),
    pictures: shown.length && { length: shown.length, declared: picture },
    animation: { ...shown.complaints, ...file.complaints },
  };
  return { ...shown, evidence };
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

/** @throws JobFailure MEDIA_INVALID if there is neither picture nor sound, or no such track */
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

/** ffprobe succeeds even if it cannot decode a picture. Only the missing size shows that. */
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
      `The picture cannot be decoded. It is damaged, or has more than ${MAX_PIXELS} pixels.`,
    pointer,
  );
}

function selectTrack(source: StoredSource, soundStream: number): StoredSource {
  return { ...source, soundStream, contentHash: `${source.contentHash}-a${soundStream}` };
}

/** Decodes the sound and measures its length. */
async function decodeAndMeasure(
  source: StoredSource,
  stream: ProbedStream,
  engines: ProbeEngines,
  { pointer, signal, withSpeech }: ProbeRequest,
): Promise<NonNullable<DamageEvidence['sound']> & { readonly path: string }> {
  const request = { channels: stream.channels, withSpeech };
  const { path, complaints } = await decodeSound(source, request, engines, signal);
  const samples = (await stat(path)).size / BYTES_PER_STEREO_FLOAT;
  const { maxDurationSeconds } = engines;
  if (samples <= maxDurationSeconds * SAMPLE_RATE)
    return { path, samples, declared: stream, complaints };
  throw new JobFailure(
    'MEDIA_LIMIT_EXCEEDED',
    `The source is longer than ${maxDurationSeconds} seconds.`,
    pointer,
  );
}
