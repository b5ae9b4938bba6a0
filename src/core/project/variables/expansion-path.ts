import { childPointer } from '../../fields/json-pointer.js';

/**
 * Where a value stands: in the original, and in what is made of it. Pointers are written out only
 * when they are asked for, since most values have nothing to report.
 */
export class ExpansionPath {
  static readonly root = new ExpansionPath(null, '', '');

  private constructor(
    private readonly parent: ExpansionPath | null,
    private readonly originalToken: string | number,
    private readonly expandedToken: string | number,
  ) {}

  /** A member or an item; items of lists may have another index in what is made. */
  child(token: string | number, expandedToken = token): ExpansionPath {
    return new ExpansionPath(this, token, expandedToken);
  }

  get original(): string {
    return this.parent === null ? '' : childPointer(this.parent.original, this.originalToken);
  }

  get expanded(): string {
    return this.parent === null ? '' : childPointer(this.parent.expanded, this.expandedToken);
  }
}
