import { readSegment, mergeTranscripts, type RawTranscript } from './raw-transcript.js';
import type { JsonObject } from '../util/json-object.js';
import { objectsIn } from './raw-word.js';

/**
 * Reads YouTube's captions (`json3`, which yt-dlp saves): `events[]` with `tStartMs`, and pieces of text in
 * `segs[]`. Automatic captions have the time of each word in `tOffsetMs`; written ones have a line per piece.
 *
 * @returns null when the document is not such a file
 */
export function readYoutubeEvents({ events }: JsonObject): RawTranscript | null {
  const spoken = objectsIn(events).filter(
    ({ tStartMs, segs }) => typeof tStartMs === 'number' && objectsIn(segs).some(hasText),
  );
  if (spoken.length === 0) return null;
  const hasWords = spoken.some(({ segs }) => objectsIn(segs).some((seg) => 'tOffsetMs' in seg));
  if (hasWords) return mergeTranscripts(spoken.map((event) => readSegment(wordsOf(event))));
  return { segments: [], cues: spoken.map(cueOf), soundCount: 0 };
}

const textOf = ({ utf8 }: JsonObject) => (typeof utf8 === 'string' ? utf8 : '');
const hasText = (seg: JsonObject) => textOf(seg).trim() !== '';
const ms = (value: unknown) => (typeof value === 'number' ? value : 0);

function wordsOf({ tStartMs, segs }: JsonObject): JsonObject[] {
  return objectsIn(segs)
    .filter(hasText)
    .map((seg) => ({ text: textOf(seg), startMs: ms(tStartMs) + ms(seg['tOffsetMs']) }));
}

function cueOf({ tStartMs, dDurationMs, segs }: JsonObject) {
  const startMs = ms(tStartMs);
  const text = objectsIn(segs).map(textOf).join('');
  return { startMs, endMs: startMs + Math.max(1, ms(dDurationMs)), text };
}
