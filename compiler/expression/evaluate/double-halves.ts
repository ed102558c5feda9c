/** A double of the upper and the lower half of its bits, with sign. */
export function ofHalves(high: number, low: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setInt32(0, high);
  view.setInt32(4, low);
  return view.getFloat64(0);
}

const bitsOf = (value: number): DataView => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view;
};

export const highOf = (value: number): number => bitsOf(value).getInt32(0);
export const lowOf = (value: number): number => bitsOf(value).getInt32(4);
export const withHigh = (value: number, high: number): number => ofHalves(high, lowOf(value));
