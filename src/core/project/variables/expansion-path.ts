import { childPointer } from '../../fields/json-pointer.js';

/**
 * The location of a value in the original document and in the expanded one. Pointers are built on demand,
 * because most values have no issues.
 */
export class ExpansionPath {
  static readonly root = new ExpansionPath(null, '', '');

  private constructor(
    private readonly parent: ExpansionPath | null,
    private readonly originalToken: string | number,
    private readonly expandedToken: string | number,
  ) {}

  /** The path of a member or an item. The index of an item can differ in the expanded document. */
  child(token: string | number, expandedToken = token): ExpansionPath {
    return new ExpansionPath(this, token, expandedToken);
  }

  /** True inside `variables`, whose values are not part of the expanded document. */
  get isVariable(): boolean {
    return this.originalToken === 'variables' || (this.parent?.isVariable ?? false);
  }

  get original(): string {
    return this.parent === null ? '' : childPointer(this.parent.original, this.originalToken);
  }

  get expanded(): string {
    return this.parent === null ? '' : childPointer(this.parent.expanded, this.expandedToken);
  }
}
