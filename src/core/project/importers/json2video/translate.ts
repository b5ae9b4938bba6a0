import { isJsonObject } from '../../../util/json-object.js';
import { childPointer } from '../../../fields/json-pointer.js';
import { type Issue, Issues } from '../../../fields/issues.js';
import type { Schema } from '../../../fields/schema.js';
import { videoConfigSchema } from '../../schema/config-schema.js';
import type { Translation } from '../importer.js';
import { PointerMap } from '../pointer-map.js';
import type { Rule } from './rules.js';
import { UNAVAILABLE_TYPES, RULES } from './translations.js';
import { ownEntry } from '../../../util/own-entry.js';

/** The kinds of nested objects by field. `*` stands for elements, whose kind is their type. */
const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  config: { scenes: 'scene', elements: '*' },
  scene: { elements: '*' },
  subtitles: { settings: 'caption-settings' },
  text: { settings: 'text-settings' },
};

type Members = Readonly<Record<string, unknown>>;

/**
 * Translates a JSON2Video movie to a video config, using the table in `translations.ts` for the few fields
 * and values that differ. Fields that a video config has are unchanged. Unavailable fields are reported with
 * an alternative. Never throws. The nesting of `input` must be bounded.
 */
export function translateJson2Video(input: unknown): Translation {
  const translation = new Translator();
  const config = translation.translateObject(input, 'config', '');
  return {
    config,
    issues: translation.issues.all(),
    notes: translation.notes,
    originOf: (pointer) => translation.pointers.of(pointer),
  };
}

class Translator {
  readonly issues = new Issues();
  readonly notes: Issue[] = [];
  readonly pointers = new PointerMap();

  translateObject(value: unknown, kind: string, pointer: string): unknown {
    if (!isJsonObject(value)) return value;
    const whole = Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name.replaceAll('_', '-'), member]),
    );
    const kept: Record<string, unknown> = {};
    const replacements: Record<string, unknown> = {};
    for (const [written, member] of Object.entries(value)) {
      const at = childPointer(pointer, written);
      const name = written.replaceAll('_', '-');
      const outcome = ruleOf(kind, name)?.(member, whole) ?? null;
      if (outcome === null) {
        kept[written] = this.translatePart(member, ownEntry(ownEntry(PARTS, kind) ?? {}, name), at);
      } else if (outcome.kind === 'refuse') {
        this.issues.add(`${at}${outcome.at}`, outcome.reason);
      } else if (outcome.kind === 'replace') {
        this.notes.push(...(outcome.notes ?? []).map((message) => ({ pointer: at, message })));
        this.addReplacement(kind, outcome.fields, replacements, { pointer, at });
        for (const [own, origin] of Object.entries(outcome.origins ?? {})) {
          this.pointers.set(`${pointer}${own}`, `${at}${origin}`);
        }
      }
    }
    return { ...kept, ...replacements };
  }

  private addReplacement(
    kind: string,
    fields: Members,
    replacements: Record<string, unknown>,
    { pointer, at }: { pointer: string; at: string },
  ): void {
    const missing = Object.keys(fields).find((name) => !hasField(kind, name));
    if (missing !== undefined) {
      this.issues.add(at, `"${missing}" is not available for this element.`);
      return;
    }
    Object.assign(replacements, fields);
    for (const name of Object.keys(fields)) this.pointers.set(childPointer(pointer, name), at);
  }

  private translatePart(value: unknown, kind: string | undefined, pointer: string): unknown {
    if (kind === undefined) return value;
    if (!Array.isArray(value))
      return kind === '*' ? value : this.translateObject(value, kind, pointer);
    return value.map((item: unknown, index) => {
      const at = childPointer(pointer, index);
      return kind === '*' ? this.translateElement(item, at) : this.translateObject(item, kind, at);
    });
  }

  private translateElement(value: unknown, pointer: string): unknown {
    const type = isJsonObject(value) ? value['type'] : undefined;
    if (typeof type !== 'string') return value;
    if (!kinds().has(type) && Object.hasOwn(UNAVAILABLE_TYPES, type)) {
      this.issues.add(`${pointer}/type`, UNAVAILABLE_TYPES[type]!);
      return value;
    }
    return this.translateObject(value, type, pointer);
  }
}

/** The rule for a field: a rule for its values if a video config has the field, or else for the field. */
function ruleOf(kind: string, name: string): Rule | undefined {
  const { values = {}, fields = {} } = ownEntry(RULES, kind) ?? {};
  const rules = hasField(kind, name) ? values : fields;
  return ownEntry(rules, name);
}

let known: ReadonlyMap<string, ReadonlySet<string>> | null = null;

/** The names of our fields by kind of object, from the schema. */
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

/** True if a video config has a field of this name in this kind of object. */
export function hasField(kind: string, name: string): boolean {
  return kinds().get(kind)?.has(name) ?? false;
}
