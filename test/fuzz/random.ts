/** Chance that a seed decides: the same seed, the same inputs, on every machine. sfc32, http://pracrand.sourceforge.net/ */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: number, turn = 0) {
    this.a = seed | 0;
    this.b = turn | 0;
    this.c = 0x9e3779b9;
    for (let round = 0; round < 12; round += 1) this.bits();
  }

  /** 32 bits. */
  private bits(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** From 0 to `limit`, without `limit`. */
  below(limit: number): number {
    return Math.floor((this.bits() / 2 ** 32) * limit);
  }

  chance(probability: number): boolean {
    return this.below(1_000_000) < probability * 1_000_000;
  }

  pick<T>(from: readonly T[]): T {
    const found = from[this.below(from.length)];
    if (found === undefined) throw new Error("There is nothing to pick from");
    return found;
  }
}
