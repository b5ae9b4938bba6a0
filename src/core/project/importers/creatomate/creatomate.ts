import type { Importer } from '../importer.js';
import { isRenderScript } from './shape.js';
import { translateScript } from './translate-script.js';

/** RenderScripts of Creatomate, and requests that contain one. https://creatomate.com/docs/api/render-script */
export const creatomate: Importer = {
  format: 'creatomate',
  system: 'Creatomate',
  // `{{ }}` is filled in by modifications there.
  sharesVariables: false,
  hasModifications: true,
  isFormat: isRenderScript,
  translate: translateScript,
};
