/** Tags and override blocks longer than this are text. */
const LONGEST_TAG = 300;

/** A run of text, or what stood in a tag: `<...>` or `{...}` without its brackets. */
export type Markup = { readonly text: string } | { readonly tag: string };

/**
 * Splits a line into text and tags, in one pass over it. What only looks like a tag, such as `a < b`,
 * is text.
 *
 * @param braces whether `{...}` is a tag: `always` (ASS), or when a backslash follows (SubRip files)
 */
export function splitMarkup(line: string, braces: 'always' | 'overrides'): Markup[] {
  const parts: Markup[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') parts.push({ text });
    text = '';
  };
  for (let at = 0; at < line.length;) {
    const end = tagEnd(line, at, braces);
    if (end < 0) text += line[at++]!;
    else {
      flush();
      parts.push({ tag: line.slice(at + 1, end) });
      at = end + 1;
    }
  }
  flush();
  return parts;
}

/** Where the tag that begins at a place ends; below 0: there is none. */
function tagEnd(line: string, at: number, braces: 'always' | 'overrides'): number {
  const open = line[at];
  const next = line[at + 1] ?? '';
  const angle = open === '<' && /[a-z/\d]/i.test(next);
  const brace = open === '{' && (braces === 'always' || next === '\\');
  if (!angle && !brace) return -1;
  const window = line.slice(at + 1, at + LONGEST_TAG);
  const close = window.indexOf(brace ? '}' : '>');
  if (close < 0) return -1;
  const nested = angle && window.slice(0, close).includes('<');
  return nested ? -1 : at + 1 + close;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '\u200E',
  rlm: '\u200F',
};

/** Character references as WebVTT has them, and those that SubRip files borrow from HTML. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,5}));/gi,
    (whole, hex, dec, name) => {
      if (name) return NAMED[(name as string).toLowerCase()] ?? whole;
      const code = hex ? Number.parseInt(hex as string, 16) : Number(dec);
      const valid = code > 0 && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff);
      return valid ? String.fromCodePoint(code) : '';
    },
  );
}
