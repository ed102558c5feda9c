/** The seconds of a time span: `0.02:00:00` (days in front) or `02:00:00`; undefined where it is none. */
export function secondsOf(span: string): number | undefined {
  const [, days = "0", hours, minutes, seconds] = /^(?:(\d+)\.)?(\d\d):(\d\d):(\d\d)$/.exec(span) ?? [];
  if (hours === undefined) return undefined;
  return Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
