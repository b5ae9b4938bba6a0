import { useEffect, useState } from 'preact/hooks';
import type { Asset } from '../api/index.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { Choices } from '../ui/choices.js';
import { Dialog } from '../ui/dialog.js';
import { Field } from '../ui/field.js';
import { Switch } from '../ui/switch.js';
import { guessSound } from '../uploads/guess-sound.js';
import type { SoundUse } from './add-to-video.js';

export interface SoundDialogProps {
  /** Null: the dialog is closed. */
  readonly asset: Asset | null;
  readonly onAdd: (sound: SoundUse) => void;
  readonly onClose: () => void;
}

/** Asks what a sound is, because speech, music, and effects are added in different ways. */
export function SoundDialog({ asset, onAdd, onClose }: SoundDialogProps) {
  const [use, setUse] = useState<SoundUse['use']>('speech');
  const [script, setScript] = useState('');
  const [hasCaptions, setHasCaptions] = useState(true);
  const words = texts.files.sound;
  useEffect(() => {
    if (asset === null) return;
    setUse(guessSound(asset.name));
    setScript('');
  }, [asset]);
  const submit = () => onAdd(use === 'speech' ? { use, script, hasCaptions } : { use });
  return (
    <Dialog
      heading={words.heading(asset?.name ?? '')}
      isOpen={asset !== null}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" onClick={submit}>
            {words.add}
          </Button>
        </>
      }
    >
      <Choices
        label={words.question}
        layout="cards"
        value={use}
        onValue={setUse}
        choices={[
          { value: 'speech', label: words.speech, about: words.speechAbout },
          { value: 'music', label: words.music, about: words.musicAbout },
          { value: 'effect', label: words.effect, about: words.effectAbout },
        ]}
      />
      {use === 'speech' && (
        <>
          <Field label={words.script} help={words.scriptHelp}>
            {(attributes) => (
              <textarea
                dir="auto"
                {...attributes}
                class="control"
                rows={4}
                value={script}
                onInput={({ currentTarget }) => setScript(currentTarget.value)}
              />
            )}
          </Field>
          <Switch label={words.withCaptions} isOn={hasCaptions} onChange={setHasCaptions} />
        </>
      )}
    </Dialog>
  );
}
