import type { CommandSpec, OptionSpec } from "./arguments.js";

/** `sluice --help` */
export function overview(commands: Readonly<Record<string, CommandSpec>>): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => [name, summary] as const);
  const options = [
    ["--help", "Shows this, or a command's options"],
    ["--version", "Prints the version"],
  ] as const;
  return `Compiles a folder of YAML into Azure lakehouse pipelines.

Usage: sluice COMMAND [OPTIONS]

Commands:
${table(rows)}
Options:
${table(options)}
Exit codes: 0 all well, 1 something was found or refused, 2 the command was not understood.
`;
}

/** `sluice COMMAND --help` */
export function commandHelp(name: string, { summary, details, positional, options }: CommandSpec): string {
  const rows = [
    ...Object.entries(options).map(([option, spec]) => [usage(option, spec), sentence(spec)] as const),
    ["--help", "Shows this"] as const,
  ];
  const argument = positional === undefined ? "" : `Argument:\n${table([[positional.name, positional.description]])}\n`;
  return `${summary}.
${details === undefined ? "" : `\n${details}\n`}
Usage: sluice ${name}${positional === undefined ? "" : ` [${positional.name}]`} [OPTIONS]

${argument}Options:
${table(rows)}`;
}

const usage = (name: string, spec: OptionSpec): string =>
  spec.kind === "flag" ? `--${name}` : `--${name} ${spec.value}`;

function sentence(spec: OptionSpec): string {
  const more = [
    ...(spec.kind === "list" ? ["may be repeated"] : []),
    ...(spec.kind !== "flag" && spec.default !== undefined ? [`default ${spec.default}`] : []),
  ];
  return more.length === 0 ? spec.description : `${spec.description} (${more.join(", ")})`;
}

function table(rows: readonly (readonly [left: string, right: string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join("");
}
