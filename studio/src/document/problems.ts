import { computed, signal } from '@preact/signals';

/** What is wrong with a place of the video. Editor, forms, and timeline mark it. */
export interface Problem {
  readonly pointer: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

const bySource = signal<Readonly<Record<string, readonly Problem[]>>>({});

/** All that is wrong, whoever found it. What several sources know is there once. */
export const problems = computed(() => {
  const all = Object.values(bySource.value).flat();
  return [...new Map(all.map((one) => [`${one.pointer} ${one.message}`, one])).values()];
});

/** Replaces what one source knows, such as `validation` or `render`. */
export function setProblems(source: string, found: readonly Problem[]): void {
  if (found.length === 0 && bySource.peek()[source] === undefined) return;
  const { [source]: _, ...others } = bySource.peek();
  bySource.value = found.length === 0 ? others : { ...others, [source]: found };
}
