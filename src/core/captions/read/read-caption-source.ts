import type { WordList } from '../../project/types/index.js';
import { plainText } from '../../text/plain-text.js';
import { looksLikeJson, parseJson, readWordJson } from '../../words/read-word-json.js';
import type { RawCue } from '../../words/types.js';
import type { CaptionCue } from '../cues/caption-cue.js';
import { type CaptionsResult, readCaptions } from './read-captions.js';

/** The content of `captions`: a caption file, or the JSON of a speech tool. */
export type CaptionSourceResult = CaptionsResult | { readonly words: WordList };

const UNREADABLE = 'The captions cannot be read.';

/** Reads the text of a caption file or of a speech tool's JSON. Never throws. */
export function readCaptionSource(text: string): CaptionSourceResult {
  const json = parseJson(text);
  if (json !== null) {
    if ('value' in json) return readCaptionJson(json.value);
    return { problem: `${UNREADABLE} ${json.problem}` };
  }
  if (!looksLikeJson(text)) return readCaptions(text);
  return { problem: 'The captions look like JSON, but are truncated or damaged.' };
}

/** Reads the JSON of a speech tool: its words or, if it has no word times, its sentences. */
export function readCaptionJson(value: unknown): CaptionSourceResult {
  const read = readWordJson(value);
  if ('words' in read) return { words: read };
  if ('problem' in read) return { problem: `${UNREADABLE} ${read.problem}` };
  const cues = read.cues.map(cueOfSentence).filter(({ text }) => text !== '');
  if (cues.length === 0) return { problem: `${UNREADABLE} They contain no text.` };
  return { cues: cues.sort((a, b) => a.startMs - b.startMs), warnings: [] };
}

function cueOfSentence({ startMs, endMs, text }: RawCue): CaptionCue {
  const start = Math.round(startMs);
  const end = Math.max(start + 1, Math.round(endMs));
  const plain = plainText(text);
  return { startMs: start, endMs: end, text: plain, lines: [plain], words: null };
}
