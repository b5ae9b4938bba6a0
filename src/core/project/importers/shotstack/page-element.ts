import type { OwnObject } from '../own-object.js';
import { setMotion } from './motion.js';
import { boxOf, type Placement, setAnchor, setBox } from './placement.js';
import type { TextScope } from './text-element.js';
import { rounded } from './fields.js';
import { setFilter } from './media.js';

/** The longest page that a browser draws, in characters. */
const LONGEST_PAGE = 100_000;

/** What a browser draws. */
export interface PageContent {
  readonly html: string;
  readonly css: string;
  /** In pixels of the edit, which are those of CSS. */
  readonly size: { readonly width: number; readonly height: number };
  /** The place of the page in the original. */
  readonly at: string;
}

/** Whether a browser of this installation draws a page. */
export const isDrawn = (html: string, css: string, { edit }: TextScope): boolean =>
  edit.options.drawsHtml === true && html.trim() !== '' && html.length + css.length <= LONGEST_PAGE;

/** A page that a browser draws. It is laid out in its own size, and then grows with its clip. */
export function pageElement(
  { html, css, size, at }: PageContent,
  placement: Placement,
  { clip, time, edit, begin }: TextScope,
): OwnObject {
  const { members } = clip;
  const own = begin('html', clip).set('html', html, at);
  if (css !== '') own.set('css', css, clip.asset.at('css'));
  const natural = { ...edit, factor: 1 };
  setBox(own, boxOf({ ...placement, scale: 1 }, size, natural), members, edit);
  const scale = rounded(placement.scale * edit.factor);
  if (scale !== 1) {
    own.set('scale', scale, members.at('scale'));
    setAnchor(own, placement.anchor, members);
  }
  if (scale > 1) own.set('pixel-ratio', Math.min(4, Math.ceil(scale)), members.at('scale'));
  setFilter(own, members, { isMissing: false, edit });
  setMotion(own, 'html', { clip: members, placement, edit, cut: time.cut });
  return own;
}
