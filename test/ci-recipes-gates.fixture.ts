/* What runs of a recipe, and when: the conditions as the services evaluate them. */

type Value = string | boolean | null;

/** What a condition is evaluated in. */
export interface Surroundings {
  /** `github.ref`, `variables['Build.SourceBranch']`; null: it is not set. */
  readonly value: (name: string) => Value;
  /** All that the thing waits for has succeeded. */
  readonly isSuccess: boolean;
}

const statusWords = ["success", "always", "cancelled", "failure", "succeeded", "succeededOrFailed"];

/** Without a word about how those before have ended, a condition of GitHub's wants that they have succeeded. */
export const asksForStatus = (condition: string): boolean =>
  statusWords.some((word) => condition.includes(`${word}()`));

/**
 * A condition of either service. GitHub's has operators, that of Azure DevOps functions; both compare texts without their case.
 * https://docs.github.com/actions/reference/workflows-and-actions/expressions#operators
 * https://learn.microsoft.com/azure/devops/pipelines/process/expressions#functions
 */
export function isMet(condition: string, surroundings: Surroundings): boolean {
  const text = condition.replace(/^\$\{\{(.*)\}\}$/s, "$1");
  const tokens = text.match(/'(?:[^']|'')*'|[A-Za-z_][\w.]*(?:\['[^']*'\])?|==|!=|&&|\|\||[!(),]/g) ?? [];
  if (tokens.join("") !== text.replaceAll(/\s/g, "")) throw new Error(`What is this? ${condition}`);
  let at = 0;
  const take = (): string => tokens[at++] ?? "";
  const parse = operatorsOf(
    () => tokens[at],
    take,
    () => operand(),
  );
  const operand = (): Value => {
    const token = take();
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (token === "true" || token === "false") return token === "true";
    if (token === "(") {
      const value = parse();
      expectToken(take(), ")");
      return value;
    }
    if (tokens[at] !== "(") return surroundings.value(token);
    take();
    const given: Value[] = [];
    while (tokens[at] !== ")") {
      given.push(parse());
      if (tokens[at] === ",") take();
    }
    take();
    return called(token, given, surroundings);
  };
  const value = parse();
  if (at < tokens.length) throw new Error(`Not understood: ${tokens.slice(at).join(" ")}`);
  return isTrue(value);
}

function expectToken(found: string, token: string): void {
  if (found !== token) throw new Error(`'${token}' is missing`);
}

/** `!` binds most, then comparisons, `&&`, `||`. Both sides are always read. */
function operatorsOf(next: () => string | undefined, take: () => string, operand: () => Value): () => Value {
  const unary = (): Value => {
    if (next() !== "!") return operand();
    take();
    return !isTrue(unary());
  };
  const compared = (): Value => {
    const left = unary();
    const operator = next();
    if (operator !== "==" && operator !== "!=") return left;
    take();
    return (operator === "==") === areEqual(left, unary());
  };
  const both = (): Value => {
    let value = compared();
    while (next() === "&&") {
      take();
      const right = compared();
      value = isTrue(value) ? right : value;
    }
    return value;
  };
  return () => {
    let value = both();
    while (next() === "||") {
      take();
      const right = both();
      value = isTrue(value) ? value : right;
    }
    return value;
  };
}

const isTrue = (value: Value): boolean => value !== null && value !== false && value !== "";

/** Texts without their case; what is of two kinds by its number, of which one that is not set, and an empty text, has 0. */
function areEqual(left: Value, right: Value): boolean {
  if (typeof left === "string" && typeof right === "string") return left.toLowerCase() === right.toLowerCase();
  return left === right || Number(left) === Number(right);
}

function called(name: string, given: readonly Value[], { isSuccess }: Surroundings): Value {
  const [left = null, right = null] = given;
  switch (name) {
    case "success":
    case "succeeded":
      return isSuccess;
    case "always":
    case "succeededOrFailed":
      return true;
    case "cancelled":
      return false;
    case "failure":
      return !isSuccess;
    case "and":
      return given.every(isTrue);
    case "or":
      return given.some(isTrue);
    case "not":
      return !isTrue(left);
    case "eq":
      return areEqual(left, right);
    case "ne":
      return !areEqual(left, right);
    default:
      throw new Error(`No function: ${name}`);
  }
}
