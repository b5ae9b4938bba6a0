interface Issued {
  readonly csrf_token: string;
  readonly expires_in: number;
}

/** Used no longer than this before its end, because a request takes time. */
const MARGIN_MS = 60_000;

/** A CSRF token that is fetched when it is needed, once for all requests at a time. */
export class PassingToken {
  private current: { readonly text: string; readonly until: number } | null = null;
  private pending: Promise<string> | null = null;

  constructor(private readonly load: (signal: AbortSignal | undefined) => Promise<Issued>) {}

  async get(signal: AbortSignal | undefined): Promise<string> {
    if (this.current !== null && Date.now() < this.current.until) return this.current.text;
    // The first request loads it for all. If it ends, another one loads it.
    const pending = this.pending;
    if (pending !== null) return pending.catch(() => this.get(signal));
    const loading = this.fetch(signal);
    this.pending = loading;
    try {
      return await loading;
    } finally {
      this.pending = null;
    }
  }

  forget(): void {
    this.current = null;
  }

  private async fetch(signal: AbortSignal | undefined): Promise<string> {
    const { csrf_token: text, expires_in: seconds } = await this.load(signal);
    this.current = { text, until: Date.now() + seconds * 1000 - MARGIN_MS };
    return text;
  }
}
