import { isJsonObject, type JsonObject } from '../../../util/json-object.js';
import { RESOLUTION_ALIASES, RESOLUTIONS, type Resolution } from '../../types/resolutions.js';
import { cssPixels, numberOf } from '../css.js';
import type { ImportOptions, Translation } from '../importer.js';
import type { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import { Report } from '../report.js';
import { translationOf } from '../translation-of.js';
import { setsLength, translateElements } from './elements.js';
import { translateExports } from './exports.js';
import { listIn, nameIn, noteUnread, plainName, within } from './fields.js';
import type { Movie } from './movie.js';
import { mixtureIn } from './shape.js';
import { translateScenes } from './scenes.js';
import { separateSubtitles, translateSubtitles } from './subtitles.js';
import { MovieMembers } from './movie-members.js';

/** The size of a movie without one. */
const DEFAULT_SIZE = { width: 640, height: 360 };
/** Sizes of names that a video config has for another size. */
const OTHER_SIZES: ReadonlyMap<string, readonly [width: number, height: number]> = new Map([
  ['sd', [640, 480]],
]);
const [SHORTEST, LONGEST] = [16, 4096];
const DEFAULT_FPS = 25;
const FPS = { min: 10, max: 60 };
/** Rates that are no whole numbers. */
const EXACT_FPS: readonly unknown[] = [23.976, 29.97, 59.94];
const QUALITIES = ['low', 'medium', 'high'] as const;
/** What people call resolutions, and how JSON2Video does. */
const OTHER_NAMES: Readonly<Record<string, Resolution>> = {
  ...RESOLUTION_ALIASES,
  ...{ '1080p': 'full-hd', fullhd: 'full-hd', fhd: 'full-hd', '720p': 'hd', '2160p': '4k' },
};

const MIXED =
  'This is of a video config, but other fields are of a JSON2Video movie, so the config is read as a movie. Set "format" to "json2video" or "videocraft".';

/** Root fields that never change the picture or the sound. */
const WITHOUT_EFFECT = ['cache', 'id', 'project', 'variables'];

/**
 * Translates a movie to a video config. Everything that comes out differently, or not at all, is a note or an issue.
 * Never throws. Its work grows with the movie only.
 */
export function translateMovie(config: JsonObject, options: ImportOptions): Translation {
  const report = new Report();
  const given = new MovieMembers(config, '');
  const own = new OwnObject('');
  const mixture = options.isNamed ? null : mixtureIn(config);
  if (mixture !== null) report.note(mixture, MIXED);
  const movie: Movie = { frame: translateSize(given, own, report), report, options };
  for (const name of WITHOUT_EFFECT) given.get(name);
  translateSettings(given, own, report);
  translateExports(given, own, report);
  translateContent(given, own, movie);
  noteUnread(given, 'config', own, report);
  return translationOf(own, report);
}

function translateSettings(given: Members, own: OwnObject, report: Report): void {
  own.set('fps', fpsOf(given, report), given.at('fps'));
  own.set('quality', nameIn(given, 'quality', QUALITIES, report) ?? 'high', given.at('quality'));
  if (given.get('draft') === true) {
    report.note(given.at('draft'), 'There are no watermarks here, so "draft" has no effect.');
  }
  const settings = given.get('settings');
  if (settings !== undefined && (!isJsonObject(settings) || Object.keys(settings).length > 0)) {
    report.note(given.at('settings'), 'The settings of a movie have no effect.');
  }
  if (given.has('template') && !given.has('scenes')) {
    report.refuse(
      given.at('template'),
      'Templates of JSON2Video are on its servers. Send the movie itself, or create a template on this service from it.',
    );
  }
}

function fpsOf(given: Members, report: Report): unknown {
  const fps = numberOf(given.get('fps'));
  if (EXACT_FPS.includes(fps)) return fps;
  return within(given, 'fps', { ...FPS, isWhole: true }, report) ?? DEFAULT_FPS;
}

/** Sets the size of the video. `width` and `height` count only without a named resolution, as JSON2Video says. */
function translateSize(given: Members, own: OwnObject, report: Report): Movie['frame'] {
  const written = given.get('resolution');
  const plain = plainName(written);
  const name = typeof written === 'string' ? (OTHER_NAMES[plain] ?? plain) : written;
  const sides = { width: given.get('width'), height: given.get('height') };
  if (typeof name === 'string' && name !== 'custom' && !OTHER_SIZES.has(name)) {
    own.set('resolution', name, given.at('resolution'));
    const [width, height] = Object.hasOwn(RESOLUTIONS, name)
      ? RESOLUTIONS[name as Resolution]
      : [1920, 1080];
    for (const side of ['width', 'height'] as const) {
      const is = { width, height }[side];
      if (sides[side] !== undefined && numberOf(sides[side]) !== is)
        report.note(
          given.at(side),
          `The resolution "${name}" sets the size, so "${side}" is ${is}.`,
        );
    }
    return { width, height };
  }
  const [width, height] = OTHER_SIZES.get(plain) ?? [];
  const size = {
    width: width ?? sideOf('width', given, sides.width, report),
    height: height ?? sideOf('height', given, sides.height, report),
  };
  own.set('width', size.width, given.at('width')).set('height', size.height, given.at('height'));
  return size;
}

/** A side in pixels, which H.264 in 4:2:0 needs to be even. */
function sideOf(side: 'width' | 'height', given: Members, value: unknown, report: Report): number {
  if (value === undefined) return DEFAULT_SIZE[side];
  const pixels = cssPixels(value, { frame: DEFAULT_SIZE });
  if (pixels === null || pixels < SHORTEST || pixels > LONGEST) {
    report.refuse(given.at(side), `Expected "${side}" to be ${SHORTEST} to ${LONGEST} pixels.`);
    return DEFAULT_SIZE[side];
  }
  const even = 2 * Math.round(pixels / 2);
  if (even !== pixels) report.note(given.at(side), `Sides are even, so "${side}" is ${even}.`);
  return even;
}

function translateContent(given: Members, own: OwnObject, movie: Movie): void {
  // The refusal of a template is the only issue.
  if (given.has('template') && !given.has('scenes'))
    return void own.set('scenes', [{ duration: 1 }]);
  const scenes = listIn(given, 'scenes', movie.report);
  const { others, subtitles } = separateSubtitles(listIn(given, 'elements', movie.report));
  const ofMovie = others.flatMap((element) => translateElements(element, movie));
  const hasEnd = ofMovie.some((element) => setsLength(element));
  const sceneCaptions: Members[] = [];
  const translated = translateScenes(scenes, { movie, hasEnd, sceneCaptions });
  const captions = translateSubtitles(subtitles, sceneCaptions, movie);
  own.setList('scenes', translated, given.at('scenes'));
  const all = captions === null ? ofMovie : [...ofMovie, captions];
  if (all.length > 0) own.setList('elements', all, given.at('elements'));
}
