import { separator } from '../text/join-words.js';
import type { RawWord } from './types.js';

const BLANK_BEFORE = /^\s/u;
const BLANK_AFTER = /\s$/u;
/** Marks that stand with the word before them. */
const CLOSING =
  /^[\p{Pe}\p{Pf}.,!?;:%\u2026\u3001\u3002\uFF0C\uFF01\uFF1F\uFF1A\uFF1B\u061F\u060C]+$/u;
const ENDS_SENTENCE = /[.!?\u2026\u3002]["'\u2019\u201D)]*$/u;
/** A piece of a word comes right after the piece before. */
const PAUSE_MS = 300;

/**
 * Puts the pieces of words together. Whisper and its kin write a blank where a word begins, so in a
 * list with such blanks what has none goes on with the word before: `" it"`, `"'s"`; `" $"`, `"5"`,
 * `".99"`. A mark alone, such as `","`, is always of the word before.
 *
 * @param tokens of one sentence or turn: its first is never a piece of what was before
 */
export function joinWordPieces(tokens: readonly RawWord[]): RawWord[] {
  const marked = tokens.some(({ text }) => isMarked(text));
  const words: RawWord[] = [];
  for (const token of tokens) {
    const before = words.at(-1);
    if (before && (CLOSING.test(token.text.trim()) || (marked && isPiece(before, token)))) {
      words[words.length - 1] = joined(before, token);
    } else {
      words.push(marked && before ? spaced(before, token) : token);
    }
  }
  return words;
}

function isMarked(text: string): boolean {
  return text.trim() !== '' && (BLANK_BEFORE.test(text) || BLANK_AFTER.test(text));
}

function isPiece(before: RawWord, token: RawWord): boolean {
  if (BLANK_BEFORE.test(token.text) || BLANK_AFTER.test(before.text)) return false;
  // Scripts without spaces have no blanks to go by, and are joined without one anyway.
  if (separator(before.text, token.text) === '') return false;
  if (before.speaker !== token.speaker) return false;
  if (before.endMs === null || token.startMs === null) return true;
  const pause = token.startMs - before.endMs;
  return (
    pause < PAUSE_MS &&
    !(ENDS_SENTENCE.test(before.text) && /^\p{Lu}/u.test(token.text) && pause > 0)
  );
}

function joined(before: RawWord, token: RawWord): RawWord {
  return {
    ...before,
    text: before.text + token.text.trimStart(),
    endMs: token.endMs ?? before.endMs,
  };
}

/** A blank that the script alone would not have. */
function spaced(before: RawWord, token: RawWord): RawWord {
  const blank = BLANK_BEFORE.test(token.text) || BLANK_AFTER.test(before.text);
  const usual = separator(before.text.trim(), token.text.trim()) === ' ';
  return blank && !usual && token.space === undefined ? { ...token, space: true } : token;
}
