import { texts } from '../texts/index.js';
import { Select, TextField } from '../ui/field.js';
import { Switch } from '../ui/switch.js';
import { setSetting, settingOf, textOf } from './caption-settings.js';
import { ColorField } from './color-field.js';
import type { CaptionSchema } from './use-caption-schema.js';

type Settings = Readonly<Record<string, unknown>>;

/** The families that come with the service and have Latin letters. */
const FONTS = [
  ...['Montserrat', 'Inter', 'Poppins', 'Roboto', 'Oswald', 'Anton', 'Bebas Neue', 'Bangers'],
  ...['Playfair Display', 'Open Sans', 'Lato', 'Nunito', 'DM Sans', 'Manrope'],
  ...['Arimo', 'Tinos', 'Cousine'],
];
const WEIGHTS = ['400', '500', '600', '700', '800', '900'];
const POSITIONS = ['center-top', 'center', 'center-bottom'];
const COLORS = ['word-color', 'line-color', 'keyword-color', 'box-color', 'outline-color'] as const;
const NUMBERS = [
  { name: 'font-size', min: 6, max: 300 },
  { name: 'outline-width', min: 0, max: 20 },
  { name: 'max-words-per-line', min: 1, max: 20 },
  { name: 'max-lines', min: 1, max: 4 },
] as const;

export interface CaptionSettingsFormProps {
  readonly settings: Settings;
  readonly schema: CaptionSchema;
}

/** The settings that most people change. All others are in the form and in the editor. */
export function CaptionSettingsForm({ settings, schema }: CaptionSettingsFormProps) {
  const words = texts.captions.settings;
  const safeArea = settingOf(settings, 'safe-area');
  const named = typeof safeArea === 'number' ? [String(safeArea)] : [];
  return (
    <section class="caption-settings" aria-labelledby="caption-settings">
      <h2 id="caption-settings">{words.heading}</h2>
      <div class="caption-fields">
        <Choice name="font-family" settings={settings} options={FONTS} />
        <Choice name="font-weight" settings={settings} options={WEIGHTS} isNumber />
        {NUMBERS.map((field) => (
          <NumberField key={field.name} {...field} settings={settings} />
        ))}
        <Choice name="position" settings={settings} options={POSITIONS} labels={words.positions} />
        <Choice
          name="safe-area"
          settings={settings}
          options={[...schema.safeAreas, ...named]}
          labels={words.safeAreas}
        />
      </div>
      {settingOf(settings, 'font-url') !== undefined && <p>{words.ownFont}</p>}
      <div class="caption-colors">
        {COLORS.map((name) => (
          <ColorField
            key={name}
            label={words[name]}
            value={settingOf(settings, name)}
            onValue={(color) => setSetting(name, color)}
          />
        ))}
      </div>
      <Switch
        label={words['all-caps']}
        isOn={settingOf(settings, 'all-caps') === true}
        onChange={(isOn) => setSetting('all-caps', isOn ? true : undefined)}
      />
    </section>
  );
}

interface ChoiceProps {
  readonly name: 'font-family' | 'font-weight' | 'position' | 'safe-area';
  readonly settings: Settings;
  readonly options: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly isNumber?: boolean;
}

function Choice({ name, settings, options, labels = {}, isNumber = false }: ChoiceProps) {
  const words = texts.captions.settings;
  const value = textOf(settings, name) ?? '';
  // What someone wrote in the editor is a choice, too.
  const all = value === '' || options.includes(value) ? options : [...options, value];
  return (
    <Select
      label={words[name]}
      value={value}
      options={[
        { value: '', label: words.standard },
        ...all.map((option) => ({ value: option, label: labels[option] ?? option })),
      ]}
      onValue={(chosen) => {
        const isNumeric = isNumber || (name === 'safe-area' && /^[\d.]+$/.test(chosen));
        setSetting(name, chosen === '' ? undefined : isNumeric ? Number(chosen) : chosen);
      }}
    />
  );
}

interface NumberFieldProps {
  readonly name: (typeof NUMBERS)[number]['name'];
  readonly min: number;
  readonly max: number;
  readonly settings: Settings;
}

function NumberField({ name, min, max, settings }: NumberFieldProps) {
  const words = texts.captions.settings;
  return (
    <TextField
      type="number"
      label={words[name]}
      min={min}
      max={max}
      placeholder={words.standard}
      value={textOf(settings, name) ?? ''}
      onValue={(text) => {
        const number = Number(text);
        if (text === '') setSetting(name, undefined);
        else if (number >= min && number <= max) setSetting(name, number);
      }}
    />
  );
}
