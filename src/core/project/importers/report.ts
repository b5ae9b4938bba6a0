import { type Issue, Issues } from '../../fields/issues.js';

/** What an importer has to say, at places of the original. */
export class Report {
  readonly notes: Issue[] = [];
  /** Whether something depends on sources that are not fetched yet. */
  awaitsSources = false;
  private readonly said = new Set<string>();
  private readonly found = new Issues();

  /** @param knowsSources whether the sources of the config are fetched, as far as the importer asks for them */
  constructor(private readonly knowsSources = true) {}

  /** Something is approximated, guessed, or left out. The same is said once for a place. */
  note(pointer: string, message: string): void {
    const key = `${pointer} ${message}`;
    if (!this.said.has(key)) this.notes.push({ pointer, message });
    this.said.add(key);
  }

  /** Something is guessed that the sources tell. It is a note if they are fetched, and have not told it. */
  noteUnknown(pointer: string, message: string): void {
    if (this.knowsSources) this.note(pointer, message);
    else this.awaitsSources = true;
  }

  /** Something comes out more exactly once the sources are fetched. */
  awaitSources(): void {
    this.awaitsSources = !this.knowsSources;
  }

  /** Something can't be translated. */
  refuse(pointer: string, message: string): void {
    this.found.add(pointer, message);
  }

  get issues(): readonly Issue[] {
    return this.found.all();
  }
}

/** Takes nothing, where something is read a second time. */
class SilentReport extends Report {
  override note(): void {}
  override noteUnknown(): void {}
  override awaitSources(): void {}
  override refuse(): void {}
}

export const SILENT: Report = new SilentReport();
