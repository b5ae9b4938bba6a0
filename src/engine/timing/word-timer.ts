import { JobFailure } from '../../core/errors/job-failure.js';
import type { GivenWord } from '../../core/project/types.js';
import { writtenWords } from '../../core/timing/spoken-words.js';
import { tidyWords } from '../../core/timing/tidy-words.js';
import type { WordTiming } from '../../core/timing/types.js';
import { SPEECH_RATE } from '../../core/timing/voice-activity.js';
import { Aligner } from './aligner.js';

export interface TimingRequest {
  /** Mono at 16 kHz, -1 to 1. */
  readonly samples: Float32Array;
  readonly text: string | null;
  readonly words: readonly GivenWord[] | null;
  /** BCP 47, or `auto`. */
  readonly language: string;
  /** Element to name when the words cannot be timed. */
  readonly pointer: string;
}

/** A wrong script aligns with low confidence; below this share of sure words the job warns. */
const DOUBTFUL = 0.02;

/** Says which words are spoken when: from given times, or by aligning the script to the speech. */
export class WordTimer {
  private readonly aligner = new Aligner();

  /** @throws JobFailure TIMING_UNAVAILABLE when nothing it is given leads to word times */
  async time(request: TimingRequest): Promise<WordTiming> {
    const durationMs = (request.samples.length / SPEECH_RATE) * 1000;
    if (request.words !== null) {
      const words = request.words.map((word) => ({ ...word, confidence: null }));
      return { words: tidyWords(words, durationMs), method: 'given', warnings: [] };
    }
    if (request.text === null) {
      throw unavailable(
        'Nothing says which words are spoken. Give the script as "text", or the words with their times as "words".',
        request.pointer,
      );
    }
    if (!/^(auto|en)\b/iu.test(request.language)) {
      throw unavailable(
        `Scripts are aligned in English only, not in "${request.language}". Give the words with their times as "words".`,
        request.pointer,
      );
    }
    const words = await this.aligner.align(request.samples, writtenWords(request.text));
    if (words === null) {
      throw unavailable(
        'The script could not be laid over the speech. Check that "text" is what is said, or give "words".',
        request.pointer,
      );
    }
    return { words, method: 'aligned', warnings: doubts(words, request.pointer) };
  }
}

function doubts(words: WordTiming['words'], pointer: string): string[] {
  const sorted = words.flatMap(({ confidence }) => confidence ?? []).sort((a, b) => a - b);
  const low = sorted[Math.floor(sorted.length * 0.1)] ?? 1;
  if (low >= DOUBTFUL) return [];
  return [`The script at ${pointer} may not be what is said; check the words.`];
}

function unavailable(message: string, pointer: string): JobFailure {
  return new JobFailure('TIMING_UNAVAILABLE', message, pointer);
}
