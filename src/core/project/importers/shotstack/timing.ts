import { asWritten } from '../as-written.js';
import { numberOf } from '../css.js';
import type { Report } from '../report.js';
import { type Clip, type ClipLength, type ClipStart, type ClipTime, secondsOf } from './clip.js';
import { isOpen, quoted } from './fields.js';

/** The length of a picture or a text with the length `auto`. */
const STILL_SECONDS = 3;
/** Types whose source has a length. */
const PLAYED = new Set(['video', 'audio', 'luma', 'text-to-speech', 'image-to-video']);
const CAPTIONS = new Set(['caption', 'rich-caption']);
/** How many aliases are followed, one from another. */
const MOST_ALIASES = 50;
const ALIAS = /^alias:\/\/(.+)$/i;

/** The name in `alias://name`, or null. */
export const aliasIn = (value: unknown): string | null =>
  typeof value === 'string' ? (ALIAS.exec(value.trim())?.[1]?.trim() ?? null) : null;

/** The times of all clips, and the end of the timeline in seconds if it is known. */
export interface TimePlan {
  readonly times: ReadonlyMap<Clip, ClipTime>;
  readonly end: number | null;
}

/**
 * The times of the clips. They are numbers as far as the edit tells. Those that depend on the length of a source refer to other
 * clips. The time of each clip is found once.
 */
export function planTimes(tracks: readonly (readonly Clip[])[], report: Report): TimePlan {
  const planner = new TimePlanner(tracks, report);
  const times = new Map<Clip, ClipTime>();
  let end: number | null = 0;
  for (const clip of tracks.flat()) {
    const start = planner.startOf(clip);
    const length = planner.lengthOf(clip);
    times.set(clip, { start, length, cut: 0 });
    if (length === 'end') continue;
    const [from, seconds] = [secondsOf(start), secondsOf(length)];
    end = end === null || from === null || seconds === null ? null : Math.max(end, from + seconds);
  }
  return { times, end };
}

class TimePlanner {
  private readonly byAlias = new Map<string, Clip>();
  private readonly before = new Map<Clip, Clip>();
  private readonly starts = new Map<Clip, ClipStart>();
  private readonly lengths = new Map<Clip, ClipLength>();
  /** Clips whose times are being looked for, of which aliases can make a circle. */
  private readonly open = new Set<Clip>();
  private followed = 0;

  constructor(
    private readonly tracks: readonly (readonly Clip[])[],
    private readonly report: Report,
  ) {
    for (const clip of tracks.flat()) {
      const alias = clip.members.get('alias');
      if (typeof alias === 'string' && !this.byAlias.has(alias)) this.byAlias.set(alias, clip);
    }
    for (const track of tracks) {
      for (const [index, clip] of track.entries()) {
        if (index > 0) this.before.set(clip, track[index - 1]!);
      }
    }
    for (const track of tracks) this.findInOrder(track);
  }

  /** Finds the times of clips that follow each other from the first to the last, instead of by recursion from the last. */
  private findInOrder(clips: readonly Clip[]): void {
    for (const clip of clips) {
      this.lengthOf(clip);
      this.startOf(clip);
    }
  }

  startOf(clip: Clip): ClipStart {
    return this.once(clip, this.starts, { seconds: 0 }, () => this.findStart(clip));
  }

  lengthOf(clip: Clip): ClipLength {
    return this.once(clip, this.lengths, { seconds: STILL_SECONDS }, () => this.findLength(clip));
  }

  private once<T>(clip: Clip, known: Map<Clip, T>, inCircle: T, find: () => T): T {
    const found = known.get(clip);
    if (found !== undefined) return found;
    if (this.open.has(clip)) {
      this.report.note(clip.members.pointer, 'Clips wait for each other, so this one does not.');
      return inCircle;
    }
    this.open.add(clip);
    const result = find();
    this.open.delete(clip);
    known.set(clip, result);
    return result;
  }

  private findStart(clip: Clip): ClipStart {
    const { members } = clip;
    const given = members.get('start');
    const at = members.at('start');
    const seconds = numberOf(given);
    if (seconds !== null) {
      if (seconds < 0) this.report.note(at, 'A clip starts at 0 at the earliest.');
      return { seconds: Math.max(0, seconds) };
    }
    const alias = aliasIn(given);
    if (alias !== null) {
      const other = this.clipOf(alias, at);
      if (other === null) return { seconds: 0 };
      const start = this.follow(other, () => this.startOf(other)) ?? { seconds: 0 };
      return 'seconds' in start ? start : { sameAs: other };
    }
    if (given !== undefined && asWritten(given).toLowerCase() !== 'auto' && !isOpen(given))
      this.report.note(at, `${quoted(given)} is no time, so the clip follows the one before it.`);
    const before = this.before.get(clip);
    if (before === undefined) return { seconds: 0 };
    const length = this.lengthOf(before);
    const start = this.startOf(before);
    if (length === 'end') {
      this.report.note(at, 'The clip before it lasts to the end, so this one starts with it.');
      return 'seconds' in start ? start : { sameAs: before };
    }
    const [from, lasts] = [secondsOf(start), secondsOf(length)];
    return from === null || lasts === null ? { after: before } : { seconds: from + lasts };
  }

  private findLength(clip: Clip): ClipLength {
    const { members, type, asset } = clip;
    const given = members.get('length');
    const at = members.at('length');
    const seconds = numberOf(given);
    if (seconds !== null) return { seconds };
    const written = asWritten(given ?? 'auto').toLowerCase();
    if (written === 'end') return 'end';
    const alias = aliasIn(given);
    if (alias !== null) {
      const other = this.clipOf(alias, at);
      if (other === null) return { seconds: STILL_SECONDS };
      const length = this.follow(other, () => this.lengthOf(other)) ?? { seconds: STILL_SECONDS };
      return length === 'natural' ? { sameAs: other } : length;
    }
    if (written !== 'auto' && !isOpen(given))
      this.report.note(at, `${quoted(given)} is no length, so the clip is as long as its source.`);
    if (CAPTIONS.has(type)) return 'end';
    const isStill = type === 'luma' && isPicture(asset.get('src'));
    return PLAYED.has(type) && !isStill ? 'natural' : { seconds: STILL_SECONDS };
  }

  /** Follows an alias to a clip. Null if the chain of aliases is too long. */
  private follow<T>(other: Clip, find: () => T): T | null {
    if (this.followed >= MOST_ALIASES) {
      const message = `Aliases refer to each other more than ${MOST_ALIASES} times in a row.`;
      this.report.note(other.members.pointer, message);
      return null;
    }
    this.followed++;
    if (!this.starts.has(other) && !this.open.has(other)) {
      const track = this.tracks[other.track] ?? [];
      this.findInOrder(track.slice(0, track.indexOf(other)).filter((clip) => !this.open.has(clip)));
    }
    const found = find();
    this.followed--;
    return found;
  }

  private clipOf(alias: string, at: string): Clip | null {
    const clip = this.byAlias.get(alias);
    if (clip === undefined)
      this.report.note(at, `No clip has the alias ${quoted(alias)}, so this has no effect.`);
    return clip ?? null;
  }
}

/** Whether an address is that of a picture, by its ending. */
export const isPicture = (src: unknown): boolean =>
  /\.(jpe?g|png|webp|gif|bmp|tiff?|heic|avif|svg)([?#]|$)/i.test(asWritten(src));
