/**
 * The arguments of a program from groups that belong together, an option and its value above all: in one
 * flat list the formatter would put each on a line of its own, and nobody sees which value is whose.
 */
export function args(...groups: readonly (readonly string[])[]): string[] {
  return groups.flat();
}
