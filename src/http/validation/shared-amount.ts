/** An amount that keys share, of which each can take a part. */
export class SharedAmount {
  private taken = 0;
  private readonly ofKeys = new Map<string, number>();

  constructor(private readonly most: { readonly all: number; readonly perKey: number }) {}

  /** @returns what is exhausted, in which case nothing is taken; null if the amount is taken */
  take(amount: number, keyId: string): 'all' | 'key' | null {
    const own = this.ofKeys.get(keyId) ?? 0;
    if (own + amount > this.most.perKey) return 'key';
    if (this.taken + amount > this.most.all) return 'all';
    this.taken += amount;
    this.ofKeys.set(keyId, own + amount);
    return null;
  }

  giveBack(amount: number, keyId: string): void {
    this.taken -= amount;
    const left = (this.ofKeys.get(keyId) ?? 0) - amount;
    if (left > 0) this.ofKeys.set(keyId, left);
    else this.ofKeys.delete(keyId);
  }
}
