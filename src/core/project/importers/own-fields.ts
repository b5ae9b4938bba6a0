import type { Schema } from '../../fields/schema.js';
import { videoConfigSchema } from '../schema/config-schema.js';

let known: ReadonlyMap<string, ReadonlySet<string>> | null = null;

/** The names of our fields by kind of object, which is the title of its schema; `config` is the root. */
function kinds(): ReadonlyMap<string, ReadonlySet<string>> {
  if (known === null) {
    const { $defs, ...root } = videoConfigSchema();
    const all = { config: root, ...($defs as Readonly<Record<string, Schema>>) };
    known = new Map(
      Object.entries(all).map(([kind, schema]) => [
        kind,
        new Set(Object.keys(schema['properties'] as object)),
      ]),
    );
  }
  return known;
}

/** True if a video config has objects of this kind, such as elements of a type. */
export function hasKind(kind: string): boolean {
  return kinds().has(kind);
}

/** True if a video config has a field of this name in this kind of object. */
export function hasField(kind: string, name: string): boolean {
  return kinds().get(kind)?.has(name) ?? false;
}

/** The names of the fields of a kind of object. */
export function fieldsOf(kind: string): readonly string[] {
  return [...(kinds().get(kind) ?? [])];
}
