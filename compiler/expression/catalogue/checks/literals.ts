import { isClockWord, isTimeOfDay } from "../../parse/calendar.js";
import type { ArgumentProblem, GivenCall } from "../row.js";
import { groupsOf, patternProblem } from "./pattern.js";

type Check = (call: GivenCall) => ArgumentProblem | undefined;

/** Checks of arguments that are written out. Each takes the argument's position and looks only at a literal. */

export const isPattern =
  (argument: number): Check =>
  ({ literals }) => {
    const literal = literals[argument];
    const problem = typeof literal === "string" ? patternProblem(literal) : undefined;
    return problem === undefined ? undefined : { argument, problem };
  };

/** The group that an extraction names must be in the pattern, or Spark stops the batch. */
export const hasGroup =
  (pattern: number, group: number, byDefault: number): Check =>
  (call) => {
    const bad = isPattern(pattern)(call);
    const written = call.literals[pattern];
    if (bad !== undefined || typeof written !== "string") return bad;
    const [wanted, there] = [Number(call.literals[group] ?? byDefault), groupsOf(written)];
    if (wanted >= 0 && wanted <= there) return undefined;
    const shown = `${there === 0 ? "has no group" : `has ${there} ${there === 1 ? "group" : "groups"}`}, so it has no group ${wanted}.`;
    return { argument: pattern, problem: `${shown} Group 0 is the whole match.` };
  };

export const replacesGroups: Check = (call) => {
  const bad = isPattern(1)(call);
  const [, pattern, replacement] = call.literals;
  if (bad !== undefined || typeof pattern !== "string" || typeof replacement !== "string") return bad;
  const there = groupsOf(pattern);
  const plain = replacement.replaceAll(/\\./gs, "");
  for (const [, group] of plain.matchAll(/\$(\d?)/g)) {
    if (group === "" || Number(group) > there)
      return {
        argument: 2,
        problem: `names the group '$${group}', which the pattern does not have. A dollar sign itself is written '\\\\$'.`,
      };
  }
  return /(^|[^\\])(\\\\)*\\$/.test(replacement) ? { argument: 2, problem: "ends with a backslash." } : undefined;
};

export const isOneOf =
  (argument: number, words: readonly string[], what: string): Check =>
  ({ literals }) => {
    const literal = literals[argument];
    if (literal === undefined || words.includes(String(literal).toLowerCase())) return undefined;
    return { argument, problem: `must be ${what}: ${words.join(", ")}.` };
  };

export const isWithin =
  (argument: number, least: number, most: number): Check =>
  ({ literals }) => {
    const literal = literals[argument];
    if (literal === undefined || (Number(literal) >= least && Number(literal) <= most)) return undefined;
    return { argument, problem: `must be from ${least} to ${most}.` };
  };

/** As `isPlace`, where the least int is a place as others are. */
export const isNotZero =
  (argument: number, more = ""): Check =>
  ({ literals }) =>
    literals[argument] === 0 ? { argument, problem: `counts from 1, or from the end with -1.${more}` } : undefined;

/** A place counted from 1, or from the end. At the least int Spark fails, or reads foreign memory. `more`: what else to say of the place 0. */
export const isPlace = (argument: number, more = ""): Check =>
  allOf(isNotZero(argument, more), isWithin(argument, -2_147_483_647, 2_147_483_647));

export const isTimeZone =
  (argument: number): Check =>
  ({ literals }) => {
    const literal = literals[argument];
    if (typeof literal !== "string") return undefined;
    const problem = `must be a time zone by place or offset, such as 'Europe/Warsaw', 'UTC' or '+02:00'.`;
    if (/^[+-](0\d|1[0-7]):[0-5]\d$/.test(literal)) return undefined;
    try {
      new Intl.DateTimeFormat("en", { timeZone: literal });
      return /^([A-Z][A-Za-z_]+(\/[A-Za-z_+-]+\d*)+|UTC|GMT)$/.test(literal) ? undefined : { argument, problem };
    } catch {
      return { argument, problem };
    }
  };

const OF_THE_CLOCK =
  "stands for a moment of the wall clock, so a replay would not compute the same rows. Use a time of the row.";

export const isNoClockWord =
  (argument: number): Check =>
  ({ literals }) => {
    const literal = literals[argument];
    return typeof literal === "string" && isClockWord(literal) ? { argument, problem: OF_THE_CLOCK } : undefined;
  };

/** A time of day by a pattern is one of 1970, and without one that of the day on which it is read. */
export const isNoTimeOfDay =
  (argument: number, pattern: number): Check =>
  ({ types, literals }) => {
    const literal = literals[argument];
    return types[pattern] === undefined && typeof literal === "string" && isTimeOfDay(literal)
      ? { argument, problem: OF_THE_CLOCK }
      : undefined;
  };

/** The first problem that one of several checks finds. */
export const allOf =
  (...checks: readonly Check[]): Check =>
  (call) => {
    for (const check of checks) {
      const problem = check(call);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
