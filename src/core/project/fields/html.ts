import { number, text } from '../../fields/scalars.js';
import type { ValuesOf } from '../../fields/composites.js';
import type { FieldPlace } from '../../fields/field.js';
import type { HtmlPage } from '../types/index.js';

/** A page that contains its pictures as data fits. */
const MOST_HTML = 1_000_000;
const MOST_CSS = 200_000;
/** The area of the largest video. */
const MOST_PIXELS = 4096 * 4096;

const NO_BROWSER =
  'Nothing draws HTML here. The operator sets VIDEOCRAFT_BROWSER_PATH to the path of Chromium. Without it, use text, shape, and image elements. If this is a JSON2Video movie, set "format" to "json2video".';

/** The fields of a page that a browser draws. */
export const htmlFields = {
  html: text(MOST_HTML)
    .required()
    .describe(
      'The page: HTML with its styles. Scripts, frames, and what plays are left out. The background is transparent.',
    ),
  css: text(MOST_CSS).default('').describe('Rules of CSS for the page.'),
  'pixel-ratio': number({ min: 1, max: 4 })
    .default(1)
    .describe(
      'Pixels of the picture for each pixel of the page. Raise it for a page that grows in the video.',
    ),
};

type Box = { readonly width: number | null; readonly height: number | null };

/**
 * The page of an element, and the size of its box: without a width or a height, that of the frame. Adds an issue if
 * nothing draws it, or if its picture would be too large.
 *
 * @param padding space between the box and the page, in pixels
 */
export function toPage(
  { html, css, 'pixel-ratio': pixelRatio }: ValuesOf<typeof htmlFields>,
  { width: givenWidth, height: givenHeight, padding }: Box & { readonly padding: number },
  { pointer, issues, context }: FieldPlace,
): { readonly page: HtmlPage; readonly width: number; readonly height: number } {
  const width = givenWidth ?? Math.max(1, context.frame.width);
  const height = givenHeight ?? Math.max(1, context.frame.height);
  const inner = (side: number) => Math.max(1, Math.round(side - 2 * padding));
  const page = { html, css, width: inner(width), height: inner(height), pixelRatio };
  const pixels = Math.ceil(page.width * pixelRatio) * Math.ceil(page.height * pixelRatio);
  if (context.drawsHtml !== true) issues.add(pointer, NO_BROWSER);
  else if (pixels > MOST_PIXELS)
    issues.add(pointer, `Expected a picture of at most ${MOST_PIXELS} pixels, but got ${pixels}.`);
  return { page, width, height };
}
