import { childPointer } from '../../../fields/json-pointer.js';
import { isJsonObject, type JsonObject } from '../../../util/json-object.js';
import type { Report } from '../report.js';
import { Layer, type Part } from './layer.js';
import { BACKGROUNDS } from './random.js';
import type { Spec } from './spec.js';

/** A clip with its layers, whose types are no aliases. */
export interface Clip {
  readonly given: Layer;
  readonly layers: readonly Layer[];
  /** Its transition with the defaults. Null if it has none. */
  readonly transition: Layer | null;
  /** The length of a clip without one, in seconds. */
  readonly defaultSeconds: number;
}

const DEFAULT_SECONDS = 4;

/** The clips of a spec, with the defaults of its layers. Anything that is no clip is refused where it is. */
export function readClips(given: Layer, { report, any }: Pick<Spec, 'report' | 'any'>): Clip[] {
  const defaults = given.get('defaults');
  const at = given.at('defaults');
  const base: Part = { object: isJsonObject(defaults) ? defaults : {}, pointer: at };
  const clips = given.get('clips');
  if (!Array.isArray(clips) || clips.length === 0) {
    report.refuse(given.at('clips'), 'A spec has at least one clip.');
    return [];
  }
  const seconds = new Layer([base]).number('duration') ?? DEFAULT_SECONDS;
  return clips.map((clip: unknown, index) => {
    const pointer = childPointer(given.at('clips'), index);
    if (!isJsonObject(clip)) report.refuse(pointer, 'Expected an object.');
    const own = new Layer([{ object: isJsonObject(clip) ? clip : {}, pointer }]);
    return {
      given: own,
      layers: layersOf(own, base, { report, any }),
      transition: transitionOf(own, base, report),
      defaultSeconds: seconds,
    };
  });
}

/** The transition of a clip. A null turns the default off, and a clip without one has the default. */
function transitionOf(clip: Layer, base: Part, report: Report): Layer | null {
  const own = { object: clip.own, pointer: clip.pointer };
  const given = clip.get('transition');
  if (given !== undefined && given !== null && !isJsonObject(given))
    report.note(
      clip.at('transition'),
      'A transition is an object, or null for none. This one is the default, as in editly.',
    );
  const none = { transition: {} };
  return new Layer([own, base, { object: none, pointer: clip.pointer }]).object('transition')!;
}

interface Making {
  readonly report: Report;
  readonly any: Spec['any'];
}

function layersOf(clip: Layer, base: Part, { report, any }: Making): Layer[] {
  const given = clip.get('layers');
  const list: unknown[] = Array.isArray(given) ? given : [given];
  if (given === undefined || list.length === 0) {
    report.refuse(clip.pointer, 'A clip has at least one layer, in "layers".');
    return [];
  }
  return list.flatMap((layer, index) => {
    const at = clip.at('layers');
    const pointer = Array.isArray(given) ? childPointer(at, index) : at;
    if (isJsonObject(layer)) return withoutAlias({ object: layer, pointer }, base, any);
    report.refuse(pointer, 'Expected an object.');
    return [];
  });
}

const BANNER = 'Made with\nEDITLY\nmifi.no';

/** The layers that a layer stands for, each with its defaults. */
function withoutAlias(layer: Part, base: Part, any: Spec['any']): Layer[] {
  const { object, pointer } = layer;
  const as = (type: string, more: JsonObject = {}): Layer =>
    withDefaults([{ object: { ...object, type, ...more }, pointer }], base);
  switch (object['type']) {
    case 'pause':
      return [as('fill-color')];
    case 'editly-banner': {
      const text = as('title', { text: BANNER });
      return [withDefaults([{ object: { type: 'linear-gradient' }, pointer }], base), text];
    }
    case 'title-background': {
      const given = object['background'];
      const behind: Part = isJsonObject(given)
        ? { object: given, pointer: childPointer(pointer, 'background') }
        : { object: { type: any(BACKGROUNDS) }, pointer };
      const { background: _, ...title } = object;
      const own = { object: { ...title, type: 'title' }, pointer };
      return [
        withDefaults([behind], base),
        withDefaults([own, ...typeDefaults('title-background', base)], base),
      ];
    }
    default:
      return [withDefaults([layer], base)];
  }
}

/** A layer with the defaults of its type and those of all layers. */
function withDefaults(parts: readonly [Part, ...Part[]], base: Part): Layer {
  const { layer } = base.object;
  const ofType = typeDefaults(String(parts[0].object['type']), base);
  const ofAll = isJsonObject(layer)
    ? [{ object: layer, pointer: childPointer(base.pointer, 'layer') }]
    : [];
  return new Layer([...parts, ...ofType, ...ofAll]);
}

function typeDefaults(type: string, { object, pointer }: Part): Part[] {
  const types = object['layerType'];
  if (!isJsonObject(types) || !Object.hasOwn(types, type)) return [];
  const defaults = types[type];
  const at = childPointer(childPointer(pointer, 'layerType'), type);
  return isJsonObject(defaults) ? [{ object: defaults, pointer: at }] : [];
}
