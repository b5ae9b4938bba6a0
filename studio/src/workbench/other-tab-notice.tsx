import { keptVideo } from '../document/index.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';

/** Asks which video this browser keeps, after another tab has changed it. */
export function OtherTabNotice() {
  const { about, keep, take } = texts.workbench.otherTab;
  return (
    <div role="status">
      {keptVideo.keeping.value.state === 'elsewhere' && (
        <div class="other-tab-notice">
          <p>{about}</p>
          <Button onClick={() => keptVideo.keepThis()}>{keep}</Button>
          <Button onClick={() => keptVideo.takeOther()}>{take}</Button>
        </div>
      )}
    </div>
  );
}
