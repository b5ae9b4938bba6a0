import { createHash, randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FinishedSentence, finishSentence } from '../../core/speech/finish-sentence.js';
import { SAMPLE_RATE } from '../../core/time/time.js';
import { JobFailure } from '../../core/job/job-failure.js';
import { FfmpegError } from '../../engine/ffmpeg/ffmpeg-error.js';
import { isEndedFromOutside } from '../../engine/ffmpeg/repeat-ended.js';
import type { FfmpegService } from '../../engine/ffmpeg/ffmpeg.service.js';
import { safeInputOptions } from '../../engine/media/formats/formats.js';
import { sniffSource } from '../../engine/media/formats/sniff-source.js';
import type { MediaStore } from '../../engine/media/store/media-store.js';
import { SpeechError } from '../../engine/speech/engines/speech-engine.js';

const DECODE_TIMEOUT_MS = 120_000;
/** Nobody speaks a character more slowly, or so many in a second. */
const LONGEST_SECONDS_PER_CHARACTER = 0.6;
const LONGEST_PAUSE_SECONDS = 30;
const MOST_CHARACTERS_PER_SECOND = 80;

/** What an engine answered for a sentence. */
export interface AnsweredSentence {
  readonly engine: string;
  readonly text: string;
  readonly speed: number;
  readonly bytes: Uint8Array;
}

export interface DecodeTools {
  readonly ffmpeg: FfmpegService;
  readonly media: MediaStore;
}

/** A sentence whose sound was checked. */
export interface DecodedSentence extends FinishedSentence {
  /** The length of the sound before it was cut, in samples at 48 kHz. */
  readonly wholeSamples: number;
}

/**
 * Decodes what an engine answered, and finishes it. The type of the file is read from its bytes, and its header is not
 * trusted: endpoints that stream do not know the length of what they send.
 *
 * @throws SpeechError for an answer that is no sound, silent, or far too short or long for its text
 */
export async function decodeSentence(
  answer: AnsweredSentence,
  { ffmpeg, media }: DecodeTools,
  { workDir, signal }: { readonly workDir: string; readonly signal: AbortSignal },
): Promise<DecodedSentence> {
  const { engine, text, bytes } = answer;
  const path = join(workDir, `answer-${randomUUID()}`);
  const most = text.length * LONGEST_SECONDS_PER_CHARACTER + LONGEST_PAUSE_SECONDS;
  await writeFile(path, bytes);
  try {
    const { demuxer, convert } = await sniffSource(path, null);
    if (convert !== null) throw noSound(engine);
    const contentHash = createHash('sha256').update(bytes).digest('hex');
    const stored = { contentHash, path, demuxer, convert, workDir };
    const pcm = await media.derived(stored, `voice-48k-${most}-v1.f32le`, (part) =>
      ffmpeg.run({
        inputs: [{ path, options: safeInputOptions(demuxer) }],
        outputOptions: [
          ...['-map', '0:a:0', '-vn', '-ac', '1', '-ar', String(SAMPLE_RATE)],
          // A second past the limit is enough to see that the sound exceeds it.
          ...['-t', String(most + 1), '-f', 'f32le'],
        ],
        output: part,
        cwd: dirname(part),
        signal,
        timeoutMs: DECODE_TIMEOUT_MS,
      }),
    );
    return finished(answer, await readSamples(pcm), most);
  } catch (error) {
    signal.throwIfAborted();
    const isOfAnswer =
      (error instanceof JobFailure && error.code === 'MEDIA_INVALID') ||
      (error instanceof FfmpegError && !isEndedFromOutside(error));
    throw isOfAnswer ? noSound(engine, error) : error;
  } finally {
    await rm(path, { force: true });
  }
}

function finished(
  { engine, text, speed }: AnsweredSentence,
  samples: Float32Array,
  most: number,
): DecodedSentence {
  const seconds = samples.length / SAMPLE_RATE;
  const shown = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text);
  if (seconds > most) {
    throw new SpeechError(
      `The voice engine ${engine} answered with more than ${Math.floor(most)} s of sound for ${shown}.`,
    );
  }
  const sentence = finishSentence(samples);
  if (sentence === null) {
    throw new SpeechError(`The voice engine ${engine} answered with silence for ${shown}.`);
  }
  if (text.length / (MOST_CHARACTERS_PER_SECOND * speed) > sentence.samples.length / SAMPLE_RATE) {
    throw new SpeechError(
      `The voice engine ${engine} answered with only ${seconds.toFixed(1)} s of sound for ${shown}.`,
    );
  }
  return { ...sentence, wholeSamples: samples.length };
}

function noSound(engine: string, cause?: unknown): SpeechError {
  const message = `The answer of the voice engine ${engine} is no sound that can be decoded.`;
  return new SpeechError(message, { cause });
}

/** A copy: samples need an address that is a multiple of four. */
async function readSamples(path: string): Promise<Float32Array> {
  const bytes = await readFile(path);
  const whole = bytes.length - (bytes.length % 4);
  return new Float32Array(new Uint8Array(bytes.subarray(0, whole)).buffer);
}
