import type { Excerpt } from "./excerpt.js";

const head = "\nqueries:\n";

/** What `sluice.lock` says of the queries of an excerpt; undefined where it is not as `sluice compile` writes it. */
export function lockExcerpt(lock: string, { hasToDoWith }: Excerpt): string | undefined {
  const begin = lock.indexOf(head) + head.length;
  if (begin < head.length) return lock.endsWith("\nqueries: {}\n") ? lock : undefined;
  const blocks = lock.slice(begin).replace(/\n$/, "").split("\n\n");
  const known = blocks.map((text) => ({
    text,
    pipeline: /^ {2}"?([A-Za-z][A-Za-z0-9_-]*)\/.*:\n(?: {4}.*(?:\n|$))+$/.exec(text)?.[1],
  }));
  if (known.some(({ pipeline }) => pipeline === undefined)) return undefined;
  const kept = known.filter(({ text, pipeline = "" }) => hasToDoWith(text, pipeline)).map(({ text }) => text);
  return kept.length === 0 ? `${lock.slice(0, begin - 1)} {}\n` : `${lock.slice(0, begin)}${kept.join("\n\n")}\n`;
}
