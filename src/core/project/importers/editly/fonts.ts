import { nearestFamily } from '../../../font-names/nearest-family.js';
import type { OwnObject } from '../own-object.js';
import type { Layer } from './layer.js';
import type { Spec } from './spec.js';

/** Any of these is the font of a text without one. */
const GENERIC = /^(sans-serif|serif|monospace|system-ui|cursive|fantasy)$/i;
const SANS_SERIF = ['Inter', 'Roboto', 'Arimo', 'DejaVu Sans'];
const REGULAR = 400;

/** Sets the font of a text: a file, or a family. Files are regular. Without one, the font is a plain one. */
export function setFont(layer: Layer, settings: OwnObject, { options, report }: Spec): void {
  const path = layer.get('fontPath');
  const named = layer.text('fontFamily');
  settings.set('font-weight', REGULAR);
  if (path !== undefined && path !== null && path !== '') {
    settings.set('font-url', path, layer.at('fontPath'));
    return;
  }
  const isNamed = named !== null && named.trim() !== '' && !GENERIC.test(named.trim());
  const match = isNamed ? nearestFamily(named, options) : null;
  if (match === null) {
    const families = SANS_SERIF.map((family) => options.resolveFont(family));
    settings.set('font-family', families.find((family) => family !== null) ?? undefined);
    return;
  }
  const at = layer.at('fontFamily');
  if (!match.isSame) {
    const name = named!.slice(0, 60);
    report.note(at, `The font "${name}" is not installed, so the text has "${match.family}".`);
  }
  settings.set('font-family', match.family, at).set('font-weight', match.weight ?? REGULAR, at);
}
