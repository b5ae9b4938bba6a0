import { isJsonObject } from '../../../util/json-object.js';
import { Members } from '../members.js';
import type { OwnObject } from '../own-object.js';
import { areaOf } from './area.js';
import { counter, rating } from './component-own.js';
import { lines, table } from './component-texts.js';
import { rectangles } from './component-shapes.js';
import { type Block, type Card, placeCard } from './component-cards.js';
import type { ComponentParts } from './component-parts.js';
import type { Movie } from './movie.js';

type Build = (parts: ComponentParts) => OwnObject[];

const INTER = { 'font-family': 'Inter', 'font-weight': 400 };
const ROBOTO = { 'font-family': 'Roboto', 'font-weight': 400 };
const HEADLINE = { ...INTER, 'font-size': '5vw' };
const BODY = { ...INTER, 'font-size': '3.5vw' };
const STRIP = {
  ...INTER,
  'font-size': '2.5vw',
  padding: '1vw',
  'background-color': 'white',
  color: 'black',
};

/** How strips and bars of lower thirds appear, as their documentation says. */
const STRIP_APPEARS = { style: 'wipe', direction: 'right', duration: 0.8 };
const BAR_APPEARS = { style: 'wipe', direction: 'up', duration: 0.2 };
/** A button expands and swings for a second. */
const BUTTON_APPEARS = { style: 'pop', duration: 1 };
const BUTTON = { ...ROBOTO, 'font-size': '3vw', padding: '1vw 2vw', background: '#0D6EFD' };

/** What is below the headline of basic/050. */
const DARK = { 'background-color': 'black', color: 'white' };

const block = (
  name: string,
  defaults: Block['defaults'],
  appears: Block['appears'] = null,
): Block => ({ name, defaults, appears });
const card = (more: Partial<Card>): Build => {
  const whole: Card = {
    down: 'top',
    align: 'left',
    padding: '20px',
    blocks: [],
    ...{ bar: null, barAppears: null },
    ...more,
  };
  return (parts) => placeCard(parts, whole);
};

/** The components that are built from texts and shapes, by their number. https://json2video.com/docs/v2/reference/components */
const COMPONENTS: Readonly<Record<string, Build>> = {
  'basic/000': card({ blocks: [block('headline', HEADLINE), block('body', BODY)] }),
  'basic/001': card({ bar: 'bar', blocks: [block('headline', HEADLINE), block('body', BODY)] }),
  'basic/050': card({
    down: 'bottom',
    padding: '4vw',
    bar: 'bar',
    barAppears: BAR_APPEARS,
    blocks: [
      block('headline', { ...STRIP, 'font-weight': 700, 'font-size': '3vw' }, STRIP_APPEARS),
      block('lead', { ...STRIP, ...DARK, 'font-size': '2vw' }, STRIP_APPEARS),
    ],
  }),
  'basic/051': card({
    down: 'bottom',
    padding: '7vh 4vw',
    bar: 'bar',
    blocks: [block('headline', STRIP, STRIP_APPEARS)],
  }),
  'basic/052': card({
    down: 'bottom',
    padding: '4vw',
    blocks: [
      block('section', { ...STRIP, 'background-color': 'red', color: 'white' }),
      block('headline', STRIP, STRIP_APPEARS),
    ],
  }),
  'basic/100': rectangles,
  'basic/125': table,
  'advanced/000': lines('animation', { ...ROBOTO, 'font-size': '8vw' }),
  'advanced/001': lines('animation', { ...ROBOTO, 'font-size': '8vw' }),
  'advanced/050': lines('button', BUTTON, BUTTON_APPEARS),
  'advanced/051': lines('button', { ...BUTTON, 'border-radius': '1.5vw' }),
  'advanced/060': counter,
  'advanced/070': rating,
  'shape/rectangle': rectangles,
};

/**
 * A component, as texts and shapes. A component that is not among those above becomes its texts, one above another.
 * Either is a note, because components move, and have more settings.
 */
export function translateComponent(element: Members, movie: Movie): OwnObject[] {
  const { report } = movie;
  const name = String(element.get('component')).slice(0, 60);
  const given = element.get('settings');
  const settings = isJsonObject(given) ? given : {};
  const item = (itemName: string) =>
    new Members(itemOf(settings[itemName]), `${element.at('settings')}/${itemName}`);
  const names = Object.keys(settings);
  const area = areaOf(element, movie);
  const build = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name]! : texts;
  const parts = build({ element, item, names, area, movie });
  const at = element.at('component');
  if (parts.length === 0)
    report.note(at, `The component "${name}" is not available, and has no text. It is left out.`);
  else if (parts.some((part) => part.get('type') === 'component'))
    report.note(at, `The component "${name}" is approximated by one of the same kind.`);
  else {
    const moves = parts.some((part) => part.get('animate-in') !== undefined);
    const motion = moves ? 'appear nearly as it does' : 'do not move';
    report.note(
      at,
      `The component "${name}" is approximated by texts and shapes, which ${motion}.`,
    );
  }
  return parts;
}

/** A text stands for an item that only has a text. */
function itemOf(value: unknown): Readonly<Record<string, unknown>> {
  if (isJsonObject(value)) return value;
  return typeof value === 'string' || Array.isArray(value) ? { text: value } : {};
}

/** The texts of any component. */
const texts: Build = (parts) => {
  const withText = parts.names.filter((name) => parts.item(name).has('text'));
  const blocks = withText.map((name, index) => block(name, index === 0 ? HEADLINE : BODY));
  const look = { down: 'center', align: 'center', padding: '2vw' } as const;
  return placeCard(parts, { ...look, bar: null, barAppears: null, blocks });
};
