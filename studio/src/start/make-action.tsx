import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, client, isAbort } from '../api/index.js';
import { pictures } from '../pictures/make-still.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { showToast } from '../ui/toast.js';
import { draftFiles, pace, script } from './draft.js';
import {
  makeVideo,
  materialOf,
  planByWords,
  type Step,
  UploadsFailed,
  WordsUnknown,
} from './make-video.js';
import { openVideo } from '../opening/open-video.js';
import { paceWords } from '../timeline/pace-words.js';

/** The button that makes the video, with what is missing, what happens, and what failed. */
export function MakeAction() {
  const [step, setStep] = useState<Step | null>(null);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<AbortController | null>(null);
  const words = texts.start.make;
  useEffect(() => () => running.current?.abort(), []);

  async function make(hasCaptions: boolean): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setError(null);
    // The service makes only a few previews of a key at the same time.
    pictures.hold();
    try {
      const options = { hasCaptions, signal: controller.signal, onStep: setStep };
      const { text, hasWords, unusedPictures } = await makeVideo(client.peek()!, options);
      if (controller.signal.aborted) return;
      const onOpened = () => {
        if (unusedPictures > 0) showToast(words.unusedPictures(unusedPictures), { stays: true });
      };
      openVideo(text, { panel: hasWords ? 'captions' : 'form', onOpened });
    } catch (failure) {
      if (!isAbort(failure)) setError(failure);
    } finally {
      pictures.release();
      setStep(null);
    }
  }

  const used = draftFiles.value.filter(({ use }) => !['none', 'music', 'font'].includes(use));
  const isEmpty = script.value.trim() === '' && used.length === 0;
  return (
    <div class="make-action">
      <p class="make-summary" role="status">
        {step === null ? isEmpty ? words.empty : <Summary /> : words.steps[step]}
      </p>
      {error !== null && <Failure error={error} onWithoutCaptions={() => void make(false)} />}
      {step === null ? (
        <Button variant="primary" icon="play" disabled={isEmpty} onClick={() => void make(true)}>
          {words.submit}
        </Button>
      ) : (
        <Button onClick={() => running.current?.abort()}>{words.cancel}</Button>
      )}
    </div>
  );
}

/** What the video will be, as far as it is known. */
function Summary() {
  const words = texts.start.make;
  const files = draftFiles.value;
  if (files.some(({ use }) => use === 'speech')) {
    return <>{script.value.trim() === '' ? words.bySpeech : words.byScriptAndSpeech}</>;
  }
  if (files.some(({ use }) => use === 'captions')) return <>{words.byCaptions}</>;
  const said = paceWords(script.value, pace.value);
  if (said.length === 0) return <>{words.byPictures}</>;
  const material = { ...materialOf(), pictures: [] };
  const count = files.filter(({ use }) => use === 'picture').length;
  const pictures = Array.from({ length: count }, () => ({ src: '', kind: 'image' as const }));
  const { seconds, starts } = planByWords(said, { ...material, pictures });
  return <>{words.byPace(Math.round(seconds), starts.length)}</>;
}

function Failure({ error, onWithoutCaptions }: { error: unknown; onWithoutCaptions: () => void }) {
  const words = texts.start.make;
  if (error instanceof UploadsFailed) {
    return (
      <p class="upload-error" role="alert">
        {words.uploadsFailed}
      </p>
    );
  }
  const isRefused = error instanceof ApiError && error.code === 'TIMING_UNAVAILABLE';
  if (!isRefused && !(error instanceof WordsUnknown)) return <ErrorNotice error={error} />;
  return (
    <div class="make-choice" role="alert">
      <p>
        <strong>{words.noWords}</strong> {words.noWordsAbout}
      </p>
      <Button onClick={onWithoutCaptions}>{words.withoutCaptions}</Button>
    </div>
  );
}
