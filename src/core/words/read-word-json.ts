import { MAX_DEPTH } from '../json/read-json.js';
import { scanJson } from '../json/scan-json.js';
import { finishWords } from './finish-words.js';
import { isJsonObject } from '../util/json-object.js';
import { objectsIn } from './raw-word.js';
import { readSentenceList, type RawTranscript, mergeTranscripts } from './raw-transcript.js';
import { readToolDocument, readWordEntries } from './tools.js';
import type { WordJson } from './types.js';

/** The largest document: about ten hours of speech with all details that tools write. */
export const MAX_WORD_JSON_BYTES = 16 << 20;

const UNKNOWN =
  'The JSON is not a known word list. Use the output of Whisper, WhisperX, faster-whisper, whisper.cpp, Deepgram, AssemblyAI, ElevenLabs, Azure, Google, AWS Transcribe, Rev AI, Speechmatics or Gladia, or a list of {"word", "start", "end"}.';

/**
 * Reads the JSON of a speech tool: its words with their times, or its sentences if only these have times.
 * Never throws.
 */
export function readWordJson(value: unknown): WordJson {
  return finishTranscript(findTranscript(value));
}

/** Reads a list of words with any known field names. Each entry is one word, even with spaces in it. */
export function readWordList(entries: readonly unknown[]): WordJson {
  return finishTranscript(readWordEntries(entries));
}

function finishTranscript(transcript: RawTranscript | null): WordJson {
  if (transcript === null) return { problem: UNKNOWN };
  const notes = notesOn(transcript);
  if (transcript.segments.length > 0) return finishWords(transcript.segments, notes);
  if (transcript.cues.length > 0) return { cues: transcript.cues, notes };
  return {
    problem: 'The document contains no words with times. Turn on word timestamps in the tool.',
  };
}

/** Whether a text starts like a JSON object, or like a list of objects or lists. */
export function looksLikeJson(text: string): boolean {
  return /^[\uFEFF\s]*(\{\s*"|\[\s*[[{])/.test(text.slice(0, 1000));
}

/** The value of a JSON text, or why it is ambiguous. */
export type ParsedJson = { readonly value: unknown } | { readonly problem: string };

/** Parses JSON or JSON Lines; returns null for a text that is neither. */
export function parseJson(text: string): ParsedJson | null {
  if (text.length > MAX_WORD_JSON_BYTES || !looksLikeJson(text)) return null;
  const bare = text.replace(/^\uFEFF/, '');
  return parseDocument(bare) ?? parseLines(bare);
}

function parseDocument(text: string): ParsedJson | null {
  const { problem, duplicates } = scanJson(text, MAX_DEPTH);
  if (problem) return null;
  const [duplicate] = duplicates;
  if (!duplicate) return { value: JSON.parse(text) as unknown };
  return {
    problem: `The name ${JSON.stringify(duplicate.name)} at ${duplicate.pointer} occurs twice in its object. Keep one.`,
  };
}

/** Parses JSON Lines, the format of Amazon Polly's speech marks. */
function parseLines(text: string): ParsedJson | null {
  const values: unknown[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const result = parseDocument(line);
    if (result === null) return null;
    if ('problem' in result) return { problem: `Line ${index + 1}: ${result.problem}` };
    values.push(result.value);
  }
  return { value: values };
}

function notesOn({ soundCount, assumesMilliseconds }: RawTranscript): string[] {
  const sounds =
    soundCount === 1
      ? '1 sound that is not a word is'
      : `${soundCount} sounds that are not words are`;
  return [
    ...(soundCount > 0 ? [`${sounds} left out.`] : []),
    ...(assumesMilliseconds ? ['The times are whole numbers, and are read as milliseconds.'] : []),
  ];
}

function findTranscript(value: unknown): RawTranscript | null {
  if (isJsonObject(value)) return readToolDocument(value);
  const entries = objectsIn(value);
  if (entries.length === 0) return null;
  const areSentences = entries.some(
    ({ words, tokens }) => Array.isArray(words) || Array.isArray(tokens),
  );
  if (areSentences) return readSentenceList(entries, ['words', 'tokens']);
  const documents = entries.map((entry) => readToolDocument(entry));
  if (documents.every((document) => document !== null)) return mergeTranscripts(documents);
  const sentences = readSentenceList(entries, []);
  return sentences.cues.length > 0 ? sentences : readWordEntries(entries);
}
