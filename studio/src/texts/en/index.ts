import { app } from './app.js';
import { captions } from './captions.js';
import { errors } from './errors.js';
import { files } from './files.js';
import { gallery } from './gallery.js';
import { home } from './home.js';
import { operate } from './operate.js';
import { pictures } from './pictures.js';
import { render } from './render.js';
import { runs } from './runs.js';
import { see } from './see.js';
import { start } from './start.js';
import { ui } from './ui.js';
import { units } from './units.js';
import { workbench } from './workbench.js';
import { write } from './write.js';

/** The catalog in English. A feature adds its own file. */
export const en = {
  app,
  captions,
  errors,
  files,
  gallery,
  home,
  operate,
  pictures,
  render,
  runs,
  see,
  start,
  ui,
  units,
  workbench,
  write,
} as const;
