import type { Schema } from '../../fields/schema.js';
import { NAME } from '../../expressions/syntax.js';
import { videoConfigSchema } from './config-schema.js';

/** The path at which the service publishes the schema. */
export const TEMPLATE_SCHEMA_PATH = '/schema/video-template.json';

const EXPRESSION_NAME = 'expression';
const EXPRESSION = {
  type: 'string',
  pattern: '\\{\\{',
  description:
    'A text with expressions such as `{{ name }}`. A text that is a single expression can have a value of any type.',
};

const VARIABLES = {
  type: 'object',
  propertyNames: { pattern: NAME.source },
  description: 'Values of the variables by name.',
};

const CONDITION = {
  anyOf: [{ type: 'string' }, { type: 'boolean' }],
  description: 'Includes this part only if the expression is true.',
};

const ITERATION = {
  iterate: {
    type: 'string',
    description: 'A variable that contains a list. The scene is repeated for each item.',
  },
  'iterate-as': {
    type: 'string',
    pattern: NAME.source,
    description: 'Name of the variable that contains the item. Default: `item`.',
  },
};

/**
 * The JSON Schema (draft 2020-12) of a video config with variables, derived from that of the config. Every
 * value can also be a text with expressions, and videos, scenes, and elements can have variables.
 *
 * The `type` of an element cannot be an expression, since it selects the other fields. The values of
 * expressions are checked when the variables are known.
 */
export function videoTemplateSchema(): Schema {
  const { $defs, ...root } = videoConfigSchema();
  const elements = elementTitles(root);
  const definitions = Object.entries($defs as Readonly<Record<string, Schema>>).map(
    ([title, schema]) => [title, withFields(schema, fieldsOf(title, elements))],
  );
  return {
    ...withFields(root, { variables: VARIABLES }),
    $id: TEMPLATE_SCHEMA_PATH,
    title: 'VideoCraft video template',
    $defs: { ...Object.fromEntries(definitions), [EXPRESSION_NAME]: EXPRESSION },
  };
}

/** The schema titles of the element types. */
function elementTitles({ properties }: Schema): ReadonlySet<string> {
  const { elements } = properties as { elements: { items: { oneOf: { $ref: string }[] } } };
  return new Set(elements.items.oneOf.map(({ $ref }) => $ref.slice('#/$defs/'.length)));
}

/** The additional fields of scenes and elements. */
function fieldsOf(title: string, elements: ReadonlySet<string>): Readonly<Record<string, Schema>> {
  const own = { variables: VARIABLES, condition: CONDITION };
  if (title === 'scene') return { ...own, ...ITERATION, iterate_as: ITERATION['iterate-as'] };
  return elements.has(title) ? own : {};
}

/** An object whose values can be expressions, with additional fields. */
function withFields(schema: Schema, own: Readonly<Record<string, Schema>>): Schema {
  const { properties, allOf } = schema as unknown as ObjectKeywords;
  return {
    ...schema,
    properties: { ...own, ...orExpressions(properties) },
    ...(allOf === undefined ? {} : { allOf: allOf.map(withExpressions) }),
  };
}

interface ObjectKeywords {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
}

/** A condition, whose consequences can be expressions. */
function withExpressions(condition: Schema): Schema {
  const then = condition['then'] as ObjectKeywords;
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  return { ...condition, then: { ...then, properties: orExpressions(then.properties) } };
}

function orExpressions(properties: Readonly<Record<string, Schema>>) {
  return Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [
      name,
      name === 'type' ? field : orExpression(field),
    ]),
  );
}

function orExpression(schema: Schema): Schema {
  const { description, default: missing, ...rest } = schema;
  // A schema that accepts any value already accepts expressions.
  if (Object.keys(rest).length === 0) return schema;
  const items = rest['items'] as Schema | undefined;
  const inner = items === undefined ? rest : { ...rest, items: orExpression(items) };
  return {
    anyOf: [inner, { $ref: `#/$defs/${EXPRESSION_NAME}` }],
    ...(description === undefined ? {} : { description }),
    ...(missing === undefined ? {} : { default: missing }),
  };
}
