import { joinWords } from '../../text/join-words.js';
import type { TimedWord, WordTiming } from '../../timing/types.js';

/** The words of a video as JSON: what `GET /videos/{id}/transcript` answers. */
export interface Transcript {
  /** BCP 47, or `auto`. */
  readonly language: string;
  /** Where the times are from. */
  readonly method: string;
  readonly text: string;
  /** Times in seconds from the start of the video. */
  readonly words: readonly TranscriptWord[];
}

export interface TranscriptWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** 0 to 1; null where the method has no measure of it. */
  readonly confidence: number | null;
  /** Whether a space stands before it; told where it is not as its script has it. */
  readonly space?: boolean;
}

export function writeTranscript({ words, method }: WordTiming, language: string): string {
  const transcript: Transcript = {
    language,
    method,
    text: joinWords(words),
    words: words.map(transcriptWord),
  };
  return `${JSON.stringify(transcript)}\n`;
}

/** A word with its times in seconds, as it can be given back. */
export function transcriptWord({
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
