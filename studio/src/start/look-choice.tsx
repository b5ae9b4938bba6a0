import { LivePicture } from '../pictures/live-picture.js';
import { still } from '../pictures/make-still.js';
import { texts } from '../texts/index.js';
import { Choices } from '../ui/choices.js';
import { look } from './draft.js';
import { type Look, LOOKS } from './looks.js';
import { makeConfig } from './make-config.js';
import { materialOf } from './make-video.js';
import { paceWords } from '../timeline/pace-words.js';
import { script } from './draft.js';
import { useSettled } from '../ui/use-settled.js';

const WORDS = 5;
const WIDTH = 320;
const TYPING_MS = 800;

/** The looks, each as a frame of the video that would be made. */
export function LookChoice() {
  const first = script.value.trim().split(/\s+/).slice(0, WORDS).join(' ');
  const shown = useSettled(first === '' ? texts.start.look.sample : first, TYPING_MS);
  const { width, height } = materialOf().format;
  return (
    <div class={`look-choice ${width < height ? 'portrait' : ''}`}>
      <Choices
        label={texts.start.look.label}
        layout="cards"
        value={look.value.id}
        onValue={(id) => {
          look.value = LOOKS.find((one) => one.id === id)!;
        }}
        choices={LOOKS.map((one) => ({
          value: one.id,
          label: texts.start.look.names[one.id],
          picture: <LookPicture look={one} words={shown} />,
        }))}
      />
    </div>
  );
}

function LookPicture({ look: shown, words }: { look: Look; words: string }) {
  const said = paceWords(words);
  const seconds = (said.at(-1)?.end ?? 1) + 0.5;
  const all = materialOf();
  const material = {
    ...all,
    look: shown,
    pictures: all.pictures.slice(0, 1),
    speech: null,
    music: null,
  };
  const plain = { ...material, captionFile: null, script: '' };
  const plan = { starts: [0], seconds, words: said, hasCaptions: true };
  const config = makeConfig(plain, plan);
  const { width, height } = all.format;
  // While the third word is said, styles differ most.
  const middle = said[Math.min(2, said.length - 1)];
  const at = middle === undefined ? 0 : (middle.start + middle.end) / 2;
  return (
    <LivePicture
      contentKey={JSON.stringify(config)}
      make={still(config, { at, width: WIDTH })}
      alt=""
      ratio={width / height}
    />
  );
}
