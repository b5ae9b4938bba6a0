/** Fractions have twenty digits in files made with floating point; more than this is no time. */
const LONGEST_TIME = 48;
/** Longest line that is looked at for times. */
const LONGEST_TIMING_LINE = 300;

export interface CueTimes {
  readonly startMs: number;
  readonly endMs: number;
  /** What stands after the times in their line. */
  readonly rest: string;
}

/**
 * A time as caption files write it: `[h:]mm:ss`, with a fraction after a comma, a dot or a colon, and
 * perhaps a sign. A fraction of n digits is so many tenths, hundredths or thousandths.
 *
 * @returns whole milliseconds, negative ones as 0; null when it is no time
 */
export function parseCueTime(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_TIME) return null;
  const match =
    /^([-+]?)(?:(\d{1,6}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,9})(?:\.(\d{1,20}))?)?$/.exec(trimmed);
  if (!match) return null;
  const [, sign, hours = '0', minutes = '0', seconds = '0', fraction = '', more = ''] = match;
  const ms =
    (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 +
    Math.round(Number(`0.${fraction}${more}0`) * 1000);
  return sign === '-' ? 0 : ms;
}

const STRICT_TIME = String.raw`(?:(\d{1,6}):)?([0-5]\d):([0-5]\d)[.,](\d{3})(?!\d)`;
const STRICT_LINE = new RegExp(`^[ \\t\\f]*${STRICT_TIME}[ \\t\\f]*-->[ \\t\\f]*${STRICT_TIME}`);

/**
 * The times of a cue as WebVTT defines them ("collect WebVTT cue timings and settings"), but for a comma
 * that may stand for the dot.
 */
export function strictTiming(line: string): CueTimes | null {
  if (!line.includes('-->')) return null;
  const match = STRICT_LINE.exec(line.slice(0, LONGEST_TIMING_LINE));
  if (!match) return null;
  const at = (first: number) => {
    const [hours, minutes, seconds, ms] = match
      .slice(first, first + 4)
      .map((part) => Number(part ?? 0));
    return (hours! * 3600 + minutes! * 60 + seconds!) * 1000 + ms!;
  };
  return { startMs: at(1), endMs: at(5), rest: line.slice(match[0].length) };
}

const ARROW = /(?:[-\u2010-\u2015\u2212=]\s?){0,3}[-\u2010-\u2015\u2212=]\s?>|\u2192|\u27F6/;
/** What stands before the first time: a bracket, a number of the cue. */
const LABEL = /^\s*(?:[#(]?\d{1,6}[.)]?\s+(?=[[(]?\s*[-+]?\d{1,6}\s?:))?[[(]?\s*/;
/** What tells a time from an hour of the day: `10:30 -> 12:00` is text. */
const FRACTION = /[.,]\s?\d{1,20}\s*$/;
const LOOSE_TIME = /^[-+]?\d{1,6}(?:\s?[:.,]\s?\d{1,20}){1,4}/;

/**
 * The times of a cue as people write them: with spaces, other arrows, full-width signs, a bracket around
 * them, the cue's number before them or its text after them in the same line.
 */
export function looseTiming(line: string): CueTimes | null {
  const plain = plainSigns(line);
  const arrow = ARROW.exec(plain);
  if (!arrow) return null;
  const before = plain.slice(0, arrow.index).replace(LABEL, '');
  const startMs = looseTime(before);
  const after = plain.slice(arrow.index + arrow[0].length).trimStart();
  const end = LOOSE_TIME.exec(after)?.[0];
  const endMs = end === undefined ? null : looseTime(end);
  if (startMs === null || endMs === null) return null;
  const rest = after.slice(end!.length);
  // A letter right after the digits: it was no time.
  if (/^[\p{L}\d:]/u.test(rest)) return null;
  if (arrow[0] !== '-->' && !(FRACTION.test(before) && FRACTION.test(end!))) return null;
  return { startMs, endMs, rest: asWritten(rest, line).replace(/^\s*[\])]/, '') };
}

/** The end of a line as it was before its signs were made plain. */
function asWritten(rest: string, line: string): string {
  const beyond = line.slice(LONGEST_TIMING_LINE);
  if (/[\p{Cf}&]/u.test(line)) return rest + beyond;
  return line.slice(line.length - beyond.length - rest.length);
}

function looseTime(text: string): number | null {
  return parseCueTime(text.replace(/\s+/g, ''));
}

/** Letters on both sides of the arrow and no digit or colon: `File --> Save` is text. */
const ARROW_IN_TEXT = /^[^\d:]*\p{L}[^\d:]*(?:-->|--&gt;)[^\d:]*\p{L}[^\d:]*$/iu;

/** Whether a line is an attempt at the times of a cue. No text of a cue has such a line. */
export function looksTimed(line: string): boolean {
  if (ARROW_IN_TEXT.test(plainSigns(line))) return false;
  if (line.includes('-->')) return true;
  if (line.length > LONGEST_TIMING_LINE || !/\d/.test(line)) return false;
  const plain = plainSigns(line);
  // A time alone, as where the other one was lost.
  if (/^\s*\d{1,6}(?::\s?\d{1,3}){1,2}[.,]\s?\d{1,3}\s*$/.test(plain)) return true;
  if (/^\s*\d{1,6}:\d{2}[^\s,]*[.,]?[^\s,]*,\s?\d{1,6}:\d{2}\S*\s*$/.test(plain)) return true;
  const arrow = ARROW.exec(plain);
  if (!arrow) return false;
  const after = plain.slice(arrow.index + arrow[0].length);
  return (
    plain.includes('-->') ||
    (/\d\s?:\s?\d{2}\s?[.,]\s?\d/.test(plain.slice(0, arrow.index)) && /^\s*\d/.test(after))
  );
}

/** A line in plain digits and signs, without marks of direction, as far as it is looked at for times. */
export function plainSigns(line: string): string {
  return line
    .slice(0, LONGEST_TIMING_LINE)
    .replace(/[\p{Cf}\uFEFF]/gu, '')
    .replace(/&gt;/gi, '>')
    .replace(/[\uFF10-\uFF19\uFF1A\uFF0C\uFF0E]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
    )
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
