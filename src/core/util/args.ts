/**
 * The arguments of a program, from groups such as an option and its value. In one flat list, the formatter
 * would put each argument on a separate line and hide which value belongs to which option.
 */
export function args(...groups: readonly (readonly string[])[]): string[] {
  return groups.flat();
}
