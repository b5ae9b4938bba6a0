/** Replacements for common fonts that cannot be distributed freely. */
const REPLACEMENTS: ReadonlyMap<string, string> = new Map([
  ['arial', 'Arimo'],
  ['helvetica', 'Arimo'],
  ['helvetica neue', 'Arimo'],
  ['sans-serif', 'Arimo'],
  ['verdana', 'DejaVu Sans'],
  ['dejavu sans light', 'DejaVu Sans'],
  ['times new roman', 'Tinos'],
  ['times', 'Tinos'],
  ['serif', 'Tinos'],
  ['courier new', 'Cousine'],
  ['monospace', 'Cousine'],
  ['impact', 'Anton'],
]);

/** A name that a family of a mirror can have. */
const FAMILY = /^[a-z\d](?:[a-z\d '.-]{0,58}[a-z\d])?$/i;

/** The names of the font families that a video config can use. They suffice to check a config. */
export class FontFamilies {
  private readonly byLowerCase: ReadonlyMap<string, string>;

  /** @param hasMirror whether jobs can fetch families that are not installed */
  constructor(
    private readonly names: readonly string[],
    private readonly hasMirror = false,
  ) {
    this.byLowerCase = new Map(names.map((name) => [name.toLowerCase(), name]));
  }

  families(): readonly string[] {
    return this.names;
  }

  /** Names of other fonts, in lowercase, each with the family that replaces it. */
  replacements(): readonly (readonly [name: string, family: string])[] {
    return [...REPLACEMENTS].filter(
      ([name, family]) => !this.byLowerCase.has(name) && this.byLowerCase.has(family.toLowerCase()),
    );
  }

  /**
   * Finds the family for a name in a video config, ignoring case: the family itself, or the replacement for a common
   * font such as Arial. With a mirror, any other name is a family that a job looks for. Returns null if there is neither.
   */
  resolve(family: string): string | null {
    const requested = family.trim().toLowerCase();
    const replacement = REPLACEMENTS.get(requested)?.toLowerCase() ?? '';
    const installed = this.byLowerCase.get(requested) ?? this.byLowerCase.get(replacement);
    return installed ?? (this.hasMirror && FAMILY.test(family.trim()) ? family.trim() : null);
  }
}
