import { args } from '../../src/core/util/args.js';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { SPEECH_SAMPLE_RATE } from '../../src/core/timing/voice-activity.js';
import { writtenWords } from '../../src/core/timing/written-words.js';
import { locateFfmpeg } from '../../src/engine/ffmpeg/locate-ffmpeg.js';

const FOLDER = new URL('../media/scripts/', import.meta.url);
/** A word with only one reading, to put around the tokens under test. */
const PLAIN = /^["']?[A-Z]?[a-zàâçèéêîôû']+[.,!?]?$/u;
const NO_PLAIN = /^(?:St|Mr|Dr|Jan|Mme|Nguyen|Xuan|Llanfairpwll|lbs|kg|km|vs|and|or)[.,]?$/u;

/** A sentence with a number, a sign, or a name, as it was spoken. */
export interface SpokenSentence {
  readonly script: string;
  /** Duration of its recording in seconds. */
  readonly start: number;
  readonly end: number;
  /** Its words, split at white space, and their start times. A time is null if it is unknown. */
  readonly words: readonly { readonly w: string; readonly start: number | null }[];
}

/** A recording of sentences by one synthetic voice. */
export interface SpokenSentences {
  readonly samples: Float32Array;
  readonly sentences: readonly SpokenSentence[];
}

/**
 * @param name a file in test/media/scripts, without its extension
 * @param folder the folder of these files
 */
export async function readSentences(name: string, folder = FOLDER): Promise<SpokenSentences> {
  const { ffmpegPath } = await locateFfmpeg({
    path: null,
    probePath: null,
    allowBundled: true,
    production: false,
    searchPath: process.env['PATH'] ?? '',
  });
  const { stdout } = await promisify(execFile)(
    ffmpegPath,
    args(
      ['-v', 'error', '-i', new URL(`${name}.ogg`, folder).pathname],
      ['-f', 's16le', '-ac', '1', '-ar', String(SPEECH_SAMPLE_RATE), '-'],
    ),
    { encoding: 'buffer', maxBuffer: 64 << 20 },
  );
  const samples = Float32Array.from(
    { length: stdout.length >> 1 },
    (_, index) => stdout.readInt16LE(index * 2) / 32_768,
  );
  const sentences = JSON.parse(
    await readFile(new URL(`${name}.json`, folder), 'utf8'),
  ) as SpokenSentence[];
  return { samples, sentences };
}

export function samplesOf({ samples }: SpokenSentences, { start, end }: SpokenSentence) {
  return samples.slice(
    Math.round(start * SPEECH_SAMPLE_RATE),
    Math.round(end * SPEECH_SAMPLE_RATE),
  );
}

/**
 * The errors of the plain words of a sentence, in ms. The error of a missing word is infinite.
 *
 * @param timedWords the words of the sentence, in order
 */
export function plainErrors(
  { words, start }: SpokenSentence,
  timedWords: readonly { readonly text: string; readonly startMs: number }[],
): number[] {
  const left = [...timedWords];
  return words.flatMap(({ w, start: trueStart }) => {
    const parts = writtenWords(w);
    const at = left.findIndex(({ text }) => text === parts[0]);
    const first = at < 0 ? undefined : left[at];
    if (at >= 0) left.splice(0, at + parts.length);
    if (trueStart === null || !PLAIN.test(w) || NO_PLAIN.test(w)) return [];
    return [first ? Math.abs(first.startMs - (trueStart - start) * 1000) : Infinity];
  });
}
