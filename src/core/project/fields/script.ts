import { list, object } from '../../fields/composites.js';
import { Field, type FieldPlace, REFUSED } from '../../fields/field.js';
import { childPointer } from '../../fields/json-pointer.js';
import { formatValue } from '../../fields/issues.js';
import { boolean, number, text } from '../../fields/scalars.js';
import { cleanText } from '../../text/clean-text.js';
import { LONGEST_WORD } from '../../words/finish-words.js';
import { readWordJson, readWordList } from '../../words/read-word-json.js';
import { isObject, type Json, timesOf, toldWord, WORD_NAMES } from '../../words/told-word.js';
import { MOST_WORDS, type WordJson } from '../../words/types.js';
import type { WordList } from '../types/index.js';
import { LONGEST_SECONDS } from './values.js';

/** The names that a word has in a config; tools' own names for these come besides. */
const wordFields = {
  word: text(LONGEST_WORD).describe('The word, with its punctuation.'),
  // As many milliseconds as a video may have seconds: tools that count those are told by their times.
  start: number({ min: 0, max: LONGEST_SECONDS * 1000, unit: 'seconds' }).describe(
    'When it begins to be said, in seconds.',
  ),
  end: number({ min: 0, max: LONGEST_SECONDS * 1000, unit: 'seconds' }).describe(
    'When it ends, in seconds; when missing or the same as `start`, when the next word begins.',
  ),
  space: boolean().describe(
    'Whether a space stands before it on a line; when missing, as its script has it.',
  ),
};
const OTHER_NAMES = WORD_NAMES.filter((name) => !Object.hasOwn(wordFields, name));

const described = object(wordFields, { title: 'word' }).schema;

/** A word of a list, by our names or those of speech tools, in which other fields are typos. */
const word = new Field<Json>({
  schema: {
    ...described,
    patternProperties: { [`^(${OTHER_NAMES.join('|')})$`]: {} },
  },
  expected: 'an object',
  tryRead: (value, place) => {
    if (!isObject(value)) return REFUSED;
    checkWord(value, place);
    return value;
  },
  fallback: () => ({}),
});

function checkWord(value: Json, { pointer, issues, ...place }: FieldPlace): void {
  for (const [name, given] of Object.entries(value)) {
    const at = { ...place, name, issues, pointer: childPointer(pointer, name) };
    if (Object.hasOwn(wordFields, name)) {
      wordFields[name as keyof typeof wordFields].read(given, at);
    } else if (!WORD_NAMES.includes(name)) {
      const known = Object.keys(wordFields).sort().join(', ');
      issues.add(
        at.pointer,
        `There is no field ${formatValue(name)} here; known are ${known}, and what speech tools write beside them.`,
      );
    }
  }
  const told = toldWord(value);
  if (told !== null && cleanText(told.text) === '' && told.text !== '') {
    issues.add(`${pointer}/word`, `"word" is ${formatValue(told.text)}; allowed is a word.`);
  }
  const isForeign = value['word'] === undefined;
  if (isForeign && (told === null || told.text.length > LONGEST_WORD)) {
    const what = told === null ? 'missing' : 'too long';
    issues.add(
      `${pointer}/word`,
      `"word" is ${what}; it is a text of at most ${LONGEST_WORD} characters.`,
    );
  }
  const { startMs, endMs } = timesOf(value);
  if (startMs !== null && endMs !== null && endMs < startMs) {
    issues.add(`${pointer}/end`, '"end" is before "start".');
  }
}

const NO_WORDS: WordList = { words: [], notes: [] };

/** Members by which the entries of a list are known for documents or sentences, not words. */
const DOCUMENTS = ['words', 'NBest', 'result'] as const;

const isDocument = (value: unknown) =>
  isObject(value) && DOCUMENTS.some((name) => Array.isArray(value[name]));

/** The words one by one, each checked where it stands. */
const listed = list(word, { min: 1, max: MOST_WORDS });

/** A list of words, or what a speech tool or this service wrote of them. */
const words = new Field<WordList>({
  schema: {
    anyOf: [
      listed.schema,
      { type: 'object', description: 'What a speech tool wrote.' },
      {
        type: 'array',
        minItems: 1,
        contains: {
          type: 'object',
          anyOf: DOCUMENTS.map((name) => ({
            required: [name],
            properties: { [name]: { type: 'array' } },
          })),
        },
      },
    ],
  },
  expected: `${listed.expected}, or what a speech tool wrote`,
  tryRead: (value, place) => {
    if (isObject(value) || (Array.isArray(value) && value.some(isDocument))) {
      return wordsOf(readWordJson(value), place);
    }
    const before = place.issues.count;
    const entries = listed.attempt(value, place);
    if (entries === REFUSED) return REFUSED;
    return place.issues.count === before ? wordsOf(readWordList(entries), place) : NO_WORDS;
  },
  fallback: () => NO_WORDS,
});

function wordsOf(read: WordJson, { pointer, issues, name }: FieldPlace): WordList {
  if ('words' in read) return read;
  const problem =
    'problem' in read
      ? read.problem
      : 'It has times for sentences only: give it as "captions" on the subtitles element, or let the tool write word timestamps.';
  issues.add(pointer, `"${name}" cannot be used. ${problem}`);
  return NO_WORDS;
}

/** What an element says: its script, or its words with their times; not both. */
export const scriptFields = {
  text: text(50_000)
    .map((given, { pointer, issues }) => {
      const cleaned = cleanText(given);
      if (cleaned === '') issues.add(pointer, '"text" is empty; allowed is a text of words.');
      return cleaned;
    })
    .orNull()
    .describe('The script: what is said. Its words get their times by alignment to the sound.'),
  words: words
    .orNull()
    .describe(
      'The words with their times, instead of `text`: a list, or the JSON of a speech tool as it is.',
    ),
};
