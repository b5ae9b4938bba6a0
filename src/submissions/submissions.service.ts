import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import type { Issue } from '../core/fields/issues.js';
import type { Project } from '../core/project/types/index.js';
import {
  type DeclaredVariable,
  fillVariables,
} from '../core/project/variables/declared-variables.js';
import { FontCatalog } from '../engine/fonts/font-catalog.js';
import type { Template } from '../engine/templates/template.js';
import { TemplateStore } from '../engine/templates/template-store.js';
import type { Identity } from '../http/access/access.js';
import { findVisible } from '../http/access/visibility.js';
import { ApiError } from '../http/errors/api-error.js';
import { checkTemplate, parseConfig, type ParseSettings } from '../pipeline/parse-config.js';
import type { VideoRequest } from './video-request.js';

/** The input of a job. */
export interface Submission {
  readonly config: unknown;
  /** Null if the request contained the config. */
  readonly template: { readonly id: string; readonly revision: number } | null;
}

/** A config with variables. */
export interface ConfigTemplate {
  readonly config: unknown;
  readonly variables: readonly DeclaredVariable[];
  /** JSON pointer for the issues of the config: the field of the request that contains or names it. */
  readonly pointer: string;
}

/** The values that turn a `ConfigTemplate` into one video. */
export interface TemplateValues {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly 'client-data': unknown;
  /** JSON pointer of the values in the request. */
  readonly pointer: string;
}

export type FilledTemplate =
  | {
      readonly ok: true;
      readonly config: unknown;
      /** The number of scenes and elements. */
      readonly partCount: number;
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Turns requests for videos into valid configs. */
@Injectable()
export class SubmissionsService {
  private readonly settings: ParseSettings;

  constructor(
    private readonly templates: TemplateStore,
    @Inject(CONFIG) config: Config,
    private readonly fonts: FontCatalog,
  ) {
    this.settings = {
      subtitleDefaults: config.subtitles,
      localSources: false,
      limits: config.limits,
    };
  }

  /**
   * Validates a request for a video and fills in its template.
   *
   * @throws ApiError VALIDATION_ERROR with all issues; TEMPLATE_NOT_FOUND
   */
  async resolve(request: VideoRequest, key: Identity): Promise<Submission> {
    if ('config' in request) {
      const parsed = this.parse(request.config);
      if (!parsed.ok) throw ApiError.validation(parsed.issues);
      return { config: request.config, template: null };
    }
    const { template: id, 'template-revision': revision, ...values } = request.templateRequest;
    const template = await this.findTemplate(id, revision, key);
    const filled = this.fillTemplate(
      { ...template, pointer: '/template' },
      { ...values, pointer: '' },
    );
    if (!filled.ok) throw ApiError.validation(filled.issues);
    return { config: filled.config, template };
  }

  /** Parses a config with the defaults of the service and without local sources. */
  parse(config: unknown): ReturnType<typeof parseConfig> {
    return parseConfig(config, this.fonts, this.settings);
  }

  /** Returns the self-contained config of one video, or all issues of its values and its config. */
  fillTemplate(
    template: ConfigTemplate,
    { pointer, variables, 'client-data': clientData }: TemplateValues,
  ): FilledTemplate {
    const filled = fillVariables(template.config, template.variables, variables);
    if (!filled.ok) return { ok: false, issues: prefixed(`${pointer}/variables`, filled.issues) };
    const config = clientData === null ? filled.config : withClientData(filled.config, clientData);
    const parsed = this.parse(config);
    if (!parsed.ok) {
      return { ok: false, issues: prefixed(`${pointer}${template.pointer}`, parsed.issues) };
    }
    return { ok: true, config, partCount: countParts(parsed.project) };
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

  /** Validates a config before it is stored as a template. */
  templateIssues(config: unknown, declared: readonly DeclaredVariable[]): readonly Issue[] {
    const names = new Set(declared.map(({ name }) => name));
    const defaults = declared.flatMap(({ name, default: value }) =>
      value === undefined ? [] : [[name, value] as const],
    );
    const filled = fillVariables(config, [], Object.fromEntries(defaults));
    return checkTemplate(
      filled.ok ? filled.config : config,
      this.fonts,
      this.settings,
      (name) => names.size === 0 || names.has(name),
    );
  }
}

/** Issues of a part of the request, with pointers from its root. */
export function prefixed(pointer: string, issues: readonly Issue[]): Issue[] {
  return issues.map((issue) => ({ ...issue, pointer: `${pointer}${issue.pointer}` }));
}

function countParts({ scenes, elements }: Project): number {
  return scenes.reduce((sum, scene) => sum + 1 + scene.elements.length, elements.length);
}

/** Replaces the client data of the template, whichever spelling of the field it uses. */
function withClientData(config: object, clientData: unknown): object {
  const { client_data: _, ...rest } = config as Record<string, unknown>;
  return { ...rest, 'client-data': clientData };
}
