import { ChooseFiles } from '../uploads/choose-files.js';
import { useFileTaker } from '../uploads/use-file-taker.js';
import '../uploads/upload-list.css';
import { location } from '../routing/router.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { Choices } from '../ui/choices.js';
import { Field } from '../ui/field.js';
import { addDraftFiles, clearDraft, draftFiles, format, pace, script } from './draft.js';
import { DraftFileList } from './draft-file-list.js';
import { FORMATS } from './formats.js';
import { LookChoice } from './look-choice.js';
import { MakeAction } from './make-action.js';
import './new-video.css';
import { ReplaceDialog } from '../opening/open-video.js';

const PACES = ['0.85', '1', '1.2'] as const;

/** Prepares a video from a script, from files, or from both. */
export default function NewVideo() {
  const words = texts.start;
  const isFromScript = location.value.path[1] === 'script';
  useFileTaker(addFiles);
  const parts = [<ScriptPart key="script" />, <FilesPart key="files" isFirst={!isFromScript} />];
  const isStarted = script.value !== '' || draftFiles.value.length > 0;
  return (
    <div class="new-video">
      <header>
        <h1 tabIndex={-1}>{isFromScript ? words.fromScript.title : words.fromFiles.title}</h1>
        {isStarted && (
          <Button variant="quiet" icon="undo" onClick={clearDraft}>
            {words.clear}
          </Button>
        )}
      </header>
      <div class="new-video-material">{isFromScript ? parts : [...parts].reverse()}</div>
      <div class="new-video-look">
        <FormatChoice />
        <LookChoice />
        <MakeAction />
      </div>
      <ReplaceDialog />
    </div>
  );
}

function addFiles(files: readonly File[]): void {
  void addDraftFiles(files);
}

function ScriptPart() {
  const words = texts.start.script;
  const hasSpeech = draftFiles.value.some(({ use }) => use === 'speech' || use === 'captions');
  return (
    <section>
      <Field label={words.label} help={hasSpeech ? words.helpWithSpeech : words.help}>
        {(attributes) => (
          <textarea
            dir="auto"
            {...attributes}
            class="control script"
            rows={9}
            placeholder={words.placeholder}
            value={script.value}
            onInput={({ currentTarget }) => {
              script.value = currentTarget.value;
            }}
          />
        )}
      </Field>
      {!hasSpeech && script.value.trim() !== '' && (
        <Choices
          label={words.pace}
          value={String(pace.value) as (typeof PACES)[number]}
          onValue={(value) => {
            pace.value = Number(value);
          }}
          choices={PACES.map((value) => ({ value, label: words.paces[value] }))}
        />
      )}
    </section>
  );
}

function FilesPart({ isFirst }: { isFirst: boolean }) {
  const words = texts.start.files;
  return (
    <section>
      <h2>{words.heading}</h2>
      <DraftFileList />
      <div class={`draft-drop ${isFirst && draftFiles.value.length === 0 ? 'large' : ''}`}>
        <p>{words.about}</p>
        <ChooseFiles label={words.choose} onFiles={addFiles} />
      </div>
    </section>
  );
}

function FormatChoice() {
  const words = texts.start.format;
  return (
    <Choices
      label={words.label}
      value={format.value.id}
      onValue={(id) => {
        format.value = FORMATS.find((one) => one.id === id)!;
      }}
      choices={FORMATS.map(({ id }) => ({
        value: id,
        label: words.names[id],
        about: words.about[id],
        picture: <span class={`format-shape ${id}`} />,
      }))}
    />
  );
}
