import { cssDeclarations, cssPixels } from '../css.js';
import type { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import { areaOf } from './area.js';
import { fillOf } from './component-parts.js';
import { flagOf, noteUnread } from './fields.js';
import { plainText } from './markup.js';
import { translatePictureLook } from './media.js';
import type { Movie } from './movie.js';
import { applySettings } from './text.js';
import { translateCommon } from './timing.js';
import { MovieMembers } from './movie-members.js';

const LONGEST_HTML = 50_000;
const STYLE = /\sstyle\s*=\s*("([^"]*)"|'([^']*)')/gi;
const MOST_STYLES = 50;
const TEXT_STYLES = [
  'color',
  'font-family',
  'font-size',
  'font-weight',
  'line-height',
  'text-align',
  'text-transform',
];
const DEFAULTS = {
  'font-family': 'Tinos',
  'font-size': '16px',
  'font-weight': 400,
  color: 'black',
  'text-align': 'left',
};
const HEADING = /<h([1-6])\b/i;
const HEADING_EMS = [2, 1.5, 1.17, 1, 0.83, 0.67];

/** An element of HTML: as it is if a browser draws it, and otherwise as what comes near. */
export function translateHtml(element: Members, movie: Movie): OwnObject[] {
  const html = element.get('html');
  return typeof html === 'string' && movie.options.drawsHtml === true
    ? [drawnHtml(html, element, movie)]
    : approximateHtml(element, movie);
}

/** A page that a browser draws in its canvas. */
function drawnHtml(html: string, element: Members, movie: Movie): OwnObject {
  const { report } = movie;
  const own = translateCommon('html', element, report).set('html', html, element.at('html'));
  const { x, y, width, height } = areaOf(element, movie);
  for (const [name, value] of Object.entries({ x, y, width, height })) {
    own.set(name, value, element.at(name));
  }
  for (const name of ['tailwindcss', 'tailwind'])
    if (flagOf(element.get(name)) === true) report.note(element.at(name), NO_TAILWIND);
  if (element.has('src')) report.note(element.at('src'), '"html" is drawn instead of "src".');
  // Without scripts, there is nothing to wait for. The canvas of a page has its size.
  for (const name of ['wait', 'src', 'resize']) element.get(name);
  translatePictureLook(element, own, movie);
  noteUnread(element, 'html', own, report);
  return own;
}

const NO_TAILWIND =
  'The classes of Tailwind are not available, so they have no effect. Put the rules that they stand for into the page.';

/**
 * HTML, as the color of its outermost box and its text, because no browser draws it. Everything else of it is left out,
 * which a note says.
 */
function approximateHtml(element: Members, movie: Movie): OwnObject[] {
  const { report } = movie;
  const at = element.at(element.has('src') ? 'src' : 'html');
  const html = element.get('html');
  for (const name of ['tailwindcss', 'tailwind', 'wait', 'src', 'resize']) element.get(name);
  if (typeof html !== 'string' || html.length > LONGEST_HTML) {
    report.note(at, 'Pages of HTML are not drawn. The element is left out.');
    return [];
  }
  const styles = [...html.matchAll(STYLE)]
    .slice(0, MOST_STYLES)
    .map((match) => cssDeclarations(match[2] ?? match[3] ?? ''));
  const area = areaOf(element, movie);
  const parts: OwnObject[] = [];
  const [outer = {}] = styles;
  const fill = fillOf(outer['background'] ?? outer['background-color']);
  if (fill !== null) {
    const across = { frame: movie.frame, whole: area.width };
    const down = { frame: movie.frame, whole: area.height };
    const own = translateCommon('shape', element, report).set('fill', fill, at);
    own.set('x', Math.round(area.x + (cssPixels(outer['left'], across) ?? 0)), at);
    own.set('y', Math.round(area.y + (cssPixels(outer['top'], down) ?? 0)), at);
    own.set('width', sideOf(cssPixels(outer['width'], across), area.width), at);
    own.set('height', sideOf(cssPixels(outer['height'], down), area.height), at);
    parts.push(own);
  }
  const { text } = plainText(html);
  if (text !== '') {
    const own = translateCommon('text', element, report).set('text', text.slice(0, 5_000), at);
    const look = Object.fromEntries(
      TEXT_STYLES.flatMap((name) => {
        const last = styles.findLast((style) => style[name] !== undefined);
        return last === undefined ? [] : [[name, last[name]] as const];
      }),
    );
    const settings = new MovieMembers(look, at);
    applySettings(
      settings,
      { ...DEFAULTS, ...headingOf(html), ...topUnlessCentered(html) },
      {
        ...{ own, area, movie },
        box: 'text',
      },
    );
    parts.push(own);
  }
  report.note(
    at,
    parts.length === 0
      ? 'HTML is not drawn, and this has no text and no plain color. The element is left out.'
      : 'HTML is not drawn. The element is approximated by its text and the color of its box.',
  );
  return parts;
}

function sideOf(given: number | null, whole: number): number {
  return Math.max(1, Math.round(given === null || given <= 0 ? whole : given));
}

/** The size and weight that browsers give a heading. */
function headingOf(html: string): Readonly<Record<string, unknown>> {
  const [, level] = HEADING.exec(html) ?? [];
  return level === undefined
    ? {}
    : { 'font-size': `${HEADING_EMS[Number(level) - 1]}em`, 'font-weight': 700 };
}

function topUnlessCentered(html: string): Readonly<Record<string, unknown>> {
  const isCentered = /align-items\s*:\s*center|place-items\s*:\s*center|\bitems-center\b/i.test(
    html,
  );
  return isCentered
    ? { 'vertical-align': 'center', 'text-align': 'center' }
    : { 'vertical-align': 'top' };
}
