import type { Tree } from "../golden.js";
import { expressionsOf, grown, isExpression, namesOf, spoilt } from "./expressions.js";
import type { Material } from "./materials.js";
import { nastyTexts, nastyYaml } from "./nasty.js";
import type { Random } from "./random.js";
import { everyValue, mappingOf, type Pair, raw, replaced, scalarOf, sequenceOf, type Value, written } from "./tree.js";

/** One input: some project, spoilt. */
export function mutated(random: Random, all: readonly Material[]): Tree {
  const material = random.pick(all);
  const turn = random.below(20);
  if (turn < 10) return inTree(random, material, all);
  if (turn < 13) return inExpressions(random, material, all);
  if (turn < 16) return inText(random, material.files, byLine(random, all));
  if (turn < 19) return inText(random, material.files, byCharacter(random));
  return inNames(random, material.files);
}

/** Another text in one of its files, mostly of YAML. */
function inText(random: Random, files: Tree, change: (text: string) => string): Tree {
  const path = random.pick(Object.keys(files));
  return { ...files, [path]: change(files[path] ?? "") };
}

const byCharacter = (random: Random) => (text: string) => {
  let bytes = Buffer.from(text);
  const isBytes = random.chance(0.3);
  if (isBytes) {
    for (let times = 1 + random.below(4); times > 0; times -= 1) {
      const at = random.below(bytes.length + 1);
      const put = Buffer.from(Array.from({ length: random.below(4) }, () => random.below(256)));
      bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + random.below(4))]);
    }
    if (random.chance(0.03)) return Buffer.from(text, "utf16le").toString("utf8");
    return bytes.toString("utf8");
  }
  let changed = text;
  for (let times = 1 + random.below(4); times > 0; times -= 1) {
    const at = random.below(changed.length + 1);
    const put = random.pick([
      "",
      random.pick(nastyTexts),
      random.pick([..."abc :-[]{},#|>'\"?&*!%@`\\\n\t\r~<$()"]),
      random.pick(nastyYaml),
    ]);
    changed = changed.slice(0, at) + put + changed.slice(at + random.below(6));
  }
  if (random.chance(0.05)) changed = changed.replaceAll("\n", random.pick(["\r\n", "\r", "\n\n", "\n\t", "\u2028"]));
  if (random.chance(0.03)) changed = `\uFEFF${changed}`;
  if (random.chance(0.03)) changed = changed.slice(0, random.below(changed.length + 1));
  return changed;
};

const byLine = (random: Random, all: readonly Material[]) => (text: string) => {
  const lines = text.split("\n");
  for (let times = 1 + random.below(3); times > 0; times -= 1) {
    const at = random.below(lines.length + 1);
    const many = 1 + random.below(4);
    const there = lines.slice(at, at + many);
    const change = random.below(7);
    if (change === 0) lines.splice(at, many);
    else if (change === 1) lines.splice(at, 0, ...there);
    else if (change === 2) lines.splice(at, many, ...there.toReversed());
    else if (change === 3) lines.splice(random.below(lines.length + 1), 0, ...lines.splice(at, many));
    else if (change === 4)
      lines.splice(at, many, ...there.map((line) => (random.chance(0.5) ? `  ${line}` : line.replace(/^ {2}/, ""))));
    else if (change === 5) {
      const other = Object.values(random.pick(all).files).join("\n").split("\n");
      const from = random.below(other.length);
      lines.splice(at, 0, ...other.slice(from, from + many));
    } else
      lines.splice(at, 0, random.pick(["---", "...", "- ", "? a", "x:", "<<: *a", "&a", "\t", "# x", "%YAML 1.2"]));
  }
  return lines.join("\n");
};

/** Other names of files. */
function inNames(random: Random, files: Tree): Tree {
  const path = random.pick(Object.keys(files));
  const name = random.pick(nastyTexts).replaceAll(/[/\0]/g, "") || "x";
  const folder = random.pick(["pipelines/", "pipelines/", "schemas/", "", `pipelines/${name}/`]);
  const { [path]: text = "", ...others } = files;
  const isKept = random.chance(0.5);
  return { ...others, ...(isKept && { [path]: text }), [`${folder}${name}.yaml`]: text };
}

function inTree(random: Random, material: Material, all: readonly Material[]): Tree {
  return changedDocument(random, material, (document) => {
    let changed = document;
    for (let times = 1 + random.below(random.chance(0.3) ? 6 : 2); times > 0; times -= 1)
      changed = changedOnce(random, changed, all);
    return changed;
  });
}

function inExpressions(random: Random, material: Material, all: readonly Material[]): Tree {
  const documents = Object.values(material.documents).flat();
  const others = expressionsOf(Object.values(random.pick(all).documents).flat());
  const columns = namesOf(documents);
  return changedDocument(random, material, (document) => {
    const places = everyValue(document).filter(
      ({ value, keys }) => value.kind === "scalar" && isExpression(keys, String(value.value)),
    );
    let changed = document;
    for (let times = 1 + random.below(3); times > 0 && places.length > 0; times -= 1) {
      const { way, value } = random.pick(places);
      const text = value.kind === "scalar" ? String(value.value) : "";
      const put = random.chance(0.6)
        ? spoilt(random, text, others, columns)
        : grown(random, columns, 1 + random.below(5));
      changed = replaced(changed, way, () => scalarOf(put));
    }
    return changed;
  });
}

function changedDocument(random: Random, material: Material, change: (document: Value) => Value): Tree {
  const paths = Object.keys(material.documents).filter((path) => (material.documents[path] ?? []).length > 0);
  if (paths.length === 0) return material.files;
  const path = random.pick(paths);
  const documents = material.documents[path] ?? [];
  const at = random.below(documents.length);
  const form = random.chance(0.5) ? "block" : "flow";
  const text = documents.map((document, index) => written(index === at ? change(document) : document, form));
  return { ...material.files, [path]: text.join("---\n") };
}

function changedOnce(random: Random, document: Value, all: readonly Material[]): Value {
  const values = everyValue(document);
  const { way, value } = random.pick(values);
  const other = (): Value => {
    const documents = Object.values(random.pick(all).documents).flat();
    return documents.length === 0 ? scalarOf(null) : random.pick(everyValue(random.pick(documents))).value;
  };
  switch (random.below(9)) {
    case 0:
      return replaced(document, way, () => scalarOf(random.pick(nastyTexts)));
    case 1:
      return replaced(document, way, () => raw(random.pick(nastyYaml)));
    case 2:
      return replaced(document, way, () => other());
    case 3:
      return replaced(document, way, () => random.pick(values).value);
    case 4:
      return replaced(document, way, (one) => otherType(random, one));
    default: {
      const holders = values.filter(({ value: { kind } }) => kind !== "scalar");
      if (holders.length === 0) return replaced(document, way, () => other());
      const holder = random.pick(holders);
      return replaced(document, holder.way, (one) =>
        one.kind === "mapping"
          ? mappingOf(
              otherPairs(
                random,
                one.pairs,
                value,
                values.flatMap(({ keys }) => keys.slice(-1)),
                other,
              ),
            )
          : one.kind === "sequence"
            ? sequenceOf(otherItems(random, one.items, value))
            : one,
      );
    }
  }
}

function otherType(random: Random, value: Value): Value {
  switch (random.below(6)) {
    case 0:
      return sequenceOf([value]);
    case 1:
      return mappingOf([[random.pick(["a", "type", "from", "columns", "__proto__"]), value]]);
    case 2:
      return scalarOf(null);
    case 3:
      return value.kind === "mapping" ? sequenceOf(value.pairs.map(([, one]) => one)) : sequenceOf([]);
    case 4:
      return value.kind === "scalar" ? scalarOf(random.pick([0, 1, -1, true, 1e308, 1.5, 2 ** 53])) : mappingOf([]);
    default:
      return scalarOf(JSON.stringify(value));
  }
}

function otherPairs(
  random: Random,
  pairs: readonly Pair[],
  value: Value,
  keys: readonly string[],
  other: () => Value,
): readonly Pair[] {
  const at = random.below(pairs.length + 1);
  const before = pairs.slice(0, at);
  const after = pairs.slice(at);
  const [there, ...rest] = after;
  switch (random.below(8)) {
    case 0:
      return [...before, ...rest];
    case 1:
      return [...pairs, ...(there ? [there] : [])];
    case 2:
      return there ? [...before, [random.pick(nastyTexts), there[1]], ...rest] : pairs;
    case 3:
      return there && keys.length > 0 ? [...before, [random.pick(keys), there[1]], ...rest] : pairs;
    case 4:
      return [...before, [random.pick(nastyTexts), value], ...after];
    case 5:
      return keys.length > 0 ? [...before, [random.pick(keys), other()], ...after] : pairs;
    case 6:
      return there ? [...before, [misspelt(random, there[0]), there[1]], ...rest] : pairs;
    default:
      return [...before, ...after.toReversed()];
  }
}

function misspelt(random: Random, key: string): string {
  const at = random.below(key.length + 1);
  return key.slice(0, at) + random.pick(["", "x", "_", "-", " ", "S"]) + key.slice(at + random.below(2));
}

function otherItems(random: Random, items: readonly Value[], value: Value): readonly Value[] {
  const at = random.below(items.length + 1);
  switch (random.below(4)) {
    case 0:
      return [...items.slice(0, at), ...items.slice(at + 1)];
    case 1:
      return [...items, ...items];
    case 2:
      return [...items.slice(0, at), value, ...items.slice(at)];
    default:
      return items.toReversed();
  }
}
