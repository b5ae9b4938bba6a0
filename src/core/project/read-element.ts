import {
  cleanText,
  readDuration,
  readMs,
  readPosition,
  readScript,
  readSource,
} from './field-values.js';
import { ObjectReader, show, type Issues } from './reader.js';
import { readSubtitles, type SubtitlesOptions } from './read-subtitles.js';
import { readMotion } from './read-motion.js';
import { RESIZE_MODES, type GivenWord, type MediaElement, type SubtitlesElement } from './types.js';

export interface ElementOptions extends SubtitlesOptions {
  readonly localSources: boolean;
}

export type AnyElement =
  MediaElement | { readonly type: 'subtitles'; readonly element: SubtitlesElement };

const TYPES = ['audio', 'image', 'video', 'subtitles'] as const;
const CENTER = { horizontal: 'center', vertical: 'center' } as const;

/** Reads one element of a scene or of the video; null when its type is not known. */
export function readElement(
  value: unknown,
  pointer: string,
  issues: Issues,
  options: ElementOptions,
): AnyElement | null {
  const reader = new ObjectReader(value, pointer, issues);
  const type = reader.raw('type');
  if (!TYPES.includes(type as (typeof TYPES)[number])) {
    if (typeof value === 'object' && value !== null) reader.refuse('type', TYPES.join(', '));
    return null;
  }
  reader.text('comment', null, 2_000);
  const id = reader.text('id', null, 100);
  const element =
    type === 'subtitles'
      ? ({ type, element: readSubtitles(reader, options, readWord(issues)) } as const)
      : readMedia(reader, type as MediaElement['type'], id, options, issues);
  reader.finish();
  return element;
}

function readMedia(
  reader: ObjectReader,
  type: MediaElement['type'],
  id: string | null,
  options: ElementOptions,
  issues: Issues,
): MediaElement {
  const base = {
    pointer: reader.pointer,
    id,
    src: readSource(reader, options),
    startMs: readMs(reader, 'start'),
    duration: readDuration(reader, type === 'image' ? 'container' : 'natural'),
    fadeInMs: readMs(reader, 'fade-in'),
    fadeOutMs: readMs(reader, 'fade-out'),
  };
  if (type === 'audio') {
    return {
      ...base,
      ...readPlayback(reader),
      type,
      speech: reader.boolean('speech', true),
      language: reader.text('language', null, 35),
      ...readScript(reader, readWord(issues)),
    };
  }
  const placed = { ...base, ...readPlacement(reader) };
  return type === 'image' ? { ...placed, type } : { ...placed, ...readPlayback(reader), type };
}

function readPlayback(reader: ObjectReader) {
  return {
    seekMs: readMs(reader, 'seek'),
    loop: reader.boolean('loop', false),
    volume: reader.number('volume', 1, { min: 0, max: 10 }),
  };
}

function readPlacement(reader: ObjectReader) {
  const offset = { min: -8192, max: 8192, integer: true };
  const size = { min: 1, max: 8192, integer: true };
  return {
    zIndex: reader.number('z-index', 0, { min: -1000, max: 1000, integer: true }),
    resize: reader.choice('resize', 'cover', RESIZE_MODES),
    x: reader.number('x', null, offset),
    y: reader.number('y', null, offset),
    width: reader.number('width', null, size),
    height: reader.number('height', null, size),
    position: readPosition(reader, 'position', CENTER),
    opacity: reader.number('opacity', 1, { min: 0, max: 1 }),
    motion: readMotion(reader),
  };
}

const readWord =
  (issues: Issues) =>
  (value: unknown, pointer: string): GivenWord => {
    const reader = new ObjectReader(value, pointer, issues);
    const text = cleanText(reader.text('word', '', 200));
    const startMs = readMs(reader, 'start');
    const endMs = readMs(reader, 'end');
    if (text === '')
      issues.add(reader.at('word'), `"word" is ${show(reader.raw('word'))}; allowed is a word.`);
    if (endMs <= startMs) issues.add(reader.at('end'), '"end" is not after "start".');
    reader.finish();
    return { text, startMs, endMs };
  };
