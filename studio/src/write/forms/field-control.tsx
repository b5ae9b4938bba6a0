import { AddressControl } from './controls/address-control.js';
import { ChoiceControl } from './controls/choice-control.js';
import { ColorControl } from './controls/color-control.js';
import type { ControlProps } from './controls/control.js';
import { DurationControl } from './controls/duration-control.js';
import { JsonControl } from './controls/json-control.js';
import { ListControl } from './controls/list-control.js';
import { NumberControl } from './controls/number-control.js';
import { ObjectControl } from './controls/object-control.js';
import { PositionControl } from './controls/position-control.js';
import { SwitchControl } from './controls/switch-control.js';
import { LineControl, ScalarControl, TextControl } from './controls/text-control.js';
import { VariantsControl } from './controls/variants-control.js';
import type { Kind } from '../fields/kinds.js';

const CONTROLS: Readonly<Record<Kind, (props: ControlProps) => preact.JSX.Element>> = {
  switch: SwitchControl,
  choice: ChoiceControl,
  position: PositionControl,
  number: NumberControl,
  duration: DurationControl,
  scalar: ScalarControl,
  color: ColorControl,
  font: ChoiceControl,
  address: AddressControl,
  text: TextControl,
  line: LineControl,
  object: ObjectControl,
  list: ListControl,
  variants: VariantsControl,
  json: JsonControl,
};

/** The control for a kind of value. */
export function FieldControl({ kind, ...props }: ControlProps & { readonly kind: Kind }) {
  const Control = CONTROLS[kind];
  return <Control {...props} />;
}
