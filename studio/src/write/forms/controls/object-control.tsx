import { useContext } from 'preact/hooks';
import { problems, isWithin } from '../../../document/index.js';
import { texts } from '../../../texts/index.js';
import { Disclosure } from '../../fields/disclosure.js';
import type { ControlProps } from './control.js';
import { Fields } from './fields-of.js';

/** An object with fields of its own, which someone opens. */
export function ObjectControl({ name, pointer, value, schemas, label }: ControlProps) {
  const fields = useContext(Fields)!;
  const schema = schemas.find(({ properties }) => properties !== undefined) ?? {};
  const count = typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
  const isWrong = problems.value.some((problem) => isWithin(problem.pointer, pointer));
  return (
    <Disclosure
      id={name}
      title={label}
      note={count === 0 ? texts.write.none : texts.write.changed(count)}
      isOpenAtFirst={OPEN.has(name) || count > 0}
      isWrong={isWrong}
    >
      {fields.properties(pointer, schema)}
    </Disclosure>
  );
}

/** What people look for first. */
const OPEN: ReadonlySet<string> = new Set(['settings']);
