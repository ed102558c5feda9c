import { expect, it } from "vitest";
import type { WalkEvent } from "../local/adf/world.js";
import { progressLine } from "./run-progress.js";

const event: WalkEvent = {
  activity: "land the rows",
  type: "Copy",
  within: ["users/bronze.users"],
  state: "Succeeded",
  seconds: 0.25,
  output: { rowsCopied: 8 },
  properties: { Table: "dbo.users" },
  error: undefined,
};
const line = (more: Partial<WalkEvent>) => progressLine({ kind: "activity", wave: 1, event: { ...event, ...more } });

it("tells how each activity ended, and of those that hold others only that they failed", () => {
  expect(line({})).toBe("[1] users/bronze.users / land the rows: 8 rows, Table dbo.users, 0.3 s");
  expect(line({ state: "started" })).toBeUndefined();
  expect(line({ type: "IfCondition" })).toBeUndefined();
  const failed = { type: "IfCondition", activity: "has changes", state: "Failed", error: "no" } as const;
  expect(line(failed)).toBe("[1] users/bronze.users / has changes: failed: no");
  expect(line({ state: "tried again", error: "no" })).toBe("[1] users/bronze.users / land the rows: tried again: no");
});

it("tells of rows that are put into a table, and of those that were there", () => {
  const fed = { wave: 2, source: "users/sources.users", file: "users-2.csv", isDone: true } as const;
  const rows = (sent: number, skipped: number) => progressLine({ kind: "fed", what: "rows", ...fed, sent, skipped });
  expect(rows(5, 0)).toBe("[2] users/sources.users: 5 rows put into its table from users-2.csv");
  expect(rows(0, 5)).toBe("[2] users/sources.users: 0 rows put into its table from users-2.csv (5 were sent before)");
});
