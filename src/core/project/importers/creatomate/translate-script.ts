import { isJsonObject, type JsonObject } from '../../../util/json-object.js';
import { asWritten } from '../as-written.js';
import type { ImportOptions, Translation } from '../importer.js';
import type { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import { Report } from '../report.js';
import { translationOf } from '../translation-of.js';
import { fillOf } from './colors.js';
import { translateElements } from './elements.js';
import { translateOutput } from './output.js';
import { propsOf, type Script, type Size, type Stage } from './script.js';
import { sourceOf } from './source-of.js';
import { knownFacts, picturesIn } from './sources.js';
import { innerElements, naturalLength } from './timing.js';
import { EMPTY_SECONDS } from './tracks.js';
import { translateTranscripts } from './transcript.js';
import { clamp, numberIn, round, secondsOf } from './units.js';

const ELSEWHERE =
  'Templates of Creatomate are on its servers. Send the RenderScript itself as "source" with the modifications, or create a template on this service from it.';

const DEFAULT_SIZE = { width: 1920, height: 1080 };
const [SHORTEST, LONGEST] = [16, 4096];
/** Elements that repetitions and colors may add. */
const MOST_COPIES = 2000;
const CLEAR = '#00000000';
/** Begins pointers in the request around a script. Those in the script begin with its members. */
const AROUND = '/..';

/**
 * Translates a RenderScript, or a request to render one, to a video config. Everything that comes out differently, or not at
 * all, is a note or an issue. Never throws. Its work grows with the script only.
 */
export function translateScript(config: JsonObject, options: ImportOptions): Translation {
  const report = new Report();
  const { script: source, placeOf, request } = sourceOf(config, report);
  const inner = new Report(options.facts !== undefined);
  const props = propsOf(source, '');
  const around = request === source ? props : propsOf(request, AROUND);
  const placeIn = (pointer: string) =>
    pointer.startsWith(AROUND) ? pointer.slice(AROUND.length) : placeOf(pointer);
  const own = new OwnObject('');
  if (Array.isArray(source['elements']))
    translateContent(props, around, { own, report: inner, options });
  else refuse(around, { own, report: inner });
  translateRequest(around, own, inner);
  const { config: translated, issues, notes, originOf, awaitsSources } = translationOf(own, inner);
  const located = (list: readonly { pointer: string; message: string }[]) =>
    list.map(({ pointer, message }) => ({ pointer: placeIn(pointer), message }));
  return {
    config: translated,
    issues: [...report.issues, ...located(issues)],
    notes: [...report.notes, ...located(notes)],
    originOf: (pointer) => placeIn(originOf(pointer)),
    ...(awaitsSources === true ? { awaitsSources } : {}),
  };
}

function refuse(request: Members, { own, report }: { own: OwnObject; report: Report }): void {
  const name = request.firstOf(['template-id', 'tags', 'modifications']);
  if (name === null) report.refuse('/elements', 'Expected "elements" to be a list of elements.');
  else report.refuse(request.at(name), ELSEWHERE);
  for (const one of ['template-id', 'tags', 'modifications', 'width', 'height', 'frame-rate'])
    request.get(one);
  // The refusal is the only issue.
  own.set('scenes', [{ duration: 1 }]);
}

function translateContent(
  props: Members,
  request: Members,
  { own, report, options }: { own: OwnObject; report: Report; options: ImportOptions },
): void {
  const templateId = request.get('template-id');
  if (templateId !== undefined)
    report.note(
      request.at('template-id'),
      'Templates of Creatomate are on its servers. The video has only the elements that are in the request.',
    );
  const { frame, scale } = sizeOf(props, request, { report, options });
  const output = translateOutput(props, request, own, { report, options, frame });
  own.set('width', frame.width, props.at('width')).set('height', frame.height, props.at('height'));
  const script: Script = {
    report,
    options,
    frame,
    scale,
    isStill: output.isStill,
    fonts: fontsOf(props, report),
    transcripts: [],
    sounds: [],
    translateElements,
    copies: { left: MOST_COPIES },
  };
  const elements = innerElements(props);
  if ((props.get('elements') as unknown[]).length > elements.length)
    report.note('/elements', 'Elements are objects. Anything else is left out.');
  const stage: Stage = { script, ...frame, seconds: null, from: 0, names: [], depth: 0 };
  const seconds = output.isStill ? output.seconds : lengthOf(props, elements, stage);
  const known = typeof seconds === 'number' ? seconds : null;
  const translated = translateElements(elements, { ...stage, seconds: known });
  const scene = new OwnObject('');
  scene.set('duration', seconds === 'media' ? 'longest' : seconds, props.at('duration'));
  const background = fillOf(props, report);
  if (typeof background === 'string' && background !== CLEAR)
    scene.set('background-color', background.slice(0, 7), props.at('fill-color'));
  const fill = new OwnObject('');
  if (typeof background !== 'string')
    fill.set('type', 'shape').set('fill', background, props.at('fill-color'));
  const all = typeof background === 'string' ? translated : [fill, ...translated];
  scene.setList('elements', all, props.at('elements'));
  own.setList('scenes', [scene], '');
  const captions = translateTranscripts(script);
  if (captions !== null) own.setList('elements', [captions], props.at('elements'));
  for (const name of [
    'emoji-style',
    'name',
    'id',
    'tags',
    'gif-quality',
    'gif-compression',
    'loop',
    'crf',
    'snapshot-location',
    'comment',
    'metadata',
    'webhook-url',
    'template-id',
    'modifications',
    'source',
    'template',
    'render-script',
    'fill-radius',
  ])
    props.get(name);
  for (const name of props.unreadNames())
    report.note(
      props.at(name),
      `Unknown property "${name.replaceAll('-', '_')}", which is left out, as in Creatomate.`,
    );
}

/** The length of the video in seconds, or `media` if it follows from sources. */
function lengthOf(props: Members, elements: readonly Members[], stage: Stage): number | 'media' {
  const { report } = stage.script;
  const given = props.get('duration');
  const seconds = given === undefined ? null : secondsOf(given);
  if (seconds !== null && seconds > 0) return round(clamp(seconds, 0.001, 14_400));
  if (given !== undefined && given !== 'auto' && given !== 'media')
    report.note(
      props.at('duration'),
      `The duration "${asWritten(given).slice(0, 60)}" is unknown, so the video is as long as its elements.`,
    );
  return naturalLength(elements, stage) ?? EMPTY_SECONDS;
}

/** The size of the video, which is even, and the pixels of it for a pixel of the script. */
function sizeOf(
  props: Members,
  request: Members,
  { report, options }: Pick<Script, 'report' | 'options'>,
): { frame: Size; scale: number } {
  const side = (name: 'width' | 'height'): number | null => {
    const given = props.get(name);
    if (given === undefined) return null;
    const pixels = numberIn(given, ['px']);
    if (pixels === null || pixels < 1)
      report.note(props.at(name), `The side "${asWritten(given).slice(0, 60)}" is unknown.`);
    return pixels !== null && pixels >= 1 ? pixels : null;
  };
  const [width, height] = [side('width'), side('height')];
  const square = width ?? height;
  const whole =
    square === null
      ? sizeOfFirst(props, { report, options })
      : {
          width: width ?? Math.round((square * 16) / 9),
          height: height ?? Math.round((square * 9) / 16),
        };
  if (square !== null && (width === null || height === null))
    report.note(
      width === null ? '/width' : '/height',
      'Without one of its sides, the video has the ratio 16:9.',
    );
  const scale = scaleOf(props, request, whole, report);
  const even = (pixels: number, name: 'width' | 'height') => {
    const wished = pixels * scale;
    const possible = clamp(2 * Math.round(wished / 2), SHORTEST, LONGEST);
    if (Math.abs(possible - wished) >= 1)
      report.note(
        props.at(name),
        `Sides are even and have ${SHORTEST} to ${LONGEST} pixels, so "${name}" is ${possible}.`,
      );
    return possible;
  };
  const frame = { width: even(whole.width, 'width'), height: even(whole.height, 'height') };
  return { frame, scale };
}

/** The size of the first source with a picture. */
function sizeOfFirst(props: Members, context: Pick<Script, 'report' | 'options'>): Size {
  const [first] = picturesIn(props);
  const { width = null, height = null } = (first && knownFacts(first, context)) ?? {};
  if (width !== null && height !== null) return { width, height };
  const message = `Without "width" and "height", Creatomate takes the size of the first source. This video is ${DEFAULT_SIZE.width}x${DEFAULT_SIZE.height}: set both to have another size.`;
  if (first === undefined) context.report.note('/width', message);
  else context.report.noteUnknown('/width', message);
  return DEFAULT_SIZE;
}

/** A render can be smaller or larger than its script. */
function scaleOf(
  props: Members,
  request: Members,
  { width, height }: Size,
  report: Report,
): number {
  const read = (name: string) => {
    const from = request.has(name) ? request : props;
    const given = from.get(name);
    const number = numberIn(given, ['px']);
    if (given !== undefined && (number === null || number <= 0))
      report.note(
        from.at(name),
        `The value "${asWritten(given).slice(0, 60)}" is unknown. It is left out.`,
      );
    return number !== null && number > 0 ? number : null;
  };
  const [scale, across, down] = [read('render-scale'), read('max-width'), read('max-height')];
  if (across === null && down === null) return clamp(scale ?? 1, 0.1, 10);
  return Math.min(1, (across ?? width) / width, (down ?? height) / height);
}

/** The fonts that a script brings along. */
function fontsOf(props: Members, report: Report): Map<string, string> {
  const given = props.get('fonts');
  const fonts = new Map<string, string>();
  if (!Array.isArray(given)) return fonts;
  for (const [index, font] of given.slice(0, 100).entries()) {
    const { family, source } = isJsonObject(font) ? font : {};
    if (typeof family !== 'string') continue;
    if (typeof source === 'string' && /^https?:/i.test(source)) {
      if (!fonts.has(family.toLowerCase())) fonts.set(family.toLowerCase(), source);
    } else
      report.note(
        `${props.at('fonts')}/${index}`,
        'A font is used from its address. This one has none.',
      );
  }
  return fonts;
}

/** What a request asks for besides the video. */
function translateRequest(request: Members, own: OwnObject, report: Report): void {
  const url = request.get('webhook-url');
  if (typeof url === 'string' && url !== '') {
    own.set('webhook', { url }, request.at('webhook-url'));
    report.note(request.at('webhook-url'), 'The webhook has the payload of this service.');
  }
  const metadata = request.get('metadata');
  if (metadata !== undefined) own.set('client-data', { metadata }, request.at('metadata'));
}
