/** At the end of its time, a spring is this close to rest. */
const REST = 0.001;

/**
 * The way of a damped spring that is released at 0 and comes to rest at 1. Its time is stretched to the time of the
 * movement, so that it rests at the end.
 *
 * @param mass above 0
 * @param stiffness above 0
 * @param damping above 0; below `2 * sqrt(stiffness * mass)` the spring swings
 */
export function spring(
  mass: number,
  stiffness: number,
  damping: number,
): (progress: number) => number {
  const frequency = Math.sqrt(stiffness / mass);
  const ratio = damping / (2 * Math.sqrt(stiffness * mass));
  const distance = distanceToRest(frequency, ratio);
  const end = timeOfRest(frequency, ratio);
  return (progress) => {
    if (progress <= 0) return 0;
    return progress >= 1 ? 1 : 1 - distance(progress * end);
  };
}

/** The solution of the damped oscillator that starts at distance 1 without speed. */
function distanceToRest(frequency: number, ratio: number): (time: number) => number {
  if (ratio < 1) {
    const damped = frequency * Math.sqrt(1 - ratio ** 2);
    const phase = (ratio * frequency) / damped;
    return (t) =>
      Math.exp(-ratio * frequency * t) * (Math.cos(damped * t) + phase * Math.sin(damped * t));
  }
  if (ratio === 1) return (t) => Math.exp(-frequency * t) * (1 + frequency * t);
  const root = Math.sqrt(ratio ** 2 - 1);
  const [slow, fast] = [frequency * (ratio - root), frequency * (ratio + root)];
  return (t) => (fast * Math.exp(-slow * t) - slow * Math.exp(-fast * t)) / (fast - slow);
}

/** When the envelope of the swings, or the slowest part of the way, has become as small as {@link REST}. */
function timeOfRest(frequency: number, ratio: number): number {
  const slowest = ratio < 1 ? ratio : 1 / (ratio + Math.sqrt(ratio ** 2 - 1));
  // Near critical damping, the factor before the exponential takes about three more time constants.
  return (-Math.log(REST) + 3) / (slowest * frequency);
}
