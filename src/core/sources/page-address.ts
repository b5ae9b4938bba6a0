/** Begins the source of an element whose picture a browser draws. No author can write such an address. */
const SCHEME = 'html:';

/** The source of a page that is not drawn yet. */
export const UNDRAWN = SCHEME;

/** The source of a page that was drawn. */
export function drawnAddress(contentHash: string): string {
  return `${SCHEME}${contentHash}`;
}

/** Whether a source is the picture of a page, which nobody fetches. */
export function isPageAddress(src: string): boolean {
  return src.startsWith(SCHEME);
}
