import { hasKeysOfJson } from "./checks/json-key.js";
import { literalSchema, schemaProblem } from "./checks/schema.js";
import type { FunctionRow } from "./row.js";

export const json: readonly FunctionRow[] = [
  {
    name: "get_json_object",
    signature: "(text: string, path: literal string): string",
    nullable: "always",
    check: ({ literals: [, path] }) =>
      typeof path === "string" && !path.startsWith("$")
        ? { argument: 1, problem: "must be a path such as '$.reading.value'." }
        : undefined,
    spelling: { spark: "same" },
    description: "The part of a JSON text at a path, as text; null if there is none.",
    samples: ["get_json_object(text, '$.a.b')"],
  },
  {
    name: "from_json",
    signature: "(text: string, schema: literal string): any",
    returns: literalSchema,
    nullable: "always",
    check: schemaProblem,
    spelling: { spark: "same" },
    description:
      "The value of a JSON text by a type, in the words of the YAML: 'struct<id:bigint,tags:array<string>>'. What does not fit is null.",
    samples: [
      "from_json(text, 'struct<a:int,b:array<string>>')",
      "from_json(text, 'array<int>')",
      "from_json(text, 'map<string,int>')",
    ],
  },
  {
    name: "to_json",
    signature: "(value: struct | array<A> | map<K,V>): string",
    nullable: "always",
    check: hasKeysOfJson,
    spelling: { spark: "same" },
    description: "The value as a JSON text; fields that are null are left out.",
    samples: ["to_json(item)", "to_json(numbers)", "to_json(counts)"],
  },
  {
    name: "json_array_length",
    signature: "(text: string): int",
    nullable: "always",
    spelling: { spark: "same" },
    description: "The number of elements of a JSON array; null for other text.",
    samples: ["json_array_length(text)"],
  },
  {
    name: "json_object_keys",
    signature: "(text: string): array<string>",
    returns: () => ({ kind: "array", element: { kind: "string" }, containsNull: true }),
    nullable: "always",
    spelling: { spark: "same" },
    description: "The names of a JSON object; null for other text.",
    samples: ["json_object_keys(text)"],
  },
];
