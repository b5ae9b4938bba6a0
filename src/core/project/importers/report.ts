import { type Issue, Issues } from '../../fields/issues.js';

/** What an importer has to say, at places of the original. */
export class Report {
  readonly notes: Issue[] = [];
  private readonly said = new Set<string>();
  private readonly found = new Issues();

  /** Something is approximated, guessed, or left out. The same is said once for a place. */
  note(pointer: string, message: string): void {
    const key = `${pointer} ${message}`;
    if (!this.said.has(key)) this.notes.push({ pointer, message });
    this.said.add(key);
  }

  /** Something can't be translated. */
  refuse(pointer: string, message: string): void {
    this.found.add(pointer, message);
  }

  get issues(): readonly Issue[] {
    return this.found.all();
  }
}
