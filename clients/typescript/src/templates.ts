import type { Transport } from './transport.js';
import type { RequestOptions, Template, TemplateContent } from './types.js';

/** Stored video configs with variables. */
export class Templates {
  constructor(private readonly transport: Transport) {}

  create(content: TemplateContent, options: RequestOptions = {}): Promise<Template> {
    const method = 'POST' as const;
    return this.transport.json<Template>({ method, path: '/templates', json: content, ...options });
  }

  /** @param revision an earlier revision instead of the latest */
  get(
    id: string,
    options: RequestOptions & { readonly revision?: number } = {},
  ): Promise<Template> {
    const { revision, ...rest } = options;
    return this.transport.json<Template>({ path: pathOf(id), query: { revision }, ...rest });
  }

  /** Creates a new revision. */
  update(id: string, content: TemplateContent, options: RequestOptions = {}): Promise<Template> {
    const method = 'PUT' as const;
    // A repetition would create another revision.
    const request = { method, path: pathOf(id), json: content, isRepeatable: false };
    return this.transport.json<Template>({ ...request, ...options });
  }

  async delete(id: string, options: RequestOptions = {}): Promise<void> {
    await this.transport.json({ method: 'DELETE', path: pathOf(id), ...options });
  }
}

function pathOf(id: string): string {
  return `/templates/${encodeURIComponent(id)}`;
}
