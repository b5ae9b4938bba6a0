import { LIMITS } from '../../core/budget/limits.js';
import {
  KEY_LIMIT_NAMES,
  type KeyLimits,
  limitField,
  limitFlag,
} from '../../engine/jobs/key-limits.js';
import type { KeyUsage } from '../../engine/jobs/key-usage-reader.js';
import { toOwnKeyDto } from './own-key.dto.js';

describe('the limits of a key', () => {
  const numbers = Object.fromEntries(KEY_LIMIT_NAMES.map((name, index) => [name, index + 1]));
  const usage = { ...numbers, dayEndsAt: new Date(0) } as unknown as KeyUsage;
  const key = { id: 'a', scopes: [], isAdmin: false };
  const dto = toOwnKeyDto(key, numbers as unknown as KeyLimits, usage);

  it.each(KEY_LIMIT_NAMES)(
    '%s has one name in the API, as an option, and as a variable',
    (name) => {
      const field = limitField(name);
      expect(dto.limits).toHaveProperty(field, numbers[name]);
      expect(limitFlag(name)).toBe(`--${field.replaceAll('_', '-')}`);
      expect(LIMITS[name].variable).toBe(`VIDEOCRAFT_LIMITS_${field.toUpperCase()}`);
      if (name !== 'priority') expect(dto.usage).toHaveProperty(field, numbers[name]);
    },
  );
});
