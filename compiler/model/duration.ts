/** A length of time: as it is spelled in an interval, and in milliseconds. */
export interface Duration {
  /** `10 minutes` */
  readonly text: string;
  readonly milliseconds: number;
}

const milliseconds = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
} as const;

/** `10 minutes`, in the form that the schema has checked. */
export function duration(text: string): Duration {
  const [count, unit] = text.split(" ");
  const kind = Object.entries(milliseconds).find(([name]) => unit === name || unit === `${name}s`);
  return { text, milliseconds: Number(count) * (kind?.[1] ?? 0) };
}

/** `7 days 10 minutes`: a length of time as people say it, which Spark reads too. */
export function inParts(length: number): string {
  const parts: string[] = [];
  let rest = length;
  for (const unit of ["day", "hour", "minute", "second", "millisecond"] as const) {
    const count = Math.floor(rest / milliseconds[unit]);
    rest -= count * milliseconds[unit];
    if (count > 0) parts.push(counted(count, unit));
  }
  return parts.join(" ");
}

/** A length of time in its largest unit: two texts of one length give the same. */
export function spelled({ milliseconds: length }: Pick<Duration, "milliseconds">): string {
  const [unit, size] = Object.entries(milliseconds).findLast(([, candidate]) => length % candidate === 0) ?? [
    "millisecond",
    1,
  ];
  return counted(length / size, unit);
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"}`;
