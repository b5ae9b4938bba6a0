import { COMPONENT_NAMES } from '../../components/catalog.js';
import type { Members } from '../members.js';
import type { OwnObject } from '../own-object.js';
import { hasKind } from '../own-fields.js';
import { translateAudiogram } from './audiogram.js';
import { translateComponent } from './components.js';
import { noteUnread } from './fields.js';
import { translateHtml } from './html.js';
import { translateAudio, translatePicture, translateVoice } from './media.js';
import type { Movie } from './movie.js';
import { translateText } from './text.js';
import { translateCommon } from './timing.js';

type Translator = (element: Members, movie: Movie) => OwnObject[];

const TRANSLATORS: Readonly<Record<string, Translator>> = {
  image: (element, movie) => translatePicture('image', element, movie),
  video: (element, movie) => translatePicture('video', element, movie),
  audio: translateAudio,
  voice: translateVoice,
  text: translateText,
  component: translateAnyComponent,
  html: translateHtml,
  audiogram: translateAudiogram,
};

/** The elements that an element of a movie becomes: one, several for a component, or none. */
export function translateElements(element: Members, movie: Movie): OwnObject[] {
  const type = element.get('type');
  const translator =
    typeof type === 'string' && Object.hasOwn(TRANSLATORS, type) ? TRANSLATORS[type]! : asItIs;
  return translator(element, movie);
}

/** Types that only a video config has, and unknown ones, whose issues the check of the config has. */
const asItIs: Translator = (element, { report }) => {
  const type = element.get('type');
  const own = translateCommon(String(type), element, report).set('type', type, element.at('type'));
  if (typeof type === 'string' && hasKind(type)) noteUnread(element, type, own, report);
  else for (const name of element.unreadNames()) own.set(name, element.get(name), element.at(name));
  return [own];
};

/** A component of a video config stays one. */
function translateAnyComponent(element: Members, movie: Movie): OwnObject[] {
  const name = element.get('component');
  if (!COMPONENT_NAMES.includes(String(name))) return translateComponent(element, movie);
  return asItIs(element, movie).map((own) => own.set('component', name, element.at('component')));
}

/** True if the length of an element doesn't follow from that of its scene. */
export function setsLength({ value }: OwnObject): boolean {
  const { type, duration, loop } = value;
  if (duration === -2) return false;
  if (typeof duration === 'number' && duration > 0) return true;
  return ['audio', 'video', 'voice'].includes(String(type)) && loop !== true;
}
