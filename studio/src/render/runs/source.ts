import { useRequest, type Template } from '../../api/index.js';
import { video } from '../../document/index.js';
import { variablesOf, type Variable } from './variables.js';

/** What videos are made from. */
export interface Source {
  /** Null: the video of the workbench. */
  readonly template: Template | null;
  readonly config: unknown;
  readonly variables: readonly Variable[];
}

/** The video of the workbench as a source; null while its text is not JSON. */
export function workbenchSource(): Source | null {
  const { value, error } = video.parsed.value;
  return error === null ? { template: null, config: value, variables: variablesOf(value) } : null;
}

/** A template as a source. */
export function useTemplateSource(id: string | null) {
  const request = useRequest<Source | null>(
    async (api, signal) => {
      if (id === null) return null;
      const template = await api.templates.get(id, { signal });
      return { template, config: template.config, variables: variablesOfTemplate(template) };
    },
    [id],
  );
  const isOf = (request.data?.template?.id ?? null) === id;
  return { ...request, data: isOf ? request.data : null };
}

/** A template that declares variables accepts no others. */
function variablesOfTemplate({ variables, config }: Template): readonly Variable[] {
  const found = variablesOf(config);
  if (variables.length === 0) return found;
  return variables.map(({ name, type, description, ...rest }) => {
    const own = found.find((variable) => variable.name === name);
    const fallback = (rest as { default?: unknown }).default ?? own?.default;
    return { name, type, description, default: fallback, isOptional: fallback !== undefined };
  });
}

/** The body of a request for one video. */
export function requestOf({ template, config }: Source, values: Readonly<Record<string, unknown>>) {
  if (template !== null) return { template: template.id, variables: values };
  const own = (config as { variables?: object }).variables;
  return { ...(config as object), variables: { ...own, ...values } };
}

/** What all items of a batch have. */
export function batchOf({ template, config }: Source) {
  return template === null
    ? { config: config as never }
    : { template: template.id, 'template-revision': template.revision };
}
