/** What happens to a field of JSON2Video: it is dropped, replaced by our fields, or refused. */
export type RuleOutcome =
  | { readonly kind: 'drop' }
  | { readonly kind: 'replace'; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refuse'; readonly reason: string };

/**
 * @param value the value of the field
 * @param whole the object that contains the field, with names in kebab-case
 */
export type Rule = (value: unknown, whole: Readonly<Record<string, unknown>>) => RuleOutcome | null;

export const drop: RuleOutcome = { kind: 'drop' };
export const replaceWith = (fields: Readonly<Record<string, unknown>>): RuleOutcome => ({
  kind: 'replace',
  fields,
});
export const refuse = (reason: string): RuleOutcome => ({ kind: 'refuse', reason });

/** Drops a field with a neutral value, which movies often include, and refuses any other value. */
export function unavailableUnless(neutral: readonly unknown[], reason: string): Rule {
  return (value) => (neutral.includes(value) || isEmpty(value) ? drop : refuse(reason));
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** Drops a field that never changes the picture or the sound. */
export const ignore: Rule = () => drop;
