import { NO_CONTEXT } from '../../core/fields/context.js';
import type { Fields, ValuesOf } from '../../core/fields/composites.js';
import { object } from '../../core/fields/composites.js';
import { type Field, REFUSED } from '../../core/fields/field.js';
import { Issues } from '../../core/fields/issues.js';
import type { KeyScope } from '../../http/access/key-scopes.js';
import { type ToolCall, ToolRefusal } from '../work/agent-work.js';

/** A part of an answer, in the form of the protocol. */
export type AnswerPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image'; readonly data: string; readonly mimeType: string };

/** Hints for clients that ask before they call. */
export interface ToolHints {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  /** Whether the tool reaches the network, for the sources of a config. */
  readonly openWorldHint: boolean;
}

/** A tool, whatever its arguments are. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly hints: ToolHints;
  /** The scopes that a key needs. */
  readonly scopes: readonly KeyScope[];
  readonly inputSchema: object;
  run(args: unknown, call: ToolCall): Promise<readonly AnswerPart[]>;
}

interface ToolDefinition<F extends Fields> extends Omit<Tool, 'inputSchema' | 'run'> {
  /** The arguments. Their names are single words, so that they have one spelling. */
  readonly fields: F;
  readonly answer: (args: ValuesOf<F>, call: ToolCall) => Promise<string | readonly AnswerPart[]>;
}

/** Hints of a tool that only reads. */
export const READS: ToolHints = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** Makes a tool whose arguments are read as strictly as configs, with the same messages. */
export function tool<const F extends Record<string, Field<unknown>>>({
  fields,
  answer,
  ...rest
}: ToolDefinition<F>): Tool {
  const args = object(fields);
  return {
    ...rest,
    inputSchema: args.schema,
    async run(given, call) {
      const answered = await answer(readArguments(args, given), call);
      return typeof answered === 'string' ? [{ type: 'text', text: answered }] : answered;
    },
  };
}

/** @throws ToolRefusal with all issues */
function readArguments<T>(field: Field<T>, given: unknown): T {
  const issues = new Issues();
  const place = { pointer: '', name: 'arguments', issues, context: NO_CONTEXT };
  const read = field.tryRead(given ?? {}, place);
  if (read === REFUSED) throw ToolRefusal.because('INVALID_ARGUMENTS', 'Expected an object.');
  if (issues.count > 0) throw new ToolRefusal('INVALID_ARGUMENTS', issues.all());
  return read;
}
