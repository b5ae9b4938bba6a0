import { signal } from '@preact/signals';

/** The panel in which places of the video are shown: the one in which someone wrote last. Someone new gets the form. */
export const writingPanel = signal<'editor' | 'form'>('form');
