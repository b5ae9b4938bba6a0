const LONE_SURROGATE = /\p{Surrogate}/gu;
/** Characters that parameters of headers cannot have as they are (RFC 8187, section 3.2.1). */
const ENCODED = /['()*]/g;

/**
 * `Content-Disposition` for a name that may have any characters (RFC 6266, appendix D). Browsers read the encoded name
 * (RFC 8187); the other one is for old clients, and has only ASCII.
 */
export function contentDisposition(type: 'attachment' | 'inline', fileName: string): string {
  const plain = fileName.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  if (plain === fileName) return `${type}; filename="${fileName}"`;
  const encoded = encodeURIComponent(fileName.replaceAll(LONE_SURROGATE, '\ufffd')).replaceAll(
    ENCODED,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${type}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
