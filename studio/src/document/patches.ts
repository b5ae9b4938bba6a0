/** A change of a text at one place. */
export interface Patch {
  readonly at: number;
  readonly removed: string;
  readonly inserted: string;
}

/** The smallest change at one place that turns a text into another; null if they are equal. */
export function patchBetween(before: string, after: string): Patch | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && before.charCodeAt(at) === after.charCodeAt(at)) at++;
  // Half of a pair would be no character.
  if (at > 0 && isHighSurrogate(before.charCodeAt(at - 1))) at--;
  let tail = 0;
  const most = shorter - at;
  while (tail < most && codeFromEnd(before, tail) === codeFromEnd(after, tail)) tail++;
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--;
  return {
    at,
    removed: before.slice(at, before.length - tail),
    inserted: after.slice(at, after.length - tail),
  };
}

/** Applies a change. */
export function applyPatch(text: string, { at, removed, inserted }: Patch): string {
  return text.slice(0, at) + inserted + text.slice(at + removed.length);
}

/** The change that takes another one back. */
export function inverted({ at, removed, inserted }: Patch): Patch {
  return { at, removed: inserted, inserted: removed };
}

function codeFromEnd(text: string, tail: number): number {
  return text.charCodeAt(text.length - 1 - tail);
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
