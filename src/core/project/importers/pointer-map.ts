/** Maps places in a translated config to those in the original. Places that are not recorded follow the nearest one around them. */
export class PointerMap {
  private readonly origins = new Map<string, string>();

  /** Records that a part of the translated config comes from a part of the original. */
  set(own: string, original: string): void {
    this.origins.set(own, original);
  }

  /** Converts a pointer in the translated config to one in the original. */
  of(pointer: string): string {
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      const origin = this.origins.get(pointer.slice(0, end));
      if (origin !== undefined) return `${origin}${pointer.slice(end)}`;
    }
    return pointer;
  }
}
