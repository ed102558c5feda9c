import { existsSync, readdirSync, readFileSync } from "node:fs";
import Handlebars from "handlebars";
import { Project, type SourceFile, type Type } from "ts-morph";
import { expect, it } from "vitest";

const targets = readdirSync("targets").filter((target) => existsSync(`targets/${target}/templates`));

it.each(targets)(
  "%s: each template has a view and uses exactly its fields",
  (target) => {
    const templates = readdirSync(`targets/${target}/templates`).map((file) => ({
      file,
      text: readFileSync(`targets/${target}/templates/${file}`, "utf8"),
    }));
    const views = new Project({ compilerOptions: { strict: true } }).addSourceFileAtPath(`targets/${target}/view.ts`);
    expect(problemsOf(templates, views)).toEqual([]);
  },
  30_000,
);

/** What each Spark service has of its own; a project takes one of them. */
const perService = new Set([
  "databricks.py",
  "synapse.py",
  "lake_files.py",
  "lake_files_synapse.py",
  "given_synapse.py",
  "job.py",
]);

it("the parts of the project's module share one namespace, so no two of them define a name", () => {
  const folder = "targets/spark/runtime";
  const defined = readdirSync(folder)
    .filter((file) => !perService.has(file))
    .flatMap((file) => {
      const text = readFileSync(`${folder}/${file}`, "utf8");
      return [...text.matchAll(/^(?:(?:def|class) (\w+)|([A-Z_]+) =)/gm)].map(([, name, constant]) => name ?? constant);
    });
  expect(defined.length).toBeGreaterThan(20);
  expect(defined.filter((name, at) => defined.indexOf(name) !== at)).toEqual([]);
});

it("sees unknown fields, fields of another level, foreign blocks, unused fields and views without a template", () => {
  const views = new Project({ useInMemoryFileSystem: true }).createSourceFile(
    "view.ts",
    `export interface ReadView { readonly path: string; readonly columns: readonly ColumnView[]; readonly note: string | undefined }
     export interface ColumnView { readonly name: string }
     export interface WriteView { readonly path: string }`,
  );
  const text =
    "{{pth}}{{#each columns}}{{path}}{{/each}}{{#unless note}}{{/unless}}{{#if path}}{{else}}{{a.b}}{{/if}}{{> other}}{{#each colums}}{{/each}}";
  expect(problemsOf([{ file: "read.py.hbs", text }], views)).toEqual([
    "read.py.hbs: 'pth' is not a field of ReadView",
    "read.py.hbs: 'path' is not a field of ColumnView",
    "read.py.hbs: {{#unless}} does not fit here",
    "read.py.hbs: 'a.b' is not a field of ReadView",
    "read.py.hbs: PartialStatement does not fit here",
    "read.py.hbs: 'colums' is not a field of ReadView",
    "read.py.hbs: {{#each}} does not fit here",
    "read.py.hbs: ReadView.note is never used",
    "read.py.hbs: ColumnView.name is never used",
    "WriteView has no template",
  ]);
});

interface Template {
  readonly file: string;
  readonly text: string;
}

/** `merge-scd2.py.hbs` sees a `MergeScd2View`. */
const viewName = (file: string): string =>
  `${file.replace(/\..*$/, "").replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}View`;

function problemsOf(templates: readonly Template[], views: SourceFile): readonly string[] {
  const reached = new Set<string>();
  const inTemplates = templates.flatMap(({ file, text }) => {
    const view = views.getInterface(viewName(file));
    if (view === undefined) return [`${file}: there is no ${viewName(file)}`];
    return problems(text, view.getType(), views, reached).map((problem) => `${file}: ${problem}`);
  });
  const unreached = views
    .getInterfaces()
    .map((view) => view.getName())
    .filter((name) => !reached.has(name));
  return [...inTemplates, ...unreached.map((name) => `${name} has no template`)];
}

function problems(template: string, view: Type, views: SourceFile, reached: Set<string>): readonly string[] {
  const wrong: string[] = [];
  const known = new Set<string>();
  const used = new Set<string>();
  walk(Handlebars.parse(template).body, view);
  return [...wrong, ...[...known].filter((field) => !used.has(field)).map((field) => `${field} is never used`)];

  function walk(statements: readonly hbs.AST.Statement[], scope: Type): void {
    const owner = scope.getSymbol()?.getName() ?? scope.getText();
    reached.add(owner);
    const fields = new Map(
      scope.getProperties().map((p) => [p.getName(), p.getTypeAtLocation(views).getNonNullableType()]),
    );
    for (const name of fields.keys()) known.add(`${owner}.${name}`);
    for (const statement of statements) {
      if (isMustache(statement)) use(statement.path);
      else if (isBlock(statement)) enter(statement);
      else if (statement.type !== "ContentStatement" && statement.type !== "CommentStatement") {
        wrong.push(`${statement.type} does not fit here`);
      }
    }

    function enter({ path, params, program, inverse }: hbs.AST.BlockStatement): void {
      const block = isPath(path) ? path.original : "";
      const blocks: Readonly<Record<string, (field: Type | undefined) => Type | undefined>> = {
        each: (field) => field?.getArrayElementType(),
        with: (field) => field,
        if: () => scope,
      };
      const inner = Object.hasOwn(blocks, block) ? blocks[block]?.(use(params[0])) : undefined;
      if (inner === undefined) wrong.push(`{{#${block}}} does not fit here`);
      else walk(program.body, inner);
      if (inverse) walk(inverse.body, scope);
    }

    function use(expression: hbs.AST.Expression | undefined): Type | undefined {
      const name = isPath(expression) ? expression.original : "";
      if (fields.has(name)) used.add(`${owner}.${name}`);
      else wrong.push(`'${name}' is not a field of ${owner}`);
      return fields.get(name);
    }
  }
}

const isMustache = (node: hbs.AST.Node): node is hbs.AST.MustacheStatement => node.type === "MustacheStatement";
const isBlock = (node: hbs.AST.Node): node is hbs.AST.BlockStatement => node.type === "BlockStatement";
const isPath = (node: hbs.AST.Node | undefined): node is hbs.AST.PathExpression => node?.type === "PathExpression";
