import { childPointer } from '../../../fields/json-pointer.js';
import { isJsonObject, type JsonObject } from '../../../util/json-object.js';
import { numberOf } from '../css.js';

/** An object of a spec, and its place. */
export interface Part {
  readonly object: JsonObject;
  readonly pointer: string;
}

/**
 * An object of a spec with its defaults: those of its type, and those of all layers. A null is a value, because it turns a
 * default off. Remembers which of its own members were read.
 */
export class Layer {
  private readonly unread: Set<string>;

  /** @param parts the object itself, and then its defaults, the nearest first */
  constructor(private readonly parts: readonly [Part, ...Part[]]) {
    this.unread = new Set(Object.keys(parts[0].object));
  }

  get pointer(): string {
    return this.parts[0].pointer;
  }

  /** Reads a member; undefined if neither the object nor its defaults have it. */
  get(name: string): unknown {
    this.unread.delete(name);
    return this.holder(name)?.object[name];
  }

  /** The place of a member: in the object, or in the defaults that have it. */
  at(name: string): string {
    return childPointer((this.holder(name) ?? this.parts[0]).pointer, name);
  }

  /** Whether a member is true as in JavaScript, where texts and numbers can be. */
  isOn(name: string): boolean {
    return Boolean(this.get(name));
  }

  /** A number, or null if it is missing or anything else. */
  number(name: string): number | null {
    return numberOf(this.get(name));
  }

  text(name: string): string | null {
    const value = this.get(name);
    return typeof value === 'string' ? value : null;
  }

  /** A member that is an object, with the defaults of that object. Null if it is null; undefined if it is missing. */
  object(name: string): Layer | null | undefined {
    const value = this.get(name);
    if (value === undefined || value === null) return value;
    const parts: Part[] = [];
    for (const { object, pointer } of this.parts) {
      const inside = object[name];
      // A null hides the defaults behind it.
      if (inside === null) break;
      if (isJsonObject(inside))
        parts.push({ object: inside, pointer: childPointer(pointer, name) });
    }
    const [first, ...rest] = parts;
    return first === undefined ? undefined : new Layer([first, ...rest]);
  }

  /** Its own members. */
  get own(): JsonObject {
    return this.parts[0].object;
  }

  /** Own members that nothing has read. */
  unreadNames(): string[] {
    return [...this.unread];
  }

  private holder(name: string): Part | undefined {
    return this.parts.find(({ object }) => Object.hasOwn(object, name));
  }
}
