/** A part of a description. */
export interface Prose {
  readonly text: string;
  /** Written between backticks: a name or a value. */
  readonly isCode: boolean;
}

/** The parts of a description of the schema. */
export function proseOf(description: string): Prose[] {
  const parts = description.split('`').map((text, index) => ({ text, isCode: index % 2 === 1 }));
  return parts.filter(({ text }) => text !== '');
}
