import type { Issue } from '../../fields/issues.js';
import type { FactsOfSources } from '../types/source-facts.js';
import type { JsonObject } from '../../util/json-object.js';

/** What an importer knows of this installation. */
export interface ImportOptions {
  /** The canonical name of an installed font family, with aliases resolved, or null. */
  readonly resolveFont: (family: string) => string | null;
  readonly fontFamilies: readonly string[];
  /** Whether a browser draws pages of HTML. Missing: there is none. */
  readonly drawsHtml?: boolean;
  /** Whether sources can be paths of files, as on the command line. */
  readonly localSources?: boolean;
  /**
   * What is known of the sources of the config. Missing: they will be fetched, and the config is translated again then if
   * the translation {@link Translation.awaitsSources awaits} that.
   */
  readonly facts?: FactsOfSources;
  /** Whether the config names its system, so that nothing about it is a guess. */
  readonly isNamed: boolean;
}

/** A config of another system as a video config. */
export interface Translation {
  /** The video config. It is checked afterwards, so an importer may leave values as they are. */
  readonly config: unknown;
  /** What can't be translated, at pointers of the original. */
  readonly issues: readonly Issue[];
  /** What is approximated, guessed, or left out: warnings at pointers of the original. */
  readonly notes: readonly Issue[];
  /** Converts a pointer in the video config to one in the original. */
  readonly originOf: (pointer: string) => string;
  /** Whether the video differs once the sources are known, such as its size. Missing: it does not. */
  readonly awaitsSources?: boolean;
}

/** Reads the configs of one other system. Importers are pure, never throw, and their work grows with the config only. */
export interface Importer {
  /** The value of the root field `format` that names the system. */
  readonly format: string;
  /** The name of the system in messages. */
  readonly system: string;
  /**
   * Whether variables, conditions, and iterations have the syntax and the meaning of a video config. If so, they are
   * filled in before the translation. Otherwise, the importer fills in those of its system.
   */
  readonly sharesVariables: boolean;
  /** Changes what means something else in a video config, before its variables are filled in. Places stay where they are. */
  prepare?(config: unknown): unknown;
  /** Whether the configs can have `modifications`, which the importer applies. */
  readonly hasModifications?: boolean;
  /** True if a config has the shape of the system, so that it can't be a video config. Must be quick. */
  isFormat(config: JsonObject): boolean;
  /** For a config without a distinct shape: what would differ if it was one of the system. Must be quick. */
  doubts?(config: JsonObject): readonly Issue[];
  /** @param config the config, whose nesting is bounded, without `format` and the fields for this service */
  translate(config: JsonObject, options: ImportOptions): Translation;
}
