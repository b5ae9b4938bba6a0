import { texts } from '../../texts/index.js';

/** What a property is called in a form. */
export function labelOf(name: string): string {
  const known = texts.write.fields[name as keyof typeof texts.write.fields];
  return known ?? wordsOf(name);
}

/** `fade-in` as words: `Fade in`. */
export function wordsOf(name: string): string {
  const words = name.replaceAll(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
