import { video } from '../document/index.js';
import { renderAction } from '../render/index.js';
import { Lazy } from '../routing/lazy-view.js';
import { texts } from '../texts/index.js';
import { IconButton } from '../ui/button.js';

/** What concerns the whole video. */
export function Toolbar() {
  return (
    <div class="workbench-toolbar">
      <IconButton
        icon="undo"
        label={texts.workbench.undo}
        disabled={!video.canUndo.value}
        onClick={() => video.undo()}
      />
      <IconButton
        icon="redo"
        label={texts.workbench.redo}
        disabled={!video.canRedo.value}
        onClick={() => video.redo()}
      />
      <span class="workbench-space" />
      {renderAction !== null && <Lazy view={renderAction} props={{}} />}
    </div>
  );
}
