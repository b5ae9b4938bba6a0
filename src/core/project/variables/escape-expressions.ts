import { hasExpressions } from '../../expressions/text-template.js';

/**
 * A part of an expanded config in which every text reads as it stands, braces included, when the
 * config is read again.
 */
export function asData(value: unknown): unknown {
  if (typeof value === 'string') {
    return hasExpressions(value) ? value.replaceAll('{{', '{{ "{{" }}') : value;
  }
  if (Array.isArray(value)) return value.map(asData);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asData(part)]));
}
