import { useState } from 'preact/hooks';
import { ApiError, client, useAction, type VideoRequest } from '../../api/index.js';
import { navigate } from '../../routing/router.js';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { readValue } from './read-value.js';
import { requestOf, type Source } from './source.js';
import { isOpenType } from './use-types.js';
import { TypeChoice } from './type-choice.js';
import { VariableField } from './variable-field.js';
import type { VariableType } from './variables.js';

export interface RunFormProps {
  readonly source: Source;
  readonly onType: (name: string, type: VariableType) => void;
}

/** A form for the variables of one video. */
export function OneForm({ source, onType }: RunFormProps) {
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const { run, isBusy, error } = useAction();
  const words = texts.runs;

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const { variables, found } = read(source, values);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    await run(async () => {
      try {
        const request = requestOf(source, variables) as VideoRequest;
        const job = await client.peek()!.videos.create(request);
        navigate(['jobs', job.job_id]);
      } catch (caught) {
        setProblems(problemsIn(caught));
        throw caught;
      }
    });
  }

  return (
    <form class="runs-form" noValidate onSubmit={(event) => void submit(event)}>
      {source.variables.map((variable) => (
        <div key={variable.name} class="runs-field">
          <VariableField
            variable={variable}
            value={values[variable.name] ?? ''}
            error={problems[variable.name]}
            onValue={(value) => setValues((before) => ({ ...before, [variable.name]: value }))}
          />
          {isOpenType(source, variable) && (
            <TypeChoice variable={variable} onType={(type) => onType(variable.name, type)} />
          )}
        </div>
      ))}
      {error !== null && <ErrorNotice error={error} />}
      <div>
        <Button variant="primary" type="submit" icon="play" isBusy={isBusy}>
          {words.renderOne}
        </Button>
      </div>
    </form>
  );
}

function read({ variables }: Source, texts_: Readonly<Record<string, string>>) {
  const values: Record<string, unknown> = {};
  const found: Record<string, string> = {};
  for (const variable of variables) {
    const text = texts_[variable.name] ?? '';
    if (text === '') {
      if (variable.default === undefined && !variable.isOptional)
        found[variable.name] = texts.runs.missing;
      continue;
    }
    const result = readValue(text, variable.type);
    if (result.isValid) values[variable.name] = result.value;
    else found[variable.name] = result.problem;
  }
  return { variables: values, found };
}

/** What the service says of single variables. */
function problemsIn(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  const own = error.errors.flatMap(({ pointer, message }) => {
    const name = /^\/variables\/([^/]+)/.exec(pointer)?.[1];
    return name === undefined ? [] : [[name, message] as const];
  });
  return Object.fromEntries(own);
}
