import { video } from '../document/index.js';
import { LivePicture } from '../pictures/live-picture.js';
import { still } from '../pictures/make-still.js';
import { useSettled } from '../ui/use-settled.js';
import { texts } from '../texts/index.js';
import { Choices } from '../ui/choices.js';
import { captionSettings, setSetting, textOf } from './caption-settings.js';
import { CaptionSettingsForm } from './caption-settings-form.js';
import { styleSample } from './style-sample.js';
import { timeline } from '../timeline/timeline-store.js';
import { transcript } from './transcript-state.js';
import { useCaptionSchema } from './use-caption-schema.js';

const WIDTH = 320;
const DELAY_MS = 700;
/** Of a vertical video, the part around the captions is shown, so that the words are large. */
const LOWEST_RATIO = 1.15;

/** How the captions look: styles as pictures of the video itself, and settings. */
export function CaptionLook() {
  const settings = captionSettings();
  const schema = useCaptionSchema();
  const words = texts.captions.style;
  return (
    <>
      <Choices
        label={words.label}
        layout="cards"
        value={textOf(settings, 'style') ?? 'progressive'}
        onValue={(style) => setSetting('style', style)}
        choices={schema.styles.map((style) => ({
          value: style,
          label: words.names[style] ?? style,
          picture: <StylePicture style={style} />,
        }))}
      />
      <CaptionSettingsForm settings={settings} schema={schema} />
    </>
  );
}

/** The video at the playhead, with its captions in a style. */
function StylePicture({ style }: { style: string }) {
  // What is dragged or typed should not make twelve pictures for each step.
  const settings = useSettled(JSON.stringify(captionSettings()), DELAY_MS);
  const playhead = useSettled(video.playhead.value, DELAY_MS);
  const sample = styleSample({
    value: video.value.value,
    timeline: timeline.value,
    words: transcript.value.words,
    playhead,
    settings: JSON.parse(settings) as Record<string, unknown>,
    style,
    fallback: texts.captions.style.sample,
  });
  const { config, at, ratio } = sample;
  return (
    <LivePicture
      contentKey={`${at} ${JSON.stringify(config)}`}
      make={still(config, { at, width: WIDTH })}
      alt=""
      ratio={Math.max(ratio, LOWEST_RATIO)}
      focus={focusOf(JSON.parse(settings) as Record<string, unknown>)}
    />
  );
}

/** Where the captions are, in percent from the top of what does not fit. */
function focusOf(settings: Readonly<Record<string, unknown>>): number {
  const position = textOf(settings, 'position') ?? 'center-bottom';
  if (position.includes('top')) return 5;
  if (!position.includes('bottom')) return 50;
  // These leave the lower part of the frame free.
  return ['tiktok', 'shorts', 'reels'].includes(textOf(settings, 'safe-area') ?? '') ? 80 : 100;
}
