import type { RawWord } from './types.js';

/** Under which name a word stands, the best first: with its punctuation before without. */
const TEXTS = [
  ...['punctuated_word', 'word', 'text', 'w', 'DisplayText', 'displayText', 'Word', 'value'],
  ...['content', 'body'],
] as const;
const SPEAKERS = ['speaker', 'speaker_id', 'speaker_label', 'speakerTag', 'speakerLabel'] as const;

/** Names of times, and how many milliseconds one of their units is. */
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
/** Of 100 ns, as Microsoft's tools count. */
const TICKS: TimeFields = {
  starts: ['Offset', 'offsetInTicks', 'offset'],
  ends: [],
  lengths: ['Duration', 'durationInTicks', 'duration'],
  unitMs: 1e-4,
};
const TIME_FIELDS = [SECONDS, MILLISECONDS, TICKS];

/** What tools write of a word besides, and captions have no use for. */
const OTHER_NAMES = [
  ...['score', 'confidence', 'conf', 'probability', 'prob', 'p', 'logprob', 'loss', 'id', 'index'],
  ...['type', 'Type', 'language', 'lang', 'channel', 'channel_index', 'channel_label', 'tokens'],
  ...['token', 'characters', 'chars', 'phones', 'phonemes', 'alternatives', 'attaches_to'],
  ...['is_eos', 'timestampMs', 'timestamp', 'timestamps', 'offsets', 't_dtw', 'segment'],
  ...['segment_id', 'seek', 'case', 'alignedWord', 'speaker_confidence', 'Confidence', 'locale'],
  ...[
    'word_index',
    'is_final',
    'time',
    'entities',
    'display_as',
    'tags',
    'avg_logprob',
    'no_speech_prob',
  ],
] as const;

/** Every name that an entry of a list of words may have. */
export const WORD_FIELD_NAMES: readonly string[] = [
  ...TEXTS,
  ...SPEAKERS,
  ...TIME_FIELDS.flatMap(({ starts, ends, lengths }) => [...starts, ...ends, ...lengths]),
  ...OTHER_NAMES,
  'space',
];

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; none when it is no list. */
export function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
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
  for (const name of TEXTS) {
    const text = value[name];
    if (typeof text === 'string') return text;
  }
  // AWS Transcribe and Speechmatics have the word in its best alternative.
  const [best] = objectsIn(value['alternatives']);
  const content = best?.['content'];
  return typeof content === 'string' ? content : null;
}

/** By its name or number, as texts; null: not told. */
export function readSpeaker(value: JsonObject): string | null {
  const [best] = objectsIn(value['alternatives']);
  for (const name of SPEAKERS) {
    const speaker = value[name] ?? best?.[name];
    if (typeof speaker === 'string' || typeof speaker === 'number') return String(speaker);
  }
  return null;
}

/** When something begins and ends; null: it does not say. */
export function readTimes(
  value: JsonObject,
  secondMs = SECONDS.unitMs,
): { startMs: number | null; endMs: number | null } {
  // Amazon Polly's marks have places in the text where others have times.
  if (value['type'] === 'word' && value['time'] !== undefined) {
    return { startMs: readTime(value['time'], 1), endMs: null };
  }
  for (const clock of TIME_FIELDS) {
    const unitMs = clock === SECONDS ? secondMs : clock.unitMs;
    const startMs = firstTime(value, clock.starts, unitMs);
    const endMs = firstTime(value, clock.ends, unitMs);
    const lengthMs = firstTime(value, clock.lengths, unitMs);
    if (startMs === null && endMs === null) continue;
    return {
      startMs,
      endMs: endMs ?? (startMs !== null && lengthMs !== null ? startMs + lengthMs : null),
    };
  }
  return readTimePair(value);
}

/** Both times under one name: `offsets` of whisper.cpp in ms, `timestamp` of Transformers in seconds. */
function readTimePair({ offsets, timestamp }: JsonObject): { startMs: number | null; endMs: number | null } {
  if (isObject(offsets)) {
    return { startMs: readTime(offsets['from'], 1), endMs: readTime(offsets['to'], 1) };
  }
  const [from, to] = Array.isArray(timestamp) ? (timestamp as unknown[]) : [];
  return { startMs: readTime(from, 1000), endMs: readTime(to, 1000) };
}

function firstTime(value: JsonObject, names: readonly string[], unitMs: number): number | null {
  for (const name of names) {
    const given = value[name];
    // Gentle counts letters under this name; Google has texts there.
    if (/^(start|end)_?offset$/i.test(name) && typeof given === 'number') continue;
    const time = readTime(given, unitMs);
    if (time !== null) return time;
  }
  return null;
}

/**
 * A time as tools write it: a number or its text, `1.200s` (Google), `PT1.2S` (ISO 8601, Azure),
 * `{seconds, nanos}` (Google's clients).
 *
 * @returns milliseconds; null when it is none
 */
function readTime(given: unknown, unitMs: number): number | null {
  if (typeof given === 'number') return validTime(given * unitMs);
  if (typeof given === 'string') return textTime(given.slice(0, 40), unitMs);
  if (!isObject(given)) return null;
  const { seconds = 0, nanos = 0 } = given;
  // Whole seconds of 64 bits are texts in the JSON of protocol buffers.
  const whole = readTime(typeof seconds === 'object' ? null : seconds, 1000);
  return whole !== null && typeof nanos === 'number' ? validTime(whole + nanos / 1e6) : null;
}

function textTime(text: string, unitMs: number): number | null {
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
