import { list, object } from '../../fields/composites.js';
import { Field, type FieldPlace, REFUSED } from '../../fields/field.js';
import { childPointer } from '../../fields/json-pointer.js';
import { formatValue } from '../../fields/issues.js';
import { boolean, number, text } from '../../fields/scalars.js';
import { cleanText } from '../../text/clean-text.js';
import { MAX_WORD_LENGTH } from '../../words/finish-words.js';
import { readWordJson, readWordList } from '../../words/read-word-json.js';
import { isJsonObject, type JsonObject } from '../../util/json-object.js';
import { readTimes, readWord, WORD_FIELD_NAMES } from '../../words/raw-word.js';
import { MAX_WORDS, type WordJson } from '../../words/types.js';
import type { WordList } from '../types/index.js';
import { LONGEST_SECONDS } from './values.js';

/** The fields of a word in a config. The names that speech tools use are accepted as well. */
const wordFields = {
  word: text(MAX_WORD_LENGTH).describe('The word, including its punctuation.'),
  // The limit allows for milliseconds: tools that use them are recognized by the size of their times.
  start: number({ min: 0, max: LONGEST_SECONDS * 1000, unit: 'seconds' }).describe(
    'Start of the word in seconds.',
  ),
  end: number({ min: 0, max: LONGEST_SECONDS * 1000, unit: 'seconds' }).describe(
    'End of the word in seconds. If it is missing or equal to `start`, the word ends when the next word begins.',
  ),
  space: boolean().describe(
    'Whether a space precedes the word on a line. The default depends on the writing system.',
  ),
};
const OTHER_NAMES = WORD_FIELD_NAMES.filter((name) => !Object.hasOwn(wordFields, name));

const described = object(wordFields, { title: 'word' }).schema;

/** A word of a list, with our field names or those of speech tools. Any other field is a typo. */
const word = new Field<JsonObject>({
  schema: {
    ...described,
    patternProperties: { [`^(${OTHER_NAMES.join('|')})$`]: {} },
  },
  expected: 'an object',
  tryRead: (value, place) => {
    if (!isJsonObject(value)) return REFUSED;
    checkWord(value, place);
    return value;
  },
  fallback: () => ({}),
});

function checkWord(value: JsonObject, { pointer, issues, ...place }: FieldPlace): void {
  for (const [name, given] of Object.entries(value)) {
    const at = { ...place, name, issues, pointer: childPointer(pointer, name) };
    if (Object.hasOwn(wordFields, name)) {
      wordFields[name as keyof typeof wordFields].read(given, at);
    } else if (!WORD_FIELD_NAMES.includes(name)) {
      const known = Object.keys(wordFields).sort().join(', ');
      issues.add(
        at.pointer,
        `Unknown field ${formatValue(name)}. Known fields: ${known}, and the fields that speech tools add.`,
      );
    }
  }
  const parsed = readWord(value);
  if (parsed !== null && cleanText(parsed.text) === '' && parsed.text !== '') {
    issues.add(
      `${pointer}/word`,
      `Expected "word" to be a word, but got ${formatValue(parsed.text)}.`,
    );
  }
  const isForeign = value['word'] === undefined;
  if (isForeign && (parsed === null || parsed.text.length > MAX_WORD_LENGTH)) {
    const what = parsed === null ? 'missing' : 'too long';
    issues.add(
      `${pointer}/word`,
      `"word" is ${what}. Expected a text with at most ${MAX_WORD_LENGTH} characters.`,
    );
  }
  const { startMs, endMs } = readTimes(value);
  if (startMs !== null && endMs !== null && endMs < startMs) {
    issues.add(`${pointer}/end`, '"end" is earlier than "start".');
  }
}

const NO_WORDS: WordList = { words: [], notes: [] };

/** Members that identify the entries of a list as documents or sentences, not words. */
const DOCUMENTS = ['words', 'NBest', 'result'] as const;

const isDocument = (value: unknown) =>
  isJsonObject(value) && DOCUMENTS.some((name) => Array.isArray(value[name]));

/** A list of words, each of which is checked. */
const listed = list(word, { min: 1, max: MAX_WORDS });

/** A list of words, or the JSON output of a speech tool or of this service. */
const words = new Field<WordList>({
  schema: {
    anyOf: [
      listed.schema,
      { type: 'object', description: 'The JSON output of a speech tool.' },
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
  expected: `${listed.expected}, or the JSON output of a speech tool`,
  tryRead: (value, place) => {
    if (isJsonObject(value) || (Array.isArray(value) && value.some(isDocument))) {
      return wordsOf(readWordJson(value), place);
    }
    const before = place.issues.count;
    const entries = listed.tryRead(value, place);
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
      : 'It has only times of sentences. Use it as "captions" of the subtitles element, or enable word timestamps in the tool.';
  issues.add(pointer, `"${name}" cannot be used. ${problem}`);
  return NO_WORDS;
}

/** The speech of an element: its script, or its words with their times, but not both. */
export const scriptFields = {
  text: text(50_000)
    .map((given, { pointer, issues }) => {
      const cleaned = cleanText(given);
      if (cleaned === '')
        issues.add(pointer, '"text" contains no words. Enter the text that is spoken.');
      return cleaned;
    })
    .orNull()
    .describe(
      'The script: the text that is spoken. It is aligned to the sound to find the word times.',
    ),
  words: words
    .orNull()
    .describe(
      'The words with their times, instead of `text`: a list, or the unchanged JSON output of a speech tool.',
    ),
};
