import type { Importer } from '../importer.js';
import { isEdit } from './shape.js';
import { translateEdit } from './translate-edit.js';

/** Edits of Shotstack. https://shotstack.io/docs/api */
export const shotstack: Importer = {
  format: 'shotstack',
  system: 'Shotstack',
  // Placeholders are filled in from `merge`, as plain text.
  sharesVariables: false,
  isFormat: isEdit,
  translate: translateEdit,
};
