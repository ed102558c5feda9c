import type { Plan } from "./plan.js";
import { changeText, countsOf, handwork } from "./plan-text.js";

/** What a comment on a pull request may hold on GitHub, with room to spare. */
const mostCharacters = 64_000;

/** A plan as a comment on a pull request: what matters first; what does not fit is counted. */
export function planMarkdown(plan: Plan): string {
  const { destination, steps, obstacles, foreign, kept } = plan;
  const head = [
    `### ${escaped(destination.project)} → ${escaped(destination.environment)}: ${escaped(countsOf(plan))}`,
    "",
    ...bounded(
      [
        ...obstacles.map(({ thing, message }) => `- ❗ ${code(thing)} ${escaped(message)}`),
        ...steps.flatMap(({ id, loses }) =>
          loses === undefined ? [] : [`- ❗ ${code(id)} loses ${escaped(loses)}; it needs ${code(`--allow ${id}`)}`],
        ),
      ],
      mostCharacters / 4,
    ),
    "",
  ];
  const rows = steps.map(
    ({ action, thing, reason, changes }) =>
      `| ${action} | ${code(thing)} | ${escaped(reason)} | ${changes.map((one) => code(changeText(one))).join("<br>")} |`,
  );
  const table = rows.length === 0 ? [] : ["| step | what | why | fields |", "|---|---|---|---|"];
  const foot = [
    "",
    ...bounded(
      handwork(plan).map(({ task, what }) => `- ${task}: ${code(what)}`),
      mostCharacters / 8,
    ),
    ...(kept.length === 0
      ? []
      : [
          `${kept.length} fields that only the service knows stay: ${short(kept.map((one) => `${one.thing} ${one.path}`))}`,
          "",
        ]),
    ...(foreign.length === 0 ? [] : [`${foreign.length} not of this project, and left alone: ${short(foreign)}`, ""]),
    `Digest ${code(plan.digest)}`,
    "",
  ];
  const fixed = [...head, ...table, ...foot].join("\n").length + 100;
  const shown = fitting(rows, mostCharacters - fixed);
  const more = rows.length - shown.length;
  return [...head, ...table, ...shown, ...(more > 0 ? ["", `… and ${more} more steps.`] : []), ...foot].join("\n");
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

const short = (ids: readonly string[]): string =>
  `${ids.slice(0, 20).map(code).join(", ")}${ids.length > 20 ? ` and ${ids.length - 20} more` : ""}`;

/** Text of others in a page of ours: nothing of it is markup, and nobody is called by it. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]()#+!|<>~-]/g, "\\$&")
    .replaceAll("@", "@\u200b")
    .replace(/\s+/g, " ");

/** Between marks that are longer than any within. */
function code(text: string): string {
  const line = text.replace(/\s+/g, " ").replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const marks = "`".repeat(longest + 1);
  return longest === 0 ? `${marks}${line}${marks}` : `${marks} ${line} ${marks}`;
}
