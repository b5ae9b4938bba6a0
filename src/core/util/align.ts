/** The largest multiple of `step` that is not above a value. */
export function alignDown(value: number, step: number): number {
  return step * Math.floor(value / step);
}

/** The smallest multiple of `step` that is not below a value. */
export function alignUp(value: number, step: number): number {
  return step * Math.ceil(value / step);
}

/** The multiple of `step` that is nearest to a value. */
export function alignNearest(value: number, step: number): number {
  return step * Math.round(value / step);
}

/** The nearest even size, at least 2. */
export function evenSize(size: number): number {
  return Math.max(2, alignNearest(size, 2));
}
