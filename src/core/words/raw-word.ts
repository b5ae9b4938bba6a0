import { isJsonObject, type JsonObject } from '../util/json-object.js';
import type { RawWord } from './types.js';

/** Names of the text of a word; names of texts with punctuation come first. */
const TEXT_NAMES = [
  'punctuated_word',
  'word',
  'text',
  'w',
  'DisplayText',
  'displayText',
  'Word',
  'value',
  'content',
  'body',
] as const;
const SPEAKER_NAMES = [
  'speaker',
  'speaker_id',
  'speaker_label',
  'speakerTag',
  'speakerLabel',
] as const;

/** Names of times in one unit. */
interface TimeFields {
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  readonly lengths: readonly string[];
  readonly unitMs: number;
}

const SECONDS: TimeFields = {
  starts: ['start', 'start_time', 'startTime', 'startOffset', 'start_offset', 'ts', 'begin'],
  ends: ['end', 'end_time', 'endTime', 'endOffset', 'end_offset', 'end_ts'],
  lengths: ['duration', 'dur'],
  unitMs: 1000,
};
const MILLISECONDS: TimeFields = {
  starts: ['startMs', 'start_ms', 'offsetMilliseconds'],
  ends: ['endMs', 'end_ms'],
  lengths: ['durationMs', 'duration_ms', 'durationMilliseconds'],
  unitMs: 1,
};
/** Microsoft's tools count ticks of 100 ns. */
const TICKS: TimeFields = {
  starts: ['Offset', 'offsetInTicks', 'offset'],
  ends: [],
  lengths: ['Duration', 'durationInTicks', 'duration'],
  unitMs: 1e-4,
};
const TIME_FIELDS = [SECONDS, MILLISECONDS, TICKS];

/** Other fields of words that tools write and captions do not use. */
const OTHER_NAMES = [
  'score',
  'confidence',
  'conf',
  'probability',
  'prob',
  'p',
  'logprob',
  'loss',
  'id',
  'index',
  'type',
  'Type',
  'language',
  'lang',
  'channel',
  'channel_index',
  'channel_label',
  'tokens',
  'token',
  'characters',
  'chars',
  'phones',
  'phonemes',
  'alternatives',
  'attaches_to',
  'is_eos',
  'timestampMs',
  'timestamp',
  'timestamps',
  'offsets',
  't_dtw',
  'segment',
  'segment_id',
  'seek',
  'case',
  'alignedWord',
  'speaker_confidence',
  'Confidence',
  'locale',
  'word_index',
  'is_final',
  'time',
  'entities',
  'display_as',
  'tags',
  'avg_logprob',
  'no_speech_prob',
] as const;

/** All field names that an entry of a word list may have. */
export const WORD_FIELD_NAMES: readonly string[] = [
  ...TEXT_NAMES,
  ...SPEAKER_NAMES,
  ...TIME_FIELDS.flatMap(({ starts, ends, lengths }) => [...starts, ...ends, ...lengths]),
  ...OTHER_NAMES,
  'space',
];

/** Returns the objects in a list; empty when the value is not a list. */
export function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/**
 * Reads one word of a tool's list, by whatever names it has.
 *
 * @param unitMs of times that are seconds elsewhere; AssemblyAI writes milliseconds there
 * @returns null when it holds no text
 */
export function readWord(value: JsonObject, unitMs = SECONDS.unitMs): RawWord | null {
  const text = textOf(value);
  if (text === null) return null;
  const space = value['space'];
  return {
    text,
    ...readTimes(value, unitMs),
    speaker: readSpeaker(value),
    ...(typeof space === 'boolean' ? { space } : {}),
  };
}

function textOf(value: JsonObject): string | null {
  for (const name of TEXT_NAMES) {
    const text = value[name];
    if (typeof text === 'string') return text;
  }
  // AWS Transcribe and Speechmatics put the word in its best alternative.
  const [best] = objectsIn(value['alternatives']);
  const content = best?.['content'];
  return typeof content === 'string' ? content : null;
}

/** Returns the name or number of the speaker as text, or null when the entry names none. */
export function readSpeaker(value: JsonObject): string | null {
  const [best] = objectsIn(value['alternatives']);
  for (const name of SPEAKER_NAMES) {
    const speaker = value[name] ?? best?.[name];
    if (typeof speaker === 'string' || typeof speaker === 'number') return String(speaker);
  }
  return null;
}

/** Reads the start and the end of an entry; null for a time that it does not have. */
export function readTimes(
  value: JsonObject,
  secondMs = SECONDS.unitMs,
): { startMs: number | null; endMs: number | null } {
  // In Amazon Polly's marks, `start` and `end` are positions in the text.
  if (value['type'] === 'word' && value['time'] !== undefined) {
    return { startMs: readTime(value['time'], 1), endMs: null };
  }
  for (const fields of TIME_FIELDS) {
    const unitMs = fields === SECONDS ? secondMs : fields.unitMs;
    const startMs = firstTime(value, fields.starts, unitMs);
    const endMs = firstTime(value, fields.ends, unitMs);
    const lengthMs = firstTime(value, fields.lengths, unitMs);
    if (startMs === null && endMs === null) continue;
    return {
      startMs,
      endMs: endMs ?? (startMs !== null && lengthMs !== null ? startMs + lengthMs : null),
    };
  }
  return readTimePair(value);
}

/** Reads both times from one member: `offsets` of whisper.cpp in ms, `timestamp` of Transformers in seconds. */
function readTimePair({ offsets, timestamp }: JsonObject): {
  startMs: number | null;
  endMs: number | null;
} {
  if (isJsonObject(offsets)) {
    return { startMs: readTime(offsets['from'], 1), endMs: readTime(offsets['to'], 1) };
  }
  const [from, to] = Array.isArray(timestamp) ? (timestamp as unknown[]) : [];
  return { startMs: readTime(from, 1000), endMs: readTime(to, 1000) };
}

function firstTime(value: JsonObject, names: readonly string[], unitMs: number): number | null {
  for (const name of names) {
    const raw = value[name];
    // Numbers are letter counts of Gentle; Google writes times as texts.
    if (/^(start|end)_?offset$/i.test(name) && typeof raw === 'number') continue;
    const time = readTime(raw, unitMs);
    if (time !== null) return time;
  }
  return null;
}

/**
 * Reads a time: a number or its text, `1.200s` (Google), `PT1.2S` (ISO 8601, Azure) or `{seconds, nanos}`
 * (Google's clients).
 *
 * @returns milliseconds, or null when the value is not a time
 */
function readTime(value: unknown, unitMs: number): number | null {
  if (typeof value === 'number') return validTime(value * unitMs);
  if (typeof value === 'string') return readTimeText(value.slice(0, 40), unitMs);
  if (!isJsonObject(value)) return null;
  const { seconds = 0, nanos = 0 } = value;
  // The JSON of protocol buffers writes 64-bit integers as texts.
  const whole = readTime(typeof seconds === 'object' ? null : seconds, 1000);
  return whole !== null && typeof nanos === 'number' ? validTime(whole + nanos / 1e6) : null;
}

function readTimeText(text: string, unitMs: number): number | null {
  const plain = /^\s*(\d+(?:\.\d*)?)(s?)\s*$/.exec(text);
  if (plain) return validTime(Number(plain[1]) * (plain[2] === '' ? unitMs : 1000));
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d*)?)S)?$/.exec(text);
  if (!iso) return null;
  const [hours, minutes, seconds] = iso.slice(1).map((part) => Number(part ?? 0));
  return validTime((hours! * 3600 + minutes! * 60 + seconds!) * 1000);
}

function validTime(ms: number): number | null {
  return Number.isFinite(ms) && ms >= 0 ? ms : null;
}
