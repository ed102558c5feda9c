import type { RightsRow } from "./rights.js";

/** A user of Redis as an emitted script wants it. */
export interface WantedUser {
  readonly name: string;
  /** The words of the command that makes it so: `ACL`, `SETUSER`, … */
  readonly command: readonly string[];
  readonly selectors: readonly Selector[];
}

/** Commands that a user may run on keys that match one of the patterns: its root, or one of its selectors. */
export interface Selector {
  readonly patterns: readonly KeyPattern[];
  /** Each with the rule that lets it run: `get` by `+get`, or by `+@read`. */
  readonly commands: ReadonlyMap<string, string>;
  /** `&news:*` */
  readonly channels: readonly string[];
}

interface KeyPattern {
  readonly access: "R" | "W" | "RW";
  readonly pattern: string;
}

/** The commands of a category, by its name without `@`; of `all` all that there are. */
export type Categories = ReadonlyMap<string, readonly string[]>;

/**
 * What the server answers to `ACL GETUSER`.
 * https://redis.io/docs/latest/commands/acl-getuser/
 */
export interface HeldUser {
  /** The root's, and each selector's. */
  readonly rules: readonly { readonly commands: string; readonly keys: string; readonly channels: string }[];
}

/** The users that a script sets, each by one line. Throws where a line is none that is emitted. */
export function usersIn(script: string): readonly WantedUser[] {
  return script
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("ECHO "))
    .map((line) => {
      const command = [...line.matchAll(/"([^"\\]*)"|[^\s"]+/g)].map(([word, quoted]) => quoted ?? word);
      const [, , name = ""] = command;
      const given = command.slice(3 + resets.length);
      const isEmitted = command.slice(3, 3 + resets.length).every((word, at) => word === resets[at]);
      if (!line.startsWith("ACL SETUSER ") || !isEmitted) throw new Error("The script of rights has an unknown line");
      return { name, command, selectors: given.map(selectorIn) };
    });
}

/** With them each emitted command begins, so that a user has nothing else. */
const resets = ["resetkeys", "resetchannels", "nocommands", "clearselectors"];

/** `(%R~session:* +get +mget)` */
function selectorIn(text: string): Selector {
  const words = text.replace(/^\(|\)$/g, "").split(" ");
  const isRule = (word: string) => word.startsWith("+") && !word.startsWith("+@");
  const keys = words.filter((word) => !isRule(word));
  const commands = words.filter(isRule).map((word): [string, string] => [word.slice(1), word]);
  return { patterns: keys.map(patternIn), commands: new Map(commands), channels: [] };
}

/** `%R~session:*`; `~session:*` is all of reading and writing. */
function patternIn(text: string): KeyPattern {
  const [, access, pattern] = /^(?:%(R|W|RW|WR))?~(.+)$/s.exec(text) ?? [];
  if (pattern === undefined) throw new Error(`'${text}' is no pattern of keys`);
  return { access: access === "R" || access === "W" ? access : "RW", pattern };
}

/** The categories that have to be known to read users' rules: `-@all` takes everything away, whatever there is. */
export const categoriesIn = (users: readonly HeldUser[]): readonly string[] => [
  ...new Set(
    users.flatMap(({ rules }) =>
      rules
        .flatMap(({ commands }) => wordsIn(commands))
        .filter((rule) => /^[+-]@/.test(rule) && rule !== "-@all")
        .map((rule) => rule.slice(2)),
    ),
  ),
];

/** What a user may do by its rules, which count in their order. */
export function selectorsOf({ rules }: HeldUser, categories: Categories): readonly Selector[] {
  return rules.map(({ commands, keys, channels }) => {
    const allowed = new Map<string, string>();
    for (const rule of wordsIn(commands)) {
      const name = rule.slice(1);
      const meant = name.startsWith("@") ? (categories.get(name.slice(1)) ?? []) : [name];
      if (rule === "-@all") allowed.clear();
      else if (rule.startsWith("+")) for (const one of meant) allowed.set(one, rule);
      else for (const one of meant) allowed.delete(one);
    }
    return { patterns: wordsIn(keys).map(patternIn), commands: allowed, channels: wordsIn(channels) };
  });
}

const wordsIn = (text: string): readonly string[] => text.split(" ").filter((word) => word !== "");

/** What a command would change for one user. @param held undefined: there is none of that name */
export function changesOfUser({ name, selectors }: WantedUser, held: readonly Selector[] | undefined): RightsRow[] {
  const row = (action: RightsRow["action"]) => (right: Right) => ({ action, grantee: name, ...right });
  const made: RightsRow[] =
    held === undefined ? [{ action: "make", grantee: name, privilege: "USER", object: undefined }] : [];
  return [
    ...made,
    ...beyond(held ?? [], selectors).map(row("revoke")),
    ...beyond(selectors, held ?? []).map(row("grant")),
  ];
}

interface Right {
  /** `+get +mget` */
  readonly privilege: string;
  /** `%R~session:*`; undefined: commands that name no keys. */
  readonly object: string | undefined;
}

/**
 * What `some` let a user do and `others` do not. A command that may name several keys has to be let do so by one selector, so that one
 * selector is more than two that have half of its patterns each.
 */
function beyond(some: readonly Selector[], others: readonly Selector[]): readonly Right[] {
  const found = some.flatMap((selector) => {
    const { patterns, commands, channels } = selector;
    const idle = commands.size > 0 ? [] : patterns.map((one) => ({ privilege: written(one), object: undefined }));
    const more = new Map<string, Set<string>>();
    for (const command of commands.keys())
      for (const object of objectsBeyond(command, patterns, others))
        more.set(object, (more.get(object) ?? new Set()).add(command));
    const rights = [...more].flatMap(([object, lacking]) =>
      rulesOf(lacking, commands).map((privilege) => ({ privilege, object: object === "" ? undefined : object })),
    );
    const heard = channels.filter((channel) => !others.some((other) => other.channels.includes(channel)));
    return [...rights, ...idle, ...heard.map((privilege) => ({ privilege, object: undefined }))];
  });
  const texts = found.map(({ privilege, object }) => JSON.stringify([privilege, object ?? null]));
  return found.filter((_, at) => texts.indexOf(texts[at] ?? "") === at);
}

/** On what keys a command may be run by these patterns, and not by others; the empty text: it names none. */
function objectsBeyond(
  command: string,
  patterns: readonly KeyPattern[],
  others: readonly Selector[],
): readonly string[] {
  const having = others.filter(({ commands }) => commands.has(command));
  if (having.some((other) => patterns.every((one) => isIn(one, other)))) return [];
  const alone = patterns.filter((one) => !having.some((other) => isIn(one, other)));
  if (alone.length > 0) return alone.map(written);
  return [patterns.map(written).join(" and ")].map((all) => (patterns.length > 1 ? `${all} at once` : all));
}

const isIn = ({ access, pattern }: KeyPattern, { patterns }: Selector): boolean =>
  patterns.some((one) => (one.pattern === pattern || one.pattern === "*") && one.access.includes(access));

const written = ({ access, pattern }: KeyPattern): string =>
  access === "RW" ? `~${pattern}` : `%${access}~${pattern}`;

/** As rules say it: a category as one word, with what of it stays. */
function rulesOf(lacking: ReadonlySet<string>, commands: ReadonlyMap<string, string>): readonly string[] {
  const rules = [...new Set([...lacking].map((one) => commands.get(one) ?? `+${one}`))];
  const single = rules.filter((rule) => !rule.startsWith("+@"));
  const wide = rules.flatMap((rule) => {
    if (single.includes(rule)) return [];
    const all = [...commands].filter(([, by]) => by === rule).map(([one]) => one);
    const stay = all.filter((one) => !lacking.has(one));
    const go = all.filter((one) => lacking.has(one)).map((one) => `+${one}`);
    if (stay.length === 0) return [rule];
    return go.length <= stay.length ? [go.sort().join(" ")] : [`${rule} but for ${stay.sort().join(", ")}`];
  });
  return [...(single.length === 0 ? [] : [[...single].sort().join(" ")]), ...wide];
}
