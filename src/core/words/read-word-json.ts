import { MAX_DEPTH } from '../json/read-json.js';
import { scanJson } from '../json/scan-json.js';
import { finishWords } from './finish-words.js';
import { isObject, objectsIn } from './told-word.js';
import { sentencesOf, type Told, together } from './told-segments.js';
import { readTools, wordList } from './tools.js';
import type { WordJson } from './types.js';

/** Largest document: some ten hours of talk, with all that tools write of each word. */
export const LARGEST_WORD_JSON_BYTES = 16 << 20;

const UNKNOWN =
  'It is no list of words that is known: give what Whisper, WhisperX, faster-whisper, whisper.cpp, Deepgram, AssemblyAI, ElevenLabs, Azure, Google, AWS Transcribe, Rev AI, Speechmatics or Gladia write, or a list of {"word", "start", "end"}.';

/**
 * Reads the JSON of a speech tool: its words with their times, or its sentences where it has times for
 * these only. Never throws.
 */
export function readWordJson(value: unknown): WordJson {
  return finished(toldIn(value));
}

/** Reads a list of words, whatever their names are; each entry is one, also where it has spaces. */
export function readWordList(entries: readonly unknown[]): WordJson {
  return finished(wordList(entries));
}

function finished(told: Told | null): WordJson {
  if (told === null) return { problem: UNKNOWN };
  const notes = notesOn(told);
  if (told.segments.length > 0) return finishWords(told.segments, notes);
  if (told.cues.length > 0) return { cues: told.cues, notes };
  return { problem: 'It holds no words with times: let the tool write word timestamps.' };
}

/** Whether a text begins as an object or a list of such does in JSON. */
export function looksLikeJson(text: string): boolean {
  return /^[\uFEFF\s]*(\{\s*"|\[\s*[[{])/.test(text.slice(0, 1000));
}

/** What a text is in JSON, or why its value cannot be told though it is JSON. */
export type ParsedJson = { readonly value: unknown } | { readonly problem: string };

/** The value that a text is in JSON, or the list of those that its lines are; null: it is none. */
export function parseJson(text: string): ParsedJson | null {
  if (text.length > LARGEST_WORD_JSON_BYTES || !looksLikeJson(text)) return null;
  const bare = text.replace(/^\uFEFF/, '');
  return parsed(bare) ?? parsedLines(bare);
}

function parsed(text: string): ParsedJson | null {
  const { problem, duplicates } = scanJson(text, MAX_DEPTH);
  if (problem) return null;
  const [twice] = duplicates;
  if (!twice) return { value: JSON.parse(text) as unknown };
  return {
    problem: `The name ${JSON.stringify(twice.name)} at ${twice.pointer} stands again in its object; keep one.`,
  };
}

/** JSON Lines, as Amazon Polly writes its speech marks. */
function parsedLines(text: string): ParsedJson | null {
  const values: unknown[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const read = parsed(line);
    if (read === null) return null;
    if ('problem' in read) return { problem: `In line ${index + 1}: ${read.problem}` };
    values.push(read.value);
  }
  return { value: values };
}

function notesOn({ sounds, guessedMs }: Told): string[] {
  const left =
    sounds === 1 ? '1 sound that is no word is' : `${sounds} sounds that are no words are`;
  return [
    ...(sounds > 0 ? [`${left} left out.`] : []),
    ...(guessedMs ? ['The times are whole numbers and are read as milliseconds.'] : []),
  ];
}

function toldIn(value: unknown): Told | null {
  if (isObject(value)) return readTools(value);
  const entries = objectsIn(value);
  if (entries.length === 0) return null;
  const areSentences = entries.some(
    ({ words, tokens }) => Array.isArray(words) || Array.isArray(tokens),
  );
  if (areSentences) return sentencesOf(entries, ['words', 'tokens']);
  const documents = entries.map((entry) => readTools(entry));
  if (documents.every((told) => told !== null)) return together(documents);
  const told = sentencesOf(entries, []);
  return told.cues.length > 0 ? told : wordList(entries);
}
