import type { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import { type Clip, type ClipTime, secondsOf } from './clip.js';
import type { Edit } from './edit.js';
import {
  colorIn,
  nameIn,
  noteUnread,
  numberIn,
  numberWithin,
  objectIn,
  rounded,
  withOpacity,
} from './fields.js';
import { setFontStyle, setGradient, setShadow } from './rich-text.js';
import { setLetters } from './text.js';
import { aliasIn } from './timing.js';
import { isOpen } from './fields.js';

const CAPTION = { size: 32, color: '#FFFFFF' };
const RICH = { size: 24, color: '#FFFFFF' };
const FONT_SIZE = { min: 6, max: 300 };
const OUTLINE = 20;
const SHARE = { min: 0, max: 1 };
const MARGIN = { min: 0, max: 0.75 };
/** The gap of captions at the edges of the frame, in percent. */
const GAP = 5;
/** How words are animated, and the style of a video config that does the same or comes near. */
const STYLES = {
  karaoke: { style: 'karaoke', isSame: true },
  highlight: { style: 'progressive', isSame: true },
  pop: { style: 'pop', isSame: true },
  fade: { style: 'classic-progressive', isSame: false },
  slide: { style: 'classic-progressive', isSame: false },
  bounce: { style: 'bounce', isSame: true },
  typewriter: { style: 'typewriter', isSame: true },
  none: { style: 'classic', isSame: true },
} as const;
const TRANSFORMS = ['none', 'uppercase', 'lowercase', 'capitalize'] as const;

/** Captions of a clip. */
export interface CaptionScope {
  readonly clip: Clip;
  readonly time: ClipTime;
  readonly edit: Edit;
}

/**
 * Captions as the subtitles element of the video. Null, with a note, if they have no source.
 *
 * @returns with the alias of the clip whose speech they show, or null for those of a file
 */
export function translateCaptions(
  scope: CaptionScope,
): { readonly own: OwnObject; readonly alias: string | null } | null {
  const { clip, time, edit } = scope;
  const { asset, members, type } = clip;
  const { report } = edit;
  const at = asset.at('src');
  const src = asset.get('src');
  const alias = aliasIn(src);
  const own = new OwnObject(members.pointer).set('type', 'subtitles');
  const settings = type === 'caption' ? plainLook(scope) : richLook(scope);
  if (alias === null) {
    own.set('captions', src, at);
    setOffset(settings, scope);
  }
  own.setObject('settings', settings);
  const length = secondsOf(time.length);
  if (time.length !== 'end' && length !== null)
    report.note(members.at('length'), 'Captions are shown as long as they last.');
  for (const name of ['transition', 'effect', 'filter', 'opacity', 'transform', 'scale']) {
    if (members.get(name) !== undefined)
      report.note(members.at(name), `"${name}" has no effect on captions.`);
  }
  for (const name of ['fit', 'position', 'offset', 'width', 'height']) members.get(name);
  if (alias !== null || isSource(src)) return { own, alias };
  report.note(at, 'The captions are left out, because their source is not known.');
  return null;
}

/** Whether a value is the address or the text of a caption file. */
const isSource = (src: unknown) =>
  typeof src === 'string' &&
  !isOpen(src) &&
  (/^\s*(https?:|asset:)/i.test(src) ||
    /-->/.test(src) ||
    /^\S+\.(srt|vtt|ttml|dfxp|ass)$/i.test(src));

/** The times of a file count from the start of the clip. */
function setOffset(settings: OwnObject, { clip, time, edit }: CaptionScope): void {
  const { asset, members } = clip;
  const { report } = edit;
  const start = secondsOf(time.start);
  if (start === null)
    report.note(
      members.at('start'),
      'The times of the captions count from the start of the video.',
    );
  const trim = Math.max(0, numberIn(asset, 'trim', report) ?? 0);
  const offset = rounded((start ?? 0) - trim - time.cut);
  if (offset !== 0) settings.set('offset', offset, members.at('start'));
  const speed = numberIn(asset, 'speed', report);
  if (speed !== null && speed !== 1)
    report.note(asset.at('speed'), 'Captions have the times of their file.');
}

/** The letters of captions, within the bounds that captions have. */
function letters(
  settings: OwnObject,
  font: Members,
  { missing, edit }: { readonly missing: typeof CAPTION; readonly edit: Edit },
): void {
  const look = new OwnObject(font.pointer);
  setLetters(look, font, { ...missing, factor: edit.factor, edit });
  for (const name of ['font-family', 'font-url', 'font-weight'])
    settings.set(name, look.get(name), font.at('family'));
  const size = look.get('font-size') as number;
  const nearest = Math.min(FONT_SIZE.max, Math.max(FONT_SIZE.min, size));
  if (nearest !== size)
    edit.report.note(font.at('size'), `The letters of captions have ${nearest} pixels here.`);
  settings.set('font-size', nearest, font.at('size'));
  settings.set('line-color', look.get('font-color'), font.at('color'));
}

const lineHeight = (value: number | null) => Math.min(3, Math.max(0.7, value ?? 1.2));

/** The look of captions without an animation. */
function plainLook({ clip: { asset, members }, edit }: CaptionScope): OwnObject {
  const { report, factor } = edit;
  const settings = new OwnObject(asset.pointer).set('style', 'classic');
  const font = objectIn(asset, 'font', report);
  letters(settings, font, { missing: CAPTION, edit });
  settings.set(
    'line-height',
    lineHeight(numberIn(font, 'lineHeight', report)),
    font.at('lineHeight'),
  );
  const stroke = colorIn(font, 'stroke', report);
  const width = Math.max(0, numberIn(font, 'strokeWidth', report) ?? 0);
  font.get('weight');
  noteUnread(font, report);
  setOutline(settings, { color: stroke, width: width * factor, at: font.at('strokeWidth') });
  const background = objectIn(asset, 'background', report);
  setBox(settings, background, { opacity: 0.8, padding: 10, radius: 4, edit });
  noteUnread(background, report);
  setMargins(settings, objectIn(asset, 'margin', report), edit);
  for (const name of ['width', 'height', 'alignment', 'stroke']) {
    if (asset.get(name) !== undefined)
      report.note(asset.at(name), `"${name}" has no effect on captions.`);
  }
  void members;
  return settings;
}

/** The look of captions whose words are animated. */
function richLook({ clip: { asset, members }, edit }: CaptionScope): OwnObject {
  const { report, factor } = edit;
  const settings = new OwnObject(asset.pointer);
  const animation = objectIn(asset, 'animation', report);
  const names = Object.keys(STYLES) as (keyof typeof STYLES)[];
  const name = nameIn(animation, 'style', names, report) ?? 'highlight';
  animation.get('direction');
  noteUnread(animation, report);
  const { style, isSame } = STYLES[name];
  settings.set('style', style, animation.at('style'));
  if (!isSame)
    report.note(animation.at('style'), `Words appear one after another instead of by "${name}".`);
  const font = objectIn(asset, 'font', report);
  letters(settings, font, { missing: RICH, edit });
  setFontStyle(settings, font, edit);
  for (const unused of ['background', 'stroke']) font.get(unused);
  noteUnread(font, report);
  const look = objectIn(asset, 'style', report);
  settings.set(
    'line-height',
    lineHeight(numberIn(look, 'lineHeight', report)),
    look.at('lineHeight'),
  );
  const spacing = numberWithin(look, 'letterSpacing', { min: -20, max: 100 }, report) ?? 0;
  if (spacing !== 0)
    settings.set('letter-spacing', rounded(spacing * factor), look.at('letterSpacing'));
  const transform = nameIn(look, 'textTransform', TRANSFORMS, report);
  settings.set('text-transform', transform ?? undefined, look.at('textTransform'));
  for (const unused of ['size', 'wordSpacing', 'textDecoration']) look.get(unused);
  const gradient = new OwnObject(look.pointer);
  setGradient(gradient, look, report);
  settings.set('line-color', gradient.get('font-color'), look.at('gradient'));
  noteUnread(look, report);
  const stroke = objectIn(asset, 'stroke', report);
  setOutline(settings, {
    color: colorIn(stroke, 'color', report),
    width: Math.max(0, numberIn(stroke, 'width', report) ?? 0) * factor,
    at: stroke.at('width'),
  });
  stroke.get('opacity');
  noteUnread(stroke, report);
  setCaptionShadow(settings, objectIn(asset, 'shadow', report), edit);
  const background = objectIn(asset, 'background', report);
  const padding = numberIn(asset, 'padding', report) ?? 0;
  setBox(settings, background, { opacity: 1, padding, radius: 0, edit });
  background.get('wrap');
  noteUnread(background, report);
  setActive(settings, objectIn(asset, 'active', report), edit);
  setPlace(settings, asset, members, edit);
  if (asset.get('border') !== undefined)
    report.note(asset.at('border'), 'The box of captions has no border.');
  return settings;
}

function setOutline(
  settings: OwnObject,
  {
    color,
    width,
    at,
  }: { readonly color: string | null; readonly width: number; readonly at: string },
): void {
  settings.set('outline-width', rounded(Math.min(OUTLINE, width)), at);
  if (width > 0) settings.set('outline-color', color ?? '#000000', at);
}

function setCaptionShadow(settings: OwnObject, shadow: Members, edit: Edit): void {
  const own = new OwnObject(shadow.pointer);
  setShadow(own, shadow, edit.factor, edit);
  const within = (value: unknown, most: number) =>
    typeof value === 'number' ? Math.min(most, Math.max(-most, value)) : undefined;
  settings.set('shadow-x', within(own.get('shadow-x'), 100) ?? 0, shadow.at('offsetX'));
  settings.set('shadow-y', within(own.get('shadow-y'), 100) ?? 0, shadow.at('offsetY'));
  settings.set('shadow-blur', own.get('shadow-blur'), shadow.at('blur'));
  settings.set('shadow-color', own.get('shadow-color'), shadow.at('color'));
}

/** The box behind captions. */
function setBox(
  settings: OwnObject,
  background: Members,
  missing: {
    readonly opacity: number;
    readonly padding: number;
    readonly radius: number;
    readonly edit: Edit;
  },
): void {
  const { report, factor } = missing.edit;
  const color = colorIn(background, 'color', report);
  const opacity = numberWithin(background, 'opacity', SHARE, report) ?? missing.opacity;
  const padding = Math.max(0, numberIn(background, 'padding', report) ?? missing.padding);
  const radius = Math.max(0, numberIn(background, 'borderRadius', report) ?? missing.radius);
  if (color === null) return;
  settings.set('box-color', withOpacity(color, opacity), background.at('color'));
  settings.set('padding', rounded(Math.min(500, padding * factor)), background.at('padding'));
  settings.set(
    'box-radius',
    rounded(Math.min(500, radius * factor)),
    background.at('borderRadius'),
  );
}

/** The word that is spoken. */
function setActive(settings: OwnObject, active: Members, { report }: Edit): void {
  const font = objectIn(active, 'font', report);
  const color = colorIn(font, 'color', report);
  const opacity = numberWithin(font, 'opacity', SHARE, report);
  const behind = colorIn(font, 'background', report);
  if (color !== null) settings.set('word-color', withOpacity(color, opacity), font.at('color'));
  if (behind !== null && settings.get('box-color') === undefined) {
    const at = font.at('background');
    settings.set('style', 'boxed-word', at).set('box-color', behind, at);
  }
  for (const name of ['size', 'family', 'weight', 'textDecoration', 'stroke', 'shadow']) {
    const given = ['stroke', 'shadow'].includes(name) ? active : font;
    if (given.get(name) !== undefined)
      report.note(given.at(name), `The word that is spoken has no "${name}" of its own.`);
  }
  noteUnread(font, report);
  noteUnread(active, report);
}

/** Margins are shares of the frame. One above moves captions down from the top, instead of up from the bottom. */
function setMargins(settings: OwnObject, margin: Members, { report }: Edit): void {
  const share = (name: string) => numberWithin(margin, name, MARGIN, report);
  const [top, left, right] = [share('top'), share('left'), share('right')];
  const bottom = share('bottom');
  noteUnread(margin, report);
  const percent = (value: number | null) => (value === null ? GAP : rounded(100 * value));
  settings.set('position', top === null ? 'center-bottom' : 'center-top', margin.at('top'));
  if (top === null && left === null && right === null && bottom === null) return;
  settings.set(
    'safe-area',
    {
      ...{ top: percent(top), bottom: percent(bottom) },
      ...{ left: percent(left), right: percent(right) },
    },
    margin.pointer,
  );
}

/** Where captions are: in the area of their clip as they are aligned, or in the frame. */
function setPlace(settings: OwnObject, asset: Members, members: Members, { report }: Edit): void {
  const align = objectIn(asset, 'align', report);
  const down = nameIn(align, 'vertical', ['top', 'middle', 'bottom'] as const, report) ?? 'bottom';
  const across =
    nameIn(align, 'horizontal', ['left', 'center', 'right'] as const, report) ?? 'center';
  noteUnread(align, report);
  const vertical = down === 'middle' ? 'center' : down;
  settings.set('position', `${across}-${vertical}`, align.pointer);
  if (members.has('width') || members.has('height') || members.has('offset'))
    report.note(
      members.at(members.has('offset') ? 'offset' : 'width'),
      'Captions are aligned in the frame instead of in the area of their clip.',
    );
}
