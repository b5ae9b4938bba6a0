import { asWritten } from '../as-written.js';
import { suggestName } from '../../../util/nearest-name.js';
import { OwnObject } from '../own-object.js';
import { fillColor, linearGradient, radialGradient, rainbow, shader } from './backgrounds.js';
import { imageLayer, imageOverlay } from './images.js';
import type { Layer } from './layer.js';
import type { ClipContext, LayerContext } from './layer-context.js';
import { seconds, translateAudioLayer, translateTrack } from './sounds.js';
import type { Spec } from './spec.js';
import { newsTitle, slideInText, subtitle, title } from './titles.js';
import { videoLayer } from './videos.js';

type Translator = (layer: Layer, context: LayerContext) => OwnObject[];

const TRANSLATORS: Readonly<Record<string, Translator>> = {
  video: videoLayer,
  image: imageLayer,
  'image-overlay': imageOverlay,
  title,
  subtitle,
  'news-title': newsTitle,
  'slide-in-text': slideInText,
  'fill-color': fillColor,
  'linear-gradient': linearGradient,
  'radial-gradient': radialGradient,
  'rainbow-colors': rainbow,
  gl: shader,
  audio: (layer, { timed, volume, spec: { report } }) =>
    translateAudioLayer(layer, timed(), { volume, report }),
  'detached-audio': (layer, { levels, spec: { report } }) => [
    translateTrack(layer, levels, report).set('beyond-scene', true, layer.pointer),
  ],
  canvas: needsFunction,
  fabric: needsFunction,
};

const TEXTS: ReadonlySet<unknown> = new Set(['title', 'subtitle', 'news-title', 'slide-in-text']);
const isBlank = (text: unknown) => typeof text === 'string' && /^\s+$/.test(text);

/** The elements that a layer becomes. */
export function translateLayer(layer: Layer, clip: ClipContext, spec: Spec): OwnObject[] {
  const type = layer.get('type');
  if (TEXTS.has(type) && isBlank(layer.get('text'))) {
    spec.report.note(layer.at('text'), 'The text is blank, so nothing of it is shown.');
    return [];
  }
  if (typeof type === 'string' && Object.hasOwn(TRANSLATORS, type))
    return TRANSLATORS[type]!(layer, { ...clip, spec, ...timesOf(layer, clip, spec) });
  const at = type === undefined ? layer.pointer : layer.at('type');
  const names = [...Object.keys(TRANSLATORS), 'title-background', 'pause', 'editly-banner'];
  const message = `The layer type "${asWritten(type).slice(0, 60)}" is unknown.`;
  spec.report.refuse(at, `${message}${suggestName(asWritten(type), names)}`);
  return [];
}

function needsFunction(layer: Layer, { spec }: LayerContext): OwnObject[] {
  const type = asWritten(layer.get('type'));
  const message = `Layers of the type "${type}" are JavaScript functions, which cannot run here.`;
  spec.report.refuse(layer.pointer, message);
  return [];
}

/** The times of a layer: `start` and `stop` are relative to its clip. */
function timesOf(layer: Layer, clip: ClipContext, { report }: Spec) {
  const start = Math.max(0, layer.number('start') ?? 0);
  const stop = layer.number('stop') || null;
  const length = stop === null ? null : seconds(stop - start);
  if (length !== null && length <= 0)
    report.refuse(layer.at('stop'), 'Expected "stop" to be more than "start".');
  const timed = () => {
    const own = new OwnObject(layer.pointer);
    if (start > 0) own.set('start', start, layer.at('start'));
    own.set('duration', length !== null && length > 0 ? length : -2, layer.at('stop'));
    return own;
  };
  const rest = clip.seconds === null ? null : Math.max(0, seconds(clip.seconds - start));
  return { timed, shown: length ?? rest, isPart: start > 0 || stop !== null };
}
