import { findNodeAtLocation, getLocation, getNodeValue, type JSONPath } from 'jsonc-parser';
import { video } from '../../document/index.js';
import { alternativesOf, schemasAt } from '../schema/alternatives.js';
import type { Schema } from '../schema/types.js';

/** What the cursor is at, also while the text is not JSON. */
export interface Place {
  readonly path: JSONPath;
  /** Whether a name is written, and not a value. */
  readonly isName: boolean;
  /** Schemas of the object that has the name, or of the value. */
  readonly schemas: readonly Schema[];
  /** The names that the object around the cursor already has. */
  readonly names: ReadonlySet<string>;
}

/** Finds out what can be written at an offset. */
export function placeAt(root: Schema, text: string, offset: number): Place {
  const { path, isAtPropertyKey } = getLocation(text, offset);
  const { tree } = video.parsed.peek();
  const value: unknown = tree === undefined ? undefined : getNodeValue(tree);
  const holderPath = path.slice(0, -1);
  const holder = tree && findNodeAtLocation(tree, holderPath);
  const names = new Set(
    holder?.type === 'object'
      ? holder.children?.map(({ children = [] }) => String(children[0]?.value))
      : [],
  );
  const schemas = schemasAt(root, value, isAtPropertyKey ? holderPath : path);
  return { path, isName: isAtPropertyKey, schemas, names };
}

/** The schemas of a property of an object. */
export function propertySchemas(root: Schema, schemas: readonly Schema[], name: string): Schema[] {
  return schemas.flatMap(({ properties }) => {
    const property = properties?.[name];
    return property === undefined ? [] : alternativesOf(root, property);
  });
}
