import type { DeclaredVariable } from '../../core/project/variables/declared-variables.js';

/** A template as lists have it. */
export interface TemplateSummary {
  readonly id: string;
  readonly keyId: string;
  readonly name: string;
  /** Grows by one with each change. */
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A template at one of its revisions. */
export interface Template extends TemplateSummary {
  /** The video config, with expressions. */
  readonly config: unknown;
  readonly variables: readonly DeclaredVariable[];
}

/** What a new revision of a template holds. */
export type TemplateContent = Pick<Template, 'name' | 'config' | 'variables'>;
