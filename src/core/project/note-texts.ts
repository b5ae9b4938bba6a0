import type { Project } from './types/index.js';

/** The most notes that a job keeps as warnings. A config can cause one for each of its fields. */
const MOST_NOTES = 50;

/** What authors are told about how a config was read, as warnings: each with its JSON pointer, and repeated ones once. */
export function noteTexts({ notes }: Pick<Project, 'notes'>): string[] {
  const places = new Map<string, { readonly first: string; count: number }>();
  for (const { pointer, message } of notes) {
    const known = places.get(message);
    if (known === undefined) places.set(message, { first: pointer, count: 1 });
    else known.count++;
  }
  const texts = [...places].map(([message, { first, count }]) => {
    const more = count === 1 ? '' : ` (and ${count - 1} more)`;
    return first === '' ? message : `${first}${more}: ${message}`;
  });
  if (texts.length <= MOST_NOTES) return texts;
  return [...texts.slice(0, MOST_NOTES), `${texts.length - MOST_NOTES} more notes are not listed.`];
}
