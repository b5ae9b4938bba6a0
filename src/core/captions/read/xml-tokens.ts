import { decodeEntities } from '../../text/decode-entities.js';

/** A token of an XML document. Names have no prefix. */
export type XmlToken =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      /** Whether the element has no content (`<br/>`). */
      readonly isEmpty: boolean;
      readonly at: number;
    }
  | { readonly kind: 'close'; readonly name: string; readonly at: number }
  | { readonly kind: 'text'; readonly text: string; readonly at: number };

/** The part of a tag that is read. */
const MAX_TAG_LENGTH = 8192;
const ATTRIBUTE = /([\w.-]{1,64}:)?([\w.-]{1,64})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/**
 * Splits an XML document into tags and texts in one pass. Comments, processing instructions, and the document
 * type are skipped. Only predefined entities and those of HTML are decoded, so that a file cannot define
 * entities that expand.
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
    const skippedTo = skipDeclaration(source, open);
    if (skippedTo !== null) {
      at = skippedTo;
      continue;
    }
    const close = endOf(source, '>', open);
    const inner = source.slice(open + 1, Math.min(close, open + MAX_TAG_LENGTH));
    const token = parseTag(inner, open);
    if (token) yield token;
    at = close + 1;
  }
}

function endOf(source: string, mark: string, from: number): number {
  const end = source.indexOf(mark, from);
  return end < 0 ? source.length : end;
}

/** Where a comment, an instruction, or a document type ends; null if none starts at `open`. */
function skipDeclaration(source: string, open: number): number | null {
  if (source.startsWith('<!--', open)) return endOf(source, '-->', open + 4) + 3;
  if (source.startsWith('<?', open)) return endOf(source, '?>', open) + 2;
  if (!source.startsWith('<!', open)) return null;
  const close = endOf(source, '>', open);
  // Only this declaration is searched: a search of all of the file for each is quadratic.
  const subset = source.slice(open, close).indexOf('[');
  return (subset >= 0 ? endOf(source, ']>', open + subset) + 1 : close) + 1;
}

function parseTag(inner: string, at: number): XmlToken | null {
  const name = /^\/?\s*(?:[\w.-]{1,64}:)?([\w.-]{1,64})/.exec(inner)?.[1];
  if (name === undefined) return null;
  if (inner.startsWith('/')) return { kind: 'close', name, at };
  const attributes = new Map<string, string>();
  for (const [, , key, double, single] of inner.matchAll(ATTRIBUTE)) {
    attributes.set(key!, decodeEntities((double ?? single)!));
  }
  return { kind: 'open', name, attributes, isEmpty: inner.endsWith('/'), at };
}
