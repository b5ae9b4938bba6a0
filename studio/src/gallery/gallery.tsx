import { useState } from 'preact/hooks';
import { openVideo, ReplaceDialog } from '../opening/open-video.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { showToast } from '../ui/toast.js';
import { type Example, EXAMPLES } from './examples.js';
import './gallery.css';
import { MovingPicture } from './moving-picture.js';

/** The examples, as moving pictures. */
export default function Gallery() {
  const [isMoving, setMoving] = useState(
    () => !matchMedia('(prefers-reduced-motion: reduce)').matches,
  );
  const words = texts.gallery;
  return (
    <section class="gallery" aria-labelledby="gallery">
      <header>
        <h2 id="gallery">{words.heading}</h2>
        <Button
          variant="quiet"
          icon={isMoving ? 'pause' : 'play'}
          onClick={() => setMoving(!isMoving)}
        >
          {isMoving ? words.pause : words.play}
        </Button>
      </header>
      <ul class="gallery-list">
        {EXAMPLES.map((example) => (
          <li key={example.id}>
            <button type="button" class="gallery-card" onClick={() => void open(example)}>
              <MovingPicture
                poster={example.poster}
                film={example.film}
                ratio={example.ratio}
                isMoving={isMoving}
              />
              <strong>{words.examples[example.id].title}</strong>
              <span>{words.examples[example.id].about}</span>
            </button>
          </li>
        ))}
      </ul>
      <ReplaceDialog />
    </section>
  );
}

async function open(example: Example): Promise<void> {
  try {
    openVideo(await example.load());
  } catch {
    showToast(texts.app.outdated.heading, { kind: 'error' });
  }
}
