/** An engine speaks a longer sentence in parts: models lose words in long ones, and the answers become large. */
const LONGEST_SENTENCE = 600;
/** A part begins after this share of the length at the earliest. */
const EARLIEST_CUT = 0.5;

/** The end of a sentence, with the quotes and brackets that close after it. */
const END =
  /([.!?\u2026\u061F\u06D4\u0964]+["'\u201D\u2019\u00BB)\]]*)|[\u3002\uFF01\uFF1F]+[\u300D\u300F\u201D\uFF09]*/gu;

/** Words that end with a period and don't end a sentence, in lower case. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof st mt sgt capt lt col gen gov sen rep rev hon vs fig no nos vol approx cf eg ie e.g i.e ' +
    'mm mme mlle av ex sr sra srta dott sig nr bzw ca z.b u.a d.h str hr fr'
  ).split(' '),
);

/**
 * Splits a text at the ends of its sentences. Abbreviations, initials, numbers of lists, and periods before a lower-case
 * letter don't end a sentence. A sentence of more than 600 characters is split at a comma or a space.
 *
 * @returns the sentences without blanks at their ends; those without a letter or a digit are left out
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (match[1] !== undefined && !endsSentence(text, start, match.index, end)) continue;
    sentences.push(text.slice(start, end));
    start = end;
  }
  sentences.push(text.slice(start));
  return sentences
    .map((sentence) => sentence.replace(/\s+/gu, ' ').trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .flatMap(splitLong);
}

/** @param at where the punctuation begins, and `end`: where it ends */
function endsSentence(text: string, start: number, at: number, end: number): boolean {
  if (end < text.length && !/\s/u.test(text[end]!)) return false;
  if (text[at] !== '.' && text[at] !== '\u2026') return true;
  if (/^\s*\p{Ll}/u.test(text.slice(end, end + 20))) return false;
  if (text[at] !== '.' || text[at + 1] === '.') return true;
  const before = text.slice(Math.max(start, at - 20), at);
  const word = /[^\s("'\u201C\u2018]*$/u.exec(before)?.[0] ?? '';
  if (/^\p{Lu}$/u.test(word) && before.trim() !== word) return false;
  if (/^\d{1,3}$/.test(word) && text.slice(start, at).trim() === word) return false;
  return !ABBREVIATIONS.has(word.toLowerCase());
}

function splitLong(sentence: string): string[] {
  const parts: string[] = [];
  let rest = sentence;
  while (rest.length > LONGEST_SENTENCE) {
    const cut = cutOf(rest.slice(0, LONGEST_SENTENCE));
    parts.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return [...parts, rest].filter((part) => part !== '');
}

/** After the last comma or similar mark, otherwise after the last space, otherwise between characters. */
function cutOf(text: string): number {
  const earliest = text.length * EARLIEST_CUT;
  for (const mark of [/[,;:\u2014\u3001\uFF0C]\s?/gu, /\s/gu]) {
    const last = [...text.matchAll(mark)].at(-1);
    if (last && last.index >= earliest) return last.index + last[0].length;
  }
  const isHalf = /[\uD800-\uDBFF]$/.test(text);
  return isHalf ? text.length - 1 : text.length;
}
