import { asWritten } from '../as-written.js';
import type { Members } from '../members.js';
import { hasField } from '../own-fields.js';
import { OwnObject } from '../own-object.js';
import type { Box } from './box.js';
import { colorIn, strokeOf } from './colors.js';
import { START, staticOf } from './keyframes.js';
import type { Motion } from './motion.js';
import type { Stage } from './script.js';
import { clamp, degreesOf, lengthOf, numberIn, round, shareOf } from './units.js';

const BLENDS: ReadonlySet<unknown> = new Set([
  ...['multiply', 'screen', 'overlay', 'darken', 'lighten', 'color-dodge', 'color-burn'],
  ...['hard-light', 'soft-light', 'difference', 'exclusion', 'hue', 'saturation', 'color'],
  'luminosity',
]);

/** How an element mixes with what is below it, and in which order it is painted. */
export function translateLayer(props: Members, own: OwnObject, stage: Stage): void {
  const { report } = stage.script;
  const mode = staticOf(props, 'blend-mode', report);
  const at = props.at('blend-mode');
  if (mode === 'lighter' || mode === 'add') own.set('blend', 'add', at);
  else if (BLENDS.has(mode)) own.set('blend', mode, at);
  else if (mode !== undefined && mode !== null && mode !== 'none' && mode !== 'normal')
    report.note(at, `The blend mode "${asWritten(mode).slice(0, 60)}" is unknown. It is left out.`);
  const order = numberIn(staticOf(props, 'z-index', report), []);
  if (order !== null && Math.round(order) !== 0)
    own.set('z-index', clamp(Math.round(order), -1000, 1000), props.at('z-index'));
}

type Filter = (share: number, degrees: number | null) => Readonly<Record<string, number>>;

/** Color filters, and what they are in a video config. */
const FILTERS: Readonly<Record<string, Filter>> = {
  brighten: (share) => ({ brightness: clamp(share, -1, 1) }),
  contrast: (share) => ({ contrast: clamp(1 + share, 0, 4) }),
  invert: (share) => ({ negative: clamp(share, 0, 1) }),
  grayscale: (share) => ({ grayscale: clamp(share, 0, 1) }),
  sepia: (share) => ({ sepia: clamp(share, 0, 1) }),
  saturate: (share) => ({ saturation: clamp(1 + share, 0, 4) }),
  hue: (share, degrees) => ({ hue: clamp(degrees ?? 360 * share, -180, 180) }),
};

/** The colors of a picture: its filter, what lies over it, and its blur. */
export function translateColors(props: Members, own: OwnObject, stage: Stage, blur: number): void {
  const { report } = stage.script;
  const correction = new OwnObject(props.at('color-filter'));
  const kind = staticOf(props, 'color-filter', report);
  const value = staticOf(props, 'color-filter-value', report);
  const name = typeof kind === 'string' ? kind.toLowerCase() : kind;
  if (typeof name === 'string' && Object.hasOwn(FILTERS, name)) {
    const share = value === undefined ? 1 : shareOf(value);
    const values = FILTERS[name]!(share ?? 1, degreesOf(value));
    if (share === null && degreesOf(value) === null)
      report.note(
        props.at('color-filter-value'),
        `The strength "${asWritten(value).slice(0, 60)}" is unknown, so it is 100%.`,
      );
    for (const [field, amount] of Object.entries(values)) {
      if (hasField('correction', field))
        correction.set(field, round(amount), props.at('color-filter'));
      else report.note(props.at('color-filter'), `The color filter "${name}" is not available.`);
    }
  } else if (name !== undefined && name !== null && name !== 'none' && name !== '')
    report.note(
      props.at('color-filter'),
      `The color filter "${asWritten(kind).slice(0, 60)}" is unknown. It is left out.`,
    );
  const overlay = colorIn(props, 'color-overlay', report);
  if (overlay !== undefined && !/^#.{6}00$/.test(overlay)) {
    if (hasField('correction', 'overlay-color'))
      correction.set('overlay-color', overlay, props.at('color-overlay'));
    else report.note(props.at('color-overlay'), 'Color overlays are not available.');
  }
  props.get('blur-mode');
  if (blur > 0) correction.set('blur', round(blur, 2), props.at('blur-radius'));
  own.setObject('correction', correction);
}

/** What an element without a picture cannot have. Its blur is that of a keyframe. */
export function noteColors(
  props: Members,
  kind: string,
  stage: Stage,
  { blur, motion }: { readonly blur: number; readonly motion: Motion },
): void {
  const { report } = stage.script;
  for (const name of ['color-filter', 'color-overlay']) {
    const value = staticOf(props, name, report);
    if (value === undefined || value === null || value === 'none') continue;
    report.note(props.at(name), `A ${kind} has no "${name}". It is left out.`);
  }
  props.get('color-filter-value');
  props.get('blur-mode');
  if (blur > 0)
    motion.add('blur', [{ time: START, value: blur, easing: 'linear' }], props.at('blur-radius'));
}

const MOST_SHADOW = 500;

/** The shadow of an element, in pixels. Null without a color. */
export function shadowOf(
  props: Members,
  stage: Stage,
): {
  readonly color: string;
  readonly x: number;
  readonly y: number;
  readonly blur: number;
} | null {
  const { report, frame, scale } = stage.script;
  const color = colorIn(props, 'shadow-color', report);
  const scope = { frame, scale, whole: Math.min(frame.width, frame.height) };
  const read = (name: string, missing: number) => {
    const given = staticOf(props, name, report);
    const length = given === undefined ? missing : lengthOf(given, scope);
    return round(clamp(length ?? missing, -MOST_SHADOW, MOST_SHADOW), 1);
  };
  const vmin = scope.whole / 100;
  const x = read('shadow-x', 0);
  const y = read('shadow-y', 0);
  const blur = Math.max(0, read('shadow-blur', 5 * vmin));
  return color === undefined ? null : { color, x, y, blur };
}

/** The shadow of a picture, a shape, or a composition. */
export function translateShadow(props: Members, own: OwnObject, kind: string, stage: Stage): void {
  const shadow = shadowOf(props, stage);
  if (shadow === null) return;
  const at = props.at('shadow-color');
  if (!hasField(kind, 'shadow-blur'))
    return stage.script.report.note(at, `A ${kind} has no shadow here.`);
  own.set('shadow-color', shadow.color, at);
  if (shadow.x !== 0) own.set('shadow-x', shadow.x, props.at('shadow-x'));
  if (shadow.y !== 0) own.set('shadow-y', shadow.y, props.at('shadow-y'));
  own.set('shadow-blur', shadow.blur, props.at('shadow-blur'));
}

/** The corners and the border of a picture or a composition, whose stroke is along its edge. */
export function translateEdge(
  props: Members,
  own: OwnObject,
  kind: string,
  { box, stage }: { box: Box; stage: Stage },
): void {
  const { report, frame, scale } = stage.script;
  const whole = Math.min(box.width, box.height);
  const radius = radiusOf(props, box, stage);
  if (radius > 0) own.set('corner-radius', radius, props.at('border-radius'));
  const stroke = strokeOf(props, { frame, scale, whole }, 1000, report);
  for (const name of ['stroke-start', 'stroke-end', 'stroke-offset'])
    if (props.get(name) !== undefined) report.note(props.at(name), 'Strokes are drawn as a whole.');
  if (stroke === null) return;
  if (!hasField(kind, 'border-width'))
    return report.note(props.at('stroke-color'), `A ${kind} has no border here.`);
  own.set('border-color', stroke.color, props.at('stroke-color'));
  own.set('border-width', round(stroke.width, 1), props.at('stroke-width'));
}

/** The radius of corners in whole pixels. */
export function radiusOf(props: Members, box: Box, stage: Stage): number {
  const { report, frame, scale } = stage.script;
  const given = staticOf(props, 'border-radius', report);
  if (given === undefined) return 0;
  const whole = Math.min(box.width, box.height);
  const length = lengthOf(given, { frame, scale, whole });
  if (length === null)
    report.note(
      props.at('border-radius'),
      `The radius "${asWritten(given).slice(0, 60)}" is unknown. It is left out.`,
    );
  return Math.round(clamp(length ?? 0, 0, 4096));
}

/** What has no counterpart in a video config. */
export function noteUnavailable(props: Members, stage: Stage): void {
  const { report } = stage.script;
  for (const [name, message] of UNAVAILABLE) {
    const value = props.get(name);
    if (value === undefined || value === false || value === 'none' || value === 'default') continue;
    report.note(props.at(name), message);
  }
  props.get('warp-mode');
}

const UNAVAILABLE = [
  ['warp-matrix', 'Pictures are not warped.'],
  ['repeat', 'The element is not repeated as a pattern.'],
  ['smart-crop', 'The middle of the picture is shown.'],
] as const;
