/** Says that a test is left out on this machine, and why. */
export function leftOut(reason: string): void {
  process.stderr.write(`left out: ${reason}\n`);
}
