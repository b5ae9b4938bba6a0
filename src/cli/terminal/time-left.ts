/** Before this, an estimate would only jump. */
const FIRST_ESTIMATE = { progress: 5, ms: 2_000 };
/** The share of the latest speed in the average. */
const WEIGHT = 0.2;
/** Measures over less time are mostly chance. */
const SHORTEST_MEASURE_MS = 500;

/**
 * Estimates how long a run takes, from the speed of its progress. The latest speed counts most, because the steps
 * of a render differ.
 */
export class TimeLeft {
  private lastMs: number;
  private lastProgress = 0;
  /** Percent per millisecond. */
  private speed: number | null = null;

  constructor(private readonly startMs: number) {
    this.lastMs = startMs;
  }

  /**
   * The seconds that are left, or null while nobody knows.
   *
   * @param progress 0 to 100
   */
  seconds(progress: number, nowMs: number): number | null {
    const elapsed = nowMs - this.lastMs;
    if (elapsed >= SHORTEST_MEASURE_MS && progress > this.lastProgress) {
      const latest = (progress - this.lastProgress) / elapsed;
      this.speed = this.speed === null ? latest : WEIGHT * latest + (1 - WEIGHT) * this.speed;
      this.lastMs = nowMs;
      this.lastProgress = progress;
    }
    const isEarly = progress < FIRST_ESTIMATE.progress || nowMs - this.startMs < FIRST_ESTIMATE.ms;
    if (this.speed === null || isEarly) return null;
    return Math.max(0, Math.ceil((100 - progress) / this.speed / 1000));
  }
}

/** A length for people: `45 s`, `2:05`, or `1:02:05`. */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const two = (value: number) => String(value).padStart(2, '0');
  const [minutes, rest] = [Math.floor(seconds / 60), two(seconds % 60)];
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}
