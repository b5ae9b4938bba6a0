/** A character for a message: `U+1F980 (🦀)`; of marks and controls only the number. */
export function nameCharacter(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const shown = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? ` (${character})` : '';
  return `U+${number}${shown}`;
}
