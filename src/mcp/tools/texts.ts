import { counted } from '../../core/util/counted.js';

/** The longest text of an answer, in characters: about 3,000 tokens. */
export const MOST_CHARACTERS = 12_000;
/** The longest line that names something of a config, such as a warning. */
const MOST_LINE = 600;

/** A list with a bounded number of items, each of bounded length. */
export function bulleted(items: readonly string[], most: number): string {
  const shown = items.slice(0, most).map((item) => `- ${shortened(item, MOST_LINE)}`);
  const left = items.length - shown.length;
  return [...shown, ...(left > 0 ? [`- and ${left} more`] : [])].join('\n');
}

/** The beginning of a text that is too long for an answer, with the number of missing characters. */
export function shortened(text: string, most = MOST_CHARACTERS): string {
  if (text.length <= most) return text;
  // No half of a character that takes two units.
  const start = text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  return `${start} [${counted(text.length - start.length, 'more character')}]`;
}

/** Markdown without the spaces that align its tables. */
export function compactTables(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) =>
      line.startsWith('|') ? line.replaceAll(/ {2,}/g, ' ').replaceAll(/-{4,}/g, '---') : line,
    )
    .join('\n');
}
