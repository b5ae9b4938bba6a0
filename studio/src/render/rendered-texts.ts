/**
 * The texts that this tab has rendered, by the ID of their job. A job has the config with all variables filled in, so the
 * text of its author is better to come back to.
 */
const texts = new Map<string, string>();
const MOST = 20;

/** Keeps the text of a job. */
export function keepRenderedText(jobId: string, text: string): void {
  texts.set(jobId, text);
  if (texts.size > MOST) texts.delete([...texts.keys()][0]!);
}

/** The text that a job was made from, if this tab made it. */
export function renderedText(jobId: string): string | null {
  return texts.get(jobId) ?? null;
}
