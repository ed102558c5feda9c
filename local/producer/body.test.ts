import { describe, expect, it } from "vitest";
import { eventOf } from "./body.js";
import { type Declared, planRecords } from "./columns.js";

const declared: Declared = {
  format: "json",
  columns: [
    { name: "device", type: "string" },
    {
      name: "reading",
      fields: [
        { name: "temperature", type: "double" },
        { name: "count", type: "bigint" },
      ],
    },
  ],
  key: "device",
};

function bodyOf(header: readonly string[], cells: readonly string[], of: Declared = declared) {
  return eventOf({ line: 2, cells }, planRecords(header, of, "x.csv"), "x.csv");
}

describe("an event", () => {
  it("nests structs and keeps the digits of numbers", () => {
    expect(bodyOf(["reading.temperature", "count", "device"], ["21.50", "9007199254740993", "a"])).toEqual({
      key: "a",
      body: '{"device":"a","reading":{"temperature":21.50,"count":9007199254740993}}',
    });
  });

  it("sends what is no number as it is, and an empty cell as null", () => {
    expect(bodyOf(["device", "temperature", "count"], ["", "warm", "1"])).toEqual({
      key: null,
      body: '{"device":null,"reading":{"temperature":"warm","count":1}}',
    });
  });

  it("is one record of CSV where the source says so, with quotes where a cell needs them", () => {
    const flat: Declared = {
      format: "csv",
      columns: ["number", "text"].map((name) => ({ name, type: "string" })),
      key: "number",
    };
    const bodies = ["plain", 'a "b", c', "two\nlines", ""].map(
      (text) => bodyOf(["text", "number"], [text, "1"], flat).body,
    );
    expect(bodies).toEqual(["1,plain", '1,"a ""b"", c"', '1,"two\nlines"', "1,"]);
  });

  it("sends a raw body as it stands", () => {
    expect(bodyOf(["device", "temperature", "count", "_body"], ["a", "1", "2", "{broken"])).toEqual({
      key: "a",
      body: "{broken",
    });
    expect(bodyOf(["device", "temperature", "count", "_body"], ["a", "1", "2", ""]).body).toContain('"device":"a"');
  });

  it("refuses a record of another width", () => {
    expect(() => bodyOf(["device", "temperature", "count"], ["a", "1"])).toThrow(
      "x.csv:2: the record has 2 cells and the header 3.",
    );
  });
});

describe("a header", () => {
  it("must have each column once and no other", () => {
    expect(() => planRecords(["device", "device", "temprature", "count"], declared, "x.csv")).toThrow(
      "it has twice: device; it lacks: reading.temperature; the source does not declare: device, temprature.",
    );
  });

  it("may use other names where they are mapped", () => {
    const mapped = { ...declared, cells: { "reading.temperature": "Celsius" } };
    expect(bodyOf(["device", "Celsius", "count"], ["a", "1", "2"], mapped).body).toContain('"temperature":1');
  });

  it("needs the whole path where a last name is not unique", () => {
    const twins: Declared = {
      format: "json",
      columns: ["a", "b"].map((name) => ({ name, fields: [{ name: "x", type: "string" }] })),
      key: null,
    };
    expect(() => planRecords(["x", "b.x"], twins, "x.csv")).toThrow("it lacks: a.x");
    expect(planRecords(["a.x", "b.x"], twins, "x.csv").key).toBeUndefined();
  });

  it("must have the key", () => {
    expect(() => planRecords(["device", "temperature", "count"], { ...declared, key: "id" }, "x.csv")).toThrow(
      "the key 'id' is none of the body's columns",
    );
  });
});
