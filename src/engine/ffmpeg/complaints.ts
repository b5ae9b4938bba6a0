const MAX_KINDS = 40;
const MAX_CHARACTERS = 200;

/** Messages of ffmpeg on standard error: each kind of line once, with its count. */
export type Complaints = Readonly<Record<string, number>>;

/** Collects lines of standard error. Its size does not grow with the number of lines. */
export class ComplaintLog {
  private readonly counts = new Map<string, number>();
  private rest = '';

  push(chunk: Buffer): void {
    const lines = (this.rest + chunk.toString('utf8')).split('\n');
    this.rest = (lines.pop() ?? '').slice(0, MAX_CHARACTERS);
    for (const line of lines) this.note(line);
  }

  end(): Complaints {
    if (this.rest !== '') this.note(this.rest);
    this.rest = '';
    return Object.fromEntries(this.counts);
  }

  /** Adds what another log has collected. */
  add(complaints: Complaints): void {
    for (const [sort, count] of Object.entries(complaints)) this.count(sort, count);
  }

  /** Lines that differ only in an address or a number are of the same kind. */
  private note(line: string): void {
    const repeated = /^\s*Last message repeated (\d+) times/.exec(line);
    const text = line.trim().slice(0, MAX_CHARACTERS);
    const sort = repeated ? this.last : text.replace(/0x[\da-f]+/g, '@').replace(/\d+/g, 'n');
    if (sort === '') return;
    if (this.count(sort, Number(repeated?.[1] ?? 1))) this.last = sort;
  }

  /** @returns false if the log has too many kinds of lines */
  private count(sort: string, count: number): boolean {
    if (!this.counts.has(sort) && this.counts.size >= MAX_KINDS) return false;
    this.counts.set(sort, (this.counts.get(sort) ?? 0) + count);
    return true;
  }

  private last = '';
}

/** The number of lines that match a pattern. */
export function countComplaints(complaints: Complaints, sort: RegExp): number {
  return Object.entries(complaints)
    .filter(([line]) => sort.test(line))
    .reduce((sum, [, count]) => sum + count, 0);
}
