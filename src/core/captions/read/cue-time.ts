/** Longer text is not a time. Files written with floating-point numbers have fractions of 20 digits. */
const MAX_TIME_LENGTH = 48;
/** The part of a line in which times are searched. */
const MAX_TIMING_LENGTH = 300;

export interface CueTimes {
  readonly startMs: number;
  readonly endMs: number;
  /** The rest of the line after the times. */
  readonly rest: string;
}

/**
 * Parses a time of a caption file: `[h:]mm:ss`, with an optional sign and an optional fraction after a comma,
 * a dot, or a colon.
 *
 * @returns whole milliseconds, with negative times as 0; null if the text is not a time
 */
export function parseCueTime(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed.length > MAX_TIME_LENGTH) return null;
  const match =
    /^([-+]?)(?:(\d{1,6}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,9})(?:\.(\d{1,20}))?)?$/.exec(trimmed);
  if (!match) return null;
  const [, sign, hours = '0', minutes, seconds, fraction = '', more = ''] = match;
  const ms =
    (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 +
    Math.round(Number(`0.${fraction}${more}0`) * 1000);
  return sign === '-' ? 0 : ms;
}

const STRICT_TIME = String.raw`(?:(\d{1,6}):)?([0-5]\d):([0-5]\d)[.,](\d{3})(?!\d)`;
const STRICT_LINE = new RegExp(`^[ \\t\\f]*${STRICT_TIME}[ \\t\\f]*-->[ \\t\\f]*${STRICT_TIME}`);

/**
 * Parses the times of a cue as WebVTT defines them ("collect WebVTT cue timings and settings"), except that a
 * comma can replace the dot.
 */
export function parseStrictTiming(line: string): CueTimes | null {
  if (!line.includes('-->')) return null;
  const match = STRICT_LINE.exec(line.slice(0, MAX_TIMING_LENGTH));
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
/** The text before the first time: a bracket or the number of the cue. */
const LABEL = /^\s*(?:[#(]?\d{1,6}[.)]?\s+(?=[[(]?\s*[-+]?\d{1,6}\s?:))?[[(]?\s*/;
/** The fraction that distinguishes a cue time from a time of day: `10:30 -> 12:00` is text. */
const FRACTION = /[.,]\s?\d{1,20}\s*$/;
const LOOSE_TIME = /^[-+]?\d{1,6}(?:\s?[:.,]\s?\d{1,20}){1,4}/;

/**
 * Parses the times of a cue as found in practice: with spaces, other arrows, full-width characters, brackets,
 * the number of the cue in front, or the text of the cue on the same line.
 */
export function parseLooseTiming(line: string): CueTimes | null {
  const plain = normalizeTimingLine(line);
  const arrow = ARROW.exec(plain);
  if (!arrow) return null;
  const before = plain.slice(0, arrow.index).replace(LABEL, '');
  const startMs = parseSpacedTime(before);
  const after = plain.slice(arrow.index + arrow[0].length).trimStart();
  const end = LOOSE_TIME.exec(after)?.[0];
  const endMs = end === undefined ? null : parseSpacedTime(end);
  if (startMs === null || endMs === null) return null;
  const rest = after.slice(end!.length);
  // With a letter right after the digits, this is not a time.
  if (/^[\p{L}\d:]/u.test(rest)) return null;
  if (arrow[0] !== '-->' && !(FRACTION.test(before) && FRACTION.test(end!))) return null;
  return { startMs, endMs, rest: restoreRest(rest, line).replace(/^\s*[\])]/, '') };
}

/** The rest of a line as it was before normalization. */
function restoreRest(rest: string, line: string): string {
  const beyond = line.slice(MAX_TIMING_LENGTH);
  if (/[\p{Cf}&]/u.test(line)) return rest + beyond;
  return line.slice(line.length - beyond.length - rest.length);
}

function parseSpacedTime(text: string): number | null {
  return parseCueTime(text.replace(/\s+/g, ''));
}

/** Whether an arrow stands between letters, without a digit or a colon: `File --> Save` is text. */
function isArrowInText(plain: string): boolean {
  if (/[\d:]/.test(plain)) return false;
  const first = plain.search(/\p{L}/u);
  const arrow = first < 0 ? -1 : plain.indexOf('-->', first + 1);
  return arrow >= 0 && /\p{L}/u.test(plain.slice(arrow + 3));
}

/** Whether a line seems to be meant as the times of a cue. Such a line is never shown as text. */
export function looksLikeTiming(line: string): boolean {
  if (isArrowInText(normalizeTimingLine(line))) return false;
  if (line.includes('-->')) return true;
  if (line.length > MAX_TIMING_LENGTH || !/\d/.test(line)) return false;
  const plain = normalizeTimingLine(line);
  // A single time, for example if the other one was lost.
  if (/^\s*\d{1,6}(?::\s?\d{1,3}){1,2}[.,]\s?\d{1,3}\s*$/.test(plain)) return true;
  if (/^\s*\d{1,6}:\d{2}[^\s,]*(?:,[^\s,]*)?,\s?\d{1,6}:\d{2}\S*\s*$/.test(plain)) return true;
  const arrow = ARROW.exec(plain);
  if (!arrow) return false;
  const after = plain.slice(arrow.index + arrow[0].length);
  return (
    plain.includes('-->') ||
    (/\d\s?:\s?\d{2}\s?[.,]\s?\d/.test(plain.slice(0, arrow.index)) && /^\s*\d/.test(after))
  );
}

/** Replaces full-width and other digits and signs by ASCII and removes invisible characters. */
export function normalizeTimingLine(line: string): string {
  return line
    .slice(0, MAX_TIMING_LENGTH)
    .replace(/[\p{Cf}\uFEFF]/gu, '')
    .replace(/&gt;/gi, '>')
    .replace(/[\uFF10-\uFF19\uFF1A\uFF0C\uFF0E]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
    )
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
