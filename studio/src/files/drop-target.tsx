import { useEffect, useRef } from 'preact/hooks';
import { location, navigate } from '../routing/router.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { showToast } from '../ui/toast.js';
import './drop-target.css';
import { UploadList } from '../uploads/upload-list.js';
import type { Upload } from '../uploads/upload-queue.js';
import { fileTaker, queue } from '../uploads/uploads.js';
import { isDraggedOver } from './watch-drops.js';

/** Shows that the page takes files, and uploads wherever no panel does. */
export default function DropTarget() {
  return (
    <>
      {isDraggedOver.value && (
        <div class="drop-target">
          <div>
            <Icon name="upload" />
            <strong>{texts.files.drop.title}</strong>
            <span>{texts.files.drop.about}</span>
          </div>
        </div>
      )}
      <UploadCard />
    </>
  );
}

/** The uploads, at the edge of screens that do not show them, until all have arrived. */
function UploadCard() {
  const uploads = queue.uploads.value;
  const { path, query } = location.value;
  const isShownElsewhere =
    fileTaker.value !== null || (path[0] === 'write' && query.get('panel') === 'files');
  const left = uploads.filter(({ state }) => state !== 'done');
  useArrivals(left, isShownElsewhere);
  if (left.length === 0 || isShownElsewhere) return null;
  const isOver = left.every(({ state }) => state === 'failed');
  const words = texts.files.uploads;
  return (
    <section class="upload-card" aria-label={words.heading}>
      <header>
        <h2>{words.heading}</h2>
        <span role="status">{words.summary(uploads.length - left.length, uploads.length)}</span>
      </header>
      <UploadList uploads={uploads} />
      <footer>
        {isOver && (
          <Button variant="quiet" onClick={() => left.forEach(({ id }) => queue.dismiss(id))}>
            {texts.ui.dismiss}
          </Button>
        )}
        <Button onClick={showFiles}>{words.seeFiles}</Button>
      </footer>
    </section>
  );
}

/** Says once that all have arrived. A card that stays would cover what is below it. */
function useArrivals(left: readonly Upload[], isShownElsewhere: boolean): void {
  const expected = useRef(new Set<number>());
  useEffect(() => {
    for (const { id } of left) expected.current.add(id);
    if (left.length > 0 || expected.current.size === 0) return;
    const arrived = [...expected.current].filter((id) => queue.find(id) !== undefined);
    expected.current.clear();
    if (isShownElsewhere || arrived.length === 0) return;
    const { finished, seeFiles } = texts.files.uploads;
    showToast(finished(arrived.length), {
      action: (
        <Button variant="quiet" onClick={showFiles}>
          {seeFiles}
        </Button>
      ),
    });
  }, [left, isShownElsewhere]);
}

function showFiles(): void {
  navigate(['write'], { panel: 'files' });
}
