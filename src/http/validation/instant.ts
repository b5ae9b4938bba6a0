const FORMAT =
  /^(\d{4})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d))?$/;

/**
 * Parses an ISO 8601 date (midnight in UTC) or a date and time with a time zone. Returns null for
 * anything else, including a day that the month does not have and a time without a time zone, which
 * is ambiguous.
 */
export function parseInstant(text: string): Date | null {
  const [, year, month, day] = FORMAT.exec(text) ?? [];
  if (year === undefined || year === '0000') return null;
  // `Date` accepts February 30 and turns it into a day in March.
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) return null;
  return new Date(text);
}
