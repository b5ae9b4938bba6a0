/** Formats a character for a message: `U+1F980 (🦀)`, or only the code point for marks and controls. */
export function describeCharacter(character: string): string {
  const codePoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const shown = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? ` (${character})` : '';
  return `U+${codePoint}${shown}`;
}
