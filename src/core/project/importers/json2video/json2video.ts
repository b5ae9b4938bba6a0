import type { Importer } from '../importer.js';
import { prepareMovie } from './prepare-movie.js';
import { isMovie, movieDoubts } from './shape.js';
import { translateMovie } from './translate-movie.js';

/** Movies of JSON2Video. https://json2video.com/docs/v2 */
export const json2Video: Importer = {
  format: 'json2video',
  system: 'JSON2Video',
  // The syntax of a video config is theirs.
  sharesVariables: true,
  prepare: prepareMovie,
  isFormat: isMovie,
  doubts: movieDoubts,
  translate: translateMovie,
};
