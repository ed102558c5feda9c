import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { allOf, didYouMean } from "../diagnostics/suggest.js";
import type { PeriodUnit } from "./file-set-source.js";

type Nothing = Record<string, never>;

/** What is wrong with files whose names carry a day or an hour. */
export const periodDiagnostics = defineDiagnostics("periods", {
  unknownPart: {
    severity: "error",
    message: (p: { part: string; suggestion: string | undefined }) =>
      `'{${p.part}}' is no part of a date: there is {yyyy}, {MM}, {dd} and {HH}.${p.suggestion === undefined ? "" : didYouMean(`{${p.suggestion}}`)}`,
    explanation:
      "Parts of dates in paths are spelled as in .NET, where `MM` is the month and `mm` the minute. https://learn.microsoft.com/dotnet/standard/base-types/custom-date-and-time-format-strings",
  },
  incomplete: {
    severity: "error",
    message: (p: { path: string; lacking: readonly string[]; unit: PeriodUnit }) =>
      `'${p.path}' lacks ${allOf(p.lacking.map((part) => `{${part}}`))}: its files are told apart by the ${p.unit}, so all parts of it stand in their paths.`,
    explanation:
      "The files of a period are looked for by its name. Where a part is missing a name stands for several periods, and each of them would read the files of all.",
  },
  notOfNewFiles: {
    severity: "error",
    message: (p: { path: string; read: string | undefined }) =>
      p.read === undefined
        ? `'${p.path}' has parts of a date, and a stream of files reads each file once, whatever its name: write '*' instead of them, or 'read: new-files'.`
        : `'${p.path}' has parts of a date, and with 'read: ${p.read}' all files are read, whatever their names: write '*' instead of them, or 'read: new-files'.`,
    explanation: "Date parts in a path say which of its files are new: those of the periods that were not read yet.",
  },
  startMissing: {
    severity: "error",
    message: (p: { unit: PeriodUnit }) =>
      `'start' is missing: the first ${p.unit} that is read, as ${p.unit === "day" ? "'start: 2026-01-01'" : "'start: 2026-01-01T05:00'"}.`,
    explanation: "Files are looked for period by period, and nothing else says with which one to begin.",
  },
  startWithoutParts: {
    severity: "error",
    message: (_: Nothing) =>
      "'start' is of files that are known by their names, and 'path' has no parts of a date: leave it out, or write them, as 'orders/{yyyy}/{MM}/{dd}/*.csv'.",
    explanation: "Without date parts in `path` new files are known by their time of modification, from the first on.",
  },
  startOfNothing: {
    severity: "error",
    message: (p: { start: string; unit: PeriodUnit }) =>
      `'${p.start}' is no ${p.unit === "day" ? "day" : "day, or hour of one"}: write ${p.unit === "day" ? "'2026-01-01'" : "'2026-01-01' or '2026-01-01T05:00'"}.`,
    explanation: "`start` is the first period that is read. Where `path` has no `{HH}` a period is a day.",
  },
  wildFolder: {
    severity: "error",
    message: (p: { path: string }) =>
      `'${p.path}' has a '*' in a folder's name: with parts of a date only the file's own name has '*'. Declare a source for each such folder, and its tables with 'for_each', or read by time, with '*' instead of the parts.`,
    explanation:
      "Before a period is read the orchestrator asks whether its folder is there, since a copy from one that is not there fails; and it can ask for one folder, not for all that fit a pattern. https://learn.microsoft.com/azure/data-factory/control-flow-get-metadata-activity",
  },
  samplesWithoutPeriod: {
    severity: "error",
    message: (p: { samples: string; path: string }) =>
      `Nothing says of which period '${p.samples}' are: the name of a file in '${p.path}' does not, so the path of the samples has the parts of the date, as 'samples/{yyyy}-{MM}-{dd}/*.csv'.`,
    explanation:
      "On this machine a file is put into the folder of its period, and each wave reads up to the end of it.",
  },
  withoutLag: {
    severity: "warning",
    message: (p: { start: string; unit: PeriodUnit; over: string }) =>
      `Without 'lag' files may be missed for ever: those of ${p.start} are read as soon as it is ${p.over} UTC, and one that is put later is not. Write how long after the end of its ${p.unit} a file may come, as 'lag: 1 hour'; where names are in local time west of UTC, as many hours more as its clocks are behind: 8 in Seattle in winter, so 'lag: 9 hours'.`,
    explanation:
      "Each period is read once, when it has been over for `lag`. A file that comes into a period which was read already is not looked for. A day in a name that is the day of a zone west of UTC ends later than the day in UTC does, by what its clocks are behind: at UTC-8 the files of 1 January are put until 08:00 UTC of 2 January. East of UTC days end earlier, and nothing more is needed.",
  },
});
