import { effect } from '@preact/signals';
import type { VideoDocument } from './video-document.js';

const STORED = 'videocraft.document';
const DELAY_MS = 400;

/** The text that this browser kept, or null. */
export function keptText(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/** Keeps the text in this browser, so that a closed tab loses nothing. Configs are no secrets. */
export function keepText({ text }: VideoDocument): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(timer);
    try {
      localStorage.setItem(STORED, text.peek());
    } catch {
      // The storage is full or blocked. The text is still in the page.
    }
  };
  let isFirst = true;
  effect(() => {
    void text.value;
    clearTimeout(timer);
    if (!isFirst) timer = setTimeout(save, DELAY_MS);
    isFirst = false;
  });
  // A page that is being closed has no time.
  window.addEventListener('pagehide', save);
}
