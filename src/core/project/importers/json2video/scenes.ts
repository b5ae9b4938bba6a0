import { childPointer } from '../../../fields/json-pointer.js';
import { isJsonObject } from '../../../util/json-object.js';
import { TRANSITION_ALIASES, TRANSITION_STYLES } from '../../types/transition-styles.js';
import { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import { setsLength, translateElements } from './elements.js';
import { noteUnread, within } from './fields.js';
import type { Movie } from './movie.js';
import { separateSubtitles } from './subtitles.js';

/** The length of a scene in which nothing has a length. */
const EMPTY_SECONDS = 5;
const TRANSITION_SECONDS = { min: 0.1, max: 5 };

interface Surroundings {
  readonly movie: Movie;
  /** Whether an element of the movie has an end, so that the movie is at least as long. */
  readonly hasEnd: boolean;
  /** Takes the subtitles elements of the scenes. */
  readonly sceneCaptions: Members[];
}

/**
 * Translates the scenes. A movie is long enough for all of its own elements, so its last scene outlasts them. A scene
 * in which nothing has a length lasts as long as the elements of the movie, or else five seconds.
 */
export function translateScenes(
  scenes: readonly Members[],
  { movie, hasEnd, sceneCaptions }: Surroundings,
): OwnObject[] {
  if (scenes.length === 0 && hasEnd) return [new OwnObject('').set('outlast', true)];
  const ids = new Set<unknown>();
  return scenes.map((scene, index) => {
    const own = new OwnObject(scene.pointer);
    translateHead(scene, own, ids);
    translateBackground(scene, own);
    translateTransition(scene, own, { isFirst: index === 0, movie });
    const list = scene.get('elements');
    const at = scene.at('elements');
    const members = (Array.isArray(list) ? list : []).map(
      (item: unknown, place) =>
        new Members(isJsonObject(item) ? item : { type: item }, childPointer(at, place)),
    );
    const { others, subtitles } = separateSubtitles(members);
    sceneCaptions.push(...subtitles);
    const elements = others.flatMap((element) => translateElements(element, movie));
    const isLast = index === scenes.length - 1;
    translateLength(scene, own, { elements, outlasts: hasEnd && isLast });
    own.setList('elements', elements, at);
    noteUnread(scene, 'scene', own, movie.report);
    return own;
  });
}

/** Two scenes of a movie may have the same ID, for instance after an iteration. */
function translateHead(scene: Members, own: OwnObject, ids: Set<unknown>): void {
  scene.get('cache');
  const id = scene.get('id');
  if (typeof id === 'string' && !ids.has(id)) own.set('id', id.slice(0, 100), scene.at('id'));
  ids.add(id);
}

function translateBackground(scene: Members, own: OwnObject): void {
  const color = scene.get('background-color');
  // Nothing is behind a scene.
  const isClear = typeof color === 'string' && color.trim().toLowerCase() === 'transparent';
  if (!isClear) own.set('background-color', color, scene.at('background-color'));
}

function translateLength(
  scene: Members,
  own: OwnObject,
  { elements, outlasts }: { readonly elements: readonly OwnObject[]; readonly outlasts: boolean },
): void {
  const given = scene.get('duration');
  const at = scene.at('duration');
  if (given !== undefined && Number(given) !== -1) own.set('duration', given, at);
  else if (elements.some(setsLength)) own.set('duration', 'longest', at);
  else if (!outlasts) own.set('duration', EMPTY_SECONDS, at);
  if (outlasts) own.set('outlast', true, scene.pointer);
}

const isKnown = (style: string) =>
  (TRANSITION_STYLES as readonly string[]).includes(style) ||
  Object.hasOwn(TRANSITION_ALIASES, style);

function translateTransition(
  scene: Members,
  own: OwnObject,
  { isFirst, movie: { report } }: { readonly isFirst: boolean; readonly movie: Movie },
): void {
  const given = scene.get('transition');
  if (given === undefined) return;
  const at = scene.at('transition');
  if (isFirst) {
    report.note(at, 'No scene is before the first one, so its transition is left out.');
    return;
  }
  if (!isJsonObject(given)) return void own.set('transition', given, at);
  const members = new Members(given, at);
  const transition = new OwnObject(at);
  const style = members.get('style');
  members.get('type');
  if (typeof style === 'string' && !isKnown(style)) {
    report.note(
      members.at('style'),
      `The transition "${style.slice(0, 60)}" is unknown, so it is a fade.`,
    );
  } else transition.set('style', style ?? 'fade', members.at('style'));
  transition.set(
    'duration',
    within(members, 'duration', TRANSITION_SECONDS, report),
    members.at('duration'),
  );
  noteUnread(members, 'transition', transition, report);
  own.set('transition', transition.value, at);
}
