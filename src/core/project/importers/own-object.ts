import { childPointer } from '../../fields/json-pointer.js';
import type { PointerMap } from './pointer-map.js';

/** An object of a video config that an importer makes, which knows where its parts come from. */
export class OwnObject {
  private readonly fields: Record<string, unknown> = {};
  private readonly origins = new Map<string, string>();

  /** @param origin the place in the original that it comes from */
  constructor(readonly origin: string) {}

  get value(): Readonly<Record<string, unknown>> {
    return this.fields;
  }

  get(name: string): unknown {
    return this.fields[name];
  }

  /** Sets a field, unless the value is undefined. @param origin the place in the original that it comes from */
  set(name: string, value: unknown, origin?: string): this {
    if (value === undefined) return this;
    this.fields[name] = value;
    if (origin !== undefined) this.origins.set(childPointer('', name), origin);
    return this;
  }

  /** Sets a field to another object that an importer made. */
  setObject(name: string, part: OwnObject): this {
    if (Object.keys(part.fields).length === 0) return this;
    this.set(name, part.fields, part.origin);
    for (const [inside, origin] of part.origins) {
      this.origins.set(`${childPointer('', name)}${inside}`, origin);
    }
    return this;
  }

  /** Sets a field to a list of such objects. */
  setList(name: string, parts: readonly OwnObject[], origin: string): this {
    this.set(
      name,
      parts.map(({ value }) => value),
      origin,
    );
    for (const [index, part] of parts.entries()) {
      const at = childPointer(childPointer('', name), index);
      this.origins.set(at, part.origin);
      for (const [inside, place] of part.origins) this.origins.set(`${at}${inside}`, place);
    }
    return this;
  }

  /** Records where the parts of the finished config come from. */
  record(pointers: PointerMap): void {
    for (const [own, original] of this.origins) pointers.set(own, original);
  }
}
