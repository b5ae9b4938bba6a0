import type { ComponentChildren } from 'preact';
import './empty-state.css';

export interface EmptyStateProps {
  readonly heading: string;
  readonly about?: string;
  /** The level of the heading in the outline of the page. */
  readonly level?: 1 | 2 | 3;
  /** What to do about it. */
  readonly children?: ComponentChildren;
}

/** Says why there is nothing here. */
export function EmptyState({ heading, about, level = 2, children }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div class="empty-state">
      <Heading>{heading}</Heading>
      {about !== undefined && <p>{about}</p>}
      {children}
    </div>
  );
}
