import { asWritten } from '../as-written.js';
import { nearestFamily } from '../../../font-names/nearest-family.js';
import { colorOf } from './colors.js';
import type { Stage } from './script.js';
import { lengthOf, numberIn, shareOf } from './units.js';

/** A part of a text with a look of its own. */
export interface Run {
  readonly text: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

const TAG = /\[(\/?)([a-z-]{1,20})(?:\s+([^[\]]{1,120}))?\]/gi;
const MOST_RUNS = 200;
const NAMES = new Set(['size', 'color', 'weight', 'style', 'family', 'background', 'stroke']);

/** Splits a text at tags such as `[color #f00]…[/color]`. Brackets that are no tags stay. */
export function runsOf(text: string, at: string, stage: Stage): Run[] {
  const { report } = stage.script;
  const runs: Run[] = [];
  const open: { readonly name: string; readonly settings: Readonly<Record<string, unknown>> }[] =
    [];
  let from = 0;
  const push = (until: number) => {
    const part = text.slice(from, until);
    if (part === '') return;
    const settings: Record<string, unknown> = Object.assign({}, ...open.map((one) => one.settings));
    const last = runs.at(-1);
    if (last !== undefined && JSON.stringify(last.settings) === JSON.stringify(settings))
      runs.splice(-1, 1, { text: last.text + part, settings });
    else runs.push({ text: part, settings });
  };
  for (const match of text.matchAll(TAG)) {
    const [whole, slash, written, value] = match;
    const name = written!.toLowerCase();
    if (!NAMES.has(name) || (slash === '' && value === undefined)) continue;
    push(match.index);
    from = match.index + whole.length;
    if (slash === '/') {
      const index = open.findLastIndex((one) => one.name === name);
      if (index !== -1) open.splice(index, 1);
    } else open.push({ name, settings: settingsOf(name, value!.trim(), at, stage) });
  }
  push(text.length);
  if (runs.length <= MOST_RUNS) return runs;
  report.note(at, `A text has ${MOST_RUNS} parts at most. The rest has the look of the text.`);
  const rest = runs.slice(MOST_RUNS - 1).map((run) => run.text);
  return [...runs.slice(0, MOST_RUNS - 1), { text: rest.join(''), settings: {} }];
}

function settingsOf(
  name: string,
  value: string,
  at: string,
  stage: Stage,
): Readonly<Record<string, unknown>> {
  const { report, options } = stage.script;
  const unknown = () => {
    report.note(
      at,
      `The tag "[${name} ${asWritten(value).slice(0, 60)}]" is unknown. It is left out.`,
    );
    return {};
  };
  if (name === 'color' || name === 'background') {
    const color = colorOf(value);
    return color === null ? unknown() : { [name === 'color' ? 'color' : 'box-color']: color };
  }
  if (name === 'weight') {
    const weight = weightOf(value);
    return weight === null ? unknown() : { 'font-weight': weight };
  }
  if (name === 'style')
    return ['italic', 'normal', 'oblique'].includes(value) ? { 'font-style': value } : unknown();
  if (name === 'size') {
    const share = value.endsWith('%') ? shareOf(value) : null;
    if (share !== null && share > 0 && share < 10)
      return { 'font-size': `${Math.round(1000 * share) / 10}%` };
    const pixels = lengthOf(value, { ...stage.script, whole: 0 });
    return pixels !== null && pixels >= 4 && pixels <= 1000 ? { 'font-size': pixels } : unknown();
  }
  if (name !== 'family') return unknown();
  const match = nearestFamily(value, options);
  if (match === null) return unknown();
  if (!match.isSame)
    report.note(
      at,
      `The font "${value.slice(0, 60)}" is not installed, so the text has "${match.family}".`,
    );
  return { 'font-family': match.family };
}

const WEIGHTS: Readonly<Record<string, number>> = {
  ...{ thin: 100, light: 300, normal: 400, regular: 400, medium: 500 },
  ...{ semibold: 600, bold: 700, extrabold: 800, black: 900 },
};

/** A weight from 100 to 900, also by its name. Null for anything else. */
export function weightOf(value: unknown): number | null {
  const name = asWritten(value).trim().toLowerCase().replaceAll(/[\s-]/g, '');
  if (Object.hasOwn(WEIGHTS, name)) return WEIGHTS[name]!;
  const weight = numberIn(value, []);
  return weight !== null && weight >= 1 && weight <= 1000
    ? Math.min(900, Math.max(100, Math.round(weight / 100) * 100))
    : null;
}
