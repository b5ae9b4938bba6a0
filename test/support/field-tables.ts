import type { Schema } from '../../src/core/fields/schema.js';

const MARK = /<!-- fields: ([\w-]+) -->\n[\s\S]*?<!-- end -->/g;

/** A document with the tables of fields updated between its marks (`<!-- fields: scene -->`). */
export function withFieldTables(markdown: string, schema: Schema): string {
  const definitions = schema['$defs'] as Readonly<Record<string, Schema>>;
  return markdown.replaceAll(MARK, (_, title: string) => {
    const described = title === 'config' ? schema : definitions[title];
    if (described === undefined) throw new Error(`there is no kind of object called ${title}`);
    return `<!-- fields: ${title} -->\n\n${fieldTable(described)}\n\n<!-- end -->`;
  });
}

/** Titles of the tables in a document. */
export function tablesIn(markdown: string): string[] {
  return [...markdown.matchAll(MARK)].map((match) => match[1]!);
}

function fieldTable(schema: Schema): string {
  const required = new Set((schema['required'] as readonly string[] | undefined) ?? []);
  const properties = Object.entries(schema['properties'] as Record<string, Schema>);
  const rows = properties
    .filter(([name]) => name !== 'type' && !name.includes('_'))
    .map(([name, field]) => {
      const missing = required.has(name) ? 'required' : formatDefault(field['default']);
      const about = (field['description'] as string | undefined) ?? '';
      return [`\`${name}\``, valuesOf(field), missing, about].map((cell) =>
        cell.replaceAll('|', '\\|'),
      );
    });
  return formatTable([['field', 'value', 'default', ''], ...rows]);
}

/** Pads columns like the formatter. */
function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]!.length)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(rows[0]!), rule, ...rows.slice(1).map(line)].join('\n');
}

function formatDefault(value: unknown): string {
  return value === undefined ? '' : `\`${JSON.stringify(value)}\``;
}

const MANY = 12;

function valuesOf(schema: Schema): string {
  const { $ref, anyOf, oneOf, type, minimum, maximum } = schema;
  const names = schema['enum'] as readonly unknown[] | undefined;
  if (typeof $ref === 'string') return `[${$ref.split('/').at(-1)}](#${$ref.split('/').at(-1)})`;
  if (Array.isArray(oneOf)) return (oneOf as Schema[]).map(valuesOf).join(', ');
  if (Array.isArray(anyOf)) return (anyOf as Schema[]).map(valuesOf).join(', or ');
  if (names !== undefined) {
    return names.length > MANY
      ? 'a name from below'
      : names.map((name) => `\`${String(name)}\``).join(', ');
  }
  if (type === 'array') {
    const items = schema['items'] as Schema | undefined;
    if (items === undefined) return 'a list';
    return `${schema['minItems'] as number} to ${schema['maxItems'] as number}: ${valuesOf(items)}`;
  }
  if (type === 'number') return `${minimum as number} to ${maximum as number}`;
  if (type === 'integer') {
    return `${schema['multipleOf'] === 2 ? 'even' : 'whole'}, ${minimum as number} to ${maximum as number}`;
  }
  if (type === 'boolean') return '`true`, `false`';
  if (type === 'string') return isPercent(schema) ? '`"50%"`' : 'text';
  if (type === 'object') return 'an object';
  return 'any JSON';
}

function isPercent({ pattern }: Schema): boolean {
  return typeof pattern === 'string' && pattern.endsWith('%$');
}
