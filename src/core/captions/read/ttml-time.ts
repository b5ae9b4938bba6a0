/** How a TTML document counts frames and ticks. */
export interface TtmlClock {
  /** Frames in a second that labels count. */
  readonly frameRate: number;
  /** What the real rate is of that, as 1000/1001. */
  readonly multiplier: number;
  readonly tickRate: number;
  /** True: labels are SMPTE time code, whose seconds last as long as their frames. */
  readonly smpte: boolean;
}

const CLOCK = /^(?:(\d{1,6}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9})|:(\d{1,4})(?:\.\d{1,4})?)?$/;
const OFFSET = /^(\d{1,15}(?:\.\d{1,9})?)\s?(h|ms|m|s|f|t)?$/;
const UNITS = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;

/** The clock that the attributes of `tt` describe (TTML 1, 6.2). */
export function ttmlClock(attributes: ReadonlyMap<string, string>): TtmlClock {
  const positive = (text: string | undefined) => {
    const value = Number(text);
    return Number.isFinite(value) && value > 0 ? value : null;
  };
  const given = positive(attributes.get('frameRate'));
  const [numerator, denominator] = (attributes.get('frameRateMultiplier') ?? '')
    .split(/[\s:]+/, 2)
    .map(positive);
  const subFrames = positive(attributes.get('subFrameRate')) ?? 1;
  return {
    frameRate: given ?? 30,
    multiplier: numerator ? numerator / (denominator ?? 1) : 1,
    tickRate: positive(attributes.get('tickRate')) ?? (given === null ? 1 : given * subFrames),
    smpte: attributes.get('timeBase') === 'smpte',
  };
}

/**
 * A time expression of TTML (TTML 1, 10.3.1): clock time with a fraction or frames, or a number of hours,
 * minutes, seconds, milliseconds, frames or ticks. A number alone is seconds.
 *
 * @returns milliseconds, perhaps with a fraction; null when it is no time
 */
export function parseTtmlTime(text: string | undefined, clock: TtmlClock): number | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '' || trimmed.length > 40) return null;
  const realRate = clock.frameRate * clock.multiplier;
  const parts = CLOCK.exec(trimmed);
  if (parts) {
    const [, hours = '0', minutes = '0', seconds = '0', fraction = '', frames = '0'] = parts;
    const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    const length = clock.smpte ? 1 / clock.multiplier : 1;
    return (whole * length + Number(`0.${fraction}0`) + Number(frames) / realRate) * 1000;
  }
  const offset = OFFSET.exec(trimmed);
  if (!offset) return null;
  const value = Number(offset[1]);
  const unit = (offset[2] ?? 's') as keyof typeof UNITS | 'f' | 't';
  if (unit === 'f') return (value / realRate) * 1000;
  if (unit === 't') return (value / clock.tickRate) * 1000;
  return value * UNITS[unit];
}
