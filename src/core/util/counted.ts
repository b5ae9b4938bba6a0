/** A number with the noun for it: `1 word`, `2 words`. @param many for a plural that does not only add an s */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
