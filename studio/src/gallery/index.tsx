/** The gallery of examples, as moving pictures. */
import { lazyView, type LazyView } from '../routing/lazy-view.js';

/** On the home screen. */
export const gallery: LazyView = lazyView(() => import('./gallery.js'));
