import type { ComponentChildren } from 'preact';

/** A name with its value, and what is wrong with it. */
export interface Pair {
  readonly name: string;
  readonly value: ComponentChildren;
  readonly reason?: string | undefined;
}

/** Names with their values, as a list of HTML. */
export function Pairs({ pairs }: { pairs: readonly Pair[] }) {
  return (
    <dl class="pairs">
      {pairs.map(({ name, value, reason }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {reason !== undefined && <dd class="reason">{reason}</dd>}
        </div>
      ))}
    </dl>
  );
}
