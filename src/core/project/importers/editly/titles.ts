import { OwnObject } from '../own-object.js';
import { noteUnread } from './fields.js';
import { setFont } from './fonts.js';
import type { Layer } from './layer.js';
import type { LayerContext } from './layer-context.js';
import { type Place, placeOf } from './places.js';
import { seconds } from './sounds.js';
import { setZoom, zoomOf } from './zoom.js';

const WHITE = '#FFFFFF';
/** Distance between baselines in parts of the size of the letters. */
const LINE_HEIGHT = 1.31;
const FONT_SIZES = { min: 4, max: 1000 };
/** The length of a layer for the times of its text, if the spec doesn't say it. */
const ASSUMED_SECONDS = 4;
const ANIMATION_SECONDS = { min: 0.05, max: 10 };
const MOST_LETTERS = 5000;
const MOST_SPACING = 1000;

const ALIGNED = ['left', 'center', 'right'] as const;
const VERTICALLY = ['top', 'center', 'bottom'] as const;

/** A text of a size, with its font and its color. Its settings are set afterwards. */
function textOf(
  layer: Layer,
  own: OwnObject,
  size: number,
  { spec }: LayerContext,
): { own: OwnObject; settings: OwnObject } {
  const text = layer.get('text');
  const isEmpty = text === undefined || text === null || text === '';
  const at = layer.at('text');
  if (isEmpty) spec.report.refuse(layer.pointer, 'A layer like this needs a "text".');
  const written = typeof text === 'number' ? String(text) : text;
  own.set('type', 'text');
  own.set(
    'text',
    typeof written === 'string' && !isEmpty ? written.slice(0, MOST_LETTERS) : (written ?? '-'),
    at,
  );
  const settings = new OwnObject(layer.pointer);
  setFont(layer, settings, spec);
  const pixels = Math.min(FONT_SIZES.max, Math.max(FONT_SIZES.min, size));
  if (size > FONT_SIZES.max)
    spec.report.note(layer.at('fontSize'), `Letters have at most ${FONT_SIZES.max} pixels.`);
  settings.set('font-size', pixels, layer.at('fontSize')).set('line-height', LINE_HEIGHT);
  settings.set('wrap', 'fill').set('overflow', 'visible');
  return { own, settings };
}

/** Places a text in an area: a box of a width, whose text has its lines at its side, and stands at a place. */
function placeText(
  { own, settings }: { own: OwnObject; settings: OwnObject },
  { x, y, originX, originY }: Place,
  area: { readonly width: number; readonly frame: { width: number; height: number } },
): void {
  const { width, frame } = area;
  own.set('x', Math.round(x * frame.width - originX * width));
  own.set('y', Math.round((y - originY) * frame.height));
  own.set('width', Math.round(width)).set('height', frame.height);
  settings.set('vertical-align', VERTICALLY[2 * originY]);
}

/** A large text that grows slowly by default, from the point where it stands. */
export function title(layer: Layer, context: LayerContext): OwnObject[] {
  const { spec } = context;
  const { frame } = spec;
  const size = Math.round(Math.min(frame.width, frame.height) * 0.1);
  const zoom = zoomOf(layer, { direction: 'in', amount: 0.2 }, spec);
  const place = placeOf(layer, spec);
  const text = textOf(layer, context.timed(), size, context);
  text.settings.set('text-align', 'center');
  text.settings.set('color', layer.get('textColor') ?? WHITE, layer.at('textColor'));
  placeText(text, place, { width: frame.width * 0.8, frame });
  text.own.setObject('settings', text.settings);
  text.own.set('anchor', { x: place.originX, y: place.originY }, layer.at('position'));
  setZoom(text.own, zoom, text.own.get('x') as number, layer.at('zoomDirection'));
  noteUnread(layer, spec.report);
  return [text.own];
}

/** A text in a band at the bottom, which fades in quickly. */
export function subtitle(layer: Layer, context: LayerContext): OwnObject[] {
  const { frame, report } = context.spec;
  const least = Math.min(frame.width, frame.height);
  const text = textOf(layer, context.timed(), least / 20, context);
  placeText(text, { x: 0, y: 1, originX: 0, originY: 1 }, { width: frame.width, frame });
  text.settings.set('text-align', 'left').set('padding', Math.round(0.05 * least));
  text.settings.set('color', layer.get('textColor') ?? WHITE, layer.at('textColor'));
  const color = layer.get('backgroundColor') ?? 'rgba(0,0,0,0.3)';
  text.settings.set('box', 'band').set('box-color', color, layer.at('backgroundColor'));
  enter(layer, text.own, { style: 'fade', share: 1 }, context);
  text.own.setObject('settings', text.settings);
  noteUnread(layer, report);
  return [text.own];
}

/** A text in a box at the top left, which comes in from the left. */
export function newsTitle(layer: Layer, context: LayerContext): OwnObject[] {
  const { spec } = context;
  const { frame, report } = spec;
  const least = Math.min(frame.width, frame.height);
  const size = Math.round(least * 0.05);
  const [down, across] = [Math.round(0.03 * least), Math.round(0.07 * least)];
  const text = textOf(layer, context.timed(), size, context);
  const usual: Place = { x: 0, y: 0.08 - down / frame.height, originX: 0, originY: 0 };
  const place = placeOf(layer, spec, usual);
  placeText(text, place, { width: frame.width, frame });
  text.settings.set('text-align', ALIGNED[2 * place.originX]).set('wrap', 'none');
  text.settings.set('letter-spacing', spacing(size, frame.width * 0.1));
  text.settings.set('padding', [down, across]);
  text.settings.set('color', layer.get('textColor') ?? WHITE, layer.at('textColor'));
  const color = layer.get('backgroundColor') ?? '#D02A42';
  text.settings.set('box', 'text').set('box-color', color, layer.at('backgroundColor'));
  enter(layer, text.own, { style: 'fly', direction: 'right', share: 1 / 3 }, context);
  text.own.setObject('settings', text.settings);
  noteUnread(layer, report);
  return [text.own];
}

/** A text that appears from its left to its right, and fades out. */
export function slideInText(layer: Layer, context: LayerContext): OwnObject[] {
  const { spec, timed } = context;
  const { frame, report } = spec;
  const size = Math.round(frame.width * (layer.number('fontSize') ?? 0.05));
  const own = timed();
  const text = textOf(layer, own, size, context);
  const place = placeOf(layer, spec);
  placeText(text, place, { width: frame.width, frame });
  text.settings.set('text-align', ALIGNED[2 * place.originX]).set('wrap', 'none');
  const wide = layer.number('charSpacing') ?? 0.1;
  text.settings.set('letter-spacing', spacing(size, frame.width * wide), layer.at('charSpacing'));
  const named = ['color', 'textColor'].find((name) => (layer.get(name) ?? null) !== null);
  const color = named === undefined ? WHITE : layer.get(named);
  text.settings.set('color', color, layer.at(named ?? 'textColor'));
  text.own.setObject('settings', text.settings);
  const shown = shownSeconds(layer, context);
  // It appears from a tenth to three tenths of its time, and is gone at nine tenths.
  const start = (own.get('start') as number | undefined) ?? 0;
  own.set('start', seconds(start + 0.1 * shown), layer.pointer);
  if (context.shown !== null) own.set('duration', seconds(0.8 * shown), layer.pointer);
  const within = { easing: 'linear', by: 'letter', style: 'fade' };
  own.set('animate-in', { ...within, duration: animationSeconds(0.2 * shown) }, layer.pointer);
  const out = { style: 'fade', easing: 'linear', duration: animationSeconds(0.1 * shown) };
  own.set('animate-out', out, layer.pointer);
  noteUnread(layer, report);
  return [own];
}

/** Letter spacing, which fabric.js has in thousandths of the size of the letters. */
function spacing(size: number, thousandths: number): number {
  return Math.min(MOST_SPACING, Number(((size * thousandths) / 1000).toFixed(3)));
}

/** Lets a text enter after its delay, in a share of the time of its layer. */
function enter(
  layer: Layer,
  own: OwnObject,
  {
    share,
    ...motion
  }: { readonly share: number; readonly style: string; readonly direction?: string },
  context: LayerContext,
): void {
  const delay = Math.max(0, layer.number('delay') ?? 0);
  const speed = layer.number('speed') ?? 1;
  const shown = shownSeconds(layer, context);
  if (delay > 0) {
    const start = (own.get('start') as number | undefined) ?? 0;
    own.set('start', seconds(start + delay * shown), layer.at('delay'));
    const length = own.get('duration') as number;
    if (length > 0) own.set('duration', seconds(Math.max(0.001, length - delay * shown)));
  }
  const duration = animationSeconds((share * shown) / Math.max(0.001, speed));
  own.set('animate-in', { ...motion, easing: 'expo-out', duration }, layer.at('speed'));
}

function animationSeconds(value: number): number {
  return seconds(Math.min(ANIMATION_SECONDS.max, Math.max(ANIMATION_SECONDS.min, value)));
}

const UNKNOWN_LENGTH = `The length of the clip follows from a video, so the text moves as in one of ${ASSUMED_SECONDS} seconds. Set the "duration" of the clip.`;

function shownSeconds(layer: Layer, { shown, spec }: LayerContext): number {
  if (shown === null) spec.report.noteUnknown(layer.pointer, UNKNOWN_LENGTH);
  return shown ?? ASSUMED_SECONDS;
}
