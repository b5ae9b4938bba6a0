import { object, type ValuesOf } from '../../fields/composites.js';
import type { Field } from '../../fields/field.js';
import type { JsonObject } from '../../util/json-object.js';

/** A size in pixels of the output. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a component can say about its settings, besides what their fields say. */
export type Refuse = (setting: string, message: string) => void;

/** A template of elements that are made from a few settings. */
export interface Component {
  readonly name: string;
  /** What it shows, as a sentence. */
  readonly description: string;
  readonly settings: Field<unknown>;
  /** Fields of the group, as a config has them, unless the author sets them. */
  readonly place: JsonObject;
  /** Settings that show what it can do. */
  readonly example: JsonObject;
  /**
   * Makes the elements of the group, as a config has them. Their number has a bound.
   *
   * @param settings what `settings` read
   */
  readonly build: (settings: never, size: Size, refuse: Refuse) => readonly JsonObject[];
}

interface Declaration<F extends Record<string, Field<unknown>>> extends Omit<
  Component,
  'settings' | 'build'
> {
  readonly settings: F;
  readonly build: (settings: ValuesOf<F>, size: Size, refuse: Refuse) => readonly JsonObject[];
}

/** Declares a component. The schema, the checks, and the table of the docs come from its fields. */
export function component<const F extends Record<string, Field<unknown>>>({
  settings,
  ...rest
}: Declaration<F>): Component {
  return { ...rest, settings: object(settings, { title: `${rest.name}-settings` }) };
}
