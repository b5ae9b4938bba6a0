/** Names that are separated by white space, as a list: long tables stay readable by the line. */
export function nameList(names: string): string[] {
  return names.split(/\s+/).filter((name) => name !== '');
}
