/** This browser cannot play drafts. */
export class UnsupportedDraft extends Error {
  override readonly name = 'UnsupportedDraft';
}

declare global {
  interface Window {
    /** What phones by Apple have instead. */
    readonly ManagedMediaSource?: typeof MediaSource;
  }
}

/** Kept before the playhead when the browser has no more room. */
const KEPT_SECONDS = 10;

/** What a video element plays, fed with fragments (Media Source Extensions). One call at a time. */
export class MediaBuffer {
  private readonly media: MediaSource;
  private readonly url: string;
  private buffer: SourceBuffer | null = null;

  /** @throws UnsupportedDraft */
  constructor(private readonly video: HTMLVideoElement) {
    const Source = globalThis.window.ManagedMediaSource ?? globalThis.MediaSource;
    if (Source === undefined) throw new UnsupportedDraft();
    this.media = new Source();
    this.url = URL.createObjectURL(this.media);
    video.disableRemotePlayback = true;
    video.src = this.url;
  }

  /** Prepares for fragments of a type. @throws UnsupportedDraft */
  async open(contentType: string, duration: number): Promise<void> {
    if (!MediaSource.isTypeSupported(contentType)) throw new UnsupportedDraft();
    if (this.media.readyState === 'closed') await once(this.media, 'sourceopen');
    if (this.buffer !== null) {
      this.buffer.changeType(contentType);
      return;
    }
    this.buffer = this.media.addSourceBuffer(contentType);
    this.media.duration = duration;
  }

  /** Adds bytes of the draft. They may end anywhere. */
  async append(bytes: Uint8Array): Promise<void> {
    try {
      await this.change((buffer) => buffer.appendBuffer(bytes as BufferSource));
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error;
      await this.forgetBefore(this.video.currentTime - KEPT_SECONDS);
      await this.change((buffer) => buffer.appendBuffer(bytes as BufferSource));
    }
  }

  /** Forgets the beginning of a fragment that did not arrive whole. */
  reset(): void {
    if (this.media.readyState === 'open') this.buffer?.abort();
  }

  async forgetBefore(seconds: number): Promise<void> {
    if (seconds > 0) await this.change((buffer) => buffer.remove(0, seconds));
  }

  /** The video ends where the fragments end. */
  end(): void {
    if (this.media.readyState === 'open') this.media.endOfStream();
  }

  close(): void {
    this.video.removeAttribute('src');
    this.video.load();
    URL.revokeObjectURL(this.url);
  }

  private async change(action: (buffer: SourceBuffer) => void): Promise<void> {
    const { buffer } = this;
    if (buffer === null || this.media.readyState === 'closed') return;
    const done = once(buffer, 'updateend');
    action(buffer);
    await done;
  }
}

function once(target: EventTarget, name: string): Promise<void> {
  return new Promise((resolve) => {
    target.addEventListener(name, () => resolve(), { once: true });
  });
}
