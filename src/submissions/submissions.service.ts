import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import type { Issue } from '../core/fields/issues.js';
import {
  type DeclaredVariable,
  fillVariables,
} from '../core/project/variables/declared-variables.js';
import { FontCatalogue } from '../engine/fonts/font-catalogue.js';
import type { Template } from '../engine/templates/template.js';
import { TemplateStore } from '../engine/templates/template-store.js';
import type { Identity } from '../http/access.js';
import { ApiError } from '../http/errors/api-error.js';
import { isUuid } from '../http/is-uuid.js';
import { checkTemplate, parseConfig, type ParseSettings } from '../pipeline/parse-config.js';
import { namesTemplate, readTemplateRequest } from './video-request.js';

/** What a job is made of. */
export interface Submission {
  readonly config: unknown;
  /** Null: a config that came with the request. */
  readonly template: { readonly id: string; readonly revision: number } | null;
}

/** A config to fill, and where in a request its issues are said to be. */
export interface Source {
  readonly config: unknown;
  readonly variables: readonly DeclaredVariable[];
  readonly pointer: string;
}

/** One video of a source. */
export interface Item {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly 'client-data': unknown;
  /** Where it stands in the request. */
  readonly pointer: string;
}

/** Makes what is asked for into configs that can be rendered, and says what is wrong with the rest. */
@Injectable()
export class Submissions {
  private readonly settings: ParseSettings;

  constructor(
    private readonly templates: TemplateStore,
    @Inject(CONFIG) config: Config,
    private readonly fonts: FontCatalogue,
  ) {
    this.settings = { subtitleDefaults: config.subtitles, localSources: false };
  }

  /**
   * The submission that a body is: a video config, or a template with variables.
   *
   * @throws ApiError VALIDATION_ERROR with all issues; TEMPLATE_NOT_FOUND
   */
  async read(body: unknown, key: Identity): Promise<Submission> {
    if (!namesTemplate(body)) {
      const parsed = parseConfig(body, this.fonts, this.settings);
      if (!parsed.ok) throw ApiError.validation(parsed.issues);
      return { config: body, template: null };
    }
    const request = readTemplateRequest(body);
    const template = await this.template(request.template, request['template-revision'], key);
    const source = { ...template, pointer: '/template' };
    const filled = this.configOf(source, { ...request, pointer: '' });
    if (!filled.ok) throw ApiError.validation(filled.issues);
    return { config: filled.config, template };
  }

  /**
   * A config with the variables of one video, complete in itself, and how many scenes and elements it
   * becomes; or what is wrong with it.
   */
  configOf(
    source: Source,
    { pointer, variables, 'client-data': clientData }: Item,
  ): { ok: true; config: unknown; parts: number } | { ok: false; issues: readonly Issue[] } {
    const filled = fillVariables(source.config, source.variables, variables);
    if (!filled.ok) return { ok: false, issues: below(`${pointer}/variables`, filled.issues) };
    const config = clientData === null ? filled.config : withClientData(filled.config, clientData);
    const parsed = parseConfig(config, this.fonts, this.settings);
    if (!parsed.ok) {
      return { ok: false, issues: below(`${pointer}${source.pointer}`, parsed.issues) };
    }
    const { scenes, elements } = parsed.project;
    const inScenes = scenes.reduce((sum, scene) => sum + 1 + scene.elements.length, 0);
    return { ok: true, config, parts: inScenes + elements.length };
  }

  /**
   * A template that the caller may see.
   *
   * @param revision null: the latest
   * @throws ApiError TEMPLATE_NOT_FOUND, in the same words when it is somebody else's
   */
  async template(id: string, revision: number | null, key: Identity): Promise<Template> {
    const template = isUuid(id) ? await this.templates.find(id, revision) : null;
    if (template && (key.isAdmin || template.keyId === key.id)) return template;
    throw new ApiError(
      'TEMPLATE_NOT_FOUND',
      'There is none of this id and revision among those of your key.',
    );
  }

  /** What is wrong in a config that is to be kept as a template. */
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

function below(pointer: string, issues: readonly Issue[]): Issue[] {
  return issues.map((issue) => ({ ...issue, pointer: `${pointer}${issue.pointer}` }));
}

/** The data of a video stand for those of its template, in whichever spelling it has them. */
function withClientData(config: object, clientData: unknown): object {
  const { client_data: _, ...rest } = config as Record<string, unknown>;
  return { ...rest, 'client-data': clientData };
}
