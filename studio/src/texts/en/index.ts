import { app } from './app.js';
import { captions } from './captions.js';
import { errors } from './errors.js';
import { gallery } from './gallery.js';
import { home } from './home.js';
import { operate } from './operate.js';
import { render } from './render.js';
import { runs } from './runs.js';
import { files } from './files.js';
import { pictures } from './pictures.js';
import { start } from './start.js';
import { see } from './see.js';
import { ui } from './ui.js';
import { units } from './units.js';
import { workbench } from './workbench.js';
import { write } from './write.js';

/** The catalog in English. A feature adds its own file. */
export const en = { app, errors, home, operate, render, runs, ui, units, workbench } as const;
export const en = { app, errors, files, home, pictures, ui, workbench } as const;
export const en = { app, errors, files, home, pictures, start, ui, workbench } as const;
export const en = { app, captions, errors, files, home, pictures, start, ui, workbench } as const;
export const en = {
  app,
  captions,
  errors,
  files,
  gallery,
  home,
  pictures,
  start,
  ui,
  workbench,
} as const;
export const en = { app, errors, home, ui, workbench, write } as const;
export const en = { app, errors, home, see, ui, workbench } as const;
