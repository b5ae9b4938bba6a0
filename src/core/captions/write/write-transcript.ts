import { joinWords } from '../../text/join-words.js';
import type { TimedWord, WordTiming } from '../../timing/types.js';

/** The words of a video, as `GET /videos/{id}/transcript` returns them. */
export interface Transcript {
  /** BCP 47, or `auto`. */
  readonly language: string;
  /** The source of the word times. */
  readonly method: string;
  readonly text: string;
  /** Times in seconds from the start of the video. */
  readonly words: readonly TranscriptWord[];
}

export interface TranscriptWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** 0 to 1; null if the method has no confidence. */
  readonly confidence: number | null;
  /** Whether a space comes before the word. Set only if the spacing differs from the default of its script. */
  readonly space?: boolean;
}

export function writeTranscript({ words, method }: WordTiming, language: string): string {
  const transcript: Transcript = {
    language,
    method,
    text: joinWords(words),
    words: words.map(toTranscriptWord),
  };
  return `${JSON.stringify(transcript)}\n`;
}

/** Converts a word to the format of transcripts, with times in seconds. */
export function toTranscriptWord({
  text,
  startMs,
  endMs,
  confidence,
  space,
}: TimedWord): TranscriptWord {
  return {
    word: text,
    start: startMs / 1000,
    end: endMs / 1000,
    confidence,
    ...(space === undefined ? {} : { space }),
  };
}
