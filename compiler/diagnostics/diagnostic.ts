import type { Origin } from "../source/origin.js";

export type Severity = "error" | "warning";

/** One finding: what is wrong, where, and what else has to do with it. */
export interface Diagnostic {
  /** `owner/rule`, the same for ever: people search for it and CI filters by it. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly origin: Origin;
  readonly related: readonly Related[];
  /** The text that would stand at `origin` if the finding were mended; only where there is exactly one mend. */
  readonly fix?: string;
}

/** The second place that a finding is about: the other declaration, the other end of a cycle. */
export interface Related {
  readonly message: string;
  readonly origin: Origin;
}

interface Declaration {
  readonly severity: Severity;
  /** One sentence in the user's words, then the remedy if there is exactly one. */
  readonly message: (params: never) => string;
  /** When it is reported and what to do: the body of its page in the manual. */
  readonly explanation: string;
}

type Params<D extends Declaration> = Parameters<D["message"]>[0];

export interface DiagnosticKind<P> {
  readonly code: string;
  readonly severity: Severity;
  readonly explanation: string;
  at(origin: Origin, params: P, extra?: { readonly related?: readonly Related[]; readonly fix?: string }): Diagnostic;
}

/** Declares an owner's diagnostics once, as data; a missing or misspelt message parameter does not compile. */
export function defineDiagnostics<const D extends Record<string, Declaration>>(
  owner: string,
  declarations: D,
): { readonly [K in keyof D]: DiagnosticKind<Params<D[K]>> } {
  const kinds = Object.entries(declarations).map(([name, { severity, message, explanation }]) => {
    const code = `${owner}/${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const kind: DiagnosticKind<unknown> = {
      code,
      severity,
      explanation,
      at: (origin, params, extra) => ({
        code,
        severity,
        message: legible(message(params as never)), // `at` takes what `message` takes: see the type of the result
        origin,
        related: extra?.related ?? [],
        ...(extra?.fix === undefined ? {} : { fix: extra.fix }),
      }),
    };
    return [name, kind] as const;
  });
  return Object.fromEntries(kinds) as { readonly [K in keyof D]: DiagnosticKind<Params<D[K]>> };
}

/** What is longer nobody reads: it quotes a text that is. */
const LONGEST = 2_000;

/** What a message quotes of a file may be long, and may hold what steers a terminal or a log. */
function legible(message: string): string {
  const short = message.length <= LONGEST ? message : `${message.slice(0, LONGEST - 500)} … ${message.slice(-400)}`;
  return short.replaceAll(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, spelled);
}

const spelled = (character: string): string =>
  `\\u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
