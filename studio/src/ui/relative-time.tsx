const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;
/** Older times are dates. */
const RECENT_SECONDS = 7 * 86_400;

/** A time in the past, such as "5 minutes ago". The exact time is its tooltip. @param at ISO 8601 */
export function RelativeTime({ at }: { at: string }) {
  const date = new Date(at);
  return (
    <time dateTime={at} title={date.toLocaleString('en')}>
      {textOf(date)}
    </time>
  );
}

function textOf(date: Date): string {
  const seconds = Math.max(0, (Date.now() - date.getTime()) / 1000);
  if (seconds > RECENT_SECONDS) return date.toLocaleDateString('en', { dateStyle: 'medium' });
  const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? (['second', 1] as const);
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  return format.format(-Math.floor(seconds / size), unit);
}
