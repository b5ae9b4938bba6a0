import type { Problem } from '../document/index.js';

const POINTER = /\(((?:\/[^\s()]+)+)\)|(?:^|\s)((?:\/(?:scenes|elements)\/\d+)(?:\/[\w~-]+)*)/;

/** The place that a warning of the service names, or null. */
export function pointerIn(warning: string): string | null {
  const match = POINTER.exec(warning);
  return match?.[1] ?? match?.[2] ?? null;
}

/** The warnings that name a place, as problems of that place. */
export function warningProblems(warnings: readonly string[]): Problem[] {
  return warnings.flatMap((message) => {
    const pointer = pointerIn(message);
    if (pointer === null) return [];
    const prefix = `${pointer}: `;
    const text = message.startsWith(prefix) ? message.slice(prefix.length) : message;
    return [{ pointer, message: text, severity: 'warning' as const }];
  });
}
