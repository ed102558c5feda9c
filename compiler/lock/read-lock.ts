import type { Report } from "../diagnostics/report.js";
import type { Host } from "../host.js";
import { Origin } from "../source/origin.js";
import { parseYaml } from "../source/parse-yaml.js";
import type { YamlProblem } from "../source/parsed-file.js";
import type { SourceFile } from "../source/source-file.js";
import { plainValue, type Range, type YamlValue } from "../source/tree.js";
import { lockDiagnostics } from "./diagnostics.js";
import type { Facts } from "./identity.js";
import { generationOf, isReader, type Lock, type LockedQuery, lockPath } from "./lock.js";

/** The project's lock; an empty one where there is none yet. Undefined if it cannot be read, which is then reported. */
export function readLock(host: Host, report: Report): Lock | undefined {
  const text = host.read(lockPath);
  if (text === undefined) return new Map();
  const conflict = /^(?:<{7}|\|{7}|={7}|>{7})(?= |\r?$)/m.exec(text);
  if (conflict !== null) {
    report.add(lockDiagnostics.mergeConflict.at(place({ path: lockPath, text }, conflict.index, 7), {}));
    return undefined;
  }
  const { file, documents, problems } = parseYaml(lockPath, text);
  const [problem] = problems;
  const [document] = documents;
  if (problem !== undefined || document === undefined || documents.length > 1) {
    const { start, end } = problem?.range ?? { start: 0, end: Math.min(1, text.length) };
    const wrong = document === undefined ? "the file is empty." : "it holds more than one document.";
    const detail = problem === undefined ? wrong : `${unreadable(problem).replace(/\.$/, "")}.`;
    report.add(lockDiagnostics.broken.at(place(file, start, end - start), { detail }));
    return undefined;
  }
  return lockOf(plainValue(document.root), Origin.root(document), report);
}

/** What a problem's `detail` alone does not say: there it is a name, or nothing. */
function unreadable({ kind, detail }: YamlProblem): string {
  switch (kind) {
    case "duplicate-key":
      return `'${detail}' is written twice`;
    case "merge-key":
      return "there is a merge key ('<<')";
    case "unknown-alias":
      return `no anchor '&${detail}' stands before this alias`;
    case "too-many-aliases":
      return "there are too many aliases";
    case "too-deep":
      return "it is nested too deep";
    case "key-not-text":
      return "there is a key that is no text";
    case "control-character":
      return `the character ${detail} stands in it`;
    default:
      return detail;
  }
}

function place(file: SourceFile, start: number, length: number): Origin {
  const range: Range = { start, end: start + length };
  return Origin.root({ file, root: { kind: "scalar", range, value: null } });
}

type Mapping = { readonly [key: string]: YamlValue };

function lockOf(value: YamlValue, origin: Origin, report: Report): Lock | undefined {
  const broken = (at: Origin, detail: string): undefined => {
    report.add(lockDiagnostics.broken.at(at, { detail }));
  };
  const version = isMapping(value) ? value["version"] : undefined;
  if (!isMapping(value) || version === undefined) return broken(origin, "a 'version' is missing.");
  if (version !== 1) {
    report.add(lockDiagnostics.unknownVersion.at(origin.child("version"), { version: JSON.stringify(version) }));
    return undefined;
  }
  const stray = Object.keys(value).find((name) => name !== "version" && name !== "queries");
  if (stray !== undefined) return broken(origin.child(stray).key(), `it has a property '${stray}'.`);
  const queries = value["queries"] ?? null;
  if (!isMapping(queries)) return broken(origin.child("queries"), "'queries' holds a block for each query.");
  const lock = new Map<string, LockedQuery>();
  for (const [id, block] of Object.entries(queries)) {
    const query = queryOf(block);
    if (typeof query === "string") return broken(origin.child("queries", id).key(), `'${id}' ${query}.`);
    lock.set(id, query);
  }
  return lock;
}

/** A query's block, or what is wrong with it. */
function queryOf(block: YamlValue): LockedQuery | string {
  if (!isMapping(block)) return "is not a block of properties";
  const {
    generation,
    clears_before: clearsBefore = 1,
    backfill = 0,
    continues, // what `goes_on_from` was called at first
    goes_on_from: goesOnFrom = continues ?? [],
    reads = {},
    facts,
    logic,
    reader,
    removed,
    ...rest
  } = block;
  const [stray] = Object.keys(rest);
  if (stray !== undefined) return `has a property '${stray}'`;
  if (!isCount(generation) || generation < 1) return "needs a 'generation' from 1 up";
  if (!isCount(clearsBefore) || clearsBefore < 1 || clearsBefore > generation)
    return "has a 'clears_before' that is no generation of it";
  if (!isCount(backfill)) return "has a 'backfill' that is no number";
  if (continues !== undefined && block["goes_on_from"] !== undefined)
    return "has both 'goes_on_from' and 'continues', its first name";
  if (!areIdentities(goesOnFrom) || !areEarlier(goesOnFrom, generation))
    return `has a '${continues === undefined ? "goes_on_from" : "continues"}' that is no list of identities, the latest first`;
  if (!isFacts(reads) || !isTexts(reads)) return "has 'reads' that are not identities by query";
  if (removed !== undefined && removed !== true) return "has a 'removed' that is not 'true'";
  if (!isFacts(facts)) return "needs 'facts': texts by clause";
  if (logic !== undefined && !isFacts(logic)) return "has a 'logic' that is not texts by clause";
  if (reader !== undefined && !(typeof reader === "string" && isReader(reader)))
    return "has a 'reader' that is neither 'auto_loader' nor 'files'";
  const more = { ...(logic !== undefined && { logic }), ...(reader !== undefined && { reader }) };
  return { generation, clearsBefore, backfill, reads, facts, goesOnFrom, ...more, isRemoved: removed === true };
}

const isMapping = (value: YamlValue | undefined): value is Mapping =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isCount = (value: YamlValue | undefined): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const isFacts = (value: YamlValue | undefined): value is Facts =>
  isMapping(value) &&
  Object.values(value).every(
    (member) =>
      typeof member === "string" ||
      (isMapping(member) && Object.values(member).every((text) => typeof text === "string")),
  );

const areIdentities = (value: YamlValue): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string" && /^\d+-[0-9a-f]{8}$/.test(one));

/** Each of a generation before the one it stands after. */
const areEarlier = (identities: readonly string[], generation: number): boolean =>
  identities.every((identity, at) => {
    const later = identities[at - 1];
    const own = generationOf(identity);
    return own >= 1 && own < (later === undefined ? generation : generationOf(later));
  });

const isTexts = (facts: Facts): facts is { readonly [name: string]: string } =>
  Object.values(facts).every((fact) => typeof fact === "string");
