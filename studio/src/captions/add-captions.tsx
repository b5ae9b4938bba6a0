import { useState } from 'preact/hooks';
import { video } from '../document/index.js';
import { addSubtitles } from '../document/subtitles.js';
import { paceWords } from '../timeline/pace-words.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { timeline } from '../timeline/timeline-store.js';
import { milliseconds } from './transcript.js';

/** For a video without captions: takes them from its speech, or from a text. */
export function AddCaptions() {
  const [script, setScript] = useState('');
  const words = texts.captions.add;
  const hasSpeech = timeline.value?.sounds.some(({ is_speech: isSpeech }) => isSpeech) ?? false;
  const text = script.trim();
  const add = () => {
    video.transact(() => {
      if (text === '') addSubtitles(video, {});
      else if (hasSpeech) addSubtitles(video, { text });
      else addSubtitles(video, { words: given(text, timeline.value?.duration_seconds ?? null) });
    });
  };
  return (
    <div class="add-captions">
      <h2>{words.heading}</h2>
      <p>{hasSpeech ? words.aboutSpeech : words.about}</p>
      <Field
        label={hasSpeech ? words.script : words.words}
        help={hasSpeech ? words.scriptHelp : words.wordsHelp}
      >
        {(attributes) => (
          <textarea
            dir="auto"
            {...attributes}
            class="control"
            rows={6}
            value={script}
            onInput={({ currentTarget }) => setScript(currentTarget.value)}
          />
        )}
      </Field>
      <Button variant="primary" icon="captions" disabled={text === '' && !hasSpeech} onClick={add}>
        {words.submit}
      </Button>
    </div>
  );
}

/** Words at a reading pace, faster if they would not fit the video. */
function given(text: string, seconds: number | null) {
  const words = paceWords(text);
  const end = words.at(-1)?.end ?? 0;
  const scale = seconds === null || end <= seconds ? 1 : seconds / end;
  return words.map(({ word, ...times }) => ({
    word,
    start: milliseconds(times.start * scale),
    end: milliseconds(times.end * scale),
  }));
}
