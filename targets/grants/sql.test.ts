import fc from "fast-check";
import { expect, it } from "vitest";
import { block, comment, name, sql, text } from "./sql.js";

/* What PostgreSQL's lexer makes of what is written, read by its rules: https://www.postgresql.org/docs/current/sql-syntax-lexical.html */

/** What a quoted word holds, and what stands after it. */
function unquoted(written: string): readonly [inside: string, rest: string] {
  const quote = written.charAt(0);
  let inside = "";
  for (let at = 1; at < written.length; at += 1) {
    if (written.charAt(at) !== quote) inside += written.charAt(at);
    else if (written.charAt(at + 1) === quote) {
      inside += quote;
      at += 1;
    } else return [inside, written.slice(at + 1)];
  }
  return [inside, "never closed"];
}

const strange = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1 }),
  fc.stringMatching(/^["'$;\\\-\n\r\u2028:a-z%{}]{1,20}$/),
  fc.constantFrom(
    '"; DROP TABLE x; --',
    "'; DROP TABLE x; --",
    "$do$; DROP TABLE x; $do$",
    "\\! rm",
    ":name",
    "a\n\\q",
  ),
);

it("a name and a text are read back as what they are, and nothing of them stands outside", () => {
  fc.assert(
    fc.property(strange, (one) => {
      expect(unquoted(sql`${name(one)} rest`.sql)).toEqual([one, " rest"]);
      expect(unquoted(sql`${text(one)} rest`.sql)).toEqual([one, " rest"]);
    }),
  );
});

it("a comment ends with its line", () => {
  fc.assert(
    fc.property(strange, (one) => {
      expect(comment(one).sql).toMatch(/^-- ?[^\n\r\u0085\u2028\u2029]*$/);
    }),
  );
});

it("a block ends where it is closed, whatever stands in it", () => {
  fc.assert(
    fc.property(fc.array(strange), (several) => {
      const body = sql`BEGIN PERFORM ${text(several.join("$do$ $do1$"))}; END`;
      const [, tag = ""] = /^DO (\$\w+\$)\n/.exec(block(body).sql) ?? [];
      expect(block(body).sql.split(tag)).toEqual(["DO ", `\n${body.sql}\n`, ";"]);
    }),
  );
});
