import type { WordList } from '../../project/types/index.js';
import { looksLikeJson, parseJson, readWordJson } from '../../words/read-word-json.js';
import type { RawCue } from '../../words/types.js';
import type { CaptionCue } from '../cues/caption-cue.js';
import { plainText } from '../cues/plain-text.js';
import { type CaptionsResult, readCaptions } from './read-captions.js';

/** What stands where captions may stand: a caption file, or the JSON of a speech tool. */
export type CaptionSourceResult = CaptionsResult | { readonly words: WordList };

/** Reads captions from their text. Never throws. */
export function readCaptionSource(text: string): CaptionSourceResult {
  const json = parseJson(text);
  if (json !== null) {
    if ('value' in json) return readCaptionJson(json.value);
    return { problem: `The captions cannot be used. ${json.problem}` };
  }
  if (!looksLikeJson(text)) return readCaptions(text);
  return { problem: 'The captions look like JSON but are cut short or damaged.' };
}

/** Reads captions from the JSON of a speech tool: its words, or its sentences where it has no more. */
export function readCaptionJson(value: unknown): CaptionSourceResult {
  const read = readWordJson(value);
  if ('words' in read) return { words: read };
  if ('problem' in read) return { problem: `The captions cannot be used. ${read.problem}` };
  const cues = read.cues.map(cueOf).filter(({ text }) => text !== '');
  if (cues.length === 0) return { problem: 'The captions cannot be used. They hold no text.' };
  return { cues: cues.sort((a, b) => a.startMs - b.startMs), warnings: [] };
}

function cueOf({ startMs, endMs, text }: RawCue): CaptionCue {
  const start = Math.round(startMs);
  const end = Math.max(start + 1, Math.round(endMs));
  const plain = plainText(text);
  return { startMs: start, endMs: end, text: plain, lines: [plain], words: null };
}
