import { closest, didYouMean, oneOf } from "../compiler/diagnostics/suggest.js";

/** What may stand after a command's name, as data: parsing, checking and the help text all follow it. */
export interface CommandSpec {
  readonly summary: string;
  /** Said below the summary in the command's own help. */
  readonly details?: string;
  readonly positional?: { readonly name: string; readonly description: string; readonly choices?: readonly string[] };
  readonly options: Readonly<Record<string, OptionSpec>>;
}

export type OptionSpec =
  | { readonly kind: "flag"; readonly description: string }
  | ValueOption<"text">
  /** May be given more than once. */
  | ValueOption<"list">;

interface ValueOption<K extends string> {
  readonly kind: K;
  /** How the value is called in the help: `DIR`. */
  readonly value: string;
  readonly description: string;
  readonly default?: string;
  readonly choices?: readonly string[];
  /** What a value must look like, and how that is said. */
  readonly shape?: { readonly pattern: RegExp; readonly expected: string };
}

/** What was given. Asking for an option that the command does not declare throws: it is a mistake of ours. */
export interface Arguments {
  flag(name: string): boolean;
  /** The value or the default. */
  text(name: string): string | undefined;
  list(name: string): readonly string[];
  readonly positional: string | undefined;
}

export type Parsed =
  | { readonly kind: "arguments"; readonly given: Arguments }
  | { readonly kind: "help" }
  | { readonly kind: "misuse"; readonly message: string };

export function parseArguments(spec: CommandSpec, words: readonly string[]): Parsed {
  const values = new Map<string, string[]>();
  const positional: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "--") {
      positional.push(...words.slice(at + 1));
      break;
    }
    if (word === "--help" || word === "-h") return { kind: "help" };
    if (!word.startsWith("-") || word === "-") {
      positional.push(word);
      continue;
    }
    const { name, inline } = splitOption(word);
    const option = Object.hasOwn(spec.options, name) ? spec.options[name] : undefined;
    if (option === undefined) return unknownOption(word.startsWith("--") ? `--${name}` : word, spec);
    if (option.kind === "flag") {
      if (inline !== undefined) return misuse(`--${name} takes no value.`);
      values.set(name, ["true"]);
      continue;
    }
    const next = words[at + 1];
    const value = inline ?? (next?.startsWith("--") ? undefined : next);
    if (value === undefined || value === "") return misuse(`--${name} needs a value: --${name} ${option.value}`);
    if (inline === undefined) at += 1;
    const wrong = mistakeIn(name, value, option);
    if (wrong !== undefined) return misuse(wrong);
    if (option.kind === "text" && values.has(name)) return misuse(`--${name} is given twice.`);
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return checkedPositional(spec, positional) ?? { kind: "arguments", given: argumentsOf(spec, values, positional[0]) };
}

function splitOption(word: string): { readonly name: string; readonly inline: string | undefined } {
  const equals = word.indexOf("=");
  const head = equals === -1 ? word : word.slice(0, equals);
  return {
    name: head.startsWith("--") ? head.slice(2) : head,
    inline: equals === -1 ? undefined : word.slice(equals + 1),
  };
}

const misuse = (message: string): Parsed => ({ kind: "misuse", message });

function unknownOption(word: string, spec: CommandSpec): Parsed {
  const known = [...Object.keys(spec.options), "help"].map((name) => `--${name}`);
  return misuse(`Unknown option '${word}'.${didYouMean(closest(word, known))}`);
}

function mistakeIn(name: string, value: string, { choices, shape }: ValueOption<string>): string | undefined {
  if (choices !== undefined && !choices.includes(value)) {
    return `--${name} is ${oneOf(choices)}, not '${value}'.${didYouMean(closest(value, choices))}`;
  }
  if (shape !== undefined && !shape.pattern.test(value)) return `--${name} is ${shape.expected}, not '${value}'.`;
  return undefined;
}

function checkedPositional({ positional }: CommandSpec, given: readonly string[]): Parsed | undefined {
  const [first, second] = given;
  if (positional === undefined) return first === undefined ? undefined : misuse(`Unexpected argument '${first}'.`);
  if (second !== undefined) return misuse(`Unexpected argument '${second}'.`);
  const { choices, name } = positional;
  if (first === undefined || choices === undefined || choices.includes(first)) return undefined;
  const asked = name === choices.join("|") ? "The argument" : name;
  return misuse(`${asked} is ${oneOf(choices)}, not '${first}'.${didYouMean(closest(first, choices))}`);
}

function argumentsOf(
  { options }: CommandSpec,
  values: ReadonlyMap<string, readonly string[]>,
  positional: string | undefined,
): Arguments {
  const declared = (name: string, kind: OptionSpec["kind"]): OptionSpec => {
    const option = options[name];
    if (option?.kind !== kind) throw new Error(`--${name} is not declared as a ${kind}`);
    return option;
  };
  return {
    positional,
    flag: (name) => {
      declared(name, "flag");
      return values.has(name);
    },
    list: (name) => {
      declared(name, "list");
      return values.get(name) ?? [];
    },
    text: (name) => {
      const option = declared(name, "text");
      return values.get(name)?.[0] ?? (option.kind === "text" ? option.default : undefined);
    },
  };
}
