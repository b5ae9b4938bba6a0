import { object, type ValuesOf } from '../core/fields/composites.js';
import { Field, REFUSED } from '../core/fields/field.js';
import { isJsonObject } from '../core/util/json-object.js';
import { anyJson, integer, pattern } from '../core/fields/scalars.js';
import { priority } from '../core/project/fields/priority.js';
import {
  componentRef,
  CONFIG_COMPONENT,
  TEMPLATE_COMPONENT,
} from '../core/project/schema/openapi-schemas.js';

/** Values of variables by name. The template determines which names are valid. */
export const variablesField = new Field<Readonly<Record<string, unknown>>>({
  schema: { type: 'object', additionalProperties: true },
  expected: 'an object of values by name',
  tryRead: (value) => (isJsonObject(value) ? value : REFUSED),
  fallback: () => ({}),
});

/** New values of properties by the names of elements. */
export const modificationsField = new Field<Readonly<Record<string, unknown>>>({
  schema: { type: 'object', additionalProperties: true },
  expected: 'an object of values by the names of elements',
  tryRead: (value) => (isJsonObject(value) ? value : REFUSED),
  fallback: () => ({}),
});

export const MODIFICATIONS =
  'New values of properties of elements, by `id.property`, or by the ID alone for the text or the source.';

const UUID = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';

/** The fields that select a template, in every kind of request. */
export const templateFields = {
  template: pattern(UUID, 'the ID of a template').describe('ID of the template.'),
  'template-revision': integer({ min: 1, max: 2_147_483_647 })
    .orNull()
    .describe('Revision of the template. The default is the latest.'),
};

const templateRequestFields = {
  template: templateFields.template.required(),
  'template-revision': templateFields['template-revision'],
  variables: variablesField.describe('Values for the variables of the template.'),
  modifications: modificationsField.describe(MODIFICATIONS),
  'client-data': anyJson().describe(
    'Any JSON to store with the job. The default is the value in the template.',
  ),
  priority: priority
    .orNull()
    .describe('Jobs with a higher priority start first. The default is the value in the template.'),
};

const templateRequest = object(templateRequestFields);

/** A request for a video from a template. */
export type TemplateRequest = ValuesOf<typeof templateRequestFields>;

/** A request for a video: a config, or a template with values for its variables. */
export type VideoRequest =
  { readonly config: unknown } | { readonly templateRequest: TemplateRequest };

/**
 * The body of `POST /videos`. An object with the ID of a `template` is a template request. Any other body is
 * a video config, which `SubmissionsService` validates.
 */
export const videoRequest = new Field<VideoRequest>({
  schema: {
    anyOf: [
      componentRef(CONFIG_COMPONENT),
      componentRef(TEMPLATE_COMPONENT),
      templateRequest.schema,
    ],
  },
  expected: 'a video config or a template request',
  tryRead: (body, place) => {
    const named = withTemplate(body);
    if (!isTemplateRequest(named)) return { config: body };
    const request = templateRequest.tryRead(named, place);
    return request === REFUSED ? REFUSED : { templateRequest: request };
  },
  fallback: () => ({ config: null }),
});

/** Workflows of other systems call it `template_id`, and have `metadata` in place of `client-data`. */
function withTemplate(body: unknown): unknown {
  if (!isJsonObject(body) || !('template_id' in body) || 'template' in body) return body;
  const isAlone = Object.keys(body).every((name) => ALONE.has(name));
  if (!isAlone || !new RegExp(UUID).test(String(body['template_id']))) return body;
  const { template_id: template, metadata, ...rest } = body;
  return { template, ...rest, ...(metadata === undefined ? {} : { 'client-data': metadata }) };
}

const ALONE: ReadonlySet<string> = new Set([
  ...['template_id', 'modifications', 'metadata', 'variables', 'template-revision'],
  ...['template_revision', 'client-data', 'client_data', 'priority'],
]);

function isTemplateRequest(body: unknown): boolean {
  // One that is an object is a config of another system.
  return isJsonObject(body) && Object.hasOwn(body, 'template') && !isJsonObject(body['template']);
}
