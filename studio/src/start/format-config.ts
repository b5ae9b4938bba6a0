/** What is short stays on one line, so that a list of words is as long as it has words. */
const WIDTH = 100;

/** Writes a config as people would: indented, with short values on one line. */
export function formatConfig(value: unknown): string {
  return `${write(value, '')}\n`;
}

function write(value: unknown, indent: string): string {
  const short = writeShort(value);
  const isShort = short !== null && indent.length + short.length <= WIDTH;
  if (isShort && indent !== '') return short;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item) => inner + write(item, inner)).join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '{}';
  const lines = entries.map(
    ([name, item]) => `${inner}${JSON.stringify(name)}: ${write(item, inner)}`,
  );
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

/** On one line; null for what would be hard to read there. */
function writeShort(value: unknown): string | null {
  if (Array.isArray(value)) {
    const items = value.map((item) => (isPlain(item) ? JSON.stringify(item) : null));
    return items.includes(null) ? null : `[${items.join(', ')}]`;
  }
  if (isPlain(value)) return JSON.stringify(value);
  const parts = Object.entries(value as object).map(([name, item]) => {
    const written = isPlain(item) || Array.isArray(item) || isFlat(item) ? writeShort(item) : null;
    return written === null ? null : `${JSON.stringify(name)}: ${written}`;
  });
  return parts.includes(null) ? null : `{ ${parts.join(', ')} }`;
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function isFlat(value: unknown): boolean {
  return Object.values(value as object).every((item) => isPlain(item) || Array.isArray(item));
}
