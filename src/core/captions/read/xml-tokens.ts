import { decodeEntities } from './decode-entities.js';

/** What an XML document is made of, as far as captions need it. Names are without their prefix. */
export type XmlToken =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      /** True: it has no content (`<br/>`). */
      readonly empty: boolean;
      readonly at: number;
    }
  | { readonly kind: 'close'; readonly name: string; readonly at: number }
  | { readonly kind: 'text'; readonly text: string; readonly at: number };

/** Longest tag that is read; a longer one is passed over. */
const LONGEST_TAG = 8192;
const ATTRIBUTE = /([\w.-]{1,64}:)?([\w.-]{1,64})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/**
 * The tags and texts of an XML document, in one pass. Comments, processing instructions and the document
 * type are passed over; entities are the predefined ones and those of HTML only, so nothing in a file
 * can define one that expands.
 */
export function* xmlTokens(source: string): Generator<XmlToken> {
  for (let at = 0; at < source.length;) {
    const open = source.indexOf('<', at);
    const until = open < 0 ? source.length : open;
    if (until > at) yield { kind: 'text', text: decodeEntities(source.slice(at, until)), at };
    if (open < 0) return;
    if (source.startsWith('<![CDATA[', open)) {
      const end = endOf(source, ']]>', open);
      yield { kind: 'text', text: source.slice(open + 9, end), at: open };
      at = end + 3;
      continue;
    }
    const passed = passedOver(source, open);
    if (passed !== null) {
      at = passed;
      continue;
    }
    const close = endOf(source, '>', open);
    const inner = source.slice(open + 1, Math.min(close, open + LONGEST_TAG));
    const token = tag(inner, open);
    if (token) yield token;
    at = close + 1;
  }
}

function endOf(source: string, mark: string, from: number): number {
  const end = source.indexOf(mark, from);
  return end < 0 ? source.length : end;
}

/** Where a comment, an instruction or a document type ends; null: it is none. */
function passedOver(source: string, open: number): number | null {
  if (source.startsWith('<!--', open)) return endOf(source, '-->', open + 4) + 3;
  if (source.startsWith('<?', open)) return endOf(source, '?>', open) + 2;
  if (!source.startsWith('<!', open)) return null;
  const close = endOf(source, '>', open);
  const subset = source.indexOf('[', open);
  return (subset >= 0 && subset < close ? endOf(source, ']>', subset) + 1 : close) + 1;
}

function tag(inner: string, at: number): XmlToken | null {
  const name = /^\/?\s*(?:[\w.-]{1,64}:)?([\w.-]{1,64})/.exec(inner)?.[1];
  if (name === undefined) return null;
  if (inner.startsWith('/')) return { kind: 'close', name, at };
  const attributes = new Map<string, string>();
  for (const [, , key, double, single] of inner.matchAll(ATTRIBUTE)) {
    attributes.set(key!, decodeEntities(double ?? single ?? ''));
  }
  return { kind: 'open', name, attributes, empty: inner.endsWith('/'), at };
}
