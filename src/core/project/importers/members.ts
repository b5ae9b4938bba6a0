import { childPointer } from '../../fields/json-pointer.js';
import type { JsonObject } from '../../util/json-object.js';

/** The members of an object of another system, by their names in kebab-case. Remembers which of them were read. */
export class Members {
  private readonly members: ReadonlyMap<
    string,
    { readonly written: string; readonly value: unknown }
  >;
  private readonly unread: Set<string>;

  /**
   * @param pointer the place of the object in the original
   * @param spell converts a name as it is written to kebab-case
   */
  constructor(
    object: JsonObject,
    readonly pointer: string,
    spell: (written: string) => string = (written) => written.replaceAll('_', '-'),
  ) {
    this.members = new Map(
      Object.entries(object).map(([written, value]) => [spell(written), { written, value }]),
    );
    this.unread = new Set(this.members.keys());
  }

  /** Reads a member; undefined if it is missing or null. */
  get(name: string): unknown {
    this.unread.delete(name);
    return this.valueOf(name);
  }

  /** The place of a member in the original, as it was written. */
  at(name: string): string {
    return childPointer(this.pointer, this.members.get(name)?.written ?? name);
  }

  has(name: string): boolean {
    return this.valueOf(name) !== undefined;
  }

  /** True if a member is null, which is not the same as missing in some systems. */
  isNull(name: string): boolean {
    return this.members.get(name)?.value === null;
  }

  /** The first of several names for the same that is set. */
  firstOf(names: readonly string[]): string | null {
    return names.find((name) => this.has(name)) ?? null;
  }

  /** Names of members that nothing has read. */
  unreadNames(): string[] {
    return [...this.unread].filter((name) => this.has(name));
  }

  /** Whether a member with this value is as one that is missing. */
  protected isMissing(value: unknown): boolean {
    return value === undefined || value === null;
  }

  private valueOf(name: string): unknown {
    const value = this.members.get(name)?.value;
    return this.isMissing(value) ? undefined : value;
  }
}
