import type { Calendar } from "./schedule.js";

/** Why an expression is not a calendar: it is none of cron, or means what a trigger cannot do. */
export interface CronProblem {
  readonly kind: "wrong" | "beyond";
  /** Which characters of it. */
  readonly at: { readonly start: number; readonly end: number };
  /** `'*\/7' goes to 56, and after that …` */
  readonly reason: string;
  /** What can be written instead, as a sentence. */
  readonly instead: string;
}

interface Field {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  /** What comes after the last is the first again, so many later. */
  readonly cycle: number | undefined;
  readonly words: readonly string[];
}

const weekDays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"] as const;
const fields: readonly Field[] = [
  { name: "minute", first: 0, last: 59, cycle: 60, words: [] },
  { name: "hour", first: 0, last: 23, cycle: 24, words: [] },
  { name: "day of the month", first: 1, last: 31, cycle: undefined, words: [] },
  { name: "month", first: 1, last: 12, cycle: 12, words: [] },
  { name: "day of the week", first: 0, last: 7, cycle: 7, words: weekDays },
];

/** What stands for five fields elsewhere. */
const short: Readonly<Record<string, string>> = {
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
  "@monthly": "0 0 1 * *",
  "@weekly": "0 0 * * 0",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@hourly": "0 * * * *",
};

/** The days and times of five fields, in the meaning of `crontab(5)`, if a recurrence of Data Factory has them too. */
export function calendarOf(cron: string): Calendar | CronProblem {
  const words = [...cron.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, start: index }));
  if (words.length !== 5) return wrongCount(cron, words.length);
  const parts: Values[] = [];
  for (const [index, field] of fields.entries()) {
    const { text = "", start = 0 } = words[index] ?? {};
    const found = valuesOf(text, field, start);
    if ("reason" in found) return found;
    parts.push(found);
  }
  const [minute, hour, ofMonth, month, ofWeek] = parts;
  if (!minute || !hour || !ofMonth || !month || !ofWeek) throw new Error("There are five fields");
  const texts = words.map(({ text }) => text);
  if (!month.isAll) {
    const all = texts.with(3, "*").join(" ");
    return {
      kind: "beyond",
      at: month.at,
      reason: "a trigger knows no months",
      instead: `In all months it is '${all}'.`,
    };
  }
  if (!(ofMonth.isStar || ofWeek.isStar) || !(ofMonth.isAll || ofWeek.isAll)) {
    const [one, other] = [texts.with(4, "*").join(" "), texts.with(2, "*").join(" ")];
    return {
      at: { start: ofMonth.at.start, end: ofWeek.at.end },
      kind: "beyond",
      reason: "cron fires on the days of the month and on those of the week, and a trigger has only one kind of them",
      instead: `Make two triggers of it: '${one}' and '${other}'.`,
    };
  }
  const days = ofWeek.isAll
    ? ofMonth.isAll
      ? ({ kind: "all" } as const)
      : ({ kind: "month", days: ofMonth.values } as const)
    : ({ kind: "week", days: ofWeek.values } as const);
  return { kind: "calendar", minutes: minute.values, hours: hour.values, days };
}

interface Values {
  /** Rising. */
  readonly values: readonly number[];
  /** It leaves nothing out. */
  readonly isAll: boolean;
  /** It begins with a star: cron then asks for the other kind of days too, else for one of both. */
  readonly isStar: boolean;
  readonly at: CronProblem["at"];
}

function wrongCount(cron: string, count: number): CronProblem {
  const word = cron.trim().toLowerCase();
  const known = Object.hasOwn(short, word) ? short[word] : undefined;
  const at = { start: 0, end: cron.length };
  if (known !== undefined) return { kind: "wrong", at, reason: "it has no five fields", instead: `Write '${known}'.` };
  const reason = `it has ${count} field${count === 1 ? "" : "s"}, and cron has five`;
  const instead =
    count === 6
      ? "Leave the seconds out."
      : "Write minute, hour, day of the month, month and day of the week, as '0 4 * * 1'.";
  return { kind: "wrong", at, reason, instead };
}

function valuesOf(text: string, field: Field, start: number): Values | CronProblem {
  const found = new Set<number>();
  const at = { start, end: start + text.length };
  for (const part of text.split(",")) {
    const values = rangeOf(part, field);
    if (typeof values === "string") {
      const rule = `a number from ${field.first} to ${field.last}, '*', '1-5', '*/2' or '1-9/2'`;
      return {
        kind: "wrong",
        at,
        reason: `'${part}' ${values}`,
        instead: `Write ${rule}, or several with commas between.`,
      };
    }
    if (values.isUneven) return { ...uneven(part, values.values, field), at };
    for (const value of values.values) found.add(value === 7 && field.cycle === 7 ? 0 : value);
  }
  const values = [...found].sort((a, b) => a - b);
  const size = field.cycle === 7 ? 7 : field.last - field.first + 1;
  return { values, isAll: values.length === size, isStar: text.startsWith("*"), at };
}

interface Range {
  readonly values: readonly number[];
  /** Steps through the whole field that end with a shorter one. */
  readonly isUneven: boolean;
}

/** What a part without commas stands for, or what is wrong with it. */
function rangeOf(part: string, field: Field): Range | string {
  const [, from = "", to, step] = /^(\*|\w+)(?:-(\w+))?(?:\/(\w+))?$/.exec(part) ?? [];
  if (from === "") return "is no part of cron here";
  const by = step === undefined ? 1 : /^[0-9]{1,3}$/.test(step) ? Number(step) : 0;
  const last = field.cycle === 7 ? 6 : field.last;
  if (by < 1 || by > last - field.first + 1) return `has a step that the ${field.name} has no room for`;
  if (from === "*") {
    if (to !== undefined) return "is no part of cron here";
    const isUneven = by > 1 && (field.cycle === undefined || field.cycle % by !== 0);
    return { values: steps(field.first, last, by), isUneven };
  }
  const [low, high] = [numberOf(from, field), numberOf(to ?? from, field)];
  if (low === undefined || high === undefined) return `is no ${field.name}`;
  if (to === undefined && step !== undefined) return `has a step and no range: '${from}-${last}/${step}' is one`;
  if (low > high) return "goes backwards";
  return { values: steps(low, high, by), isUneven: false };
}

function numberOf(text: string, { first, last, words }: Field): number | undefined {
  const value = /^[0-9]{1,2}$/.test(text) ? Number(text) : words.indexOf(text.toUpperCase());
  return value >= first && value <= last ? value : undefined;
}

const steps = (low: number, high: number, by: number): readonly number[] =>
  Array.from({ length: Math.floor((high - low) / by) + 1 }, (_, index) => low + index * by);

function uneven(part: string, values: readonly number[], { name, cycle, first }: Field): Omit<CronProblem, "at"> {
  const last = values.at(-1) ?? first;
  const rest = cycle === undefined ? "as many later as the month has left" : `${cycle + first - last} later`;
  const all = values.length > 16 ? `${values.slice(0, 3).join(",")},…,${last}` : values.join(",");
  const count = part.slice(2);
  const every = name === "minute" || name === "hour" ? `, or 'every: ${count} ${name}s' for that length of time` : "";
  return {
    kind: "beyond",
    reason: `'${part}' is not every ${count}: after ${name} ${last} comes ${first} again, ${rest}`,
    instead: `If that is meant write '${all}'${every}.`,
  };
}
