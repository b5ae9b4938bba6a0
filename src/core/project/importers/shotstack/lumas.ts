import { type Clip, type ClipTime, secondsOf } from './clip.js';
import type { Edit } from './edit.js';
import { isOpen, noteUnread, numberIn, rounded } from './fields.js';
import type { OwnObject } from '../own-object.js';
import { isPicture } from './timing.js';

const SEEN = '#FFFFFF';
/** Times that differ by less than that are the same. */
const MOMENT = 0.001;

interface LumaScope {
  readonly times: ReadonlyMap<Clip, ClipTime>;
  readonly edit: Edit;
}

/**
 * Cuts the element of a clip with the luma mattes that are on its track at the same time. Outside of their times, the
 * clip is seen as a whole.
 */
export function setLuma(
  own: OwnObject,
  clip: Clip,
  lumas: readonly Clip[],
  { times, edit }: LumaScope,
): void {
  const at = times.get(clip)!;
  const from = secondsOf(at.start);
  const lasts = secondsOf(at.length);
  const parts = lumas.flatMap((luma) => {
    const src = luma.asset.get('src');
    if (src === undefined || src === '' || isOpen(src)) return [];
    const time = times.get(luma)!;
    const start = secondsOf(time.start);
    const seconds = secondsOf(time.length);
    if (seconds !== null && seconds < MOMENT) {
      edit.report.note(luma.members.at('length'), 'A clip without a length is left out.');
      return [];
    }
    // Without known times, a matte is over the whole clip.
    if (start === null || from === null) return [{ luma, start: 0, end: Infinity, cut: 0 }];
    const begins = start - from;
    const ends = seconds === null ? Infinity : begins + seconds;
    if (ends <= MOMENT || begins >= (lasts ?? Infinity) - MOMENT) return [];
    return [{ luma, start: Math.max(0, begins), end: ends, cut: Math.max(0, -begins) + time.cut }];
  });
  if (parts.length === 0) return;
  const [first] = parts;
  const pointer = first!.luma.members.pointer;
  const box = Object.fromEntries(
    ['x', 'y', 'width', 'height'].flatMap((name) =>
      own.get(name) === undefined ? [] : [[name, own.get(name)]],
    ),
  );
  const moves = own.get('keyframes') !== undefined || own.get('resize') === 'none';
  if (moves)
    edit.report.note(pointer, 'A luma matte does not move and grow with the clip that it cuts.');
  const sources = parts.map((part) => ({ ...part, element: sourceOf(part, box, edit) }));
  const end = lasts ?? Infinity;
  const isWhole =
    parts.length === 1 && first!.start <= MOMENT && (first!.end >= end - MOMENT || lasts === null);
  const element = isWhole ? sources[0]!.element : inTurn(sources, end);
  own.set('matte', { type: 'luma', element }, pointer);
}

interface Part {
  readonly luma: Clip;
  /** Seconds from the start of the clip. */
  readonly start: number;
  readonly end: number;
  /** Seconds of the matte before the clip begins. */
  readonly cut: number;
}

function sourceOf({ luma, cut }: Part, box: object, edit: Edit): Record<string, unknown> {
  const { asset } = luma;
  const src = asset.get('src');
  const place = { resize: 'stretch', ...box };
  const trim = Math.max(0, numberIn(asset, 'trim', edit.report) ?? 0);
  noteUnread(asset, edit.report);
  if (isPicture(src)) return { type: 'image', src, ...place };
  const seek = rounded(trim + cut);
  return { type: 'video', src, volume: 0, ...(seek > 0 ? { seek } : {}), ...place };
}

/** Mattes in their order, and white before, between, and after them. */
function inTurn(
  parts: readonly (Part & { readonly element: Record<string, unknown> })[],
  end: number,
): Record<string, unknown> {
  const elements: Record<string, unknown>[] = [];
  const white = (start: number, until: number) => {
    if (until - start <= MOMENT) return;
    const duration = until === Infinity ? -2 : rounded(until - start);
    elements.push({ type: 'shape', fill: SEEN, start: rounded(start), duration });
  };
  let at = 0;
  for (const { start, end: ends, element } of [...parts].sort((a, b) => a.start - b.start)) {
    white(at, start);
    const until = Math.min(ends, end);
    const duration = until === Infinity ? undefined : rounded(until - start);
    elements.push({
      ...element,
      start: rounded(start),
      ...(duration === undefined ? {} : { duration }),
    });
    at = Math.max(at, until);
  }
  white(at, end);
  return { type: 'group', duration: -2, elements };
}
