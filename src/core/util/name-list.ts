/** Splits names that are separated by white space, so that long tables stay compact. */
export function nameList(names: string): string[] {
  return names.split(/\s+/).filter((name) => name !== '');
}
