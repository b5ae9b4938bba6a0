import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  type DeclaredVariable,
  declarationIssues,
} from '../core/project/variables/declared-variables.js';
import type { Template, TemplateContent } from '../engine/templates/template.js';
import { TemplateStore } from '../engine/templates/template-store.js';
import { actorOf, type Caller, type Identity } from '../http/access/access.js';
import { visibleOwner } from '../http/access/visibility.js';
import { ApiError } from '../http/errors/api-error.js';
import { preconditionFailed, requireIfMatch } from '../http/preconditions/if-match.js';
import { createdBetween, cursorPosition } from '../http/paging/page-query.js';
import { creationPosition, cursorPagination } from '../http/paging/pagination.dto.js';
import { prefixed } from '../pipeline/checks/config-checks.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { templateETag, toTemplateSummaryDto } from './template-responses.js';
import type {
  DeclaredVariableDto,
  TemplateContentDto,
  TemplateListDto,
  TemplatesQuery,
} from './templates.dto.js';

/** Creates, lists, updates, and deletes templates. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly store: TemplateStore,
    private readonly submissions: SubmissionsService,
  ) {}

  /** @throws ApiError VALIDATION_ERROR with all issues of the config and the declarations */
  async create(body: TemplateContentDto, caller: Caller): Promise<Template> {
    const content = await this.validate(body);
    const id = uuidv7();
    await this.store.create(id, content, actorOf(caller));
    return this.get(id, null, caller);
  }

  async list(query: TemplatesQuery, key: Identity): Promise<TemplateListDto> {
    const { templates, hasMore } = await this.store.page(
      { ...createdBetween(query), keyId: visibleOwner(key) },
      query.limit,
      cursorPosition(query, 'uuid'),
    );
    return {
      templates: templates.map(toTemplateSummaryDto),
      pagination: cursorPagination(query, hasMore, creationPosition(templates.at(-1))),
    };
  }

  /** @param revision null: the latest. @throws ApiError TEMPLATE_NOT_FOUND */
  get(id: string, revision: number | null, key: Identity): Promise<Template> {
    return this.submissions.findTemplate(id, revision, key);
  }

  /**
   * Adds a revision.
   *
   * @param ifMatch the `ETag` of the revision that was changed; undefined accepts any revision
   * @throws ApiError TEMPLATE_NOT_FOUND, VALIDATION_ERROR; PRECONDITION_FAILED if a later revision exists
   */
  async update(
    id: string,
    body: TemplateContentDto,
    ifMatch: string | undefined,
    caller: Caller,
  ): Promise<Template> {
    const current = await this.get(id, null, caller);
    const expected = expectedRevision(ifMatch, current);
    const content = await this.validate(body);
    if (!(await this.store.update(id, expected, content, actorOf(caller)))) {
      await this.get(id, null, caller);
      throw preconditionFailed();
    }
    return this.get(id, null, caller);
  }

  /**
   * @param ifMatch the `ETag` of the revision to delete; undefined accepts any revision
   * @throws ApiError TEMPLATE_NOT_FOUND, PRECONDITION_FAILED
   */
  async remove(id: string, ifMatch: string | undefined, caller: Caller): Promise<void> {
    requireIfMatch(ifMatch, templateETag(await this.get(id, null, caller)));
    const removed = await this.store.remove(id, actorOf(caller));
    // A concurrent request deleted the template first: this one gets 404.
    if (!removed) await this.get(id, null, caller);
  }

  private async validate({
    name,
    config,
    variables = [],
  }: TemplateContentDto): Promise<TemplateContent> {
    const declared = variables.map(toDeclared);
    const issues = [
      ...prefixed('/variables', declarationIssues(declared)),
      ...prefixed('/config', await this.submissions.templateIssues(config, declared)),
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

/** The revision that `If-Match` requires; null accepts any. @throws ApiError PRECONDITION_FAILED */
function expectedRevision(ifMatch: string | undefined, current: Template): number | null {
  requireIfMatch(ifMatch, templateETag(current));
  return ifMatch === undefined || ifMatch.trim() === '*' ? null : current.revision;
}
