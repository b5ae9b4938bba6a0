/**
 * The tokens of JSON5: comments, strings, numbers, names, and single characters. A comment without an end goes to the end of
 * the text, and a string without one to the end of its line, so that they are read once.
 */
const TOKEN =
  /(\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?(?:\*\/|$))|("(?:[^"\\\n\r]|\\(?:\r\n|[\s\S]))*"?|'(?:[^'\\\n\r]|\\(?:\r\n|[\s\S]))*'?)|([+-]?(?:0[xX][\da-fA-F]+|\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?))|([\p{L}_$][\p{L}\p{N}\p{M}_$]*)|([\s\S])/gu;
const PLAIN_STRING = /^"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"$/u;
const CLOSED = /^(["'])(?:[^\\]|\\(?:\r\n|[\s\S]))*\1$/;
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|(\r\n|[\n\r\u2028\u2029])|([\s\S]))/g;
const ESCAPED: Readonly<Record<string, string>> = {
  ...{ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' },
};

/**
 * Writes JSON5 as JSON: without comments and commas before a closing bracket, and with names and strings in double quotes.
 * Everything stays in its line. What neither is allows, stays as it is. Its work grows with the text only.
 */
export function relaxJson(text: string): string {
  const written: string[] = [];
  let comma = -1;
  let name = -1;
  let last = '';
  for (const [token, comment, string, number, word] of text.matchAll(TOKEN)) {
    const at = written.length;
    if (comment !== undefined) {
      const isOpen = comment.startsWith('/*') && !/^\/\*[\s\S]*\*\/$/.test(comment);
      written.push(isOpen ? comment : comment.replaceAll(/[^\n\r]/g, ' '));
      continue;
    }
    if (token.trim() === '') {
      // Some spaces of JSON5 are none of JSON.
      written.push(' \t\n\r'.includes(token) ? token : ' ');
      continue;
    }
    if (token === ':' && name >= 0) written[name] = JSON.stringify(written[name]);
    if ((token === '}' || token === ']') && comma >= 0) written[comma] = ' ';
    comma = token === ',' && !'[{,:'.includes(last) ? at : -1;
    last = token;
    name = word === undefined ? -1 : at;
    if (string !== undefined) written.push(jsonString(string));
    else written.push(number === undefined ? token : jsonNumber(number));
  }
  return written.join('');
}

function jsonString(written: string): string {
  if (!CLOSED.test(written) || PLAIN_STRING.test(written)) return written;
  let isValid = true;
  const content = written.slice(1, -1);
  const value = content.replaceAll(
    ESCAPE,
    (_, byte?: string, unit?: string, lineEnd?: string, other?: string) => {
      const code = byte ?? unit;
      if (other === 'x' || other === 'u') isValid = false;
      if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
      return lineEnd === undefined ? (ESCAPED[other!] ?? other!) : '';
    },
  );
  return isValid ? JSON.stringify(value) : written;
}

function jsonNumber(written: string): string {
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(written)) return written;
  const [, sign, digits] = /^([+-]?)(.*)$/.exec(written)!;
  // Leading zeros have different meanings.
  if (/^0\d/.test(digits!)) return written;
  const value = Number(digits);
  return `${sign === '-' ? '-' : ''}${Number.isFinite(value) ? value : digits}`;
}
