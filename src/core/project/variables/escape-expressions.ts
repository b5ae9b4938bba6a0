import { hasExpressions } from '../../expressions/text-template.js';

/**
 * A part of an expanded config in which every text reads as it stands, braces included, when the
 * config is read again.
 */
export function escapeExpressions(value: unknown): unknown {
  if (typeof value === 'string') {
    return hasExpressions(value) ? value.replaceAll('{{', '{{ "{{" }}') : value;
  }
  if (Array.isArray(value)) return value.map(escapeExpressions);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, escapeExpressions(part)]),
  );
}
