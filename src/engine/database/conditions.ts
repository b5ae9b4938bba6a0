/** A position in a list that is ordered newest first. Everything after it is older. */
export interface Position {
  readonly at: Date;
  readonly id: string;
}

/** Collects the conditions of a WHERE clause and their parameters. A null value adds no condition. */
export class Conditions {
  readonly parameters: unknown[] = [];
  private readonly texts: string[];

  constructor(...texts: readonly string[]) {
    this.texts = [...texts];
  }

  /** Adds `<left> $n`, e.g. `add('status =', 'failed')`. */
  add(left: string, value: unknown): this {
    if (value !== null) this.texts.push(`${left} ${this.parameter(value)}`);
    return this;
  }

  /** Adds "contains this text", in any case. */
  addContains(column: string, text: string | null): this {
    if (text !== null) {
      this.texts.push(`strpos(lower(${column}), lower(${this.parameter(text)})) > 0`);
    }
    return this;
  }

  /** Adds "older than this position" for a list ordered by `<time> DESC, id DESC`. */
  addOlderThan(time: string, idType: string, position: Position | null): this {
    if (position !== null) {
      const at = this.parameter(position.at);
      this.texts.push(
        `(${time}, id) < (${at}::timestamptz, ${this.parameter(position.id)}::${idType})`,
      );
    }
    return this;
  }

  /** The placeholder of one more parameter. */
  parameter(value: unknown): string {
    return `$${this.parameters.push(value)}`;
  }

  /** `WHERE ...`, or nothing. */
  get where(): string {
    return this.texts.length > 0 ? `WHERE ${this.texts.join(' AND ')}` : '';
  }
}
