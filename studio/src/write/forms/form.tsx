import { useEffect, useRef } from 'preact/hooks';
import { video } from '../../document/index.js';
import { navigate } from '../../routing/router.js';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { Loading } from '../../ui/loading.js';
import { Outline } from '../outline/outline.js';
import { itemsOf } from '../outline/items.js';
import { ProblemsBar } from '../problems/problems-bar.js';
import { loadSchema, schema } from '../schema/load-schema.js';
import { proseOf } from '../schema/prose.js';
import { partOf } from '../schema/parts.js';
import { assetNames } from '../../uploads/asset-names.js';
import { watchValidation } from '../validation/watch-validation.js';
import { shownHelp } from './field-row.js';
import { NodeForm } from './node-form.js';
import './controls.css';
import './form.css';

/** The video as a tree, and fields for what is selected in it. */
export default function Form() {
  useEffect(() => {
    loadSchema();
    watchValidation();
  }, []);
  const root = schema.value;
  const scroller = useRef<HTMLDivElement>(null);

  const pointer = partOf(video.selection.value);
  const isLocked = video.parsed.value.error !== null;
  useEffect(() => {
    scroller.current?.scrollTo(0, 0);
    shownHelp.value = '';
  }, [pointer]);
  const item = itemsOf(video.value.value, assetNames.value).find((one) => one.pointer === pointer);
  return (
    <div class="form-panel">
      <Outline root={root} isLocked={isLocked} />
      {isLocked && <Locked />}
      <div class="form-scroller" ref={scroller}>
        {root === null ? (
          <Loading label={texts.write.loadingFields} />
        ) : (
          <fieldset class="node-form" disabled={isLocked}>
            <legend>
              <h2>{item?.title ?? texts.write.outline.video}</h2>
              <span>{item?.kind === 'scene' ? texts.write.types.scene : item?.about}</span>
            </legend>
            <NodeForm root={root} pointer={item === undefined ? '' : pointer} />
          </fieldset>
        )}
      </div>
      <p class="form-help" aria-hidden="true">
        {proseOf(shownHelp.value || texts.write.helpHint).map(({ text, isCode }, index) =>
          isCode ? <code key={index}>{text}</code> : text,
        )}
      </p>
      <ProblemsBar onGo={focusField} />
    </div>
  );
}

/** Forms change the text at the places of its values, which are unknown while it is not JSON. */
function Locked() {
  return (
    <div class="form-locked" role="status">
      <p>{texts.write.locked}</p>
      <Button onClick={() => navigate(['write'], { panel: 'editor' }, { replaces: true })}>
        {texts.write.toEditor}
      </Button>
    </div>
  );
}

/** Goes to the field of a problem, once the form of its part is there. */
function focusField(pointer: string | null): void {
  requestAnimationFrame(() => {
    const fields = [...document.querySelectorAll<HTMLElement>('[data-field]')];
    const field = fields.find(({ dataset }) => dataset['field'] === pointer);
    field?.querySelector<HTMLElement>(':is(input, select, textarea, button)')?.focus();
  });
}
