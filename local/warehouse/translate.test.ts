import { expect, it, test } from "vitest";
import { batchesOf } from "../../compiler/emit/batches.js";
import { parseQuery, viewsOf } from "./parse.js";
import { NotKnown } from "./tokens.js";
import { translate } from "./translate.js";

const script = `
IF SCHEMA_ID(N'shop') IS NULL
  EXEC(N'CREATE SCHEMA [shop]');
GO

CREATE OR ALTER VIEW [shop].[sales] AS
SELECT [r].[id] AS [id], [r].[item] AS [item], [r].[day] AS [day], [r].[price] AS [price], [r].[gift] AS [gift]
FROM OPENROWSET(BULK 'silver/sales', DATA_SOURCE = 'lake', FORMAT = 'DELTA')
WITH ([id] int, [item] varchar(20), [day] date, [price] decimal(9, 2), [gift] bit) AS [r];
GO
`;
const views = viewsOf(script);
const asked = (text: string) => translate(parseQuery(text), views);

it("a query over a view is one over what the view is", () => {
  const { columns, relations, duck } = asked("select top 3 id, day from shop.sales where id >= 2 order by id desc");
  expect(columns).toEqual([
    { name: "id", type: { kind: "int" } },
    { name: "day", type: { kind: "date" } },
  ]);
  expect(relations.map(({ path, columns: read }) => [path, read.map(({ name }) => name)])).toEqual([
    ["silver/sales", ["id", "item", "day", "price", "gift"]],
  ]);
  expect(duck).toContain("LIMIT 3");
});

it("texts that differ by the spaces at their ends are one group", () => {
  const { duck } = asked("select item, day, count(*) as n from shop.sales group by item, day order by item");
  expect(duck).toContain(`GROUP BY rtrim("sales"."item", ' '), "sales"."day"`);
  expect(duck).toContain(`SELECT min("sales"."item") AS "item", "sales"."day" AS "day"`);
  expect(duck).toContain(`ORDER BY rpad(min("sales"."item"), 20, ' ') ASC NULLS FIRST`);
});

it("rows of several views are joined, and each is known by its own name", () => {
  const { duck, relations } = asked(
    "select a.id, b.day from shop.sales as a left join shop.sales b on b.id = a.id inner join shop.sales as c on c.day = b.day",
  );
  expect(duck).toContain(`AS "a" LEFT JOIN (SELECT`);
  expect(duck).toContain(`AS "b" ON ("b"."id" = "a"."id") INNER JOIN (SELECT`);
  expect(relations).toHaveLength(3);
});

it("an aggregate may stand within an expression, and counts texts that differ by spaces at their ends once", () => {
  const { duck, columns } = asked(
    "select item, coalesce(max(id), 0) as top_id, count(distinct item) as items from (select item, id from shop.sales) as g group by item, datalength(item)",
  );
  expect(duck).toContain(`SELECT min("g"."item") AS "item", coalesce(max("g"."id"), CAST(0 AS INTEGER)) AS "top_id"`);
  expect(duck).toContain(`CAST(count(DISTINCT rtrim("g"."item", ' ')) AS INTEGER) AS "items"`);
  expect(duck).toContain(`GROUP BY rtrim("g"."item", ' '), CAST(strlen("g"."item") AS INTEGER)`);
  expect(columns.map(({ type }) => type.kind)).toEqual(["varchar", "int", "int"]);
});

test.each([
  [
    "select id from shop.sales as a join shop.sales as b on a.id = b.id",
    "Whose 'id'? Write the name of its rows before it.",
  ],
  ["select a.id from shop.sales as a join shop.sales as A on a.id = 1", "Two rows are called 'A'."],
  [
    "select count(distinct price) as n, max(distinct price) as p from shop.sales",
    "MAX of different decimal(9, 2) is not known here.",
  ],
  ["select year(distinct day) as y from shop.sales", "YEAR of different values is not known here."],
  ["select sum(count(*)) as n from shop.sales", "An aggregate of an aggregate is not known in T-SQL."],
  ["select try_cast(id as bigint) as i from shop.sales", "TRY_CAST of int is not known here."],
  ["select id from (select id from shop.sales order by id) as g", "Rows in FROM have no ORDER BY."],
  [
    "select day, count(*) as n from shop.sales group by year(day)",
    "A column beside an aggregate must stand in GROUP BY.",
  ],
  ["select * from shop.sale", "There is no view shop.sale; there are: shop.sales."],
  ["select * from sales", "Which schema has 'sales'? Write 'schema.sales'."],
  ["select nothing from shop.sales", "There is no column 'nothing'."],
  ["select ID from shop.sales", "There is no column 'ID'."],
  ["select x.id from shop.sales", "There are no rows called 'x'."],
  [
    "select item from shop.sales where item like '%a'",
    "LIKE '%a' is not known here: whether spaces at the end count depends on the type.",
  ],
  ["select id * 2 from shop.sales", "The operator * is not known here."],
  ["select upper(item) as u from shop.sales", "UPPER of varchar(20) is not known here."],
  ["select id from shop.sales where item < 'b'", "< of texts is not known here."],
  ["select id from shop.sales where gift", "A value is no condition in T-SQL: compare it with something."],
  ["select id = 1 as one from shop.sales", "A condition is no value in T-SQL: write CASE WHEN … THEN 1 ELSE 0 END."],
  [
    "select distinct item from shop.sales",
    "DISTINCT of texts is not known here: T-SQL takes no notice of trailing spaces.",
  ],
  ["select id from shop.sales, shop.sales", "A query of several views (,) is not known here."],
  ["select id, count(*) as n from shop.sales", "A column beside an aggregate must stand in GROUP BY."],
  ["select id from shop.sales group by id having count(*) > 1", "HAVING is not known here."],
  [
    "select count(*) as n from shop.sales group by 1",
    "GROUP BY takes no constant, nor the place of a column: write its name.",
  ],
  [
    "select id as plan from shop.sales",
    "A name is expected where 'plan' stands, a word of T-SQL: as a name it is [plan].",
  ],
  ["select -gift as g from shop.sales", "- of bit is not known here."],
  [
    "select distinct N'a' as a from shop.sales",
    "DISTINCT of texts is not known here: T-SQL takes no notice of trailing spaces.",
  ],
  ["select id from shop.sales order by 1", "ORDER BY the place of a column is not known here: write its name."],
  ["select cast(price as int) as p from shop.sales", "A cast from decimal(9, 2) to int is not known here."],
  ["select cast(item as varchar(5)) as i from shop.sales", "A cast from varchar(20) to varchar(5) is not known here."],
  ["select item + item from shop.sales where day = '31.1.2026'", "'31.1.2026' is not known here as date."],
  ["select id from shop.sales where id = item", "= of int and varchar(20) is not known here."],
  ["select id from", "A name is expected where the statement ends."],
  ["update shop.sales set id = 1", "SELECT is expected where 'update' stands."],
  ["select id from shop.sales; drop view shop.sales", "The end of the statement is expected where 'drop' stands."],
  ["select ~id from shop.sales", "'~id from s' is no beginning of anything."],
])("%s: %s", (text, message) => {
  expect(() => asked(text)).toThrow(new NotKnown(message));
});

it("a script is batches between lines of GO, and each view stands in a schema that it makes", () => {
  expect(batchesOf(script)).toHaveLength(2);
  const [, view = ""] = batchesOf(script);
  expect(() => viewsOf(view)).toThrow("There is no schema 'shop'.");
  expect(() => viewsOf(script.replace("SCHEMA [shop]", "SCHEMA [shops]"))).toThrow(
    "'shops' is made where there is no 'shop'.",
  );
  expect(() => viewsOf(script.replace("DELTA", "PARQUET"))).toThrow("The format PARQUET is not known here.");
});
test("a pattern of LIKE that ends with % is one of regular expressions", () => {
  const { duck } = asked("select id from shop.sales where item not like '_.[^-+0-9]%' or item like '[[]a]%'");
  expect(duck).toContain(String.raw`(NOT regexp_full_match("sales"."item", '(?s).\.[^-+0-9].*'))`);
  expect(duck).toContain(String.raw`regexp_full_match("sales"."item", '(?s)[\[]a\].*')`);
});
