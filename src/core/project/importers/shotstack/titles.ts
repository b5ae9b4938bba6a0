import { OwnObject } from '../own-object.js';
import { colorIn, nameIn, noteUnread, numberIn, objectIn, rounded } from './fields.js';
import { setFont } from './fonts.js';
import { anchorOf, editedFrame } from './placement.js';
import { textIn } from './text.js';
import { type TextScope, textElement, textPlace } from './text-element.js';

/** The fonts of the styles. */
const STYLES = {
  minimal: { family: 'Montserrat', weight: 400 },
  blockbuster: { family: 'Anton', weight: 400 },
  vogue: { family: 'Playfair Display', weight: 400 },
  sketchy: { family: 'Sue Ellen Francisco', weight: 400 },
  skinny: { family: 'Raleway', weight: 200 },
  chunk: { family: 'Bebas Neue', weight: 800 },
  chunklight: { family: 'Bebas Neue', weight: 400 },
  marker: { family: 'Permanent Marker', weight: 400 },
  future: { family: 'Montserrat', weight: 800 },
  subtitle: { family: 'Open Sans', weight: 400 },
} as const;
type Style = keyof typeof STYLES;
/** Shouted, whatever the text says. */
const UPPERCASE: ReadonlySet<Style> = new Set(['blockbuster', 'chunk', 'chunklight', 'future']);
/** The sizes of letters, as shares of the shorter side of the frame. */
const SIZES = {
  ...{ 'xx-small': 0.035, 'x-small': 0.05, small: 0.07, medium: 0.1 },
  ...{ large: 0.14, 'x-large': 0.18, 'xx-large': 0.24 },
} as const;
const POSITIONS = [
  ...(['top', 'topRight', 'right', 'bottomRight', 'bottom'] as const),
  ...(['bottomLeft', 'left', 'topLeft', 'center'] as const),
] as const;
/** The space between a title and the edges of the frame, as a share of the sides. */
const MARGIN = 0.05;

/** A title in one of the styles of old edits. */
export function translateTitle(scope: TextScope): OwnObject[] {
  const { clip, edit } = scope;
  const { asset } = clip;
  const { report } = edit;
  const text = textIn(asset, edit);
  const place = textPlace(scope);
  const style = nameIn(asset, 'style', Object.keys(STYLES) as Style[], report) ?? 'minimal';
  const size = nameIn(asset, 'size', Object.keys(SIZES) as (keyof typeof SIZES)[], report);
  const whole = editedFrame(edit);
  const pixels = SIZES[size ?? 'medium'] * Math.min(whole.width, whole.height) * place.factor;
  const at = asset.at('style');
  report.note(
    at,
    `The style "${style}" is approximated: Shotstack does not document its fonts and sizes.`,
  );
  const settings = new OwnObject(asset.pointer);
  setFont(settings, { ...STYLES[style], at }, edit);
  settings.set('font-size', rounded(Math.min(1000, Math.max(4, pixels))), asset.at('size'));
  const color = colorIn(asset, 'color', report, 'argb');
  settings.set('font-color', color ?? '#FFFFFF', asset.at('color'));
  if (UPPERCASE.has(style)) settings.set('text-transform', 'uppercase', at);
  const background = colorIn(asset, 'background', report, 'argb');
  if (background !== null)
    settings.set('box-color', background, asset.at('background')).set('box', 'text');
  const { x, y } = anchorOf(nameIn(asset, 'position', POSITIONS, report) ?? 'center');
  settings.set('text-align', x === 0 ? 'left' : x === 1 ? 'right' : 'center', asset.at('position'));
  settings.set(
    'vertical-align',
    y === 0 ? 'top' : y === 1 ? 'bottom' : 'center',
    asset.at('position'),
  );
  settings.set('wrap', 'fill');
  const box = moved(place.box, scope, y);
  return textElement(
    { runs: [{ text, settings: {} }], settings, animateIn: null, at: asset.at('text') },
    { ...place, box },
    scope,
  );
}

/** The area of a title: off the edges of the frame, moved by its offset, and still in the frame. */
function moved(
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  { clip, edit }: TextScope,
  down: number,
) {
  const { asset } = clip;
  const { frame, report } = edit;
  const offset = objectIn(asset, 'offset', report);
  const x = (numberIn(offset, 'x', report) ?? 0) * frame.width;
  const y = -(numberIn(offset, 'y', report) ?? 0) * frame.height;
  noteUnread(offset, report);
  const [across, above] = [MARGIN * frame.width, MARGIN * frame.height];
  const area = {
    x: box.x + across + x,
    y: box.y + above + y,
    width: Math.max(1, box.width - 2 * across),
    height: Math.max(1, box.height - 2 * above),
  };
  // Titles were moved in other units once, in which many of them would be outside of the frame.
  const isOut = (down === 1 && y > 0) || (down === 0 && y < 0);
  if (!isOut) return area;
  report.note(offset.pointer, 'The title stays in the frame.');
  return { ...area, y: box.y + above };
}
