import { object } from '../../fields/composites.js';
import type { ProjectContext } from '../../fields/context.js';
import { Field, type FieldPlace } from '../../fields/field.js';
import { Issues } from '../../fields/issues.js';
import type { Schema } from '../../fields/schema.js';
import { isJsonObject } from '../../util/json-object.js';
import { placementFields } from './placement.js';

/** How many groups and mattes can be inside each other. */
export const MOST_NESTED = 5;

/**
 * A field whose values contain values of the same field. Its schema and its reader are known only when they are used.
 *
 * @param schema with getters for what contains the field
 */
export function nested<T>(
  schema: Schema,
  field: () => Field<T>,
  { expected, missing }: { readonly expected: string; readonly missing: T },
): Field<T> {
  return new Field<T>({
    schema,
    expected,
    tryRead: (value, place) => {
      const context = contextWithin(place.context);
      if (context.nesting <= MOST_NESTED) return field().tryRead(value, { ...place, context });
      const message = `Groups and mattes can be nested at most ${MOST_NESTED} deep.`;
      place.issues.add(place.pointer, message);
      return missing;
    },
    fallback: () => missing,
  });
}

/** The elements of a group are placed in the group, and those of a matte in the frame of what it cuts. */
function contextWithin({ group, ...context }: ProjectContext) {
  return { ...context, frame: group ?? context.frame, nesting: (context.nesting ?? 0) + 1 };
}

/** A field that reads the elements of a group, with the size of the group. */
export function inGroupSize<T>(group: Field<T>): Field<T> {
  return new Field<T>({
    schema: group.schema,
    expected: group.expected,
    tryRead: (value, place) => group.tryRead(value, { ...place, context: withGroup(value, place) }),
    fallback: (context) => group.defaultValue(context),
  });
}

const sizeFields = { width: placementFields.width, height: placementFields.height };
const sizeObject = object(sizeFields);

/** The size is read before the group. What is wrong with it is reported with the group. */
function withGroup(value: unknown, place: FieldPlace): ProjectContext {
  return { ...place.context, group: sizeInPixels(value, place) };
}

/** The size that a group has by its fields, which may be wrong. */
export function sizeInPixels(value: unknown, place: FieldPlace): ProjectContext['frame'] {
  const given = isJsonObject(value) ? value : {};
  const size = sizeObject.read(
    Object.fromEntries(Object.entries(given).filter(([name]) => name in sizeFields)),
    { ...place, issues: new Issues() },
  );
  return groupSize(size, place.context.frame);
}

/** A group without a size fills the frame. With one side, it has the proportions of the frame. */
function groupSize(
  { width, height }: { readonly width: number | null; readonly height: number | null },
  frame: ProjectContext['frame'],
): ProjectContext['frame'] {
  if (width === null && height === null) return frame;
  return {
    width: width ?? Math.max(1, Math.round((height! * frame.width) / frame.height)),
    height: height ?? Math.max(1, Math.round((width! * frame.height) / frame.width)),
  };
}
