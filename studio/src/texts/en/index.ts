import { app } from './app.js';
import { errors } from './errors.js';
import { home } from './home.js';
import { ui } from './ui.js';
import { workbench } from './workbench.js';

/** The catalog in English. A feature adds its own file. */
export const en = { app, errors, home, ui, workbench } as const;
