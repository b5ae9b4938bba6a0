import type { Field } from '../../fields/field.js';
import { list, object } from '../../fields/composites.js';
import { show } from '../../fields/issues.js';
import { text } from '../../fields/scalars.js';
import type { GivenWord } from '../types.js';
import { seconds } from './values.js';

/** A script or a word: control and direction characters dropped, lone surrogates replaced. */
export function cleanText(given: string): string {
  return given
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (char) =>
      char === '\n' || char === '\t' ? ' ' : '',
    )
    .trim();
}

const word: Field<GivenWord> = object(
  {
    word: text(200).must().about('The word, with its punctuation.'),
    start: seconds().about('When it begins to be said, in seconds.'),
    end: seconds().about('When it ends, in seconds; after `start`.'),
  },
  { title: 'word' },
).map((given, { pointer, issues }) => {
  const cleaned = cleanText(given.word);
  if (cleaned === '' && given.word !== '') {
    issues.add(`${pointer}/word`, `"word" is ${show(given.word)}; allowed is a word.`);
  }
  if (given.end <= given.start) issues.add(`${pointer}/end`, '"end" is not after "start".');
  return { text: cleaned, startMs: given.start, endMs: given.end };
});

/** What an element says: its script, or its words with their times; not both. */
export const scriptFields = {
  text: text(50_000)
    .map((given, { pointer, issues }) => {
      const cleaned = cleanText(given);
      if (cleaned === '') issues.add(pointer, '"text" is empty; allowed is a text of words.');
      return cleaned;
    })
    .orNull()
    .about('The script: what is said. Its words get their times by alignment to the sound.'),
  words: list(word, { min: 1, max: 20_000 })
    .orNull()
    .about('The words with their times, instead of `text`.'),
};
