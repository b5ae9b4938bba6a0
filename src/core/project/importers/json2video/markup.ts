import { decodeEntities } from '../../../text/decode-entities.js';

/** Tags after which a line ends. */
const LINE_END = /^<(?:br\b|\/(?:p|div|h[1-6]|li|tr)\s*>)/i;
/** Elements without a text to see. */
const HIDDEN = /^<(script|style|head|svg)\b/i;
const TAG = /^<\/?[a-z]/i;
const LONGEST_NAME = 12;

/** The text of a piece of HTML, with its line breaks. In one pass, for any input. */
export function plainText(html: string): { text: string; hasMarkup: boolean } {
  const lower = html.toLowerCase();
  const parts: string[] = [];
  let hasMarkup = false;
  let at = 0;
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', at)) {
    const start = html.slice(open, open + LONGEST_NAME);
    const end = endOfTag(lower, open, start);
    parts.push(html.slice(at, open));
    const isText = end === null;
    if (isText) parts.push('<');
    else if (LINE_END.test(start)) parts.push('\n');
    hasMarkup ||= !isText && !/^<br/i.test(start);
    at = end ?? open + 1;
  }
  parts.push(html.slice(at));
  return { text: decodeEntities(parts.join('').replace(/\r\n?/g, '\n')).trim(), hasMarkup };
}

/** Where a tag, a comment, or a hidden element ends; the end of the text if it doesn't. Null if it is none of them. */
function endOfTag(lower: string, open: number, start: string): number | null {
  const after = (end: string) => {
    const found = lower.indexOf(end, open);
    return found === -1 ? lower.length : found + end.length;
  };
  if (start.startsWith('<!--')) return after('-->');
  const [, hidden] = HIDDEN.exec(start) ?? [];
  if (hidden !== undefined) return after(`</${hidden.toLowerCase()}>`);
  return TAG.test(start) ? after('>') : null;
}
