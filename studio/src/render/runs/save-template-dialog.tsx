import { useState } from 'preact/hooks';
import { client, type TemplateContent, useAction } from '../../api/index.js';
import { video } from '../../document/index.js';
import { hrefOf } from '../../routing/router.js';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { TextField } from '../../ui/field.js';
import { showToast } from '../../ui/toast.js';
import { writeValue } from './read-value.js';
import { type Variable, variablesOf } from './variables.js';

/** Keeps the video of the workbench in the service, with what its variables are. */
export function SaveTemplateDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { run, isBusy, error } = useAction();
  const words = texts.runs.templates;
  const variables = isOpen ? variablesOf(video.value.value) : [];

  const save = () =>
    run(async () => {
      setMissing(name.trim() === '');
      if (name.trim() === '') return;
      await client.peek()!.templates.create(contentOf(name.trim()));
      onClose();
      showToast(words.saved(name.trim()), {
        action: <a href={hrefOf(['templates'])}>{words.show}</a>,
      });
    });

  return (
    <Dialog
      heading={words.saveHeading}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{texts.ui.cancel}</Button>
          <Button variant="primary" isBusy={isBusy} onClick={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <p>{words.saveAbout}</p>
      <TextField
        label={words.name}
        value={name}
        onValue={setName}
        error={isMissing ? words.nameMissing : null}
      />
      <VariableList variables={variables} />
      {error !== null && <ErrorNotice error={error} />}
    </Dialog>
  );
}

function VariableList({ variables }: { variables: readonly Variable[] }) {
  const words = texts.runs;
  if (variables.length === 0) return <p>{words.templates.noVariables}</p>;
  return (
    <section>
      <h3>{words.templates.declared}</h3>
      <ul>
        {variables.map(({ name, type, default: fallback, isOptional }) => (
          <li key={name}>
            <code>{name}</code>: {words.types[type]}
            {fallback !== undefined && `. ${words.byDefault(writeValue(fallback))}`}
            {fallback === undefined && !isOptional && `, ${words.required}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The video of the workbench as a template. */
export function contentOf(name: string): TemplateContent {
  const config = video.value.peek() as TemplateContent['config'];
  const variables = variablesOf(config);
  // A declared variable without a default is required, so one that is optional cannot be declared.
  const canDeclare = variables.every(
    ({ default: known, isOptional }) => !isOptional || known !== undefined,
  );
  if (!canDeclare) return { name, config };
  return {
    name,
    config,
    variables: variables.map(({ name: each, type, default: fallback }) => ({
      ...{ name: each, type },
      ...(fallback === undefined ? {} : { default: fallback as never }),
    })),
  };
}
