import { object, type ValuesOf } from '../core/fields/composites.js';
import { Field, REFUSED } from '../core/fields/field.js';
import { Issues } from '../core/fields/issues.js';
import { anyJson, integer, pattern } from '../core/fields/scalars.js';
import type { Schema } from '../core/fields/schema.js';
import { ApiError } from '../http/errors/api-error.js';

/** Values of variables by name; which there are is checked against the template. */
export const variablesField = new Field<Readonly<Record<string, unknown>>>({
  schema: { type: 'object', additionalProperties: true },
  expected: 'an object of values by name',
  tryRead: (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : REFUSED,
  fallback: () => ({}),
});

const UUID = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';

/** The fields that say which template a video is made of, in any request. */
export const templateFields = {
  template: pattern(UUID, 'the id of a template').describe('Id of the template.'),
  'template-revision': integer({ min: 1, max: 2_147_483_647 })
    .orNull()
    .describe('The revision to take; the latest when missing.'),
};

const videoRequest = object({
  template: templateFields.template.required(),
  'template-revision': templateFields['template-revision'],
  variables: variablesField.describe('Values for the variables of the template.'),
  'client-data': anyJson().describe('Any JSON, kept with the job; else that of the template.'),
});

/** A request for a video made of a template. */
export type TemplateRequest = ValuesOf<typeof templateFields> & {
  variables: Readonly<Record<string, unknown>>;
  'client-data': unknown;
};

/** The shape of such a request, for the API description. */
export const TEMPLATE_REQUEST_SCHEMA: Schema = videoRequest.schema;

/** True for a body that names a template; any other is a video config. */
export function namesTemplate(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, 'template');
}

/** @throws ApiError VALIDATION_ERROR with everything that is wrong */
export function readTemplateRequest(body: unknown): TemplateRequest {
  return readBody(videoRequest, body);
}

/** Reads a body by its fields. @throws ApiError VALIDATION_ERROR with everything that is wrong */
export function readBody<T>(field: Field<T>, body: unknown): T {
  const issues = new Issues();
  const read = field.read(body ?? null, { pointer: '', name: 'body', issues, context: NO_CONTEXT });
  if (issues.count > 0) throw ApiError.validation(issues.all());
  return read;
}

/** These fields know nothing of fonts and frames. */
const NO_CONTEXT = {
  subtitleDefaults: {},
  localSources: false,
  resolveFont: () => null,
  fontFamilies: [],
  frame: { width: 0, height: 0 },
};
