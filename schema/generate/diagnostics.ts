import type { Files, Tree } from "./tree.js";

/** What a declaration says to the generator. */
interface Declared {
  readonly code: string;
  readonly severity: string;
  readonly explanation: string;
}

/** Where a `defineDiagnostics` stands. */
interface Place {
  readonly path: string;
  readonly name: string;
}

/** The list of all declared diagnostics, and a page for each. */
export async function diagnosticFiles(tree: Tree): Promise<Files> {
  const places = declarations(tree);
  const declared = await load(tree, places);
  const goldens = tree.list("test/golden").filter((path) => /\/(error|warning)-[^/]*\/expected\//.test(path));
  const shown = goldens.map((path) => ({ path, text: tree.read(path) ?? "" }));
  const pages = declared.map((one) => {
    const example = shown.find(({ text }) => mentions(text, one.code));
    return [`docs/diagnostics/${one.code}.md`, page(one, example)] as const;
  });
  return {
    "cli/declared.generated.ts": listOf(places),
    "docs/diagnostics/index.md": indexOf(declared),
    ...Object.fromEntries(pages),
  };
}

/** Is this very code in the text, rather than one that it begins? */
export function mentions(text: string, code: string): boolean {
  return text.split(code).some((after, index) => index > 0 && !/^[\w-]/.test(after));
}

function declarations(tree: Tree): readonly Place[] {
  const folders = ["compiler", "targets", "publish", "local", "cli"];
  return folders
    .flatMap((folder) => tree.list(folder))
    .filter((path) => /\.ts$/.test(path) && !/\.(test|generated|d)\.ts$/.test(path))
    .flatMap((path) =>
      [...(tree.read(path) ?? "").matchAll(/^export const (\w+) = defineDiagnostics\(/gm)].map(([, name = ""]) => ({
        path,
        name,
      })),
    );
}

async function load(tree: Tree, places: readonly Place[]): Promise<readonly Declared[]> {
  const found: Declared[] = [];
  for (const { path, name } of places) {
    const kinds = (await tree.load(path))[name];
    if (typeof kinds !== "object" || kinds === null) throw new Error(`${path} does not export ${name}`);
    for (const kind of Object.values(kinds)) {
      if (!isDeclared(kind)) throw new Error(`${name} of ${path} is not made by defineDiagnostics`);
      if (found.some(({ code }) => code === kind.code)) throw new Error(`${kind.code} is declared twice`);
      found.push(kind);
    }
  }
  return found.sort((a, b) => (a.code < b.code ? -1 : 1));
}

function isDeclared(kind: unknown): kind is Declared {
  return typeof kind === "object" && kind !== null && "code" in kind && "severity" in kind && "explanation" in kind;
}

function listOf(places: readonly Place[]): string {
  const imports = places.map(({ path, name }) => `import { ${name} } from "../${path.replace(/\.ts$/, ".js")}";\n`);
  const spreads = places.map(({ name }) => `  ...Object.values(${name}),\n`);
  return `// Generated from every \`defineDiagnostics\` by \`npm run generate\`; do not edit.
import type { Rule } from "../compiler/diagnostics/rule.js";
${imports.sort().join("")}
/** Everything that a run can report. */
export const declared: readonly Rule[] = [
${spreads.sort().join("")}];
`;
}

function page({ code, severity, explanation }: Declared, example: { path: string; text: string } | undefined): string {
  const shown =
    example === undefined
      ? ""
      : `\n## Example\n\n[\`${example.path}\`](../../../${example.path})\n\n\`\`\`yaml\n${excerpt(example.text, code)}\n\`\`\`\n`;
  return `# ${code}\n\nSeverity: ${severity}\n\n${explanation.trim()}\n${shown}`;
}

/** The message, the lines that it is about and a little before them. */
function excerpt(text: string, code: string): string {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => mentions(line, code));
  const commented = (line: string | undefined): boolean => /^#\s*\^/.test(line ?? "");
  let last = at;
  while (commented(lines[last + 1])) last += 1;
  let first = at;
  while (commented(lines[first])) first -= 1;
  return lines.slice(Math.max(0, first - 2), last + 1).join("\n");
}

function indexOf(declared: readonly Declared[]): string {
  const rows = declared.map(({ code, severity, explanation }) => {
    const [sentence = ""] = explanation.trim().split(/(?<=\.)\s/);
    return `| [${code}](${code}.md) | ${severity} | ${sentence.replaceAll("|", "\\|")} |`;
  });
  return `# Diagnostics\n\nEverything that sluice reports, by code.\n\n| Code | Severity | About |\n|---|---|---|\n${rows.join("\n")}\n`;
}
