/** The parts that people select: scenes, and elements of a scene or of the whole video. */
const PART = /^(\/scenes\/\d+(\/elements\/\d+)?|\/elements\/\d+)(?=\/|$)/;

/** The pointer of the scene or element that contains a pointer. Empty: it belongs to the video. */
export function partOf(pointer: string): string {
  return PART.exec(pointer)?.[0] ?? '';
}
