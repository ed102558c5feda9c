import type { Files, Tree } from "./tree.js";

/** Run-time modules as constants, so that the compiler needs no disk for its own texts. */
export function textsOf(tree: Tree): Files {
  const texts = tree.list("targets").filter(isText);
  const targets = [...new Set(texts.map((path) => path.split("/")[1] ?? ""))];
  return Object.fromEntries(
    targets.map((target) => {
      const paths = texts.filter((path) => path.startsWith(`targets/${target}/`));
      return [
        `targets/${target}/text.generated.ts`,
        moduleOf(
          target,
          paths.map((path) => ({ path, text: tree.read(path) ?? "" })),
        ),
      ];
    }),
  );
}

const isText = (path: string): boolean => /^targets\/[^/]+\/runtime\/.*\.py$/.test(path);

function moduleOf(target: string, files: readonly { readonly path: string; readonly text: string }[]): string {
  const entries = files.map(
    ({ path, text }) => `  ${JSON.stringify(path.slice(`targets/${target}/`.length))}: ${quoted(text)},\n`,
  );
  return `// Generated from targets/${target}/runtime by \`npm run generate\`; do not edit.

/** The target's texts by their path below its folder. */
export const text = {
${entries.join("")}} as const;
`;
}

/** As a template literal, so that a change in a text is readable as a change here. */
const quoted = (text: string): string =>
  `\`${text.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${")}\``;
