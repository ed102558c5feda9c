import { notCompared } from "./direct-scripts.js";
import type { Plan } from "./plan.js";
import {
  changeText,
  checkpointLines,
  countsOf,
  earlierVersions,
  handwork,
  losses,
  underWay,
  whoseSources,
} from "./plan-text.js";

/** What a comment on a pull request may hold on GitHub, with room to spare. */
const mostCharacters = 64_000;

/** A plan as a comment on a pull request: what matters first; what does not fit is counted. */
export function planMarkdown(plan: Plan): string {
  const { purpose, destination, steps, obstacles, foreign, superseded, kept } = plan;
  const head = [
    `### ${escaped(destination.project)} → ${escaped(destination.environment)}: ${escaped(countsOf(plan))}`,
    "",
    ...whoseSources(purpose).flatMap((line) => [line, ""]),
    ...bounded(
      [
        ...obstacles.map(({ thing, message }) => `- ❗ ${code(thing)} ${escaped(message)}`),
        ...losses(steps).map(
          ({ id, loses }) => `- ❗ ${code(id)} loses ${escaped(loses ?? "")}; it needs ${code(`--allow ${id}`)}`,
        ),
      ],
      mostCharacters / 4,
    ),
    "",
  ];
  const rows = steps.map(
    ({ action, thing, reason, changes }) =>
      `| ${action} | ${code(thing)} | ${escaped(reason)} | ${listed(changes.map(changeText), "<br>")} |`,
  );
  const checkpoints = checkpointLines(plan);
  const told =
    checkpoints.length === 0
      ? []
      : [
          escaped(checkpoints[0] ?? ""),
          "",
          ...bounded(
            checkpoints.slice(1).map((line) => `${line.startsWith("   ") ? "  " : ""}- ${escaped(line.trim())}`),
            mostCharacters / 8,
          ),
          "",
        ];
  const table = rows.length === 0 ? [] : ["| step | what | why | fields |", "|---|---|---|---|"];
  const foot = [
    "",
    ...bounded(
      handwork(plan).map(({ task, what }) => `- ${task}: ${code(what)}`),
      mostCharacters / 8,
    ),
    "",
    ...notCompared(plan).flatMap((line) => [escaped(line), ""]),
    ...earlierVersions(superseded).flatMap((line) => [line, ""]),
    ...(kept.length === 0
      ? []
      : [
          `${kept.length} fields that only the service knows stay: ${listed(kept.map((one) => `${one.thing} ${one.path}`))}`,
          "",
        ]),
    ...(foreign.length === 0 ? [] : [`${foreign.length} not of this project, and left alone: ${listed(foreign)}`, ""]),
    ...underWay(steps).flatMap((line) => [line, ""]),
    `Digest ${code(plan.digest)}`,
    "",
  ];
  const fixed = [...head, ...told, ...table, ...foot].join("\n").length + 100;
  const shown = fitting(rows, mostCharacters - fixed);
  const more = rows.length - shown.length;
  return [...head, ...told, ...table, ...shown, ...(more > 0 ? ["", `… and ${more} more steps.`] : []), ...foot].join(
    "\n",
  );
}

function bounded(lines: readonly string[], room: number): readonly string[] {
  const shown = fitting(lines, room);
  return shown.length === lines.length ? shown : [...shown, `- … and ${lines.length - shown.length} more.`];
}

function fitting(rows: readonly string[], room: number): readonly string[] {
  let left = room;
  const end = rows.findIndex((row) => {
    left -= row.length + 1;
    return left < 0;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

/** As many as there is room for, and how many more there are. */
function listed(texts: readonly string[], between = ", "): string {
  const shown = fitting(texts.slice(0, 20).map(code), mostCharacters / 16);
  const more = texts.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(between);
}

/**
 * Words of which GitHub makes something also where their marks are escaped, as it looks at the text that comes of that: addresses,
 * people, issues, commits, emoji, formulas. https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
const told = /[@#$&]|:\S|www\.|-\d|[0-9a-f]{7}/i;

/** Text of others in a page of ours: nothing of it is markup or a link, and nobody is called by it. */
const escaped = (text: string): string =>
  text
    .split(/\s+/)
    .map((word) => (told.test(word) ? code(word) : word.replace(/[\\`*_{}[\]()+!|<>~-]/g, "\\$&")))
    .join(" ");

/**
 * Text as it stands. A bar ends a table's cell even within marks of code, and readers do not agree on one after a backslash: it stands
 * outside of them.
 */
const code = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .split("|")
    .map((part) => (part === "" ? "" : marked(part)))
    .join("&#124;");

/** Between marks that are longer than any within. */
function marked(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const marks = "`".repeat(longest + 1);
  return longest === 0 ? `${marks}${text}${marks}` : `${marks} ${text} ${marks}`;
}
