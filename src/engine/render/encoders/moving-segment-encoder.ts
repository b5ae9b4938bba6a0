import { failureReason } from './failure-reason.js';
import { type SegmentEncoder, X264 } from './segment-encoder.js';

/** The encoder of moving segments, and how often it failed in this process. */
export class MovingSegmentEncoder {
  private failures = 0;
  private lastReason = '';

  /** @param startWarning why the configured encoder is not used, or null */
  constructor(
    readonly encoder: SegmentEncoder,
    private readonly startWarning: string | null = null,
  ) {}

  /** Sentences for the log and the health report. */
  get warnings(): readonly string[] {
    const { name } = this.encoder;
    return [
      ...(this.startWarning === null ? [] : [this.startWarning]),
      ...(this.failures === 0
        ? []
        : [
            `The encoder ${name} failed on ${this.failures} segments, which ${X264.name} encoded instead. ` +
              `Last reason: ${this.lastReason}`,
          ]),
    ];
  }

  recordFailure(error: unknown): void {
    this.failures++;
    this.lastReason = failureReason(error);
  }
}
