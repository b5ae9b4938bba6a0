import { type Fields, object } from '../../fields/composites.js';
import { Field, type FieldPlace, REFUSED } from '../../fields/field.js';
import { Issues } from '../../fields/issues.js';
import { childPointer } from '../../fields/json-pointer.js';
import { relocate } from '../../fields/relocate.js';
import { anyJson, choice } from '../../fields/scalars.js';
import type { Schema } from '../../fields/schema.js';
import { isJsonObject, type JsonObject } from '../../util/json-object.js';
import { COMPONENT_NAMES, COMPONENTS } from '../components/catalog.js';
import type { Component } from '../components/component.js';
import type { GroupElement } from '../types/index.js';
import { sizeInPixels } from './nesting.js';

/** In the form of a config. */
const UNTIL_THE_END = -2;

const BY_NAME = new Map(COMPONENTS.map((component) => [component.name, component]));

/**
 * A component: a group whose elements a template makes from settings. It is read as that group, so nothing else knows
 * components. What is wrong with the settings is at their pointers, and everything inside is at that of the component.
 *
 * @param fields those that an author can set besides the settings: some of a group
 */
export function componentField(
  fields: Fields,
  group: Field<GroupElement>,
): Field<GroupElement | null> {
  const objectWith = (settings: Field<unknown>) =>
    object({ ...withName(settings), ...fields }, { title: 'component' });
  const objects = new Map(COMPONENTS.map((one) => [one.name, objectWith(one.settings)]));
  const unknown = objectWith(anyJson());
  const { schema, expected } = objectWith(anySettings());
  return new Field<GroupElement | null>({
    schema: { ...schema, allOf: COMPONENTS.map(conditionOf) },
    expected,
    tryRead: (value, place) => {
      if (!isJsonObject(value)) return REFUSED;
      const name = value['component'];
      const component = typeof name === 'string' ? BY_NAME.get(name) : undefined;
      const { count } = place.issues;
      const reader = (component && objects.get(component.name)) ?? unknown;
      // Without settings, those that are required are missing, each by its name.
      const given = reader.tryRead({ settings: {}, ...value }, place);
      if (given === REFUSED || component === undefined || place.issues.count > count) return null;
      return built(component, { value, settings: given['settings'] }, place, group);
    },
    fallback: () => null,
  });
}

const withName = (settings: Field<unknown>) => ({
  component: choice<string>(COMPONENT_NAMES).required().describe('What is made.'),
  settings: settings.describe('The settings of the component, which depend on its kind.'),
});

/** The settings of any component. */
function anySettings(): Field<unknown> {
  const anyOf = COMPONENTS.map(({ settings }) => settings.schema);
  return new Field<unknown>({
    schema: { anyOf },
    expected: 'an object',
    tryRead: (value) => value,
    fallback: () => null,
  });
}

/** The settings belong to the component. */
function conditionOf({ name, settings }: Component): Schema {
  const isRequired = settings.schema['required'] !== undefined;
  return {
    if: { properties: { component: { const: name } }, required: ['component'] },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: {
      properties: { settings: settings.schema },
      ...(isRequired ? { required: ['settings'] } : {}),
    },
  };
}

interface Given {
  /** The component, as the config has it. */
  readonly value: JsonObject;
  readonly settings: unknown;
}

function built(
  component: Component,
  { value, settings }: Given,
  place: FieldPlace,
  group: Field<GroupElement>,
): GroupElement | null {
  const { pointer } = place;
  const { type: _type, component: _name, settings: _settings, ...own } = value;
  const around = { duration: UNTIL_THE_END, ...defaultsFor(own, component.place), ...own };
  const { count } = place.issues;
  const elements = component.build(
    settings as never,
    sizeInPixels(around, place),
    (setting, message) => {
      place.issues.add(childPointer(childPointer(pointer, 'settings'), setting), message);
    },
  );
  if (place.issues.count > count) return null;
  const issues = new Issues();
  const read = group.read({ ...around, type: 'group', elements }, { ...place, issues });
  for (const message of new Set(issues.all().map((issue) => issue.message)))
    place.issues.add(pointer, message);
  return relocate(read, () => pointer);
}

/** The place of the component as far as the author says nothing about it. One side alone is enough. */
function defaultsFor(own: JsonObject, missing: JsonObject): JsonObject {
  const given = new Set(Object.keys(own).map((name) => name.replaceAll('_', '-')));
  const isPlaced = ['x', 'y', 'position'].some((name) => given.has(name));
  const isSized = given.has('width') || given.has('height');
  return Object.fromEntries(
    Object.entries(missing).filter(([name]) => {
      const isSize = name === 'width' || name === 'height';
      return !given.has(name) && !(isSize ? isSized : isPlaced);
    }),
  );
}
