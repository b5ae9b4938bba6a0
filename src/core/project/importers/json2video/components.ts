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

const block = (name: string, defaults: Block['defaults']): Block => ({ name, defaults });
const card = (more: Partial<Card>): Build => {
  const whole: Card = {
    down: 'top',
    align: 'left',
    padding: '20px',
    blocks: [],
    bar: null,
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
    blocks: [
      block('headline', { ...STRIP, 'font-weight': 700, 'font-size': '3vw' }),
      block('lead', { ...STRIP, 'font-size': '2vw' }),
    ],
  }),
  'basic/051': card({
    down: 'bottom',
    padding: '7vh 4vw',
    bar: 'bar',
    blocks: [block('headline', STRIP)],
  }),
  'basic/052': card({
    down: 'bottom',
    padding: '4vw',
    blocks: [
      block('section', { ...STRIP, 'background-color': 'red', color: 'white' }),
      block('headline', STRIP),
    ],
  }),
  'basic/100': rectangles,
  'basic/125': table,
  'advanced/000': lines('animation', { ...ROBOTO, 'font-size': '8vw' }),
  'advanced/001': lines('animation', { ...ROBOTO, 'font-size': '8vw' }),
  'advanced/050': lines('button', {
    ...INTER,
    'font-size': '4vw',
    padding: '1vw 3vw',
    background: '#0D6EFD',
  }),
  'advanced/051': lines('button', {
    ...INTER,
    'font-size': '4vw',
    padding: '1vw 3vw',
    background: '#0D6EFD',
  }),
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
  else
    report.note(
      at,
      `The component "${name}" is approximated by texts and shapes, which do not move.`,
    );
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
  return placeCard(parts, { down: 'center', align: 'center', padding: '2vw', bar: null, blocks });
};
