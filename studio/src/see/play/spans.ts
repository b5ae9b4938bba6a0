/** A part of the video, in seconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Ends and starts that are this close belong together. */
const NEAR = 1e-3;

/** Parts of the video that are complete. */
export class Spans {
  private spans: Span[] = [];

  add(added: Span): void {
    const apart = this.spans.filter(
      ({ from, to }) => from > added.to + NEAR || to < added.from - NEAR,
    );
    const joined = this.spans.filter((span) => !apart.includes(span));
    const from = Math.min(added.from, ...joined.map((span) => span.from));
    const to = Math.max(added.to, ...joined.map((span) => span.to));
    this.spans = [...apart, { from, to }].sort((a, b) => a.from - b.from);
  }

  /** Removes what is before a time. */
  forgetBefore(seconds: number): void {
    this.spans = this.spans
      .filter(({ to }) => to > seconds)
      .map(({ from, to }) => ({ from: Math.max(from, seconds), to }));
  }

  /** Where the part around a time ends; the time itself if it is in none. */
  endFrom(seconds: number): number {
    return this.spans.find(({ from, to }) => from <= seconds + NEAR && to > seconds)?.to ?? seconds;
  }

  clear(): void {
    this.spans = [];
  }
}
