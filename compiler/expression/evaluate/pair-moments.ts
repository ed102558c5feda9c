/** Of pairs: their means, the sums of squared distances from these, and of the products of both distances. */
export interface PairMoments {
  readonly count: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly ofX: number;
  readonly together: number;
}

interface Pair {
  readonly x: number;
  readonly y: number;
}

/** Pair after pair, in the order of Spark's `Covariance`. */
export function pairMoments(pairs: readonly Pair[]): PairMoments {
  let [count, meanX, meanY, ofX, together] = [0, 0, 0, 0, 0];
  for (const { x, y } of pairs) {
    count += 1;
    const [distanceX, distanceY] = [x - meanX, y - meanY];
    const stepX = distanceX / count;
    meanX += stepX;
    meanY += distanceY / count;
    together += distanceX * (y - meanY);
    ofX += distanceX * (distanceX - stepX);
  }
  // What was gathered is merged with nothing, which takes the means apart and together again.
  return { count, meanX: (meanX / count) * count, meanY: (meanY / count) * count, ofX, together };
}

/** How much of the variation of `x` the line through the points explains, in the order of Spark's `PearsonCorrelation`. */
export function explained(pairs: readonly Pair[]): number | null {
  let [count, meanX, meanY, ofX, ofY, together] = [0, 0, 0, 0, 0, 0];
  for (const { x, y } of pairs) {
    count += 1;
    const [distanceX, distanceY] = [x - meanX, y - meanY];
    meanX += distanceX / count;
    meanY += distanceY / count;
    together += distanceX * (y - meanY);
    ofX += distanceX * (x - meanX);
    ofY += distanceY * (y - meanY);
  }
  if (ofY === 0) return null;
  if (ofX === 0) return 1;
  const correlation = together / Math.sqrt(ofX * ofY);
  return correlation * correlation;
}
