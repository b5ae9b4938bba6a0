import { useState } from 'preact/hooks';
import { useAction } from '../../api/index.js';
import { template, video } from '../../document/index.js';
import { hrefOf } from '../../routing/router.js';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { TextField } from '../../ui/field.js';
import { showToast } from '../../ui/toast.js';
import { writeValue } from './read-value.js';
import { type Conflict, conflictOf, saveAsNew, saveRevision } from './save-template.js';
import { type Variable, variablesOf } from './variables.js';

type Target = 'revision' | 'new';

/** Keeps the video of the workbench in the service: as a template, or as the next revision of the one that it is from. */
export function SaveTemplateDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const known = template.value;
  const [target, setTarget] = useState<Target>(known === null ? 'new' : 'revision');
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { run, isBusy, error } = useAction();
  const words = texts.runs.templates;
  const conflict = target === 'revision' ? conflictOf(error) : null;
  const variables = isOpen ? variablesOf(video.value.value) : [];

  const save = (overwrites = false) =>
    run(async () => {
      const wanted = name.trim();
      setMissing(target === 'new' && wanted === '');
      if (target === 'new' && wanted === '') return;
      const message =
        target === 'new'
          ? await saveAsNew(wanted).then(() => words.saved(wanted))
          : words.updated_(await saveRevision(overwrites));
      onClose();
      showToast(message, { action: <a href={hrefOf(['templates'])}>{words.show}</a> });
    });

  return (
    <Dialog
      heading={words.saveHeading}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{texts.ui.cancel}</Button>
          {conflict === 'newer' ? (
            <Button variant="danger" isBusy={isBusy} onClick={() => void save(true)}>
              {words.saveAnyway}
            </Button>
          ) : (
            <Button variant="primary" isBusy={isBusy} onClick={() => void save()}>
              {words.save}
            </Button>
          )}
        </>
      }
    >
      <p>{words.saveAbout}</p>
      {known !== null && (
        <Choices
          label={words.saveIn}
          layout="cards"
          value={target}
          onValue={setTarget}
          choices={[
            {
              value: 'revision',
              label: words.newRevision(known.name),
              about: words.newRevisionAbout(known.revision),
            },
            { value: 'new', label: words.newTemplate, about: words.newTemplateAbout },
          ]}
        />
      )}
      {target === 'new' && (
        <TextField
          label={words.name}
          value={name}
          onValue={setName}
          error={isMissing ? words.nameMissing : null}
        />
      )}
      <VariableList variables={variables} />
      {conflict !== null && <ConflictNotice conflict={conflict} name={known?.name ?? ''} />}
      {error !== null && conflict === null && <ErrorNotice error={error} />}
    </Dialog>
  );
}

function ConflictNotice({ conflict, name }: { conflict: Conflict; name: string }) {
  const words = texts.runs.templates;
  return (
    <div role="alert">
      <p>
        <strong>{conflict === 'newer' ? words.conflict(name) : words.gone(name)}</strong>
      </p>
      {conflict === 'newer' && <p>{words.conflictAbout}</p>}
    </div>
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
