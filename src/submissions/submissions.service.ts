import { Injectable } from '@nestjs/common';
import type { Issue } from '../core/fields/issues.js';
import type { DeclaredVariable } from '../core/project/variables/declared-variables.js';
import { JsonText } from '../engine/jobs/json-text.js';
import type { Template } from '../engine/templates/template.js';
import { TemplateStore } from '../engine/templates/template-store.js';
import type { Identity } from '../http/access/access.js';
import { findVisible } from '../http/access/visibility.js';
import { ApiError } from '../http/errors/api-error.js';
import { CheckerBusy, CheckTooCostly, ConfigChecker } from '../pipeline/checks/config-checker.js';
import type {
  CheckResult,
  ConfigCheck,
  ConfigTemplate,
  TemplateValues,
} from '../pipeline/checks/config-checks.js';
import type { VideoRequest } from './video-request.js';

const SMALLER =
  'Send a smaller config: fewer scenes and elements, shorter lists to iterate over, and simpler ' +
  'expressions. The operator can raise the time with VIDEOCRAFT_LIMITS_VALIDATION_SECONDS.';
const BUSY = 'Too many requests wait to be checked. Send the same request again later.';
const RETRY_AFTER_SECONDS = '5';

/** The input of a job. */
export interface Submission {
  readonly config: unknown;
  /** Null if the request contained the config. */
  readonly template: { readonly id: string; readonly revision: number } | null;
}

/** Turns requests for videos into valid configs. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly templates: TemplateStore,
    private readonly checker: ConfigChecker,
  ) {}

  /**
   * Validates a request for a video and fills in its template.
   *
   * @throws ApiError VALIDATION_ERROR with all issues; TEMPLATE_NOT_FOUND
   */
  async resolve(request: VideoRequest, key: Identity): Promise<Submission> {
    if ('config' in request) {
      await this.check({ kind: 'config', config: request.config });
      return { config: request.config, template: null };
    }
    const { template: id, 'template-revision': revision, ...values } = request.templateRequest;
    const template = await this.findTemplate(id, revision, key);
    const [config] = await this.fillIn({ ...template, pointer: '/template' }, [
      { ...values, pointer: '' },
    ]);
    return { config, template };
  }

  /** Checks a config with the defaults of the service and without local sources. */
  async issues(config: unknown): Promise<readonly Issue[]> {
    return this.issuesOf({ kind: 'config', config });
  }

  /**
   * Returns the self-contained configs of one video for each item.
   *
   * @throws ApiError VALIDATION_ERROR with the issues of all items
   */
  async fillIn(template: ConfigTemplate, items: readonly TemplateValues[]): Promise<JsonText[]> {
    const { config, variables, pointer } = template;
    const configs = await this.check({
      kind: 'fill',
      template: { config, variables, pointer },
      items,
    });
    return configs.map((text) => new JsonText(text));
  }

  /**
   * Finds a template that the key may see.
   *
   * @param revision null: the latest
   * @throws ApiError TEMPLATE_NOT_FOUND
   */
  findTemplate(id: string, revision: number | null, key: Identity): Promise<Template> {
    return findVisible(id, key, {
      find: (templateId) => this.templates.find(templateId, revision),
      notFound: () =>
        new ApiError(
          'TEMPLATE_NOT_FOUND',
          'No template with this ID and revision belongs to your key.',
        ),
    });
  }

  /** Checks a config before it is stored as a template. */
  templateIssues(
    config: unknown,
    variables: readonly DeclaredVariable[],
  ): Promise<readonly Issue[]> {
    return this.issuesOf({ kind: 'template', config, variables });
  }

  /** @throws ApiError VALIDATION_ERROR */
  private async check(check: ConfigCheck): Promise<readonly string[]> {
    const result = await this.run(check);
    if (!result.ok) throw ApiError.validation(result.issues);
    return result.configs;
  }

  private async issuesOf(check: ConfigCheck): Promise<readonly Issue[]> {
    const result = await this.run(check);
    return result.ok ? [] : result.issues;
  }

  private async run(check: ConfigCheck): Promise<CheckResult> {
    try {
      return await this.checker.run(check);
    } catch (error) {
      if (error instanceof CheckTooCostly) {
        throw ApiError.validation([{ pointer: '', message: `${error.message} ${SMALLER}` }]);
      }
      if (!(error instanceof CheckerBusy)) throw error;
      throw new ApiError('SERVICE_UNAVAILABLE', BUSY, {
        headers: { 'Retry-After': RETRY_AFTER_SECONDS },
        cause: error,
      });
    }
  }
}
