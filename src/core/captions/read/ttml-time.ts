/** The time base of a TTML document. */
export interface TtmlClock {
  /** The nominal frames per second. */
  readonly frameRate: number;
  /** The ratio of the actual to the nominal frame rate, such as 1000/1001. */
  readonly multiplier: number;
  readonly tickRate: number;
  /** Whether times are SMPTE time code, in which a second lasts as long as its frames. */
  readonly isSmpte: boolean;
}

const CLOCK = /^(?:(\d{1,6}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9})|:(\d{1,4})(?:\.\d{1,4})?)?$/;
const OFFSET = /^(\d{1,15}(?:\.\d{1,9})?)\s?(h|ms|m|s|f|t)?$/;
const UNITS = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;

/** Reads the time base from the attributes of `tt` (TTML 1, 6.2). */
export function readTtmlClock(attributes: ReadonlyMap<string, string>): TtmlClock {
  const positive = (text: string | undefined) => {
    const value = Number(text);
    return Number.isFinite(value) && value > 0 ? value : null;
  };
  const frameRate = positive(attributes.get('frameRate'));
  const [numerator, denominator] = (attributes.get('frameRateMultiplier') ?? '')
    .split(/[\s:]+/, 2)
    .map(positive);
  const subFrames = positive(attributes.get('subFrameRate')) ?? 1;
  return {
    frameRate: frameRate ?? 30,
    multiplier: numerator ? numerator / (denominator ?? 1) : 1,
    tickRate:
      positive(attributes.get('tickRate')) ?? (frameRate === null ? 1 : frameRate * subFrames),
    isSmpte: attributes.get('timeBase') === 'smpte',
  };
}

/**
 * Parses a time expression (TTML 1, 10.3.1): clock time with a fraction or frames, or a number of hours,
 * minutes, seconds, milliseconds, frames, or ticks. A number without a unit is seconds.
 *
 * @returns milliseconds, possibly with a fraction; null if the text is not a time
 */
export function parseTtmlTime(text: string | undefined, clock: TtmlClock): number | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '' || trimmed.length > 40) return null;
  const actualRate = clock.frameRate * clock.multiplier;
  const parts = CLOCK.exec(trimmed);
  if (parts) {
    const [, hours = '0', minutes, seconds, fraction = '', frames = '0'] = parts;
    const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    const length = clock.isSmpte ? 1 / clock.multiplier : 1;
    return (whole * length + Number(`0.${fraction}0`) + Number(frames) / actualRate) * 1000;
  }
  const offset = OFFSET.exec(trimmed);
  if (!offset) return null;
  const value = Number(offset[1]);
  const unit = (offset[2] ?? 's') as keyof typeof UNITS | 'f' | 't';
  if (unit === 'f') return (value / actualRate) * 1000;
  if (unit === 't') return (value / clock.tickRate) * 1000;
  return value * UNITS[unit];
}
