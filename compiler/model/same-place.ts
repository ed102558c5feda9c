import type { Text } from "./parts.js";

/** Two texts that tell apart where two things are. `fold`: whether letters of both cases are the same there. */
export interface Beside {
  readonly one: Text;
  readonly other: Text;
  readonly fold: boolean;
}

/** Whether all of them are the same: as they are written, or in an environment, which is told; undefined: in none. */
export function samePlace(texts: readonly Beside[]): { readonly environment: string | undefined } | undefined {
  const folded = (text: string, { fold }: Beside): string => (fold ? text.toLowerCase() : text);
  if (texts.every((both) => folded(both.one.written, both) === folded(both.other.written, both)))
    return { environment: undefined };
  const isSameIn = (environment: string) => (both: Beside) => {
    const [one, other] = [both.one.values.get(environment), both.other.values.get(environment)];
    return one !== undefined && other !== undefined && folded(one, both) === folded(other, both);
  };
  const environment = [...(texts[0]?.one.values.keys() ?? [])].find((name) => texts.every(isSameIn(name)));
  return environment === undefined ? undefined : { environment };
}
