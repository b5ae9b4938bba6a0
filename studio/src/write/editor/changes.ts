import { type Patch, patchBetween } from '../../document/patches.js';

/** More lines than that are replaced as one. */
const MOST_LINES = 1_500;

/**
 * The changes that turn a text into another, in the order of the text, with places of the old text. Lines that did not
 * change stay, so that a cursor in them stays as well.
 */
export function changesBetween(before: string, after: string): Patch[] {
  const whole = patchBetween(before, after);
  if (whole === null) return [];
  const { at, removed, inserted } = whole;
  const old = linesOf(removed);
  const now = linesOf(inserted);
  if (Math.min(old.length, now.length) < 2 || old.length + now.length > MOST_LINES) return [whole];
  return differences(old, now).map(([oldFrom, oldTo, nowFrom, nowTo]) => ({
    at: at + lengthOf(old, 0, oldFrom),
    removed: old.slice(oldFrom, oldTo).join(''),
    inserted: now.slice(nowFrom, nowTo).join(''),
  }));
}

type Difference = readonly [oldFrom: number, oldTo: number, nowFrom: number, nowTo: number];

/** Where lists of lines differ, by their longest common subsequence. */
function differences(old: readonly string[], now: readonly string[]): Difference[] {
  const common = commonLengths(old, now);
  const width = now.length + 1;
  const found: Difference[] = [];
  let oldFrom = 0;
  let nowFrom = 0;
  let oldAt = 0;
  let nowAt = 0;
  const close = () => {
    if (oldAt > oldFrom || nowAt > nowFrom) found.push([oldFrom, oldAt, nowFrom, nowAt]);
  };
  while (oldAt < old.length && nowAt < now.length) {
    if (old[oldAt] === now[nowAt]) {
      close();
      oldFrom = ++oldAt;
      nowFrom = ++nowAt;
    } else if (common[(oldAt + 1) * width + nowAt]! >= common[oldAt * width + nowAt + 1]!) {
      oldAt++;
    } else {
      nowAt++;
    }
  }
  oldAt = old.length;
  nowAt = now.length;
  close();
  return found;
}

/** For each pair of places, how many lines the rests have in common. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let oldAt = old.length - 1; oldAt >= 0; oldAt--) {
    for (let nowAt = now.length - 1; nowAt >= 0; nowAt--) {
      const place = oldAt * width + nowAt;
      lengths[place] =
        old[oldAt] === now[nowAt]
          ? lengths[place + width + 1]! + 1
          : Math.max(lengths[place + width]!, lengths[place + 1]!);
    }
  }
  return lengths;
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

function lengthOf(lines: readonly string[], from: number, to: number): number {
  let length = 0;
  for (let at = from; at < to; at++) length += lines[at]!.length;
  return length;
}
