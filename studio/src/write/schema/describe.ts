import { texts } from '../../texts/index.js';
import type { Schema } from './types.js';

/** What a value can be, in a few words: `number, 0 to 1`. */
export function describeKind(schemas: readonly Schema[]): string {
  return [...new Set(schemas.map(kindOf))].join(texts.write.or);
}

function kindOf({ type, minimum, maximum, enum: values }: Schema): string {
  const { kinds, between } = texts.write;
  if (values !== undefined) {
    return values.length > 1 ? kinds.choice : JSON.stringify(values[0]);
  }
  const noun = kinds[type as keyof typeof kinds] ?? kinds.any;
  if (minimum === undefined || maximum === undefined) return noun;
  return between(noun, minimum, maximum);
}
