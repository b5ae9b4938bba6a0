import { asWritten } from '../as-written.js';
import type { Members } from '../members.js';
import { nearestFamily } from '../../../font-names/nearest-family.js';
import type { OwnObject } from '../own-object.js';
import { colorIn, strokeOf } from './colors.js';
import { staticOf } from './keyframes.js';
import { shadowOf } from './looks.js';
import { weightOf } from './markup.js';
import type { Stage } from './script.js';
import { clamp, lengthOf, round, shareOf } from './units.js';

const DEFAULT_FAMILY = 'Aileron';
const FONT_SIZES = { min: 4, max: 1000 };
const CLEAR = '#00000000';

/** Sets the font. The family that Creatomate has by default is not installed here, so the nearest one is used. */
export function setFont(props: Members, settings: OwnObject, stage: Stage): void {
  const { report, options, fonts } = stage.script;
  const given = staticOf(props, 'font-family', report);
  const name = typeof given === 'string' && given.trim() !== '' ? given : DEFAULT_FAMILY;
  const at = props.has('font-family') ? props.at('font-family') : props.pointer;
  const url = fonts.get(name.toLowerCase());
  const match = nearestFamily(name, options);
  if (url !== undefined) settings.set('font-url', url, at);
  else if (match !== null) {
    if (!match.isSame)
      report.note(
        at,
        `The font "${name.slice(0, 60)}" is not installed, so the text has "${match.family}".`,
      );
    settings.set('font-family', match.family, at);
  }
  const weight = staticOf(props, 'font-weight', report);
  const read = weight === undefined || weight === null ? 400 : weightOf(weight);
  if (read === null)
    report.note(
      props.at('font-weight'),
      `The weight "${asWritten(weight).slice(0, 60)}" is unknown, so it is 400.`,
    );
  settings.set(
    'font-weight',
    (weight === undefined ? match?.weight : null) ?? read ?? 400,
    props.at('font-weight'),
  );
  const style = staticOf(props, 'font-style', report);
  if (style === 'italic' || style === 'oblique')
    settings.set('font-style', 'italic', props.at('font-style'));
}

/** The size of letters in pixels; null if they fit their area. */
export function fontSizeOf(props: Members, name: string, stage: Stage): number | null {
  const { report, frame, scale } = stage.script;
  const given = staticOf(props, name, report);
  if (given === undefined || given === null || given === 'auto') return null;
  // Percentages are none of Creatomate. They are read as parts of the shorter side.
  const whole = Math.min(frame.width, frame.height);
  const pixels = lengthOf(given, { frame, scale, whole });
  if (pixels === null || pixels <= 0) {
    report.note(
      props.at(name),
      `The size "${asWritten(given).slice(0, 60)}" is unknown, so the text has that of its area.`,
    );
    return null;
  }
  return round(clamp(pixels, FONT_SIZES.min, FONT_SIZES.max), 2);
}

/** Sets what the letters look like. */
export function setLetters(props: Members, settings: OwnObject, stage: Stage): void {
  const { report, frame, scale } = stage.script;
  const given = props.get('fill-color');
  const isClear = props.isNull('fill-color');
  const color = given === undefined ? undefined : colorIn(props, 'fill-color', report);
  for (const name of ['fill-mode', 'fill-x0', 'fill-y0', 'fill-x1', 'fill-y1', 'fill-radius'])
    props.get(name);
  settings.set('color', isClear ? CLEAR : (color ?? '#000000'), props.at('fill-color'));
  const spacing = staticOf(props, 'letter-spacing', report);
  // 1000% are the size of the letters.
  const wide = spacing === undefined ? 0 : (shareOf(spacing) ?? 0) / 10;
  if (wide !== 0)
    settings.set('letter-spacing', `${round(clamp(wide, -5, 9), 4)}em`, props.at('letter-spacing'));
  settings.set('line-height', lineHeight(props, stage), props.at('line-height'));
  const transform = staticOf(props, 'text-transform', report);
  if (['uppercase', 'lowercase', 'capitalize'].includes(transform as string))
    settings.set('text-transform', transform, props.at('text-transform'));
  const stroke = strokeOf(
    props,
    { frame, scale, whole: Math.min(frame.width, frame.height) },
    100,
    report,
  );
  if (stroke !== null) {
    settings.set('outline-color', stroke.color, props.at('stroke-color'));
    // Half of a stroke is outside of the letters, and the other half below them.
    settings.set(
      'outline-width',
      round(clamp(stroke.width / 2, 0, 50), 2),
      props.at('stroke-width'),
    );
  }
  const shadow = shadowOf(props, stage);
  if (shadow !== null) {
    const at = props.at('shadow-color');
    settings.set('shadow-color', shadow.color, at);
    settings.set('shadow-x', clamp(shadow.x, -200, 200), props.at('shadow-x'));
    settings.set('shadow-y', clamp(shadow.y, -200, 200), props.at('shadow-y'));
    settings.set('shadow-blur', clamp(shadow.blur, 0, 160), props.at('shadow-blur'));
  }
}

const LINE_HEIGHTS = { min: 0.5, max: 4 };
/** A number up to that without a unit is read as a factor. */
const LARGEST_FACTOR = 5;

/** The distance of lines as a factor of the size of the letters. */
function lineHeight(props: Members, stage: Stage): number {
  const { report } = stage.script;
  const given = staticOf(props, 'line-height', report);
  const at = props.at('line-height');
  if (given === undefined || given === null) return 1.15;
  if (typeof given === 'number' && given > 0 && given <= LARGEST_FACTOR) {
    report.note(
      at,
      `${given} is read as ${round(100 * given)}%. In Creatomate, a number without a unit is a percentage.`,
    );
    return clamp(given, LINE_HEIGHTS.min, LINE_HEIGHTS.max);
  }
  const share = shareOf(given);
  if (share === null) {
    report.note(
      at,
      `The line height "${asWritten(given).slice(0, 60)}" is unknown, so it is 115%.`,
    );
    return 1.15;
  }
  const possible = clamp(share, LINE_HEIGHTS.min, LINE_HEIGHTS.max);
  if (possible !== share) report.note(at, `The line height is ${100 * possible}%.`);
  return round(possible);
}

/** Paddings of a background without one, as a share of the size of the letters. */
const PADDING = 0.25;

/** Sets the box behind the lines. */
export function setBackground(props: Members, settings: OwnObject, stage: Stage): void {
  const { report, frame, scale } = stage.script;
  const color = colorIn(props, 'background-color', report);
  const length = (name: string, missing: number) => {
    const given = staticOf(props, name, report);
    if (given === undefined || given === null) return `${missing}em`;
    // Percentages are of the size of the letters.
    const share =
      typeof given === 'number' || asWritten(given).trim().endsWith('%') ? shareOf(given) : null;
    if (share !== null) return `${round(clamp(share, 0, 20))}em`;
    const pixels = lengthOf(given, { frame, scale, whole: 0 });
    if (pixels === null)
      report.note(
        props.at(name),
        `The length "${asWritten(given).slice(0, 60)}" is unknown, so it is ${100 * missing}%.`,
      );
    return pixels === null ? `${missing}em` : clamp(round(pixels, 1), 0, 500);
  };
  const x = length('background-x-padding', PADDING);
  const y = length('background-y-padding', PADDING);
  const radius = length('background-border-radius', 0);
  const threshold = shareOf(staticOf(props, 'background-align-threshold', report)) ?? 0;
  if (color === undefined || (color.endsWith('00') && color.length === 9)) return;
  const at = props.at('background-color');
  settings.set('box-color', color, at);
  settings.set('box', threshold >= 0.5 ? 'text' : 'line', props.at('background-align-threshold'));
  if (threshold > 0 && threshold < 0.5)
    report.note(
      props.at('background-align-threshold'),
      'The backgrounds of lines are as wide as the lines.',
    );
  settings.set('padding', [y, x, y, x], props.at('background-x-padding'));
  if (radius !== '0em') settings.set('box-radius', radius, props.at('background-border-radius'));
}
