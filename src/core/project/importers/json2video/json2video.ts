import type { Importer } from '../importer.js';
import { translateJson2Video } from './translate.js';

/** Movies of JSON2Video. Its fields are accepted in every video config, because both have the same form. */
export const json2Video: Importer = {
  format: 'json2video',
  system: 'JSON2Video',
  sharesVariables: true,
  isFormat: () => true,
  translate: translateJson2Video,
};
