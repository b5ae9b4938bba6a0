import { isJsonObject } from '../../../util/json-object.js';
import { TRANSITION_ALIASES, TRANSITION_STYLES } from '../../types/transition-styles.js';
import type { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import { setsLength, translateElements } from './elements.js';
import { colorIn, listIn, noteUnread, plainName, quoted, within } from './fields.js';
import type { Movie } from './movie.js';
import { lengthIn } from './timing.js';
import { separateSubtitles } from './subtitles.js';
import { MovieMembers } from './movie-members.js';

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
    translateBackground(scene, own, movie);
    translateTransition(scene, own, { isFirst: index === 0, movie });
    const { others, subtitles } = separateSubtitles(listIn(scene, 'elements', movie.report));
    sceneCaptions.push(...subtitles);
    const elements = others.flatMap((element) => translateElements(element, movie));
    const isLast = index === scenes.length - 1;
    translateLength(scene, own, {
      ...{ elements, outlasts: hasEnd && isLast },
      report: movie.report,
    });
    own.setList('elements', elements, scene.at('elements'));
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

function translateBackground(scene: Members, own: OwnObject, { report }: Movie): void {
  const color = colorIn(scene, 'background-color', report);
  if (color !== undefined)
    own.set('background-color', overBlack(color), scene.at('background-color'));
}

/** A color as it is over black, because nothing is behind a scene. */
function overBlack(color: string): string {
  const [red, green, blue, alpha = 255] = (color.match(/[0-9a-f]{2}/gi) ?? []).map((digits) =>
    Number.parseInt(digits, 16),
  );
  const channels = [red, green, blue].map((channel) => Math.round((channel! * alpha) / 255));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function translateLength(
  scene: Members,
  own: OwnObject,
  {
    elements,
    outlasts,
    report,
  }: {
    readonly elements: readonly OwnObject[];
    readonly outlasts: boolean;
    readonly report: Movie['report'];
  },
): void {
  const given = lengthIn(scene, report);
  const at = scene.at('duration');
  if (typeof given === 'number' && given > 0) own.set('duration', given, at);
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
  const members = new MovieMembers(isJsonObject(given) ? given : { style: given }, at);
  const transition = new OwnObject(at);
  const style = plainName(members.get('style') ?? 'fade');
  members.get('type');
  if (style === 'none') return;
  if (isKnown(style)) transition.set('style', style, members.at('style'));
  else
    report.note(
      members.at('style'),
      `The transition ${quoted(members.get('style'))} is unknown, so it is a fade.`,
    );
  transition.set(
    'duration',
    within(members, 'duration', TRANSITION_SECONDS, report),
    members.at('duration'),
  );
  noteUnread(members, 'transition', transition, report);
  own.set('transition', transition.value, at);
}
