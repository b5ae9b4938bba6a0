import type { Readable } from 'node:stream';

/**
 * Where the sampler gets the pictures of a stream from, one for each of its frames, as planes.
 * A picture is read only when it is needed, so a source must wait.
 */
export interface PictureSource {
  /** Writes the planes of the next picture. @throws Error if there is none */
  next(into: Uint8Array): Promise<void>;
}

/** Pictures from a process that writes them one after another. */
export class ProcessPictures implements PictureSource {
  /** The end of the process. It fails if the process does. */
  readonly ended: Promise<void>;
  private chunks: AsyncIterator<Buffer> | null = null;
  private rest: Buffer = Buffer.alloc(0);
  private release = () => {};
  private readonly opened: Promise<void>;

  /** @param run starts the process, and passes its output on */
  constructor(run: (take: (output: Readable) => Promise<void>) => Promise<void>) {
    let open = () => {};
    this.opened = new Promise((resolve) => (open = resolve));
    this.ended = run((output) => {
      this.chunks = output[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
      open();
      return new Promise((resolve) => (this.release = resolve));
    });
    this.ended.catch(() => {});
  }

  async next(into: Uint8Array): Promise<void> {
    // If the process fails before it writes anything, its error counts.
    await Promise.race([this.opened, this.ended]);
    for (let at = 0; at < into.length;) {
      if (this.rest.length === 0) this.rest = await this.read();
      const part = this.rest.subarray(0, into.length - at);
      into.set(part, at);
      at += part.length;
      this.rest = this.rest.subarray(part.length);
    }
  }

  /** Stops to read. */
  close(): void {
    this.release();
  }

  private async read(): Promise<Buffer> {
    const { value, done } = await this.chunks!.next();
    if (!done) return value;
    this.release();
    await this.ended;
    throw new Error('the pictures of a video ended too early');
  }
}
