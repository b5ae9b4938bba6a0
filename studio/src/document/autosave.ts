import { effect, type ReadonlySignal, signal } from '@preact/signals';
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

/** Whether a text outlives its tab. */
export type Keeping =
  /** This browser has the text, or will have it in a moment. */
  | { readonly state: 'kept' }
  /** The storage is full or blocked. The text is only in the page. */
  | { readonly state: 'failed' }
  /** Another tab has stored another text. Until someone chooses, that one stays. */
  | { readonly state: 'elsewhere'; readonly text: string };

const KEPT: Keeping = { state: 'kept' };

/**
 * Keeps the text of a video in this browser, so that a closed tab loses nothing. Configs are no secrets. A browser
 * keeps one text. If two tabs change it, the text of the tab that changed it last stays, and the other tab says so.
 */
export class KeptVideo {
  readonly keeping: ReadonlySignal<Keeping>;
  private readonly current = signal<Keeping>(KEPT);
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What this tab has read or stored. */
  private known: string;

  /** @param video as it was read from the storage, or a new one that needs no keeping */
  constructor(private readonly video: VideoDocument) {
    this.keeping = this.current;
    this.known = video.text.peek();
    let isFirst = true;
    effect(() => {
      void video.text.value;
      clearTimeout(this.timer);
      if (!isFirst) this.timer = setTimeout(() => this.save(), DELAY_MS);
      isFirst = false;
    });
    window.addEventListener('storage', ({ key, newValue }) => {
      if (key === STORED && newValue !== null) this.notice(newValue);
    });
    // A page that is being closed has no time.
    window.addEventListener('pagehide', () => this.save());
    window.addEventListener('beforeunload', (event) => {
      this.save();
      if (this.isChanged && this.current.peek().state !== 'kept') event.preventDefault();
    });
  }

  /** Keeps the text of this tab in place of that of another one. */
  keepThis(): void {
    this.store();
  }

  /** Shows the text of the other tab in place of this one, which can be undone. */
  takeOther(): void {
    const keeping = this.current.peek();
    if (keeping.state !== 'elsewhere') return;
    this.known = keeping.text;
    this.current.value = KEPT;
    this.video.setText(keeping.text);
  }

  private get isChanged(): boolean {
    return this.video.text.peek() !== this.known;
  }

  private save(): void {
    clearTimeout(this.timer);
    if (this.current.peek().state === 'elsewhere' || !this.isChanged) return;
    // A tab that slept has missed what others stored.
    const stored = keptText();
    if (stored !== null && stored !== this.known) this.notice(stored);
    else this.store();
  }

  private store(): void {
    const text = this.video.text.peek();
    try {
      localStorage.setItem(STORED, text);
      this.known = text;
      this.current.value = KEPT;
    } catch {
      this.current.value = { state: 'failed' };
    }
  }

  private notice(stored: string): void {
    clearTimeout(this.timer);
    if (stored === this.video.text.peek()) {
      this.known = stored;
      this.current.value = KEPT;
    } else {
      this.current.value = { state: 'elsewhere', text: stored };
    }
  }
}
