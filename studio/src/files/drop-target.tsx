import { useEffect, useRef, useState } from 'preact/hooks';
import { location, navigate } from '../routing/router.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { showToast } from '../ui/toast.js';
import './drop-target.css';
import { UploadList } from '../uploads/upload-list.js';
import type { Upload } from '../uploads/upload-queue.js';
import { fileTaker, queue, takeFiles } from '../uploads/uploads.js';

/** Takes files that are dropped on any place of the page, or pasted, and shows uploads wherever no panel does. */
export default function DropTarget() {
  const isOver = useDrop();
  return (
    <>
      {isOver && (
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

/** Listens to the page. Returns whether files are being dragged over it. */
function useDrop(): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const on = <K extends keyof DocumentEventMap>(
      name: K,
      listen: (event: DocumentEventMap[K]) => void,
    ) => document.addEventListener(name, listen, { signal });
    on('dragover', (event) => {
      // A panel may take it itself.
      if (event.defaultPrevented || !hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer!.dropEffect = 'copy';
      setOver(true);
    });
    on('dragleave', (event) => {
      // From the page to what is outside of it.
      if (event.relatedTarget === null) setOver(false);
    });
    on('drop', (event) => {
      setOver(false);
      if (event.defaultPrevented || !hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      takeFiles([...event.dataTransfer!.files]);
    });
    on('paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      // Office programs add a picture of the text.
      if (
        event.defaultPrevented ||
        files.length === 0 ||
        event.clipboardData!.types.includes('text/plain')
      )
        return;
      event.preventDefault();
      takeFiles(files);
    });
    return () => ended.abort();
  }, []);
  return isOver;
}

function hasFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false;
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
          <Button variant="quiet" onClick={() => uploads.forEach(({ id }) => queue.dismiss(id))}>
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
