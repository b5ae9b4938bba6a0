import { defaultSeparator } from '../text/join-words.js';
import type { RawWord } from './types.js';

const SPACE_BEFORE = /^\s/u;
const SPACE_AFTER = /\s$/u;
/** Punctuation that belongs to the word before it. */
const CLOSING =
  /^[\p{Pe}\p{Pf}.,!?;:%\u2026\u3001\u3002\uFF0C\uFF01\uFF1F\uFF1A\uFF1B\u061F\u060C]+$/u;
const ENDS_SENTENCE = /[.!?\u2026\u3002]["'\u2019\u201D)]*$/u;
/** Characters of a joined word; a word of captions is a fifth of it. */
const MAX_JOINED_LENGTH = 1000;
/** Characters that show whether a sentence ends. */
const END_LENGTH = 20;
/** The longest pause between two pieces of a word. */
const PAUSE_MS = 300;

/**
 * Joins the pieces of words. Whisper and similar tools write a space where a word starts. In a list with
 * such spaces, a token without one continues the word before: `" it"`, `"'s"`; `" $"`, `"5"`, `".99"`.
 * Punctuation alone, such as `","`, always belongs to the word before.
 *
 * @param pieces tokens of one sentence or turn; the first one always starts a word
 */
export function joinWordPieces(pieces: readonly RawWord[]): RawWord[] {
  // Longer texts would be searched again for each piece that is joined to them.
  const tokens = pieces.map(truncate);
  const marksWords = tokens.some(({ text }) => hasOuterSpace(text));
  const words: RawWord[] = [];
  for (const token of tokens) {
    const before = words.at(-1);
    if (before && (CLOSING.test(token.text.trim()) || (marksWords && isPiece(before, token)))) {
      words[words.length - 1] = joinPieces(before, token);
    } else {
      words.push(marksWords && before ? withSpace(before, token) : token);
    }
  }
  return words;
}

function truncate(word: RawWord): RawWord {
  const { text } = word;
  return text.length > MAX_JOINED_LENGTH
    ? { ...word, text: text.slice(0, MAX_JOINED_LENGTH) }
    : word;
}

function hasOuterSpace(text: string): boolean {
  return text.trim() !== '' && (SPACE_BEFORE.test(text) || SPACE_AFTER.test(text));
}

function isPiece(before: RawWord, token: RawWord): boolean {
  if (SPACE_BEFORE.test(token.text) || SPACE_AFTER.test(before.text)) return false;
  // Scripts without spaces do not mark words, and captions join them without spaces anyway.
  if (defaultSeparator(before.text, token.text) === '') return false;
  if (before.speaker !== token.speaker) return false;
  if (before.endMs === null || token.startMs === null) return true;
  const pause = token.startMs - before.endMs;
  return (
    pause < PAUSE_MS &&
    !(
      ENDS_SENTENCE.test(before.text.slice(-END_LENGTH)) &&
      /^\p{Lu}/u.test(token.text) &&
      pause > 0
    )
  );
}

function joinPieces(before: RawWord, token: RawWord): RawWord {
  return {
    ...before,
    text: (before.text + token.text.trimStart()).slice(0, MAX_JOINED_LENGTH),
    endMs: token.endMs ?? before.endMs,
  };
}

/** Records a space that the script would not imply. */
function withSpace(before: RawWord, token: RawWord): RawWord {
  const hasSpace = SPACE_BEFORE.test(token.text) || SPACE_AFTER.test(before.text);
  const isImplied = defaultSeparator(before.text.trim(), token.text.trim()) === ' ';
  return hasSpace && !isImplied && token.space === undefined ? { ...token, space: true } : token;
}
