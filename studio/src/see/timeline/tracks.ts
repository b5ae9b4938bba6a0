import type { Timeline } from '../../api/index.js';

export type TrackId = 'scenes' | 'visuals' | 'texts' | 'sounds' | 'words';

/** Something on the timeline, in seconds. */
export interface Item {
  /** Unique on its track, and the same after a change. */
  readonly key: string;
  readonly track: TrackId;
  readonly type: 'scene' | 'image' | 'video' | 'shape' | 'text' | 'group' | 'audio' | 'word';
  /** Empty for words. */
  readonly pointer: string;
  /** The place in the list of the timeline that it is from. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Its place on the track, from 1. */
  readonly place: number;
  /** Items that overlap are below each other. */
  readonly lane: number;
}

export interface Track {
  readonly id: TrackId;
  readonly lanes: number;
  /** In the order of their starts. */
  readonly items: readonly Item[];
}

type Unplaced = Omit<Item, 'lane' | 'key' | 'track' | 'place'>;

/** The tracks of a timeline. Those without items are left out. */
export function tracksOf({ scenes, clips, sounds, words }: Timeline): Track[] {
  const clipsOf = (isText: boolean) =>
    clips.flatMap(({ pointer, type, start, end }, index): Unplaced[] =>
      (type === 'text') === isText ? [{ pointer, type, start, end, index }] : [],
    );
  const tracks = [
    trackOf(
      'scenes',
      scenes.map((one, index) => ({ ...spanOf(one), type: 'scene', index })),
    ),
    trackOf('visuals', clipsOf(false)),
    trackOf('texts', clipsOf(true)),
    trackOf(
      'sounds',
      sounds.map((one, index) => ({ ...spanOf(one), type: 'audio', index })),
    ),
    trackOf(
      'words',
      words.map(({ start, end }, index) => ({ pointer: '', type: 'word', start, end, index })),
    ),
  ];
  return tracks.filter(({ items }) => items.length > 0);
}

function spanOf({ pointer, start, end }: { pointer: string; start: number; end: number }) {
  return { pointer, start, end };
}

function trackOf(id: TrackId, unplaced: readonly Unplaced[]): Track {
  // Scenes overlap in transitions only, and words in what speakers say at once: they stay on one line.
  const isFlat = id === 'scenes' || id === 'words';
  const sorted = [...unplaced].sort((a, b) => a.start - b.start || a.index - b.index);
  const ends: number[] = [];
  const copies = new Map<string, number>();
  const items = sorted.map((item, at): Item => {
    const free = ends.findIndex((end) => end <= item.start + 1e-6);
    const lane = isFlat ? 0 : free >= 0 ? free : ends.length;
    ends[lane] = item.end;
    const copy = copies.get(item.pointer) ?? 0;
    copies.set(item.pointer, copy + 1);
    const key = id === 'words' ? String(item.index) : `${item.pointer} ${copy}`;
    return { ...item, key, track: id, place: at + 1, lane };
  });
  return { id, lanes: Math.max(1, ends.length), items };
}
