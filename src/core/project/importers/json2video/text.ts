import { asWritten } from '../as-written.js';
import { isJsonObject } from '../../../util/json-object.js';
import { numberOf } from '../css.js';
import type { Members } from '../members.js';
import type { OwnObject } from '../own-object.js';
import { type Area, areaOf } from './area.js';
import { isEmptyList, noteUnread } from './fields.js';
import { plainText } from './markup.js';
import type { Movie } from './movie.js';
import { type BoxKind, placeText } from './text-box.js';
import { SETTINGS_BESIDE, translateTextSettings } from './text-settings.js';
import { DEFAULT_STYLE, LINE_BOX_STYLE, TEXT_STYLES } from './text-styles.js';
import { translateCommon } from './timing.js';
import { MovieMembers } from './movie-members.js';

const MOST_LETTERS = 5_000;

/** A text element: a box with letters in a canvas, in a numbered style. */
export function translateText(element: Members, movie: Movie): OwnObject[] {
  const { report } = movie;
  const content = element.get('text');
  if (content === undefined || (typeof content === 'string' && content.trim() === '')) {
    report.note(element.pointer, 'The text is empty, so the element is left out.');
    return [];
  }
  const own = translateCommon('text', element, report);
  setText(content, element, own, movie);
  const style = styleOf(element, movie);
  setMotion(style, element, own, movie);
  const box: BoxKind = style === LINE_BOX_STYLE ? 'line' : 'text';
  applySettings(settingsOf(element, movie), TEXT_STYLES[style]!.defaults, {
    ...{ own, box, movie },
    area: areaOf(element, movie),
  });
  noteUnread(element, 'text', own, report);
  return [own];
}

interface Styled {
  readonly own: OwnObject;
  readonly box: BoxKind;
  readonly area: Area;
  readonly movie: Movie;
}

/** Sets the look and the place of a text from settings of CSS. */
export function applySettings(
  settings: Members,
  defaults: Readonly<Record<string, unknown>>,
  { own, box, area, movie }: Styled,
): void {
  const look = translateTextSettings(settings, defaults, movie);
  placeText(own, look, { area, box });
  own.setObject('settings', look.settings);
  if (look.opacity !== null && !own.value['opacity'])
    own.set('opacity', look.opacity.value, look.opacity.at);
}

/** The text, in which markup has no meaning here but line breaks. */
function setText(content: unknown, element: Members, own: OwnObject, { report }: Movie): void {
  const { text, hasMarkup } = plainText(
    Array.isArray(content) ? content.map(asWritten).join('\n') : asWritten(content),
  );
  if (text.length > MOST_LETTERS)
    report.note(
      element.at('text'),
      `A text has up to ${MOST_LETTERS} characters. The rest is left out.`,
    );
  if (hasMarkup) report.note(element.at('text'), 'Markup in the text is left out.');
  own.set('text', text.slice(0, MOST_LETTERS), element.at('text'));
}

/** The settings of a text. JSON2Video documents them in `settings`, but many movies have some beside it. */
function settingsOf(element: Members, { report }: Movie): Members {
  const given = element.get('settings');
  const inside = isJsonObject(given) ? given : {};
  if (given !== undefined && !isJsonObject(given) && !isEmptyList(given))
    report.note(
      element.at('settings'),
      'Expected "settings" to be an object, so it has no effect.',
    );
  const beside = SETTINGS_BESIDE.filter((name) => element.has(name));
  if (beside.length > 0) {
    const names = beside.map((name) => `"${name}"`).join(', ');
    report.note(
      element.at(beside[0]!),
      `JSON2Video has ${names} in "settings". The text has it as if it was there.`,
    );
  }
  const values = Object.fromEntries(beside.map((name) => [name, element.get(name)]));
  return new MovieMembers({ ...values, ...inside }, element.at('settings'));
}

function styleOf(element: Members, { report }: Movie): string {
  const given = element.get('style');
  if (given === undefined || given === '') return DEFAULT_STYLE;
  const number = asWritten(given).padStart(3, '0');
  if (Object.hasOwn(TEXT_STYLES, number)) {
    if (number !== given) report.note(element.at('style'), `The style is read as "${number}".`);
    return number;
  }
  report.note(
    element.at('style'),
    `The text style "${asWritten(given).slice(0, 60)}" is unknown, so the text is static.`,
  );
  return DEFAULT_STYLE;
}

function setMotion(style: string, element: Members, own: OwnObject, { report }: Movie): void {
  const { motion } = TEXT_STYLES[style]!;
  if (motion === null || element.has(motion.field)) return;
  const { field, animation, isNear } = motion;
  const at = element.at('style');
  const isWhole = animation.by === undefined;
  const duration = isWhole ? shownSeconds(animation.duration, own) : animation.duration;
  own.set(field, { ...animation, duration }, at);
  if (isNear) report.note(at, `The text style "${style}" is approximated.`);
}

/** The length of a motion, but not longer than the text is shown. */
function shownSeconds(duration: number, own: OwnObject): number {
  const shown = numberOf(own.get('duration')) ?? -2;
  return shown > 0.05 ? Math.min(duration, shown) : duration;
}
