/** The gallery of examples, as moving pictures. */
import type { LazyView } from '../routing/lazy-view.js';

/** On the home screen. Null: there is none. */
export const gallery: LazyView | null = null;
