/** Whether the calendar has a time: `2024-02-30T00:00:00Z` it has not. */
export function isTime(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text.replace("Z", ".000Z");
}
