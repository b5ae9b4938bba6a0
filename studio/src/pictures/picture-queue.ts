/** Makes a picture. */
export type MakePicture = (signal: AbortSignal) => Promise<Blob>;

interface Wanted {
  readonly key: string;
  readonly make: MakePicture;
  readonly controller: AbortController;
  /** How many places of the page still want it. */
  users: number;
  readonly result: Promise<string>;
  readonly settle: (result: Promise<string>) => void;
}

/**
 * Makes pictures a few at a time, once for each content, and keeps the last ones. What nobody wants any more is not
 * made.
 */
export class PictureQueue {
  private readonly kept = new Map<string, string>();
  private readonly wanted = new Map<string, Wanted>();
  private readonly waiting: Wanted[] = [];
  private running = 0;
  private holds = 0;

  constructor(
    private readonly atOnce: number,
    private readonly most: number,
    private readonly toUrl: (blob: Blob) => string = (blob) => URL.createObjectURL(blob),
    private readonly forget: (url: string) => void = (url) => URL.revokeObjectURL(url),
  ) {}

  /** The address of a picture that is there already, or null. */
  find(key: string): string | null {
    const url = this.kept.get(key);
    if (url === undefined) return null;
    // The order of the map is that of the last use.
    this.kept.delete(key);
    this.kept.set(key, url);
    return url;
  }

  /** Makes a picture. @param key names its content @param signal aborted when the place no longer wants it */
  want(key: string, make: MakePicture, signal: AbortSignal): Promise<string> {
    const url = this.find(key);
    if (url !== null) return Promise.resolve(url);
    const wanted = this.wanted.get(key) ?? this.enqueue(key, make);
    wanted.users++;
    signal.addEventListener('abort', () => this.leave(wanted), { once: true });
    return wanted.result;
  }

  /** Begins no picture until `release`, because something else needs the service now. */
  hold(): void {
    this.holds++;
  }

  release(): void {
    this.holds--;
    this.startNext();
  }

  private enqueue(key: string, make: MakePicture): Wanted {
    let settle!: Wanted['settle'];
    const result = new Promise<string>((resolve) => {
      settle = resolve;
    });
    // Places that have left do not listen.
    result.catch(() => undefined);
    const controller = new AbortController();
    const wanted: Wanted = { key, make, controller, users: 0, result, settle };
    this.wanted.set(key, wanted);
    this.waiting.push(wanted);
    queueMicrotask(() => this.startNext());
    return wanted;
  }

  private leave(wanted: Wanted): void {
    wanted.users--;
    if (wanted.users > 0 || this.wanted.get(wanted.key) !== wanted) return;
    this.wanted.delete(wanted.key);
    wanted.controller.abort();
    const at = this.waiting.indexOf(wanted);
    if (at >= 0) this.waiting.splice(at, 1);
  }

  private startNext(): void {
    while (this.holds === 0 && this.running < this.atOnce) {
      const next = this.waiting.shift();
      if (next === undefined) return;
      this.running++;
      next.settle(this.run(next));
    }
  }

  private async run(wanted: Wanted): Promise<string> {
    const { key, make, controller } = wanted;
    try {
      const url = this.toUrl(await make(controller.signal));
      this.keep(key, url);
      return url;
    } finally {
      if (this.wanted.get(key) === wanted) this.wanted.delete(key);
      this.running--;
      this.startNext();
    }
  }

  private keep(key: string, url: string): void {
    this.kept.set(key, url);
    for (const [old, oldUrl] of this.kept) {
      if (this.kept.size <= this.most) break;
      this.kept.delete(old);
      this.forget(oldUrl);
    }
  }
}
