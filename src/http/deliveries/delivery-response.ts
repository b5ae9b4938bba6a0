import type { Outgoing } from '../../engine/outgoing/outgoing.js';
import type { DeliveryDto } from './delivery.dto.js';

/** Maps a delivery to its public view. The query of a signed address is a credential. */
export function toDeliveryDto(row: Outgoing): DeliveryDto {
  const { id, options, target, state, attempts, log, result } = row;
  return {
    id,
    destination: options.name ?? target.split(/[?#]/, 1)[0]!,
    state,
    attempts,
    next_attempt_at: state === 'pending' ? row.nextAttemptAt.toISOString() : null,
    finished_at: row.finishedAt?.toISOString() ?? null,
    error: state === 'delivered' ? null : (log.at(-1)?.error ?? null),
    files: result?.files ?? [],
  };
}
