export const minute = 60_000_000;
/** 2026-03-01 00:00 */
const day = Date.UTC(2026, 2, 1) * 1000;
export const clock = (hours: number, minutes = 0, micros = 0): number => day + (hours * 60 + minutes) * minute + micros;

/** Numbers from 0 to 1, the same for a seed: https://prng.di.unimi.it/splitmix64.c in 32 bits. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** ISO 8601, with microseconds. */
export const iso = (at: number): string =>
  `${new Date(Math.floor(at / 1000)).toISOString().slice(0, -1)}${String(at % 1000).padStart(3, "0")}Z`;
