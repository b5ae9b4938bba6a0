/** The parts of an address that a pattern names, or null if the address is another one. @param pattern such as `jobs/:id` */
export function matchPattern(
  pattern: string,
  path: readonly string[],
): Readonly<Record<string, string>> | null {
  const parts = partsOfPattern(pattern);
  if (parts.length !== path.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = path[index]!;
    else if (part !== path[index]) return null;
  }
  return params;
}

/** The parts of a pattern between its slashes. */
export function partsOfPattern(pattern: string): string[] {
  return pattern.split('/').filter((part) => part !== '');
}
