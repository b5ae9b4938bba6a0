import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { VoiceAllowance } from '../../core/job/voice-allowance.js';
import type { GivenWord, WordList } from '../../core/project/types/index.js';
import type { VoiceScript } from '../../core/speech/read-voice-script.js';
import { sentenceWords } from '../../core/speech/sentence-words.js';
import { approximateWords } from '../../core/timing/approximate-words.js';
import { writtenWords } from '../../core/timing/written-words.js';
import { msOfSamples, SAMPLE_RATE, samplesOfMs } from '../../core/time/time.js';
import { type RemoteTask, runConcurrently } from '../../engine/concurrency/run-concurrently.js';
import { SoundFile } from '../../engine/speech/sound-file.js';
import { readSpeechFile } from '../../engine/speech/speech-file.js';
import type { SpokenAnswer } from '../../engine/speech/engines/speech-engine.js';
import type { SpeechService } from '../../engine/speech/speech.service.js';
import type { ChosenVoice } from '../../engine/speech/voice-book.js';
import { type DecodedSentence, decodeSentence, type DecodeTools } from './decode-sentence.js';

/** The usual rate of reading, for the lengths of sentences that are not spoken. */
const CHARACTERS_PER_SECOND = 15;
const SHORTEST_SECONDS = 0.5;

export interface SpeakScriptTools extends DecodeTools {
  readonly speech: SpeechService;
}

/** How a script is spoken. Null: nobody speaks it, and its sentences are silent. */
export type Speaking = {
  readonly chosen: ChosenVoice;
  readonly spoken: number;
  readonly played: number;
  readonly pitch: number;
} | null;

export interface SpeakScriptContext {
  readonly workDir: string;
  readonly signal: AbortSignal;
  readonly allowance: VoiceAllowance | undefined;
  /** False: only what was spoken before. */
  readonly maySpeak: boolean;
  readonly onModel: ((fraction: number) => void) | undefined;
  /** Called with the number of sentences that are ready. */
  readonly onSentence: (done: number) => void;
}

/** The joined sound of a script. */
export interface SpokenScript {
  readonly path: string;
  /** The words, if the engine told their times, or if sentences are missing. */
  readonly words: WordList | null;
  /** How many sentences are silent, because they may not be spoken. */
  readonly missing: number;
}

/**
 * Speaks a script: each sentence alone, so that a changed sentence costs a sentence, joined with pauses.
 *
 * @throws SpeechError, what the allowance throws, or the reason of the signal
 */
export async function speakScript(
  { parts }: VoiceScript,
  speaking: Speaking,
  tools: SpeakScriptTools,
  context: SpeakScriptContext,
): Promise<SpokenScript> {
  const texts = parts.flatMap((part) => (part.kind === 'sentence' ? [part.text] : []));
  const answers = await speakAll([...new Set(texts)], speaking, tools, context);
  const path = join(context.workDir, `voice-${randomUUID()}`);
  const file = await SoundFile.create(path, SAMPLE_RATE);
  const timed: GivenWord[][] = [];
  let missing = 0;
  let untimed = 0;
  try {
    for (const part of parts) {
      if (part.kind === 'pause') {
        await file.silence(pauseSamples(part, speaking));
        continue;
      }
      const startSample = file.length;
      const spokenPath = answers.get(part.text) ?? null;
      if (spokenPath === null || speaking === null) {
        missing++;
        await file.silence(estimatedSamples(part.text, speaking?.spoken ?? 1));
        timed.push(approximate(part.text, startSample, file.length));
        continue;
      }
      const answer = await readSpeechFile(spokenPath);
      if (answer === null) throw new Error('A file in the work folder has changed.');
      const { times } = answer;
      const decoded = await decodeSentence(answerOf(part.text, speaking, answer), tools, context);
      await file.write(decoded.samples);
      const words = times && sentenceWords(part.text, times, msOfSamples(decoded.wholeSamples));
      if (words === null) untimed++;
      timed.push(
        words === null
          ? approximate(part.text, startSample, file.length)
          : placed(words, decoded, startSample, file.length),
      );
    }
  } finally {
    await file.end();
  }
  // Silence cannot be aligned.
  const isTimed = missing > 0 || untimed === 0;
  return { path, missing, words: isTimed ? { words: timed.flat(), notes: [] } : null };
}

/** Paths of spoken sentences by their texts. Null: it may not be spoken. An hour of sound does not fit into memory. */
type Answers = ReadonlyMap<string, string | null>;

/** Finds or speaks sentences, some at the same time. */
async function speakAll(
  texts: readonly string[],
  speaking: Speaking,
  tools: SpeakScriptTools,
  context: SpeakScriptContext,
): Promise<Answers> {
  if (speaking === null) return new Map();
  const { name, atOnce } = speaking.chosen.engine;
  const tasks = texts.map((text): RemoteTask<readonly [string, string | null]> => ({
    host: name,
    run: async (signal) => [text, await speakOne(text, speaking, tools, { ...context, signal })],
  }));
  const { signal, onSentence } = context;
  return new Map(await runConcurrently(tasks, { atOnce, perHost: atOnce }, signal, onSentence));
}

async function speakOne(
  text: string,
  speaking: NonNullable<Speaking>,
  { speech, ...decoding }: SpeakScriptTools,
  context: SpeakScriptContext,
): Promise<string | null> {
  const { workDir, signal, allowance, maySpeak, onModel } = context;
  const { chosen, spoken, pitch } = speaking;
  const request = { chosen, text, speed: spoken, pitch };
  const key = await speech.keyOf(request);
  const known = await speech.find(key, workDir);
  if (known !== null) return known;
  if (!maySpeak && !chosen.engine.isFree) return null;
  const answer = await speech.speak(request, { signal, allowance, onModel });
  // Only sound that is usable is kept, and it is kept even if a later sentence fails.
  await decodeSentence(answerOf(text, speaking, answer), decoding, context);
  return speech.keep(key, answer, workDir);
}

function answerOf(
  text: string,
  { chosen, spoken }: NonNullable<Speaking>,
  { bytes }: SpokenAnswer,
) {
  return { engine: chosen.engine.name, text, speed: spoken, bytes };
}

/**
 * Pauses that the author marked are as long as marked when the sound is played. Others are as fast as the speech.
 */
function pauseSamples(
  { ms, isMarked }: { readonly ms: number; readonly isMarked: boolean },
  speaking: Speaking,
): number {
  const { spoken, played } = speaking ?? { spoken: 1, played: 1 };
  return Math.round(samplesOfMs(isMarked ? ms * played : ms / spoken));
}

function estimatedSamples(text: string, speed: number): number {
  const seconds = Math.max(SHORTEST_SECONDS, text.length / CHARACTERS_PER_SECOND) / speed;
  return Math.round(seconds * SAMPLE_RATE);
}

function approximate(text: string, startSample: number, endSample: number): GivenWord[] {
  const lengthMs = Math.floor(msOfSamples(endSample - startSample));
  const byMs = Math.round(msOfSamples(startSample));
  return approximateWords(writtenWords(text), [], lengthMs).map((word) => ({
    text: word.text,
    startMs: word.startMs + byMs,
    endMs: word.endMs + byMs,
  }));
}

/** The words of a sentence on the time of the joined sound, within the sentence. */
function placed(
  words: readonly GivenWord[],
  { cutSamples }: DecodedSentence,
  startSample: number,
  endSample: number,
): GivenWord[] {
  const [first, last] = [Math.round(msOfSamples(startSample)), Math.floor(msOfSamples(endSample))];
  const byMs = Math.round(msOfSamples(startSample - cutSamples));
  const at = (ms: number) => Math.min(last, Math.max(first, ms + byMs));
  return words.map((word) => ({ ...word, startMs: at(word.startMs), endMs: at(word.endMs) }));
}
