import { printType, sameType } from "../type.js";
import { holdsDouble } from "./checks/map-key.js";
import type { ArgumentProblem, FunctionRow, GivenCall } from "./row.js";

/** Spark widens no elements or fields where it compares. */
const isAlike = ({ types: [left, right] }: GivenCall): ArgumentProblem | undefined =>
  (left?.kind === "array" || left?.kind === "struct") &&
  right !== undefined &&
  right.kind !== "null" &&
  !sameType(left, right)
    ? { argument: 1, problem: `must be of the first one's very type, ${printType(left)}: cast what is in it.` }
    : undefined;

/**
 * Spark 4 takes the arguments in another order than they are written, so that of -0.0 and 0.0, which are equal, it takes the other one:
 * a double is made the same zero, which within an array or a struct cannot be.
 */
const extreme = (
  name: "greatest" | "least",
): Pick<FunctionRow, "name" | "signature" | "nullable" | "check" | "spelling"> => ({
  name,
  signature: "<A: orderable>(first: A, second: A, more...: A): A",
  nullable: "if all are",
  check: ({ types }) => {
    const argument = types.findIndex((type) => type.kind !== "double" && holdsDouble(type));
    const problem = "holds a double: of -0.0 and 0.0, which are equal, Spark 4 takes another one than Spark 3.5.";
    return argument === -1 ? undefined : { argument, problem };
  },
  spelling: {
    spark: ({ type }) => (type.kind === "double" ? `${name}(first, second, more) + 0D` : "same"),
  },
});

export const conditional: readonly FunctionRow[] = [
  {
    name: "coalesce",
    signature: "(first: A, more...: A): A",
    nullable: "if all are",
    spelling: {
      spark: "same",
      dataFlow: { name: "coalesce", skipsNulls: true },
      transact: { text: "COALESCE($*)", widens: true },
    },
    description: "The first of its arguments that is not null.",
    samples: ["coalesce(name, text, '?')", "coalesce(i, n)", "coalesce(price, 0)", "coalesce(null, i)"],
  },
  {
    name: "nvl",
    aliases: ["ifnull"],
    signature: "(value: A, otherwise: A): A",
    nullable: "if all are",
    spelling: { spark: "same", dataFlow: { name: "coalesce", skipsNulls: true } },
    description: "The value, or the other one where it is null.",
    samples: ["nvl(name, '?')", "ifnull(i, 0)"],
  },
  {
    name: "nvl2",
    signature: "(tested: any, present: A, absent: A): A",
    nullable: ({ nullables }) => nullables[1] === true || nullables[2] === true,
    spelling: { spark: "same" },
    description: "The second argument where the first is not null, else the third.",
    samples: ["nvl2(name, i, j)"],
  },
  {
    name: "nullif",
    signature: "<A: orderable>(value: A, unwanted: A): A",
    returns: ({ types }) => types[0] ?? { kind: "null" },
    nullable: "always",
    check: isAlike,
    spelling: { spark: "same" },
    description: "Null where the two are equal, else the first.",
    samples: ["nullif(i, 0)", "nullif(name, '')"],
  },
  {
    name: "if",
    signature: "(condition: boolean, then: A, otherwise: A): A",
    nullable: ({ nullables }) => nullables[1] === true || nullables[2] === true,
    spelling: { spark: "same" },
    description: "The second argument where the condition is true, else (also where it is null) the third.",
    samples: ["if(flag, i, 0)", "if(i > 0, 'more', null)"],
  },
  {
    name: "isnull",
    signature: "(value: any): boolean",
    nullable: "never",
    spelling: { spark: "same" },
    description: "Whether the value is null. `x is null` says the same.",
    samples: ["isnull(name)"],
  },
  {
    name: "isnotnull",
    signature: "(value: any): boolean",
    nullable: "never",
    spelling: { spark: "same" },
    description: "Whether the value is not null. `x is not null` says the same.",
    samples: ["isnotnull(name)"],
  },
  {
    name: "equal_null",
    signature: "<A: orderable>(left: A, right: A): boolean",
    nullable: "never",
    check: isAlike,
    spelling: { spark: "same" },
    description: "Whether the two are equal, where null equals null. `a <=> b` says the same.",
    samples: ["equal_null(i, j)"],
  },
  {
    name: "isnan",
    signature: "(value: double): boolean",
    nullable: "never",
    spelling: { spark: "same" },
    description:
      "Whether a double is NaN; false for null. In comparisons NaN equals NaN and is greater than every number.",
    samples: ["isnan(x)"],
  },
  {
    name: "nanvl",
    signature: "(value: double, otherwise: double): double",
    spelling: { spark: "same" },
    description: "The first, or the second where the first is NaN.",
    samples: ["nanvl(x, 0)"],
  },
  {
    ...extreme("greatest"),
    description: "The greatest of its arguments; nulls are skipped, and a zero is never -0.0.",
    samples: ["greatest(i, j)", "greatest(day, DATE '2026-01-01')"],
  },
  {
    ...extreme("least"),
    description: "The least of its arguments; nulls are skipped, and a zero is never -0.0.",
    samples: ["least(i, j, 100)"],
  },
];
