import { en } from './en/index.js';

export { count } from './en/app.js';

/** All texts that people read. Components contain none. */
export type Texts = typeof en;

export const texts: Texts = en;
