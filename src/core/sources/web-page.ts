/** Tags at the beginning of a web page (WHATWG MIME Sniffing, section 7.1). */
const OPENING_TAGS =
  /^<(?:!doctype html|html|head|body|script|title|meta|iframe|h1|div|style)[\s>]/i;

/**
 * True if a file is a web page. Detected from its content, because servers also send media as `text/html`.
 *
 * @param head the first bytes of the file
 */
export function isWebPage(head: Uint8Array): boolean {
  let text = new TextDecoder('latin1').decode(head.subarray(0, 1024));
  text = text.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  while (text.startsWith('<!--')) {
    const end = text.indexOf('-->');
    if (end < 0) return false;
    text = text.slice(end + 3).trimStart();
  }
  if (text.startsWith('<?xml')) return /<html[\s>]/i.test(text);
  return OPENING_TAGS.test(`${text} `);
}
