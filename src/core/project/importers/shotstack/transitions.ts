import { asWritten } from '../as-written.js';
import type { Members } from '../members.js';
import { noteUnread, objectIn, quoted } from './fields.js';
import type { Edit } from './edit.js';

const TRANSITION =
  /^(fade|reveal|zoom|(?:wipe|slide|carousel|shuffle)(?:left|right|up|down|top|bottom)+)(veryslow|slow|veryfast|fast)?$/;
const KIND = /^(wipe|slide|carousel|shuffle|fade|reveal|zoom)(left|right|up|down|top|bottom)?/;

type Direction = 'left' | 'right' | 'up' | 'down';
/** How a clip comes or goes. */
export interface Transition {
  readonly kind: 'fade' | 'reveal' | 'zoom' | 'wipe' | 'slide' | 'carousel' | 'shuffle';
  /** Where the clip moves. */
  readonly direction: Direction;
  readonly seconds: number;
  /** Whether the clip comes or goes. */
  readonly side: 'in' | 'out';
  /** The place of the name in the original. */
  readonly at: string;
}

/** The sides from which a clip is shuffled, and where it moves from there. */
const FROM: Readonly<Record<string, Direction>> = {
  ...{ top: 'down', bottom: 'up', left: 'right', right: 'left' },
};
const OPPOSITE: Readonly<Record<Direction, Direction>> = {
  ...{ left: 'right', right: 'left', up: 'down', down: 'up' },
};
const ZOOM_SECONDS = 0.4;

/** The transitions of a clip. Unknown ones are noted. */
export function transitionsOf(
  clip: Members,
  { report }: Edit,
): { readonly in: Transition | null; readonly out: Transition | null } {
  const given = objectIn(clip, 'transition', report);
  const read = (side: 'in' | 'out'): Transition | null => {
    const value = given.get(side);
    const at = given.at(side);
    const name = asWritten(value ?? 'none').toLowerCase();
    if (name === '' || name === 'none') return null;
    const [, rest, speed] = TRANSITION.exec(name) ?? [];
    const [, kind, direction] = KIND.exec(rest ?? '') ?? [];
    if (kind === undefined) {
      report.note(at, `The transition ${quoted(value)} is unknown, so there is none.`);
      return null;
    }
    return {
      kind: kind as Transition['kind'],
      direction: directionOf(kind, direction, side),
      seconds: secondsOf(kind, speed),
      side,
      at,
    };
  };
  const transitions = { in: read('in'), out: read('out') };
  noteUnread(given, report);
  return transitions;
}

function directionOf(kind: string, name: string | undefined, side: 'in' | 'out'): Direction {
  // From left to right in, and from right to left out.
  if (kind === 'reveal') return side === 'in' ? 'right' : 'left';
  if (name === undefined) return 'left';
  const from = FROM[name];
  if (kind !== 'shuffle' || from === undefined)
    return name as Direction | 'top' | 'bottom' as Direction;
  return side === 'in' ? from : OPPOSITE[from];
}

/** Half a second for what slides, and a second for everything else. */
function secondsOf(kind: string, speed = ''): number {
  if (kind === 'zoom') return ZOOM_SECONDS;
  const slides = ['slide', 'carousel', 'shuffle'].includes(kind);
  const seconds = slides ? 0.5 : 1;
  return (
    { veryslow: 4, slow: 2, fast: seconds / 2, veryfast: slides ? 0.125 : 0.25 }[speed] ?? seconds
  );
}
