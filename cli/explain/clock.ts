export const hour = 3_600_000;
const day = 24 * hour;

/** `10:05`, `10:05:30`, `10:05 two days later`. */
export function clock(time: number): string {
  const text = new Date(time % day)
    .toISOString()
    .slice(11, 23)
    .replace(/\.000$/, "")
    .replace(/:00$/, "");
  const days = Math.floor(time / day);
  return days === 0 ? text : `${text} ${days === 1 ? "the next day" : `${days} days later`}`;
}
