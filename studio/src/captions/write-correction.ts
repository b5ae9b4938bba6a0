import { valueAt } from '../document/pointers.js';
import type { VideoDocument } from '../document/video-document.js';
import { findSubtitles } from '../document/subtitles.js';
import { milliseconds, type Splice, spliced, type TranscriptWord } from './transcript.js';
import type { WordHome } from './word-homes.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * How a correction is written: into the script, whose words are timed again; into the list of words; or as a new list of
 * all words with their times, which replaces a script, a caption file, or recognized speech.
 */
export type Writing = 'script' | 'list' | 'all-words';

/** What a correction needs to know of the transcript. */
export interface Transcript {
  readonly words: readonly TranscriptWord[];
  readonly homes: readonly (WordHome | null)[];
}

/** How a correction would be written. */
export function writingOf({ homes }: Transcript, { from, count, hasTimes }: Splice): Writing {
  const own = homes.slice(from, from + count);
  const [first] = own;
  if (first === null || first === undefined) return 'all-words';
  const isOne = own.every((home) => home?.pointer === first.pointer);
  if (!isOne || (first.kind === 'script' && hasTimes)) return 'all-words';
  return first.kind;
}

/** Writes corrections into the document, as one change. Returns false while the document is not JSON. */
export function writeCorrections(
  video: VideoDocument,
  transcript: Transcript,
  splices: readonly Splice[],
): boolean {
  if (video.parsed.peek().error !== null || splices.length === 0) return false;
  // From the end, so that the places before stay.
  const ordered = [...splices].sort((a, b) => b.from - a.from);
  const needsAll = ordered.some((splice) => writingOf(transcript, splice) === 'all-words');
  video.transact(() => {
    if (needsAll) writeAll(video, ordered.reduce(spliced, [...transcript.words]));
    else for (const splice of ordered) writeOne(video, transcript, splice);
  });
  return true;
}

function writeOne(video: VideoDocument, { words, homes }: Transcript, splice: Splice): void {
  const own = homes.slice(splice.from, splice.from + splice.count) as WordHome[];
  const first = own[0]!;
  const last = own.at(-1)!;
  if (first.kind === 'script' && last.kind === 'script') {
    const script = String(video.valueAt(first.pointer));
    const text = splice.words.map(({ word }) => word).join(' ');
    // With a word, the space before it goes.
    const from =
      text === '' ? first.from - /\s*$/.exec(script.slice(0, first.from))![0].length : first.from;
    video.edit(first.pointer, (script.slice(0, from) + text + script.slice(last.to)).trimStart());
  } else if (first.kind === 'list') {
    writeItems(video, first, words[splice.from]!, splice);
  }
}

function writeItems(
  video: VideoDocument,
  { pointer, index, speed }: WordHome & { readonly kind: 'list' },
  before: TranscriptWord,
  { words, count }: Splice,
): void {
  const items = video.valueAt(pointer) as readonly Fields[];
  const item = items[index]!;
  const zero = Number(item['start'] ?? 0) - before.start * speed;
  const toOwn = (seconds: number) => milliseconds(seconds * speed + zero);
  const written = words.map(({ word, start, end }): Fields => {
    const { space } = item;
    const spaced = space === undefined ? {} : { space };
    return { word, start: toOwn(start), end: toOwn(end), ...spaced };
  });
  if (words.length === count) {
    for (const [at, fields] of written.entries()) {
      for (const [name, value] of Object.entries(fields)) {
        const place = `${pointer}/${index + at}/${name}`;
        if (video.valueAt(place) !== value) video.edit(place, value);
      }
    }
    return;
  }
  const list = [...items.slice(0, index), ...written, ...items.slice(index + count)];
  video.edit(pointer, list);
}

/** Writes all words into the subtitles element of the whole video, because their times count from its start. */
function writeAll(video: VideoDocument, words: readonly TranscriptWord[]): void {
  const list = words.map(({ word, start, end }) => ({
    word,
    start: milliseconds(start),
    end: milliseconds(end),
  }));
  const pointer = globalSubtitles(video);
  // The times of a caption file are shown with its offset already.
  if (video.valueAt(`${pointer}/captions`) !== undefined && hasOffset(video, pointer)) {
    video.edit(`${pointer}/settings/offset`, 0);
  }
  for (const source of ['text', 'captions']) video.remove(`${pointer}/${source}`);
  video.edit(`${pointer}/words`, list);
}

/** The pointer of the subtitles element among those of the whole video. It is moved or made if it is not there. */
function globalSubtitles(video: VideoDocument): string {
  const pointer = findSubtitles(video.value.peek());
  if (pointer?.startsWith('/elements/')) return pointer;
  const element = pointer === null ? { type: 'subtitles' } : video.valueAt(pointer);
  if (pointer !== null) video.remove(pointer);
  if (Array.isArray(video.valueAt('/elements'))) video.insert('/elements/-', element);
  else video.edit('/elements', [element]);
  return findSubtitles(video.value.peek())!;
}

function hasOffset(video: VideoDocument, pointer: string): boolean {
  return Number(valueAt(video.value.peek(), `${pointer}/settings/offset`) ?? 0) !== 0;
}
