import type { Schema } from '../../fields/schema.js';
import { NAME } from '../../expressions/syntax.js';
import { videoConfigSchema } from './config-schema.js';

/** Where the service publishes the schema. */
export const TEMPLATE_SCHEMA_PATH = '/schema/video-template.json';

const EXPRESSION_NAME = 'expression';
const EXPRESSION = {
  type: 'string',
  pattern: '\\{\\{',
  description: 'A text with expressions, such as `{{ name }}`; alone it may be of any type.',
};

const VARIABLES = {
  type: 'object',
  propertyNames: { pattern: NAME.source },
  description: 'Values of variables by name.',
};

const CONDITION = {
  anyOf: [{ type: 'string' }, { type: 'boolean' }],
  description: 'It is left out when this expression is not true.',
};

const ITERATION = {
  iterate: {
    type: 'string',
    description: 'A variable with a list: the scene is there for each item.',
  },
  'iterate-as': {
    type: 'string',
    pattern: NAME.source,
    description: 'Name of the item within the scene; `item` when missing.',
  },
};

/**
 * The JSON Schema (draft 2020-12) of a video config with variables, made from that of the config:
 * every value may also be a text with expressions, and videos, scenes and elements have variables.
 *
 * The `type` of an element stands as itself, since it says which fields the others are. What the
 * values become is checked when the variables are known.
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

/** Titles of the kinds of elements. */
function elementTitles({ properties }: Schema): ReadonlySet<string> {
  const { elements } = properties as { elements: { items: { oneOf: { $ref: string }[] } } };
  return new Set(elements.items.oneOf.map(({ $ref }) => $ref.slice('#/$defs/'.length)));
}

/** What scenes and elements have besides; their parts have nothing that a condition could leave out. */
function fieldsOf(title: string, elements: ReadonlySet<string>): Readonly<Record<string, Schema>> {
  const own = { variables: VARIABLES, condition: CONDITION };
  if (title === 'scene') return { ...own, ...ITERATION, iterate_as: ITERATION['iterate-as'] };
  return elements.has(title) ? own : {};
}

/** An object whose fields may be expressions, with these fields besides. */
function withFields(schema: Schema, own: Readonly<Record<string, Schema>>): Schema {
  const properties = Object.entries(schema['properties'] as Readonly<Record<string, Schema>>);
  return {
    ...schema,
    properties: {
      ...own,
      ...Object.fromEntries(
        properties.map(([name, field]) => [name, name === 'type' ? field : orExpression(field)]),
      ),
    },
  };
}

function orExpression(schema: Schema): Schema {
  const { description, default: missing, ...rest } = schema;
  // Whatever is accepted includes expressions.
  if (Object.keys(rest).length === 0) return schema;
  const items = rest['items'] as Schema | undefined;
  const inner = items === undefined ? rest : { ...rest, items: orExpression(items) };
  return {
    anyOf: [inner, { $ref: `#/$defs/${EXPRESSION_NAME}` }],
    ...(description === undefined ? {} : { description }),
    ...(missing === undefined ? {} : { default: missing }),
  };
}
