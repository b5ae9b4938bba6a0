import { dirname } from 'node:path';
import { SAMPLE_RATE } from '../../../core/time/time.js';
import type { FfmpegService, FfmpegRun } from '../../ffmpeg/ffmpeg.service.js';
import type { SoundStream } from '../probe/audio-track.js';
import { isTimed, safeInputOptions } from '../formats/formats.js';
import type { MediaStore, StoredSource } from '../store/media-store.js';
import type { ProbeEngines } from '../probe/probe-picture.js';
import { type ToldFile, toldFile } from '../probe/told-file.js';

const DECODE_TIMEOUT_MS = 30 * 60_000;

/** Mono speech at 16 kHz, 16-bit little endian: what word timing listens to. */
export function decodeSpeech(
  source: StoredSource,
  { ffmpeg, media }: { ffmpeg: FfmpegService; media: MediaStore },
  signal: AbortSignal,
): Promise<string> {
  return media.derived(source, '16k-v2.s16le', (part) =>
    decode(
      source,
      [...soundFilters(inTime(source)), '-ac', '1', '-ar', '16000', '-f', 's16le'],
      part,
      { ffmpeg, signal },
    ),
  );
}

/** The same of sound that was stretched to another speed: 32-bit float stereo at 48 kHz. */
export function decodeStretchedSpeech(
  source: StoredSource,
  speed: number,
  pcmPath: string,
  { ffmpeg, media }: { ffmpeg: FfmpegService; media: MediaStore },
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
 * Decodes a source's sound to 32-bit float stereo at 48 kHz, one second past the limit at the most.
 *
 * More than two channels are mixed down as ITU-R BS.775 says: the centre and the surrounds at -3 dB to
 * their sides, the low-frequency channel left out. One channel goes to both sides as it is.
 */
export function decodeSound(
  source: StoredSource,
  { channels }: Pick<SoundStream, 'channels'>,
  { ffmpeg, media, maxDurationSeconds }: ProbeEngines,
  signal: AbortSignal,
): Promise<ToldFile> {
  const mono = channels === 1 ? ['pan=stereo|c0=c0|c1=c0'] : [];
  // One second past the limit is enough to see that it is exceeded.
  const format = [
    ...soundFilters([...inTime(source), ...mono]),
    ...['-ac', '2', '-ar', String(SAMPLE_RATE), '-t', String(maxDurationSeconds + 1)],
    ...['-f', 'f32le'],
  ];
  return toldFile(source, `48k-${maxDurationSeconds}-v2.f32le`, media, (part, complaints) =>
    decode(source, format, part, { ffmpeg, signal, complaints }),
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
  { ffmpeg, ...run }: Pick<FfmpegRun, 'signal' | 'complaints'> & { readonly ffmpeg: FfmpegService },
): Promise<void> {
  // Of other formats, encoders are known that write wrong checksums.
  const checks = source.demuxer === 'flac' ? ['-err_detect', 'crccheck'] : [];
  return ffmpeg.run({
    inputs: [{ path: source.path, options: [...checks, ...safeInputOptions(source.demuxer)] }],
    outputOptions: ['-map', `0:a:${source.soundStream ?? 0}`, '-vn', ...format],
    output,
    cwd: dirname(output),
    ...run,
    timeoutMs: DECODE_TIMEOUT_MS,
  });
}
