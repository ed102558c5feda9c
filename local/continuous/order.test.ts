import { expect, it } from "vitest";
import type { LocalFeed } from "../job.js";
import { assertInOrder } from "./order.js";

const feed: LocalFeed = {
  ...{ source: "j/sources.a", topic: "a", partitions: 1, namespace: "here", format: "json", columns: [] },
  ...{ file: "*.csv", key: null, rate: null, capture: null },
};
const files = (...names: readonly string[]) => names.map((path) => ({ feed, path }));

it("takes files that are added behind those that were sent, and no others", () => {
  const done = files("1.csv", "3.csv");
  expect(() => assertInOrder(done, files("1.csv", "3.csv", "4.csv"))).not.toThrow();
  expect(() => assertInOrder(done, files("1.csv", "2.csv", "3.csv"))).toThrow(
    /^2.csv stands among files that were sent/,
  );
  expect(() => assertInOrder(done, files("1.csv"))).toThrow(/^3.csv was sent and is not there any more/);
  expect(() => assertInOrder(done, files("3.csv"))).toThrow(/^1.csv was sent and is not there any more/);
});
