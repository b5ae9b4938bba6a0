/** A frame that the browser has decoded. */
export interface Picture {
  /** Of the version, the frame, and the width. */
  readonly key: string;
  readonly version: string;
  readonly frame: number;
  /** A `blob:` address. */
  readonly url: string;
  readonly bytes: number;
}

const MOST_BYTES = 48 * 2 ** 20;

/** The last frames, so that going back is instant. */
export class StillCache {
  /** The least recently used one first. */
  private readonly pictures = new Map<string, Picture>();
  private bytes = 0;

  /** @param release called with the address of a picture that is no longer kept */
  constructor(
    private readonly release: (url: string) => void,
    private readonly mostBytes = MOST_BYTES,
  ) {}

  has(key: string): boolean {
    return this.pictures.has(key);
  }

  get(key: string): Picture | null {
    const picture = this.pictures.get(key);
    if (picture === undefined) return null;
    this.pictures.delete(key);
    this.pictures.set(key, picture);
    return picture;
  }

  keep(picture: Picture): void {
    const known = this.pictures.get(picture.key);
    if (known !== undefined) this.drop(known);
    this.pictures.set(picture.key, picture);
    this.bytes += picture.bytes;
    for (const oldest of this.pictures.values()) {
      // The last one is on the screen.
      if (this.bytes <= this.mostBytes || oldest === picture) return;
      this.drop(oldest);
    }
  }

  private drop(picture: Picture): void {
    this.pictures.delete(picture.key);
    this.bytes -= picture.bytes;
    this.release(picture.url);
  }
}
