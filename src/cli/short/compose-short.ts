import {
  PARAGRAPH_PAUSE_MS,
  SENTENCE_PAUSE_MS,
  type VoicePart,
} from '../../core/speech/read-voice-script.js';

/** A picture or a video to show. */
export interface ShortPicture {
  readonly path: string;
  readonly isVideo: boolean;
}

/** A recording of the text, and when each of its sentences begins. */
export interface RecordedText {
  readonly path: string;
  readonly text: string;
  /** In seconds, in the order of the sentences. */
  readonly starts: readonly number[];
  readonly seconds: number;
}

/** What a short consists of. */
export interface ShortParts {
  /** The text, as {@link VoicePart}s. */
  readonly parts: readonly VoicePart[];
  /** At least one. */
  readonly pictures: readonly ShortPicture[];
  /** Null: a voice speaks the text. */
  readonly recording: RecordedText | null;
  /** The name of the voice, or null for that of the operator. */
  readonly voice: string | null;
  readonly music: string | null;
  readonly resolution: string;
  readonly style: string;
}

const ZOOM = 2;

/** A sentence, and the pause after it as its text is written. */
interface Sentence {
  readonly text: string;
  readonly after: string;
  readonly pauseMs: number;
}

/**
 * Makes a video config of a text and pictures: each picture shows while its share of the sentences is spoken. Only as many
 * pictures are used as there are sentences.
 */
export function composeShort(short: ShortParts): object {
  const { parts, pictures, recording, voice, music, resolution, style } = short;
  const sentences = sentencesOf(parts);
  const groups = divide(sentences, Math.min(pictures.length, sentences.length));
  let first = 0;
  const scenes = groups.map((group, index) => {
    const isLast = index === groups.length - 1;
    const from = index === 0 ? 0 : recording?.starts[first];
    first += group.length;
    const to = isLast ? recording?.seconds : recording?.starts[first];
    return {
      ...(recording === null ? {} : { duration: round(to! - from!) }),
      elements: [
        pictureElement(pictures[index]!, index),
        ...(recording === null ? [voiceElement(group, isLast, voice)] : []),
      ],
    };
  });
  return {
    resolution,
    loudness: true,
    scenes,
    elements: [
      ...(recording === null ? [] : [{ type: 'audio', src: recording.path, text: recording.text }]),
      ...(music === null ? [] : [musicElement(music)]),
      { type: 'subtitles', settings: { style } },
    ],
  };
}

/** How many sentences a text has. */
export function countSentences(parts: readonly VoicePart[]): number {
  return parts.filter(({ kind }) => kind === 'sentence').length;
}

function pictureElement({ path, isVideo }: ShortPicture, index: number): object {
  if (isVideo) return { type: 'video', src: path, volume: 0, loop: true, duration: -2 };
  return { type: 'image', src: path, zoom: index % 2 === 0 ? ZOOM : -ZOOM };
}

function musicElement(src: string): object {
  return {
    ...{ type: 'audio', src, loop: true, duration: -2 },
    ...{ volume: 0.6, ducking: true, 'fade-out': 1.5 },
  };
}

function voiceElement(group: readonly Sentence[], isLast: boolean, voice: string | null): object {
  const last = group.at(-1)!;
  const end = isLast ? '' : breakOf(Math.max(SENTENCE_PAUSE_MS, last.pauseMs));
  const text = group
    .map((one, index) => (index === group.length - 1 ? one.text : `${one.text}${one.after}`))
    .join('');
  return { type: 'voice', text: `${text}${end}`, ...(voice === null ? {} : { voice }) };
}

function sentencesOf(parts: readonly VoicePart[]): Sentence[] {
  return parts.flatMap((part, index) => {
    if (part.kind !== 'sentence') return [];
    const next = parts[index + 1];
    const isPause = next?.kind === 'pause';
    const pauseMs = isPause ? next.ms : 0;
    if (isPause && !next.isMarked) {
      return [{ text: part.text, after: pauseMs >= PARAGRAPH_PAUSE_MS ? '\n\n' : '\n', pauseMs }];
    }
    return [{ text: part.text, after: breakOf(pauseMs), pauseMs }];
  });
}

function breakOf(ms: number): string {
  return ` <break time="${ms}ms"/> `;
}

/** Divides sentences into groups of about the same number of characters, each with at least one. */
function divide(sentences: readonly Sentence[], count: number): Sentence[][] {
  const total = sentences.reduce((sum, { text }) => sum + text.length, 0);
  const groups: Sentence[][] = Array.from({ length: count }, () => []);
  let before = 0;
  let at = 0;
  sentences.forEach((sentence, index) => {
    const left = sentences.length - index;
    const wanted = Math.floor(((before + sentence.text.length / 2) * count) / total);
    const isFull = groups[at]!.length > 0;
    // The groups that remain need a sentence each.
    const isNeeded = left <= count - 1 - at;
    if (isFull && at < count - 1 && (wanted > at || isNeeded)) at++;
    groups[at]!.push(sentence);
    before += sentence.text.length;
  });
  return groups;
}

function round(seconds: number): number {
  return Math.max(0.04, Math.round(seconds * 1000) / 1000);
}
