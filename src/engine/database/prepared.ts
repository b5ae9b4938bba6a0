/** A connection keeps its statements as long as it lives, so there must not be any number of them. */
const MOST = 200;

const names = new Map<string, string>();

/**
 * Marks a statement with parameters that is executed again and again: each connection that leads to a server, not to a
 * pooler, lets Postgres parse and plan it once. For statements whose best plan does not depend on their parameters.
 *
 * @returns the same text
 */
export function prepared(text: string): string {
  if (!names.has(text) && names.size < MOST) names.set(text, `videocraft_${names.size + 1}`);
  return text;
}

/** The name of a statement that was marked. */
export function nameOfPrepared(text: unknown): string | undefined {
  return typeof text === 'string' ? names.get(text) : undefined;
}
