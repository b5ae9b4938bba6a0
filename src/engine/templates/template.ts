import type { DeclaredVariable } from '../../core/project/variables/declared-variables.js';

/** A template in a list. */
export interface TemplateSummary {
  readonly id: string;
  readonly keyId: string;
  readonly name: string;
  /** Increases by one with each change. */
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One revision of a template. */
export interface Template extends TemplateSummary {
  /** The video config, with expressions. */
  readonly config: unknown;
  readonly variables: readonly DeclaredVariable[];
}

/** The content of a new revision. */
export type TemplateContent = Pick<Template, 'name' | 'config' | 'variables'>;
