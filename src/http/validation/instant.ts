const FORM =
  /^(\d{4})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d))?$/;

/**
 * The instant that an ISO 8601 text names: a date (then its midnight in UTC), or a date and time
 * with its zone. Null for anything else, also for a day that its month does not have, and for a
 * time without a zone, which means another instant to everybody.
 */
export function parseInstant(text: string): Date | null {
  const [, year, month, day] = FORM.exec(text) ?? [];
  if (year === undefined || year === '0000') return null;
  // `Date` rolls the 30th of February over into March.
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) return null;
  return new Date(text);
}
