/**
 * The part of an ID that tells it from others. An ID begins with its time, so jobs that were made together begin with the
 * same letters.
 */
export function shortId(id: string): string {
  return id.slice(-8);
}
