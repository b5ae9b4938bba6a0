import { hasExpressions } from '../../expressions/text-template.js';

/**
 * Escapes the braces in an expanded config, so that reading the config again leaves its texts unchanged.
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
