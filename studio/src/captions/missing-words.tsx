import { useState } from 'preact/hooks';
import { video } from '../document/index.js';
import { findSubtitles } from '../document/subtitles.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { reloadTimeline } from '../timeline/timeline-store.js';

export interface MissingWordsProps {
  /** What the service says. */
  readonly details: string;
  /** The element that speaks. */
  readonly pointer: string;
}

/** Asks for the script of a speech that the service cannot write down. */
export function MissingWords({ details, pointer }: MissingWordsProps) {
  const [script, setScript] = useState('');
  const words = texts.captions.missing;
  const write = () => {
    const type = (video.valueAt(pointer) as { type?: unknown } | undefined)?.type;
    const place = type === 'audio' ? pointer : findSubtitles(video.value.peek());
    video.edit(`${place}/text`, script.trim());
  };
  return (
    <div class="missing-words">
      <h2>{words.heading}</h2>
      <p>{details}</p>
      <Field label={words.label} help={words.help}>
        {(attributes) => (
          <textarea
            dir="auto"
            {...attributes}
            class="control"
            rows={8}
            value={script}
            onInput={({ currentTarget }) => setScript(currentTarget.value)}
          />
        )}
      </Field>
      <div class="missing-actions">
        <Button onClick={reloadTimeline}>{texts.errors.retry}</Button>
        <Button variant="primary" disabled={script.trim() === ''} onClick={write}>
          {words.submit}
        </Button>
      </div>
    </div>
  );
}
