import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  type DeclaredVariable,
  declarationIssues,
} from '../core/project/variables/declared-variables.js';
import type { Template, TemplateContent } from '../engine/templates/template.js';
import { TemplateStore } from '../engine/templates/template-store.js';
import type { Identity } from '../http/access/access.js';
import { ApiError } from '../http/errors/api-error.js';
import { preconditionFailed, requireIfMatch } from '../http/preconditions/if-match.js';
import { writeCursor } from '../http/paging/cursor.js';
import { cursorOf, instantOf } from '../http/paging/page-query.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { templateETag, toTemplateSummaryDto } from './template-responses.js';
import type {
  DeclaredVariableDto,
  TemplateContentDto,
  TemplateListDto,
  TemplatesQuery,
} from './templates.dto.js';

/** Keeps video configs to be rendered with different variables. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly store: TemplateStore,
    private readonly submissions: SubmissionsService,
  ) {}

  /** @throws ApiError VALIDATION_ERROR with everything that is wrong in config and declarations */
  async create(body: TemplateContentDto, key: Identity, requestId: string): Promise<Template> {
    const content = this.checked(body);
    const id = uuidv7();
    await this.store.create(id, content, { keyId: key.id, requestId });
    return this.submissions.template(id, null, key);
  }

  async list(query: TemplatesQuery, key: Identity): Promise<TemplateListDto> {
    const { limit } = query;
    const { templates, hasMore } = await this.store.page(
      {
        keyId: key.isAdmin ? null : key.id,
        createdAfter: instantOf(query.created_after),
        createdBefore: instantOf(query.created_before),
      },
      limit,
      cursorOf(query, 'uuid'),
    );
    const last = templates.at(-1);
    return {
      templates: templates.map(toTemplateSummaryDto),
      pagination: {
        limit,
        has_more: hasMore,
        next_cursor: hasMore && last ? writeCursor({ at: last.createdAt, id: last.id }) : null,
      },
    };
  }

  /** @param revision null: the latest. @throws ApiError TEMPLATE_NOT_FOUND */
  get(id: string, revision: number | null, key: Identity): Promise<Template> {
    return this.submissions.template(id, revision, key);
  }

  /**
   * Adds a revision.
   *
   * @param ifMatch tag of the revision that the change was made from; undefined: whichever is there
   * @throws ApiError PRECONDITION_FAILED when there is a later revision by now
   */
  async update(
    id: string,
    body: TemplateContentDto,
    ifMatch: string | undefined,
    key: Identity,
    requestId: string,
  ): Promise<Template> {
    const present = await this.get(id, null, key);
    const expected = expectedRevision(ifMatch, present);
    const content = this.checked(body);
    const by = { keyId: key.id, requestId };
    if (!(await this.store.update(id, expected, content, by))) {
      await this.get(id, null, key);
      throw preconditionFailed();
    }
    return this.get(id, null, key);
  }

  /**
   * @param ifMatch tag of the revision that is meant; undefined: whichever is there
   * @throws ApiError TEMPLATE_NOT_FOUND, PRECONDITION_FAILED
   */
  async remove(
    id: string,
    ifMatch: string | undefined,
    key: Identity,
    requestId: string,
  ): Promise<void> {
    requireIfMatch(ifMatch, templateETag(await this.get(id, null, key)));
    // Somebody else was quicker: then it is gone for this caller too.
    const removed = await this.store.remove(id, { keyId: key.id, requestId });
    if (!removed) await this.get(id, null, key);
  }

  private checked({ name, config, variables = [] }: TemplateContentDto): TemplateContent {
    const declared = variables.map(toDeclared);
    const at = (prefix: string) => (issue: { pointer: string; message: string }) => ({
      ...issue,
      pointer: `${prefix}${issue.pointer}`,
    });
    const issues = [
      ...declarationIssues(declared).map(at('/variables')),
      ...this.submissions.templateIssues(config, declared).map(at('/config')),
    ];
    if (issues.length > 0) throw ApiError.validation(issues);
    return { name, config, variables: declared };
  }
}

function toDeclared({
  name,
  type,
  default: fallback,
  description,
}: DeclaredVariableDto): DeclaredVariable {
  return {
    name,
    type,
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(description === undefined ? {} : { description }),
  };
}

/** The revision that `If-Match` names, or null: any. @throws ApiError PRECONDITION_FAILED */
function expectedRevision(ifMatch: string | undefined, present: Template): number | null {
  requireIfMatch(ifMatch, templateETag(present));
  return ifMatch === undefined || ifMatch.trim() === '*' ? null : present.revision;
}
