import { isExpression, parseExpression } from "../../../local/adf/expression/parse.js";
import type { Expression, Template } from "../../../local/adf/expression/tree.js";
import { type Dialect, tokenKinds } from "./lexer.js";

/** What an artifact is made of, without what its texts say. Python is left to Python. */
export interface Shape {
  readonly shape: string;
  readonly python: readonly string[];
}

export function shapeOf(path: string, body: string): Shape {
  if (path.endsWith(".py")) return python(path, body);
  if (path.endsWith(".json")) return json(path, body);
  if (path.endsWith(".sql")) return plain(script(body, dialectOf(path, body)));
  if (path.endsWith(".cql")) return plain(script(body, "cql"));
  // Commands of Redis, configurations and lists: a line is a statement. https://redis.io/docs/latest/develop/reference/protocol-spec/#inline-commands
  return plain(
    JSON.stringify(body.split(/[\r\n]/).map((line) => line.match(/(?:"(?:[^"\\]|\\.)*"|[^\s"])+|"/g)?.length ?? 0)),
  );
}

const plain = (shape: string): Shape => ({ shape, python: [] });

/** Scripts of an environment are those of Unity Catalog. */
const dialectOf = (path: string, body: string): Dialect =>
  /\bpg_[a-z]+\b/.test(body) ? "postgres" : /^env\/[^/]+\/grants\//.test(path) ? "spark" : "transact";

/** With what `sqlcmd` makes of lines, whatever text they stand in; its variables are switched off (`-x`) where it is called. https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-commands */
function script(body: string, dialect: Dialect): string {
  const lines = body.split(/\r\n|\r|\n/);
  const commands =
    dialect === "transact"
      ? [
          lines.filter((line) => /^\s*go\s*\d*\s*$/i.test(line)).length,
          lines.filter((line) => /^\s*(:\s*[a-z!]|!!)/i.test(line)).length,
        ]
      : [];
  return JSON.stringify([commands, tokenKinds(body, dialect)]);
}

/** The cells of a Databricks notebook are parted by a line, and those that are not Python begin with a word. */
function python(path: string, body: string): Shape {
  if (!body.startsWith("# Databricks notebook source")) return { shape: path.replace(/.*\./, ""), python: [body] };
  const cells = body.split(/^# COMMAND ----------$/m);
  const magics = cells.map((cell) => cell.match(/^# MAGIC %\w+/gm) ?? []);
  return { shape: JSON.stringify(magics), python: cells };
}

function json(path: string, body: string): Shape {
  const cells: string[] = [];
  // A trigger knows no expressions but in what it hands to pipelines.
  const isOfService = /(^|\/)(adf|synapse)\/(?!trigger\/)/.test(path);
  const isTemplate = /\/deploymentTemplate\.json/i.test(body);
  const parsed: unknown = JSON.parse(body);
  const shape = JSON.stringify(shapeOfValue(isOfService ? withoutDescription(parsed) : parsed, ""));
  return { shape, python: cells };

  function shapeOfValue(value: unknown, key: string): unknown {
    if (Array.isArray(value))
      return value
        .map((one) => shapeOfValue(one, key))
        .map((one) => JSON.stringify(one))
        .sort();
    if (typeof value === "object" && value !== null) {
      if ("cell_type" in value && "source" in value && Array.isArray(value.source)) {
        if (value.cell_type === "code") cells.push(value.source.join(""));
        return ["cell", value.cell_type];
      }
      return Object.entries(value)
        .map(([name, one]) => JSON.stringify(shapeOfValue(one, name)))
        .sort();
    }
    if (typeof value !== "string") return typeof value;
    if (/scriptLines/i.test(key)) return tokenKinds(value, "flow");
    if (isOfService) return ofTemplate(value, key);
    return isTemplate && value.startsWith("[") && !value.startsWith("[[")
      ? ["expression", tokenKinds(value, "arm")]
      : "text";
  }
}

/**
 * The description of a resource is a text, in which nothing is computed: the service's model has a string there, and no
 * "string (or Expression with resultType string)". https://learn.microsoft.com/rest/api/datafactory/pipelines/create-or-update#request-body
 */
function withoutDescription(resource: unknown): unknown {
  const { properties } = Object(resource);
  return typeof Object(properties).description === "string"
    ? { ...Object(resource), properties: { ...properties, description: null } }
    : resource;
}

/** A string as Data Factory reads it; one that is sent to a database also as that reads it. */
function ofTemplate(value: string, key: string): unknown {
  const template: Template = isExpression(value) ? parseExpression(value) : { kind: "text", text: value };
  const parts =
    template.kind === "text"
      ? [template.text]
      : template.kind === "expression"
        ? [template.expression]
        : template.parts;
  const literals: string[] = [];
  const shape = parts.map((part) => (typeof part === "string" ? literal(part) : ofExpression(part)));
  return /query$|^script$|^text$/i.test(key)
    ? [template.kind, shape, tokenKinds(literals.join(" ? "), "transact")]
    : [template.kind, shape];

  function literal(text: unknown): string {
    if (typeof text === "string") literals.push(text);
    return typeof text;
  }

  function ofExpression(expression: Expression): unknown {
    if (expression.kind === "literal") return literal(expression.value);
    if (expression.kind === "call") return [expression.name, ...expression.arguments.map(ofExpression)];
    return [ofExpression(expression.of), ofExpression(expression.key), expression.isSafe];
  }
}
