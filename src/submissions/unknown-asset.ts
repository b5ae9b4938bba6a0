/** The message about an asset that a job cannot use. It does not tell whether another key has it. */
export function unknownAsset(id: string): string {
  return `No asset with the ID ${id} belongs to your key.`;
}
