/** Boxes come next. */
export function Overlay(_: { scale: number }) {
  return null;
}
