/** Appends one reference token to a JSON pointer, escaped (RFC 6901, section 3). */
export function childPointer(pointer: string, token: string | number): string {
  const name = typeof token === 'number' || !/[~/]/.test(token) ? token : escaped(token);
  return `${pointer}/${name}`;
}

function escaped(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}
