import { args } from '../../../core/util/args.js';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SAMPLE_RATE } from '../../../core/time/time.js';
import type { FfmpegOutput } from '../../ffmpeg/build-args.js';
import type { FfmpegService, FfmpegRun } from '../../ffmpeg/ffmpeg.service.js';
import { hasReliableTimestamps, safeInputOptions } from '../formats/formats.js';
import type { StoredSource } from '../formats/stored-source.js';
import { type DerivedFile, deriveWithLog } from '../store/derive-with-log.js';
import type { MediaEngines, ProbeEngines } from '../store/media-engines.js';

const DECODE_TIMEOUT_MS = 30 * 60_000;
/** Of stereo floats. */
const BYTES_PER_SECOND = SAMPLE_RATE * 8;

/** Sound at a different speed than its source: 32-bit float stereo at 48 kHz. */
export interface StretchedSound {
  readonly path: string;
  readonly speed: number;
}

/** Decodes mono speech at 16 kHz, 16-bit little endian, for word timing. */
export function decodeSpeech(
  source: StoredSource,
  { ffmpeg, media }: MediaEngines,
  signal: AbortSignal,
): Promise<string> {
  return media.derived(source, SPEECH_SUFFIX, (part) =>
    decode(source, { format: speechFormat(source), output: part }, { ffmpeg, signal }),
  );
}

const SPEECH_SUFFIX = '16k-v2.s16le';

function speechFormat(source: StoredSource): string[] {
  return [...audioFilters(timestampFilters(source)), '-ac', '1', '-ar', '16000', '-f', 's16le'];
}

/** Like {@link decodeSpeech}, but from sound that was stretched to another speed. */
export function decodeStretchedSpeech(
  source: StoredSource,
  { path, speed }: StretchedSound,
  { ffmpeg, media }: MediaEngines,
  signal: AbortSignal,
): Promise<string> {
  return media.derived(source, `16k-v2-x${speed}.s16le`, (part) =>
    ffmpeg.run({
      inputs: [{ path, options: ['-f', 'f32le', '-ar', String(SAMPLE_RATE), '-ac', '2'] }],
      outputOptions: ['-ac', '1', '-ar', '16000', '-f', 's16le'],
      output: part,
      cwd: dirname(part),
      signal,
      timeoutMs: DECODE_TIMEOUT_MS,
    }),
  );
}

/** A sound to decode. */
export interface SoundRequest {
  readonly channels?: number | undefined;
  /** Whether {@link decodeSpeech} will be asked for the same source. It then gets what this run decodes. */
  readonly withSpeech?: boolean | undefined;
}

/**
 * Decodes the sound of a source to 32-bit float stereo at 48 kHz, up to one second past the limit.
 *
 * More than two channels are mixed down as in ITU-R BS.775: the center and the surround channels at
 * -3 dB, the low-frequency channel left out. A single channel is copied to both sides.
 */
export async function decodeSound(
  source: StoredSource,
  { channels, withSpeech = false }: SoundRequest,
  { ffmpeg, media, maxDurationSeconds }: ProbeEngines,
  signal: AbortSignal,
): Promise<DerivedFile> {
  const mono = channels === 1 ? ['pan=stereo|c0=c0|c1=c0'] : [];
  // One second past the limit is enough to see that the source exceeds it.
  const seconds = ['-t', String(maxDurationSeconds + 1)];
  const format = args(
    audioFilters([...timestampFilters(source), ...mono]),
    ['-ac', '2', '-ar', String(SAMPLE_RATE), ...seconds],
    ['-f', 'f32le'],
  );
  let speech: string | null = null;
  const suffix = `48k-${maxDurationSeconds}-v2.f32le`;
  const sound = await deriveWithLog(source, suffix, media, async (part, complaints) => {
    const second = `${part}.speech`;
    const target = {
      format,
      output: part,
      ...(withSpeech && {
        second: { outputOptions: [...speechFormat(source), ...seconds], output: second },
      }),
    };
    await decode(source, target, { ffmpeg, signal, complaints });
    if (withSpeech) speech = second;
  });
  if (speech !== null)
    await keepSpeech(source, { sound: sound.path, speech }, media, maxDurationSeconds);
  return sound;
}

/** Leaves decoded speech to {@link decodeSpeech}, unless it was cut off. */
async function keepSpeech(
  source: StoredSource,
  { sound, speech }: { readonly sound: string; readonly speech: string },
  media: MediaEngines['media'],
  maxDurationSeconds: number,
): Promise<void> {
  const seconds = (await stat(sound)).size / BYTES_PER_SECOND;
  if (seconds <= maxDurationSeconds)
    await media.derived(source, SPEECH_SUFFIX, (part) => rename(speech, part));
  await rm(speech, { force: true });
}

/**
 * Filters that place sound by its timestamps, if it starts later than the picture or has gaps.
 * Timestamps of audio-only formats are made up by their demuxers and are ignored.
 */
function timestampFilters({ demuxer }: StoredSource): string[] {
  return hasReliableTimestamps(demuxer) ? ['aresample=async=1:first_pts=0'] : [];
}

function audioFilters(filters: readonly string[]): string[] {
  return filters.length > 0 ? ['-af', filters.join(',')] : [];
}

/** What to decode a sound to. */
interface DecodeTarget {
  readonly format: readonly string[];
  readonly output: string;
  /** Another file from the same sound. */
  readonly second?: FfmpegOutput;
}

function decode(
  source: StoredSource,
  { format, output, second }: DecodeTarget,
  { ffmpeg, ...run }: Pick<FfmpegRun, 'signal' | 'complaints'> & { readonly ffmpeg: FfmpegService },
): Promise<void> {
  // For other formats, some encoders write wrong checksums.
  const checks = source.demuxer === 'flac' ? ['-err_detect', 'crccheck'] : [];
  const stream = ['-map', `0:a:${source.soundStream ?? 0}`, '-vn'];
  return ffmpeg.run({
    inputs: [{ path: source.path, options: [...checks, ...safeInputOptions(source.demuxer)] }],
    outputOptions: [...stream, ...format],
    output,
    ...(second && {
      second: { ...second, outputOptions: [...stream, ...second.outputOptions] },
    }),
    cwd: dirname(output),
    ...run,
    timeoutMs: DECODE_TIMEOUT_MS,
  });
}
