import { asWritten } from '../as-written.js';
import { readCssColor } from '../../plain-values/css-color.js';
import { cssPixels, cssShadows } from '../css.js';
import { OwnObject } from '../own-object.js';
import type { Edit } from './edit.js';
import { colorIn, nameIn, rounded } from './fields.js';
import { DEFAULT_FAMILY, setFont } from './fonts.js';
import { isDrawn, pageElement } from './page-element.js';
import { type PageStyle, type PageText, readPage } from './html-page.js';
import { type Run, type TextScope, textElement, textPlace } from './text-element.js';

/** The size and the color of letters without a style. */
const DEFAULT_SIZE = 16;
const DEFAULT_COLOR = '#000000';
const FONT_SIZE = { min: 4, max: 1000 };
const POSITIONS = [
  ...(['top', 'topRight', 'right', 'bottomRight', 'bottom'] as const),
  ...(['bottomLeft', 'left', 'topLeft', 'center'] as const),
] as const;
const ALIGNS: ReadonlySet<string> = new Set(['left', 'center', 'right', 'justify']);
const TRANSFORMS: ReadonlySet<string> = new Set(['uppercase', 'lowercase', 'capitalize', 'none']);
const DECORATIONS: ReadonlySet<string> = new Set(['underline', 'line-through', 'overline', 'none']);
const WEIGHTS: Readonly<Record<string, number>> = {
  normal: 400,
  bold: 700,
  bolder: 700,
  lighter: 300,
};
/** What changes little or nothing in a piece of text. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...['box-sizing', 'font-kerning', 'width', 'height', 'overflow', 'display', 'vertical-align'],
  ...['word-wrap', 'overflow-wrap'],
]);

/** HTML, as its text in the look of its styles. */
export function translateHtml(scope: TextScope): OwnObject[] {
  const { clip, edit } = scope;
  const { asset, type } = clip;
  const { report } = edit;
  const at = asset.at('html');
  const html = asWritten(asset.get('html') ?? '');
  const css = asWritten(asset.get('css') ?? '');
  const page = readPage(html, css);
  const js = asset.get('js');
  const isModern = type === 'html5';
  const place = textPlace(scope);
  if (js !== undefined && js !== '')
    report.note(asset.at('js'), 'Scripts do not run, so nothing that they draw or move is seen.');
  if ((isModern || page.hasMore) && isDrawn(html, css, scope)) {
    const { placement, size } = place;
    const color = colorIn(asset, 'background', report, 'argb');
    asset.get('position');
    const behind = color === null ? '' : `body{background:${color}}`;
    return [pageElement({ html, css: `${behind}${css}`, size, at }, placement, scope)];
  }
  const settings = new OwnObject(asset.pointer);
  const [first] = page.texts.filter(({ text }) => text.trim() !== '');
  const base = lettersOf(first?.style ?? {}, place.factor);
  setBase(settings, base, at, edit);
  setLines(settings, first?.style ?? {}, { factor: place.factor, at, edit });
  const background = colorIn(asset, 'background', report, 'argb');
  const behind = page.background === null ? null : colorOf(page.background);
  const fill = background ?? behind;
  if (fill !== null) {
    settings.set('box-color', fill, asset.at('background'));
    settings.set('box', background === null && !isModern ? 'text' : 'area').set('padding', 0);
  }
  setPosition(settings, first?.style ?? {}, scope);
  settings.set('wrap', 'fill').set('overflow', 'clip');
  const runs = page.texts.map((text) => runOf(text, base, { factor: place.factor, at, edit }));
  const others = page.others.filter((name) => !HARMLESS.has(name)).slice(0, 10);
  if (isModern || page.hasMore)
    report.note(at, 'Pages are not laid out. Their text is shown in the look of its styles.');
  else if (others.length > 0)
    report.note(
      asset.has('css') ? asset.at('css') : at,
      `These properties have no effect: ${others.join(', ')}.`,
    );
  return textElement({ runs, settings, animateIn: null, at }, place, scope);
}

/** The look of letters. */
interface Letters {
  readonly family: string;
  readonly weight: number | null;
  readonly italic: boolean;
  /** Pixels of the video. */
  readonly size: number;
  readonly color: string;
  readonly spacing: number;
  readonly transform: string;
  readonly decoration: string;
  readonly background: string | null;
}

const colorOf = (value: string) => readCssColor(value.trim().split(/\s+(?![^(]*\))/)[0] ?? '');

function lettersOf(style: PageStyle, factor: number): Letters {
  const size = cssPixels(style['font-size'], { frame: { width: 0, height: 0 }, em: DEFAULT_SIZE });
  const pixels = size === null || size <= 0 ? DEFAULT_SIZE : size;
  const spacing = cssPixels(style['letter-spacing'], {
    frame: { width: 0, height: 0 },
    em: pixels,
  });
  const weight = style['font-weight']?.toLowerCase() ?? '';
  const numeric = Number(weight);
  const known = (value: string | undefined, values: ReadonlySet<string>) =>
    values.has(value?.trim().toLowerCase() ?? '') ? value!.trim().toLowerCase() : 'none';
  const behind = style['background-color'] ?? style['background'];
  return {
    family: style['font-family'] ?? DEFAULT_FAMILY,
    weight: WEIGHTS[weight] ?? (numeric >= 100 && numeric <= 900 ? Math.round(numeric) : null),
    italic: /italic|oblique/i.test(style['font-style'] ?? ''),
    size: rounded(Math.min(FONT_SIZE.max, Math.max(FONT_SIZE.min, pixels * factor))),
    color: colorOf(style['color'] ?? '') ?? DEFAULT_COLOR,
    spacing: rounded(Math.min(1000, Math.max(-200, (spacing ?? 0) * factor))),
    transform: known(style['text-transform'], TRANSFORMS),
    decoration: known(style['text-decoration']?.split(/\s/)[0], DECORATIONS),
    background: behind === undefined ? null : colorOf(behind),
  };
}

function setBase(settings: OwnObject, letters: Letters, at: string, edit: Edit): void {
  setFont(settings, { family: letters.family, weight: letters.weight, at }, edit);
  settings.set('font-size', letters.size, at).set('font-color', letters.color, at);
  if (letters.italic) settings.set('font-style', 'italic', at);
  if (letters.spacing !== 0) settings.set('letter-spacing', letters.spacing, at);
  if (letters.transform !== 'none') settings.set('text-transform', letters.transform, at);
  if (letters.decoration !== 'none') settings.set('text-decoration', letters.decoration, at);
}

interface Surroundings {
  readonly factor: number;
  readonly at: string;
  readonly edit: Edit;
}

/** A piece of text with what is different from the first one. */
function runOf({ text, style }: PageText, base: Letters, { factor, at, edit }: Surroundings): Run {
  const letters = lettersOf(style, factor);
  const settings: Record<string, unknown> = {};
  if (letters.family !== base.family || letters.weight !== base.weight) {
    const font = new OwnObject(at);
    setFont(font, { family: letters.family, weight: letters.weight, at }, edit);
    Object.assign(settings, font.value);
  }
  if (letters.size !== base.size) settings['font-size'] = letters.size;
  if (letters.color !== base.color) settings['font-color'] = letters.color;
  if (letters.italic !== base.italic) settings['font-style'] = letters.italic ? 'italic' : 'normal';
  if (letters.spacing !== base.spacing) settings['letter-spacing'] = letters.spacing;
  if (letters.transform !== base.transform) settings['text-transform'] = letters.transform;
  if (letters.decoration !== base.decoration) settings['text-decoration'] = letters.decoration;
  if (letters.background !== null && isInline(style)) settings['box-color'] = letters.background;
  return { text, settings };
}

/** Backgrounds are not inherited, so that of a text is that of the element around it. */
const isInline = (style: PageStyle) => /inline/.test(style['display'] ?? '');

/** What the lines of a text have in common. */
function setLines(settings: OwnObject, style: PageStyle, { factor, at, edit }: Surroundings): void {
  const { frame } = edit;
  const size = settings.get('font-size') as number;
  const lineHeight = style['line-height'];
  const multiple = lineHeight === undefined ? null : Number(lineHeight);
  const pixels = cssPixels(lineHeight, { frame, whole: size / factor, em: size / factor });
  if (multiple !== null && multiple > 0)
    settings.set('line-height', Math.min(4, Math.max(0.5, multiple)), at);
  else if (pixels !== null && pixels > 0)
    settings.set('line-height', Math.min(4, Math.max(0.5, rounded((pixels * factor) / size))), at);
  const [shadow] =
    style['text-shadow'] === undefined ? [] : (cssShadows(style['text-shadow'], { frame }) ?? []);
  if (shadow === undefined) return;
  const within = (value: number, most: number) =>
    rounded(Math.min(most, Math.max(-most, value * factor)));
  settings.set('shadow-x', within(shadow.x, 200), at).set('shadow-y', within(shadow.y, 200), at);
  settings.set('shadow-blur', Math.max(0, within(shadow.blur, 160)), at);
  const color = shadow.color === null ? null : readCssColor(shadow.color);
  settings.set('shadow-color', color ?? settings.get('font-color'), at);
}

/** Where the text is in its area. A text without an alignment of its own has that of its position. */
function setPosition(settings: OwnObject, style: PageStyle, { clip, edit }: TextScope): void {
  const { asset } = clip;
  const isModern = clip.type === 'html5';
  const position = nameIn(asset, 'position', POSITIONS, edit.report) ?? 'center';
  const name = position.toLowerCase();
  const across = name.includes('left') ? 'left' : name.includes('right') ? 'right' : 'center';
  const down = name.includes('top') ? 'top' : name.includes('bottom') ? 'bottom' : 'center';
  const given = style['text-align']?.trim().toLowerCase() ?? '';
  settings.set('text-align', ALIGNS.has(given) ? given : across, asset.at('position'));
  settings.set(
    'vertical-align',
    isModern && !asset.has('position') ? 'center' : down,
    asset.at('position'),
  );
}
