import { useState } from 'preact/hooks';
import { ApiError } from '../api/index.js';
import { video } from '../document/index.js';
import { findSubtitles } from '../document/subtitles.js';
import { texts } from '../texts/index.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { Tabs } from '../ui/tabs.js';
import { AddCaptions } from './add-captions.js';
import './captions-panel.css';
import { CaptionLook } from './caption-look.js';
import { MissingWords } from './missing-words.js';
import {
  reloadTimeline,
  timeline,
  timelineFailure,
  useTimeline,
} from '../timeline/timeline-store.js';
import { TranscriptView } from './transcript-view.js';

type Part = 'words' | 'look';

/** The captions of the video: what they say, and how they look. */
export default function CaptionsPanel() {
  const [part, setPart] = useState<Part>('words');
  useTimeline();
  const words = texts.captions;
  if (video.parsed.value.error !== null) return <p class="captions-note">{words.notJson}</p>;
  if (findSubtitles(video.value.value) === null) return <AddCaptions />;
  return (
    <div class="captions-panel">
      <Tabs
        label={words.parts}
        selected={part}
        onSelect={(id) => setPart(id as Part)}
        tabs={[
          { id: 'words', title: words.words },
          { id: 'look', title: words.look },
        ]}
      >
        <div class="captions-part">{part === 'words' ? <Words /> : <CaptionLook />}</div>
      </Tabs>
    </div>
  );
}

function Words() {
  const error = timelineFailure.value;
  const known = timeline.value;
  const speech = known?.sounds.find(({ is_speech: isSpeech }) => isSpeech)?.pointer ?? '';
  if (error instanceof ApiError && error.code === 'TIMING_UNAVAILABLE') {
    return <MissingWords details={error.details} pointer={error.errors[0]?.pointer ?? speech} />;
  }
  // Previews go on without the words, and say so.
  if (error === null && known?.word_timing === null && speech !== '') {
    return <MissingWords details={known.warnings[0] ?? ''} pointer={speech} />;
  }
  return (
    <>
      {error !== null && <ErrorNotice error={error} onRetry={reloadTimeline} />}
      {timeline.value !== null && <TranscriptView />}
      {timeline.value === null && error === null && <Loading label={texts.captions.loading} />}
    </>
  );
}
