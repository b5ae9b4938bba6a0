/** Frames of a video, and their times. */

/** Times that were computed from frames must not end up in the frame before. */
const TOLERANCE = 1e-3;

/** The frame that shows at a time. @param rate frames per second */
export function frameAt(seconds: number, rate: number): number {
  return Math.max(0, Math.floor(seconds * rate + TOLERANCE));
}

/** The time at which a frame begins. */
export function timeOf(frame: number, rate: number): number {
  return frame / rate;
}

/** The nearest time at which a frame begins. */
export function toFrame(seconds: number, rate: number): number {
  return timeOf(Math.max(0, Math.round(seconds * rate)), rate);
}

/** A time as requests contain it. The service finds the frame in microseconds, too. */
export function toMicros(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}

/** Seconds as configs contain them: in milliseconds. */
export function toMillis(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** A time as hours, minutes, seconds, and frames: `1:02:03:04`, or `02:03:04` below an hour. */
export function timeCode(seconds: number, rate: number): string {
  const frame = frameAt(seconds, rate);
  const whole = Math.floor(frame / rate + TOLERANCE / rate);
  const rest = Math.max(0, frame - Math.ceil(whole * rate - TOLERANCE));
  return `${clock(whole)}:${two(rest)}`;
}

/** A time as `1:02:03`, or `02:03` below an hour. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${minutes}` : minutes;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
