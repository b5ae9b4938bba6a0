/** What happens to a field of JSON2Video: it is dropped, replaced by our fields, or refused. */
export type RuleOutcome =
  | { readonly kind: 'drop' }
  | {
      readonly kind: 'replace';
      readonly fields: Readonly<Record<string, unknown>>;
      /** What authors are told about the replacement. */
      readonly notes?: readonly string[];
      /** Where parts of the new fields come from: pointers in the object, and pointers within the field. */
      readonly origins?: Readonly<Record<string, string>>;
    }
  /** `at`: the pointer of the part at fault, within the field. */
  | { readonly kind: 'refuse'; readonly reason: string; readonly at: string };

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
export const refuse = (reason: string, at = ''): RuleOutcome => ({ kind: 'refuse', reason, at });

/** Drops a field with a neutral value, which movies often include, and refuses any other value. */
export function unavailableUnless(neutral: readonly unknown[], reason: string): Rule {
  return (value) => (neutral.includes(value) || isEmpty(value) ? drop : refuse(reason));
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** Drops a field that never changes the picture or the sound. */
export const ignore: Rule = () => drop;
