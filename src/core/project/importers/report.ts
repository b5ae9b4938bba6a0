import { type Issue, Issues } from '../../fields/issues.js';

/** What an importer has to say, at places of the original. */
export class Report {
  readonly notes: Issue[] = [];
  private readonly found = new Issues();

  /** Something is approximated, guessed, or left out. */
  note(pointer: string, message: string): void {
    this.notes.push({ pointer, message });
  }

  /** Something can't be translated. */
  refuse(pointer: string, message: string): void {
    this.found.add(pointer, message);
  }

  get issues(): readonly Issue[] {
    return this.found.all();
  }
}
