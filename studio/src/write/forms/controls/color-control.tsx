import { computed } from '@preact/signals';
import { video } from '../../../document/index.js';
import { texts } from '../../../texts/index.js';
import { collectColors } from '../../schema/colors.js';
import { hasAlpha } from '../../schema/values.js';
import { resetField, setField } from '../../fields/edits.js';
import { type ControlProps, placeholderOf } from './control.js';
import { useDraft } from './use-draft.js';

/** For all fields together, because a text can be long. */
const suggested = computed(() => collectColors(video.text.value));
/** How descriptions of defaults name colors. */
const NAMES: Readonly<Record<string, string>> = { white: '#FFFFFF', black: '#000000' };
const HEX = /^#?([\da-f]{6})([\da-f]{2})?$/i;

/** A color: from the window of the system, as a hexadecimal number, and how opaque it is. */
export function ColorControl({ pointer, value, schemas, attributes, label }: ControlProps) {
  const placeholder = placeholderOf(schemas);
  const shown = typeof value === 'string' ? value : '';
  const draft = useDraft(shown, (text) => {
    if (text.trim() === '') resetField(pointer);
    else setField(pointer, HEX.test(text.trim()) ? normalized(text.trim()) : text);
  });
  const missing = HEX.exec(NAMES[placeholder] ?? placeholder);
  const [, rgb = '000000', alpha = 'FF'] = HEX.exec(shown) ?? missing ?? [];
  const canBeTransparent = schemas.some(hasAlpha);
  const opacity = Math.round((Number.parseInt(alpha, 16) / 255) * 100);
  const list = `${attributes.id}-used`;
  const change = (color: string, percent: number) => {
    const last = Math.round((percent / 100) * 255);
    const suffix = last === 255 ? '' : last.toString(16).padStart(2, '0');
    setField(pointer, `#${color}${suffix}`.toUpperCase());
  };
  return (
    <span class="color-control">
      <input
        type="color"
        class={shown !== '' ? '' : missing === null ? 'unset unknown' : 'unset'}
        aria-label={texts.write.pickColor(label)}
        list={list}
        value={`#${rgb.toLowerCase()}`}
        onInput={(event) => change(event.currentTarget.value.slice(1), opacity)}
        onChange={() => video.endGroup()}
      />
      <datalist id={list}>
        {suggested.value.map(({ color }) => (
          <option key={color} value={color.slice(0, 7)} />
        ))}
      </datalist>
      <input
        {...attributes}
        dir="ltr"
        class="control hex"
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={draft.value}
        placeholder={placeholder}
        onInput={(event) => draft.onInput(event.currentTarget.value)}
        onBlur={() => draft.onBlur()}
      />
      {canBeTransparent && (
        <input
          type="range"
          class="alpha"
          aria-label={texts.write.opacityOf(label)}
          title={texts.write.opacityOf(label)}
          aria-valuetext={`${opacity}%`}
          min={0}
          max={100}
          value={opacity}
          onInput={(event) => change(rgb, Number(event.currentTarget.value))}
          onChange={() => video.endGroup()}
        />
      )}
    </span>
  );
}

function normalized(text: string): string {
  return `#${text.replace('#', '')}`.toUpperCase();
}
