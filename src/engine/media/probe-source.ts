import { readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { JobFailure } from '../../core/errors/job-failure.js';
import { PLAIN_TRAITS } from '../../core/render/picture-traits.js';
import { SAMPLE_RATE, type SourceProbe } from '../../core/timeline/types.js';
import { FfmpegError } from '../ffmpeg/ffmpeg-error.js';
import type { Ffmpeg } from '../ffmpeg/ffmpeg.js';
import { isTimed, MOST_PIXELS, safeInputOptions } from './formats.js';
import { chooseTrack } from './audio-track.js';
import { convertSource } from './convert-source.js';
import type { PictureStream } from './describe-picture.js';
import type { MediaStore, StoredSource } from './media-store.js';
import { type ProbeEngines, probePicture } from './probe-picture.js';
import { unreadCodec } from './unread-codec.js';

const BYTES_PER_STEREO_FLOAT = 8;
const DECODE_TIMEOUT_MS = 30 * 60_000;

interface ProbedStream extends PictureStream {
  readonly codec_type?: string;
  readonly channels?: number;
}

/** A source with all that is known of it. */
export interface ProbedSource extends StoredSource {
  readonly probe: SourceProbe;
  /** Decoded sound, 32-bit float stereo at 48 kHz, or null without sound. */
  readonly pcmPath: string | null;
  /** True when both channels of the decoded sound are the same. */
  readonly mono: boolean;
  /** What its author should know: each names the element. */
  readonly warnings: readonly string[];
}

/**
 * Finds out what a source is, and decodes its sound: only decoding tells how long sound really is.
 *
 * @throws JobFailure MEDIA_INVALID when it cannot be read, MEDIA_LIMIT_EXCEEDED when it is too long
 */
export async function probeSource(
  stored: StoredSource,
  engines: ProbeEngines,
  { pointer, signal }: { pointer: string; signal: AbortSignal },
): Promise<ProbedSource> {
  const { ffmpeg, media, maxDurationSeconds } = engines;
  try {
    const converted = await convertSource(stored, engines, { pointer, signal });
    const answer = await lookAt(converted, ffmpeg, media, signal);
    const streams = answer.streams ?? [];
    const pictures = streams.filter((stream) => stream.codec_type === 'video');
    const picture = pictures.find((stream) => !stream.disposition?.attached_pic);
    const sounds = streams.filter((stream) => stream.codec_type === 'audio');
    const track = chooseTrack(sounds, converted.audioTrack ?? null, pointer);
    const sound = sounds[track];
    // Whatever is made of another track than the first has a name of its own.
    const source = track > 0 ? otherTrack(converted, track) : converted;
    if (!picture && !sound)
      throw new JobFailure('MEDIA_INVALID', 'The source has neither picture nor sound.', pointer);
    // ffprobe ends well over a picture that it could not decode; only its size says so.
    if (picture && !(picture.width && picture.height)) {
      throw new JobFailure(
        'MEDIA_INVALID',
        `The picture cannot be decoded: it is damaged or has more than ${MOST_PIXELS} pixels.`,
        pointer,
      );
    }

    const pcmPath = sound ? await decodeSound(source, sound, engines, signal) : null;
    const audioSamples =
      pcmPath === null ? null : (await stat(pcmPath)).size / BYTES_PER_STEREO_FLOAT;
    if ((audioSamples ?? 0) > maxDurationSeconds * SAMPLE_RATE) {
      throw new JobFailure(
        'MEDIA_LIMIT_EXCEEDED',
        `The source is longer than ${maxDurationSeconds} seconds.`,
        pointer,
      );
    }
    const sounding = { pcmPath, mono: sound?.channels === 1 };
    if (picture === undefined) {
      return {
        ...source,
        ...sounding,
        warnings: [],
        probe: {
          ...{ contentHash: source.contentHash, kind: 'audio', width: null, height: null },
          ...{ traits: PLAIN_TRAITS, translucent: false, videoDurationUs: null, audioSamples },
        },
      };
    }
    const index = pictures.indexOf(picture);
    const start = Number(answer.format?.start_time ?? 0) || 0;
    const shown = await probePicture(source, picture, { index, start }, engines, signal);
    return {
      ...shown.source,
      ...sounding,
      warnings: shown.warnings.map((warning) => `${warning} (${pointer})`),
      probe: { contentHash: source.contentHash, ...shown.probe, audioSamples },
    };
  } catch (error) {
    if (error instanceof FfmpegError && !error.end.cancelled) {
      throw new JobFailure(
        'MEDIA_INVALID',
        unreadCodec(error) ?? 'The source cannot be decoded; it may be damaged.',
        pointer,
        { cause: error },
      );
    }
    throw error;
  }
}

function otherTrack(source: StoredSource, soundStream: number): StoredSource {
  return { ...source, soundStream, contentHash: `${source.contentHash}-a${soundStream}` };
}

interface Look {
  readonly streams?: readonly ProbedStream[];
  readonly format?: { readonly start_time?: string };
}

/** What ffprobe says of a source: asked once for each content and version. */
async function lookAt(
  source: StoredSource,
  ffmpeg: Ffmpeg,
  media: MediaStore,
  signal: AbortSignal,
): Promise<Look> {
  const version = ffmpeg.tools.version.replace(/[^\w.+-]/g, '_');
  const ask = () =>
    ffmpeg.probe(
      [...safeInputOptions(source.demuxer), '-show_streams', '-show_format', '-i', source.path],
      { cwd: dirname(source.path), signal },
    );
  const answer = await media.derived(source, `probe-${version}.json`, async (path) =>
    writeFile(path, JSON.stringify(await ask())),
  );
  try {
    return JSON.parse(await readFile(answer, 'utf8')) as Look;
  } catch (error) {
    if (error instanceof SyntaxError) return (await ask()) as Look;
    throw error;
  }
}

/** Mono speech at 16 kHz, 16-bit little endian: what word timing listens to. */
export function decodeSpeech(
  source: StoredSource,
  { ffmpeg, media }: { ffmpeg: Ffmpeg; media: MediaStore },
  signal: AbortSignal,
): Promise<string> {
  return media.derived(source, '16k-v2.s16le', (part) =>
    decode(
      source,
      [...soundFilters(inTime(source)), '-ac', '1', '-ar', '16000', '-f', 's16le'],
      part,
      ffmpeg,
      signal,
    ),
  );
}

/** The same of sound that was stretched to another speed: 32-bit float stereo at 48 kHz. */
export function decodeStretchedSpeech(
  source: StoredSource,
  speed: number,
  pcmPath: string,
  { ffmpeg, media }: { ffmpeg: Ffmpeg; media: MediaStore },
  signal: AbortSignal,
): Promise<string> {
  return media.derived(source, `16k-v2-x${speed}.s16le`, (part) =>
    ffmpeg.run({
      inputs: [{ path: pcmPath, options: ['-f', 'f32le', '-ar', String(SAMPLE_RATE), '-ac', '2'] }],
      outputOptions: ['-ac', '1', '-ar', '16000', '-f', 's16le'],
      output: part,
      cwd: dirname(part),
      signal,
      timeoutMs: DECODE_TIMEOUT_MS,
    }),
  );
}

/**
 * More than two channels are mixed down as ITU-R BS.775 says: the centre and the surrounds at -3 dB to
 * their sides, the low-frequency channel left out. One channel goes to both sides as it is.
 */
function decodeSound(
  source: StoredSource,
  { channels }: ProbedStream,
  { ffmpeg, media, maxDurationSeconds }: ProbeEngines,
  signal: AbortSignal,
): Promise<string> {
  const mono = channels === 1 ? ['pan=stereo|c0=c0|c1=c0'] : [];
  // One second past the limit is enough to see that it is exceeded.
  const format = [
    ...soundFilters([...inTime(source), ...mono]),
    ...['-ac', '2', '-ar', String(SAMPLE_RATE), '-t', String(maxDurationSeconds + 1)],
    ...['-f', 'f32le'],
  ];
  return media.derived(source, `48k-${maxDurationSeconds}-v2.f32le`, (part) =>
    decode(source, format, part, ffmpeg, signal),
  );
}

/**
 * Sound that starts later than the picture beside it, or has gaps, is put where its times say. Times
 * of formats for sound alone are made up by their readers, and tell nothing.
 */
function inTime({ demuxer }: StoredSource): string[] {
  return isTimed(demuxer) ? ['aresample=async=1:first_pts=0'] : [];
}

function soundFilters(filters: readonly string[]): string[] {
  return filters.length > 0 ? ['-af', filters.join(',')] : [];
}

function decode(
  source: StoredSource,
  format: readonly string[],
  output: string,
  ffmpeg: Ffmpeg,
  signal: AbortSignal,
): Promise<void> {
  return ffmpeg.run({
    inputs: [{ path: source.path, options: safeInputOptions(source.demuxer) }],
    outputOptions: ['-map', `0:a:${source.soundStream ?? 0}`, '-vn', ...format],
    output,
    cwd: dirname(output),
    signal,
    timeoutMs: DECODE_TIMEOUT_MS,
  });
}
