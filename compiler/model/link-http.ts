import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import { type DataType, printType } from "../expression/type.js";
import type { HttpSource } from "./http-source.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import { linkCells } from "./link-cells.js";
import { connectionTo } from "./link-source.js";
import type { Column } from "./linked.js";
import type { LinkedHttp } from "./linked-landings.js";
import type { Project } from "./model.js";

/** Holds an API's rows against what they name. Undefined if any of it has an error. */
export function linkHttp(
  source: HttpSource,
  pipeline: string,
  project: Project,
  report: Report,
): LinkedHttp | undefined {
  const { primaryKey } = source;
  const connection = connectionTo(source.connection, "http", project, report);
  const { columns, areSound } = linkCells(source, primaryKey, report, true);
  const wrong = [...secrets(source), ...paging(source), ...columns.flatMap(longNumber)];
  for (const diagnostic of wrong) report.add(diagnostic);
  if (connection === undefined || !areSound || wrong.length > 0) return undefined;
  return {
    kind: "http",
    pipeline,
    source,
    connection,
    columns,
    key: primaryKey.map(({ name }) => name),
    reading: { kind: "full" },
  };
}

/** What parameters with keys are called: addresses are written to logs. Whole names, as `sort_key` and `page_token` are none. */
const secretWords = [
  /^(x[-_])?((api|access|app|auth|bearer|client|functions|master|private|secret|session|subscription|user)[-_]?)*(key|token|secret|password|passwd|pwd|sig|signature|code|credentials?)$/i,
  /^(appid|auth|authorization|bearer|hapikey|jwt|sas)$/i,
];

const secrets = ({ query }: HttpSource): readonly Diagnostic[] =>
  query
    .filter(({ name }) => secretWords.some((word) => word.test(name)))
    .map(({ name, origin }) => landingDiagnostics.secretInQuery.at(origin.key(), { parameter: name }));

function paging({ paging, query }: HttpSource): readonly Diagnostic[] {
  if (paging.kind === "none") return [];
  const { milliseconds } = paging.wait;
  const twice = paging.kind === "next" ? undefined : query.find(({ name }) => name === paging.parameter);
  return [
    ...(twice ? [landingDiagnostics.pagedTwice.at(twice.origin.key(), { parameter: twice.name })] : []),
    ...(milliseconds < 10 || milliseconds > 60_000
      ? [landingDiagnostics.waitOfPages.at(paging.origin.child("wait"), { wait: paging.wait.text })]
      : []),
  ];
}

/** Digits that a double has for certain. https://en.wikipedia.org/wiki/IEEE_754 */
const digits = 15;

const longNumber = ({ name, type, origin }: Column): readonly Diagnostic[] =>
  hasLongDecimal(type) ? [landingDiagnostics.longNumber.at(origin, { column: name, type: printType(type) })] : [];

function hasLongDecimal(type: DataType): boolean {
  switch (type.kind) {
    case "decimal":
      return type.precision > digits;
    case "array":
      return hasLongDecimal(type.element);
    case "map":
      return hasLongDecimal(type.key) || hasLongDecimal(type.value);
    case "struct":
      return type.fields.some((field) => hasLongDecimal(field.type));
    default:
      return false;
  }
}
