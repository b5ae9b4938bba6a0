import { useEffect, useRef, useState } from 'preact/hooks';
import { type KeyRefusal, openSession } from '../api/session.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import './key-screen.css';

/** Where a key is entered. @param hasEnded whether the key of before no longer works */
export function KeyScreen({ hasEnded }: { hasEnded: boolean }) {
  const [key, setKey] = useState('');
  const [refusal, setRefusal] = useState<KeyRefusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const focusField = () => form.current?.querySelector('input')?.focus();

  useEffect(() => focusField(), []);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    const refused = await openSession(key.trim());
    if (refused === null) {
      // The button that had the focus is gone.
      document.querySelector<HTMLElement>('main')?.focus();
      return;
    }
    setBusy(false);
    setRefusal(refused);
    focusField();
  }

  const words = texts.app.key;
  return (
    <form class="key-screen" ref={form} onSubmit={(event) => void submit(event)}>
      <h1>{words.heading}</h1>
      {hasEnded ? (
        <p class="key-ended" role="alert">
          {words.ended}
        </p>
      ) : (
        <p>{words.about}</p>
      )}
      <TextField
        label={words.label}
        help={words.help}
        error={refusal && wordsOf(refusal)}
        type="password"
        name="key"
        spellcheck={false}
        value={key}
        onValue={setKey}
      />
      <Button variant="primary" type="submit" isBusy={isBusy}>
        {isBusy ? words.checking : words.submit}
      </Button>
    </form>
  );
}

function wordsOf(refusal: KeyRefusal): string {
  const words = texts.app.key;
  if (refusal.why === 'too-many') return words.tooMany(refusal.seconds);
  return refusal.why === 'unreachable' ? texts.errors.unreachable : words[refusal.why];
}
