/** Begins a source that contains its drawing (RFC 2397). */
const SCHEME = 'data:image/svg+xml';
const HEAD = /^data:image\/svg\+xml(?:;[a-z0-9=_-]{1,20}){0,3},/i;
const BASE64 = /^data:image\/svg\+xml(?:;[a-z0-9=_-]{1,20}){0,3};base64,/i;

/** As a pattern of a schema. */
export const INLINE_PATTERN = '^data:image\\/svg\\+xml(;[A-Za-z0-9=_-]{1,20}){0,3},';
/** A drawing of 100,000 characters fits, of which each may take three. */
export const LONGEST_INLINE = 300_100;

/** Whether a source contains its drawing, so that nobody fetches it. */
export function isInlineDrawing(src: string): boolean {
  return src.startsWith(SCHEME);
}

/** A source that contains a drawing, which is XML: it gets the namespaces that HTML doesn't need. */
export function inlineDrawing(svg: string): string {
  const whole = svg.replaceAll(/\p{Cs}/gu, '\uFFFD').replace(ROOT, (root) => {
    const missing = NAMESPACES.filter(({ use, given }) => use.test(svg) && !given.test(root));
    return root.replace('<svg', `<svg${missing.map(({ text }) => ` ${text}`).join('')}`);
  });
  return `${SCHEME},${encodeURIComponent(whole)}`;
}

const ROOT = /<svg\b[^>]*/;
const NAMESPACES = [
  { use: /<svg/, given: /\sxmlns\s*=/, text: 'xmlns="http://www.w3.org/2000/svg"' },
  {
    use: /\sxlink:/,
    given: /\sxmlns:xlink\s*=/,
    text: 'xmlns:xlink="http://www.w3.org/1999/xlink"',
  },
];

/**
 * A source that contains its drawing, in one form: browsers also take drawings whose number signs and brackets are not
 * escaped. Null for anything else.
 */
export function normalizeInline(src: string): string | null {
  const [head] = HEAD.exec(src) ?? [];
  if (head === undefined || src.length > LONGEST_INLINE) return null;
  const data = src.slice(head.length);
  if (BASE64.test(src))
    return /^[A-Za-z0-9+/]*={0,2}$/.test(data) ? `${SCHEME};base64,${data}` : null;
  return inlineDrawing(unescaped(data));
}

/** Percent signs that escape nothing stay. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The text of a normalized source, or its Base64. */
export function inlineContent(
  src: string,
): { readonly base64: string } | { readonly text: string } {
  const data = src.slice(src.indexOf(',') + 1);
  return src.startsWith(`${SCHEME};base64,`) ? { base64: data } : { text: unescaped(data) };
}
