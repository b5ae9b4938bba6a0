import type { TemplateContent } from '../../api/index.js';
import { video } from '../../document/index.js';
import { variablesOf } from './variables.js';

/** The video of the workbench as a template. */
export function contentOf(name: string): TemplateContent {
  const config = video.value.peek() as TemplateContent['config'];
  const variables = variablesOf(config);
  // A declared variable without a default is required, so one that is optional cannot be declared.
  const canDeclare = variables.every(
    ({ default: known, isOptional }) => !isOptional || known !== undefined,
  );
  if (!canDeclare) return { name, config };
  return {
    name,
    config,
    variables: variables.map(({ name: each, type, default: fallback }) => ({
      ...{ name: each, type },
      ...(fallback === undefined ? {} : { default: fallback as never }),
    })),
  };
}
