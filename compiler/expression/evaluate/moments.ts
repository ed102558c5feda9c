/** Sums of powers of the distances from the mean, value after value, in the order of Spark's `CentralMomentAgg`. */
export interface Moments {
  readonly count: number;
  readonly second: number;
  readonly third: number;
  readonly fourth: number;
}

export function moments(values: readonly number[]): Moments {
  let [count, mean, second, third, fourth] = [0, 0, 0, 0, 0];
  for (const value of values) {
    count += 1;
    const delta = value - mean;
    const step = delta / count;
    mean += step;
    second += delta * (delta - step);
    const [deltaSquared, stepSquared] = [delta * delta, step * step];
    third = third - 3 * step * second + delta * (deltaSquared - stepSquared);
    fourth = fourth - 4 * step * third - 6 * stepSquared * second + delta * (delta * deltaSquared - step * stepSquared);
  }
  return { count, second, third, fourth };
}

export const variance = ({ count, second }: Moments): number | null => (count === 0 ? null : second / count);

export const sampleVariance = ({ count, second }: Moments): number | null => (count < 2 ? null : second / (count - 1));

export const skewness = ({ count, second, third }: Moments): number | null =>
  count === 0 || second === 0 ? null : (Math.sqrt(count) * third) / Math.sqrt(second * second * second);

export const kurtosis = ({ count, second, fourth }: Moments): number | null =>
  count === 0 || second === 0 ? null : (count * fourth) / (second * second) - 3;
