import { object } from '../core/fields/composites.js';
import { Field, REFUSED } from '../core/fields/field.js';
import { anyJson } from '../core/fields/scalars.js';
import type { Schema } from '../core/fields/schema.js';
import type { TranscriptCorrection } from '../core/project/correct-transcript.js';

/** A transcript that `GET` returned. Only its words count. */
const transcript = object({
  id: anyJson(),
  language: anyJson(),
  method: anyJson(),
  text: anyJson(),
  words: anyJson(),
});

const correction = object({ words: anyJson(), text: anyJson() });

const WORD: Schema = {
  type: 'object',
  required: ['word', 'start'],
  properties: {
    word: { type: 'string' },
    start: { type: 'number' },
    end: { type: 'number' },
    space: { type: 'boolean' },
  },
};

const SCHEMA: Schema = {
  oneOf: [
    {
      type: 'object',
      required: ['words'],
      additionalProperties: false,
      properties: {
        id: { type: 'string' },
        language: { type: 'string' },
        method: { type: 'string' },
        text: { type: 'string' },
        words: { type: 'array', minItems: 1, items: WORD },
      },
    },
    {
      type: 'object',
      required: ['text'],
      additionalProperties: false,
      properties: { text: { type: 'string' } },
    },
  ],
};

/**
 * The body of `PUT /videos/{id}/transcript`: a transcript, or only `words`, or only `text`. The subtitles
 * element that gets them validates the words and the text.
 */
export const transcriptRequest = new Field<TranscriptCorrection>({
  schema: SCHEMA,
  expected: 'an object with "words" or "text"',
  tryRead: (body, place) => {
    const read = isTranscript(body)
      ? transcript.tryRead(body, place)
      : correction.tryRead(body, place);
    if (read === REFUSED) return REFUSED;
    if (place.issues.count > 0) return { words: [] };
    if ('method' in read) return { words: read.words };
    if ((read.words === null) === (read.text === null)) {
      place.issues.add(place.pointer, 'Send either "words" or "text".');
    }
    return read.text === null ? { words: read.words } : { text: read.text };
  },
  fallback: () => ({ words: [] }),
});

/** A transcript is recognized by its `method`, which a correction does not have. */
function isTranscript(body: unknown): boolean {
  const { method, words } = (body ?? {}) as Record<string, unknown>;
  return typeof method === 'string' && words !== undefined;
}
