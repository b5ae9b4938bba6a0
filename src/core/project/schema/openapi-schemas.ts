import type { Schema } from '../../fields/schema.js';
import { videoConfigSchema } from './config-schema.js';
import { videoTemplateSchema } from './template-schema.js';

/** The names of the schemas of a video config and of one with variables in the OpenAPI document. */
export const CONFIG_COMPONENT = 'VideoConfig';
export const TEMPLATE_COMPONENT = 'VideoTemplate';

/** A reference to a schema of the OpenAPI document. */
export function componentRef(name: string): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

/** Keywords that OpenAPI 3.0 does not have. Without them, a schema accepts more. */
const UNKNOWN = new Set([
  '$schema',
  '$id',
  '$defs',
  'title',
  'contains',
  'propertyNames',
  'patternProperties',
  // Only conditions are written as `allOf`.
  'allOf',
]);

/**
 * The schemas of a video config and of a template as components of an OpenAPI 3.0 document, by name. Each part has a
 * schema of its own, such as `ConfigScene` and `TemplateScene`.
 */
export function openApiSchemas(): Readonly<Record<string, Schema>> {
  return {
    ...components(videoConfigSchema(), CONFIG_COMPONENT, 'Config'),
    ...components(videoTemplateSchema(), TEMPLATE_COMPONENT, 'Template'),
  };
}

function components(root: Schema, name: string, prefix: string): Record<string, Schema> {
  const nameOf = (title: string) => `${prefix}${pascalCase(title)}`;
  const definitions = Object.entries(root['$defs'] as Readonly<Record<string, Schema>>);
  return {
    [name]: toOpenApi(root, nameOf),
    ...Object.fromEntries(
      definitions.map(([title, schema]) => [nameOf(title), toOpenApi(schema, nameOf)]),
    ),
  };
}

function pascalCase(title: string): string {
  return title.replaceAll(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

function toOpenApi(schema: Schema, nameOf: (title: string) => string): Schema {
  const inner = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inner);
    if (typeof value !== 'object' || value === null) return value;
    return toOpenApi(value as Schema, nameOf);
  };
  const { $ref, properties, ...rest } = schema;
  const converted: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(rest)) {
    // Values are no schemas.
    const isValue = keyword === 'enum' || keyword === 'default' || keyword === 'required';
    if (!UNKNOWN.has(keyword)) converted[keyword] = isValue ? value : inner(value);
  }
  // The names of properties are no keywords.
  if (properties !== undefined) converted['properties'] = mapValues(properties as Schema, inner);
  // What a pattern says about names cannot be said, so all are allowed.
  if ('patternProperties' in schema) converted['additionalProperties'] = true;
  if ('propertyNames' in schema) converted['additionalProperties'] ??= true;
  if (typeof $ref !== 'string') return converted;
  const reference = componentRef(nameOf($ref.slice('#/$defs/'.length)));
  // OpenAPI 3.0 ignores what is beside a reference.
  return Object.keys(converted).length === 0 ? reference : { allOf: [reference], ...converted };
}

function mapValues(object: Schema, convert: (value: unknown) => unknown): Schema {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, convert(value)]));
}
