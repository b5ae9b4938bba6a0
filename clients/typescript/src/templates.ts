import { page } from './page.js';
import type { Transport } from './transport.js';
import type {
  CursorOptions,
  RequestOptions,
  Template,
  TemplateContent,
  TemplateList,
} from './types.js';

/** Stored video configs with variables. */
export class Templates {
  constructor(private readonly transport: Transport) {}

  create(content: TemplateContent, options: RequestOptions = {}): Promise<Template> {
    const method = 'POST' as const;
    return this.transport.json<Template>({ method, path: '/templates', json: content, ...options });
  }

  /** A page of templates, newest first. */
  list(options: CursorOptions = {}): Promise<TemplateList> {
    return this.transport.json<TemplateList>({ path: '/templates', ...page(options) });
  }

  /** @param revision an earlier revision instead of the latest */
  get(
    id: string,
    options: RequestOptions & { readonly revision?: number } = {},
  ): Promise<Template> {
    const { revision, ...rest } = options;
    return this.transport.json<Template>({ path: pathOf(id), query: { revision }, ...rest });
  }

  /**
   * Creates a new revision.
   *
   * @param options.ifRevision the revision that you read. If there is another one since, the error is
   *   `PRECONDITION_FAILED`.
   */
  update(
    id: string,
    content: TemplateContent,
    options: RequestOptions & { readonly ifRevision?: number | undefined } = {},
  ): Promise<Template> {
    const { ifRevision, ...rest } = options;
    const request = {
      ...{ method: 'PUT' as const, path: pathOf(id), json: content },
      ...(ifRevision === undefined ? {} : { headers: { 'If-Match': `"${ifRevision}"` } }),
      // A repetition would create another revision.
      isRepeatable: false,
    };
    return this.transport.json<Template>({ ...request, ...rest });
  }

  async delete(id: string, options: RequestOptions = {}): Promise<void> {
    await this.transport.json({ method: 'DELETE', path: pathOf(id), ...options });
  }
}

function pathOf(id: string): string {
  return `/templates/${encodeURIComponent(id)}`;
}
