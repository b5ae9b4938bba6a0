import { Injectable } from '@nestjs/common';
import type { Issue } from '../core/fields/issues.js';
import type { AssetUse } from '../core/project/assets-of.js';
import type { DeclaredVariable } from '../core/project/variables/declared-variables.js';
import { AssetStore } from '../engine/assets/asset-store.js';
import { JsonText } from '../engine/jobs/json-text.js';
import type { Template } from '../engine/templates/template.js';
import { TemplateStore } from '../engine/templates/template-store.js';
import type { Identity } from '../http/access/access.js';
import type { Delivery } from '../core/project/types/index.js';
import { DestinationRules } from './destination-rules.js';
import { findVisible } from '../http/access/visibility.js';
import { ApiError } from '../http/errors/api-error.js';
import { CheckerBusy, CheckTooCostly, ConfigChecker } from '../pipeline/checks/config-checker.js';
import type {
  CheckResult,
  ConfigCheck,
  ConfigTemplate,
  TemplateValues,
} from '../pipeline/checks/config-checks.js';
import type { ProjectDescription } from '../pipeline/checks/describe-project.js';
import { RenderAbilities } from './render-abilities.js';
import { unknownAsset } from './unknown-asset.js';
import type { VideoRequest } from './video-request.js';

const SMALLER =
  'Send a smaller config: fewer scenes and elements, shorter lists to iterate over, and simpler ' +
  'expressions. The operator can raise the time with VIDEOCRAFT_LIMITS_VALIDATION_SECONDS.';
const NOT_DESCRIBED = 'The video is not estimated, and not searched for what may surprise.';
const BUSY = 'Too many requests wait to be checked. Send the same request again later.';
const RETRY_AFTER_SECONDS = '5';
const MAX_ISSUES = 100;

/** The input of a job. */
export interface Submission {
  readonly config: unknown;
  /** Null if the request contained the config. */
  readonly template: { readonly id: string; readonly revision: number } | null;
  readonly priority: number;
  readonly delivery: Delivery;
  /** Warnings about how the config was read. */
  readonly notes: readonly string[];
  /** IDs of the uploaded files that the video names. */
  readonly assets: readonly string[];
}

/** A self-contained config, and the priority of its job. */
export interface FilledConfig {
  readonly config: JsonText;
  readonly priority: number;
  readonly delivery: Delivery;
  readonly notes: readonly string[];
  readonly assets: readonly string[];
}

/** What is known of a video before it is made, with pointers into its config. */
export type VideoDescription = Omit<ProjectDescription, 'voices'>;

/** Turns requests for videos into valid configs. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly templates: TemplateStore,
    private readonly checker: ConfigChecker,
    private readonly destinations: DestinationRules,
    private readonly assets: AssetStore,
    private readonly abilities: RenderAbilities,
  ) {}

  /**
   * Validates a request for a video and fills in its template.
   *
   * @throws ApiError VALIDATION_ERROR with all issues; TEMPLATE_NOT_FOUND
   */
  async resolve(request: VideoRequest, key: Identity): Promise<Submission> {
    if ('config' in request) {
      const check = { kind: 'config', config: request.config } as const;
      return this.submissionOf(request.config, await this.check(check, key), key);
    }
    const { template: id, 'template-revision': revision, ...values } = request.templateRequest;
    const template = await this.findTemplate(id, revision, key);
    const items = [{ ...values, pointer: '' }];
    const [filled] = await this.fillIn({ ...template, pointer: '/template' }, items, key);
    return { ...filled!, template };
  }

  /**
   * Validates a request for a video, and describes it instead of making it.
   *
   * @throws ApiError VALIDATION_ERROR with all issues; TEMPLATE_NOT_FOUND
   */
  async describe(request: VideoRequest, key: Identity): Promise<VideoDescription> {
    const { config } = await this.resolve(request, key);
    const recognitionProblem = await this.abilities.recognitionProblem();
    try {
      const { doubts, voices, ...known } = await this.checker.describe({
        config: parsed(config),
        recognitionProblem,
      });
      return { ...known, doubts: [...doubts, ...(await this.abilities.voiceIssues(voices))] };
    } catch (error) {
      // The video can be made, whatever it takes to describe it.
      if (!(error instanceof CheckTooCostly)) throw toApiError(error);
      const message = `${NOT_DESCRIBED} ${error.message}`;
      return { seconds: null, estimate: new Map(), doubts: [{ pointer: '', message }] };
    }
  }

  /**
   * Checks a config with the defaults of the service and without local sources.
   *
   * @returns the input of a job, or null if there are issues
   * @throws ApiError VALIDATION_ERROR for a destination that the key may not use
   */
  async checkConfig(
    config: unknown,
    key: Identity,
  ): Promise<{ readonly issues: readonly Issue[]; readonly submission: Submission | null }> {
    const result = await this.run({ kind: 'config', config });
    if (!result.ok) return { issues: result.issues, submission: null };
    const issues = await this.unknownAssets(result.assets, key);
    if (issues.length > 0) return { issues, submission: null };
    return { issues, submission: this.submissionOf(config, result, key) };
  }

  /**
   * Returns the self-contained configs of one video for each item.
   *
   * @throws ApiError VALIDATION_ERROR with the issues of all items
   */
  async fillIn(
    template: ConfigTemplate,
    items: readonly TemplateValues[],
    key: Identity,
  ): Promise<FilledConfig[]> {
    const { config, variables, pointer } = template;
    const { configs, priorities, deliveries, notes, assets } = await this.check(
      { kind: 'fill', template: { config, variables, pointer }, items },
      key,
    );
    this.destinations.requireAllowed(
      key,
      deliveries.map((delivery, index) => ({ delivery, pointer: items[index]!.pointer + pointer })),
    );
    return configs.map((text, index) => ({
      config: new JsonText(text),
      priority: priorities[index]!,
      delivery: deliveries[index]!,
      notes: notes[index]!,
      assets: idsOf(assets[index]!),
    }));
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

  /** @throws ApiError VALIDATION_ERROR for a destination that the key may not use */
  private submissionOf(
    config: unknown,
    { priorities, deliveries, notes, assets }: CheckResult & { readonly ok: true },
    key: Identity,
  ): Submission {
    const [priority, delivery] = [priorities[0]!, deliveries[0]!];
    this.destinations.requireAllowed(key, [{ delivery, pointer: '' }]);
    const own = { priority, delivery, notes: notes[0]!, assets: idsOf(assets[0]!) };
    return { config, template: null, ...own };
  }

  /** @throws ApiError VALIDATION_ERROR */
  private async check(
    check: ConfigCheck,
    key: Identity,
  ): Promise<CheckResult & { readonly ok: true }> {
    const result = await this.run(check);
    if (!result.ok) throw ApiError.validation(result.issues);
    const unknown = await this.unknownAssets(result.assets, key);
    if (unknown.length > 0) throw ApiError.validation(unknown);
    return result;
  }

  /** An asset of another key is as unknown as one that does not exist, also for administrators. */
  private async unknownAssets(
    assets: readonly (readonly AssetUse[])[],
    key: Identity,
  ): Promise<Issue[]> {
    const uses = assets.flat();
    if (uses.length === 0) return [];
    const known = await this.assets.known([...new Set(idsOf(uses))], key.id);
    return uses
      .filter(({ id }) => !known.has(id))
      .slice(0, MAX_ISSUES)
      .map(({ id, pointer }) => ({ pointer, message: unknownAsset(id) }));
  }

  private async issuesOf(check: ConfigCheck): Promise<readonly Issue[]> {
    const result = await this.run(check);
    return result.ok ? [] : result.issues;
  }

  private async run(check: ConfigCheck): Promise<CheckResult> {
    try {
      return await this.checker.run(check);
    } catch (error) {
      throw toApiError(error);
    }
  }
}

function toApiError(error: unknown): unknown {
  if (error instanceof CheckTooCostly) {
    return ApiError.validation([{ pointer: '', message: `${error.message} ${SMALLER}` }]);
  }
  if (!(error instanceof CheckerBusy)) return error;
  return new ApiError('SERVICE_UNAVAILABLE', BUSY, {
    headers: { 'Retry-After': RETRY_AFTER_SECONDS },
    cause: error,
  });
}

/** The config of a template as JSON. */
function parsed(config: unknown): unknown {
  return config instanceof JsonText ? JSON.parse(config.text) : config;
}

function idsOf(uses: readonly AssetUse[]): string[] {
  return uses.map(({ id }) => id);
}
