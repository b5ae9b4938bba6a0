/** What becomes of a field that another service has: left out, said otherwise, or not available. */
export type RuleOutcome =
  | { readonly kind: 'drop' }
  | { readonly kind: 'say'; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refuse'; readonly why: string };

/**
 * @param value of the field
 * @param whole the object it stands in, names with hyphens
 */
export type Rule = (value: unknown, whole: Readonly<Record<string, unknown>>) => RuleOutcome | null;

export const drop: RuleOutcome = { kind: 'drop' };
export const replaceWith = (fields: Readonly<Record<string, unknown>>): RuleOutcome => ({
  kind: 'say',
  fields,
});
export const refuse = (why: string): RuleOutcome => ({ kind: 'refuse', why });

/** Changes nothing with one of these values, which movies often spell out; else not available. */
export function unavailableUnless(neutral: readonly unknown[], why: string): Rule {
  return (value) => (neutral.includes(value) || isEmpty(value) ? drop : refuse(why));
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** Changes nothing that is seen or heard, whatever it says. */
export const ignore: Rule = () => drop;
