/** Hours have more digits in files made from streams; more than this is no time. */
const LONGEST_TIME = 20;

/**
 * A time as caption files write it: `[h:]mm:ss`, with a fraction after a comma, a dot or a colon, and
 * perhaps a sign. A fraction of n digits is so many tenths, hundredths or thousandths.
 *
 * @returns whole milliseconds, negative ones as 0; null when it is no time
 */
export function parseCueTime(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_TIME) return null;
  const match = /^([-+]?)(?:(\d{1,6}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,9}))?$/.exec(trimmed);
  if (!match) return null;
  const [, sign, hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  const ms =
    (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 +
    Math.round(Number(`0.${fraction}0`) * 1000);
  return sign === '-' ? 0 : ms;
}

/** `time --> time settings`, as SubRip and WebVTT write it; null when a line is no such line. */
export function parseTimingLine(line: string): { startMs: number; endMs: number } | null {
  const arrow = line.indexOf('-->');
  if (arrow < 0) return null;
  const startMs = parseCueTime(line.slice(0, arrow));
  const end = line
    .slice(arrow + 3)
    .trim()
    .split(/\s/, 1)[0]!;
  const endMs = parseCueTime(end);
  return startMs === null || endMs === null ? null : { startMs, endMs };
}
